# SPDX-License-Identifier: MIT
"""Entries that may be one person, side by side, to merge into one; one undo takes it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.directory.presenter import Directory
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import ErrorLine
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.sheet import Sheet


class MergeSheet(Sheet):
    """First the likely pairs, then two entries with what differs; opened with a pair it shows that."""

    def __init__(
        self, host: QWidget, directory: Directory, theme: Theme, pair: tuple[int, int] | None = None
    ) -> None:
        super().__init__(theme, host, "Entries that may be one person", width=720)
        self._directory = directory
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.content.addLayout(self._column)
        self._error = ErrorLine(theme)
        self.content.addWidget(self._error)
        self.content.addStretch(1)
        self._back = QuietButton(theme, "All pairs", "arrow-left")
        self._back.clicked.connect(self._show_pairs)
        close = SecondaryButton(theme, "Close")
        close.clicked.connect(self.dismiss)
        self.buttons.addWidget(self._back)
        self.buttons.addStretch(1)
        self.buttons.addWidget(close)
        directory.refused.connect(self._refused)
        self.closed.connect(lambda: directory.refused.disconnect(self._refused))
        self.closed.connect(self.deleteLater)
        if pair:
            self._show_pair(*pair)
        else:
            self._show_pairs()
        self.open()

    def _show_pairs(self) -> None:
        self._clear()
        self._back.hide()
        rows = self._directory.duplicates()
        words = "They share an e-mail, a phone number or a name. Open a pair to compare the two."
        if not rows:
            words = "Nobody seems to be here twice: no two share an e-mail, a phone number or a name."
        self._column.addWidget(PlainLabel(self._theme, words, "secondary", wrap=True))
        for row in rows:
            line = ListRow(self._theme, row.names, row.why, icon="users", active=True)
            line.activated.connect(lambda row=row: self._show_pair(row.first, row.second))
            self._column.addWidget(line)

    def _show_pair(self, first: int, second: int) -> None:
        self._clear()
        self._back.show()
        facts = self._directory.compare(first, second)
        words = (
            "The one you keep is right where the two differ; whatever only the other one has is added to it, "
            "with all notes, gifts, steps and history."
        )
        self._column.addWidget(PlainLabel(self._theme, words, "secondary", wrap=True))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        for row, (label, one, other) in enumerate(facts):
            grid.addWidget(SectionLabel(self._theme, label), row, 0, Qt.AlignmentFlag.AlignTop)
            role = "strong" if row == 0 else "body"
            for column, text in ((1, one), (2, other)):
                grid.addWidget(PlainLabel(self._theme, text or "–", role, wrap=True), row, column)
        for column, (contact, gone) in enumerate(((first, second), (second, first)), 1):
            grid.setColumnStretch(column, 1)
            keep = SecondaryButton(self._theme, "Keep this one", "check")
            keep.setAccessibleName(f"Keep {'the first' if column == 1 else 'the second'}")
            keep.clicked.connect(lambda _=False, contact=contact, gone=gone: self._merge(contact, gone))
            holder = QHBoxLayout()
            holder.addWidget(keep)
            holder.addStretch(1)
            grid.addLayout(holder, len(facts), column)
        self._column.addWidget(table)

    def _merge(self, keep: int, gone: int) -> None:
        if self._directory.merge(keep, gone):
            self.finish()

    def _refused(self, sentence: str, field: str) -> None:
        if field == "merge":
            self._error.set_text(sentence)

    def _clear(self) -> None:
        self._error.set_text("")
        empty_layout(self._column)
