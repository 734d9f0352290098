# SPDX-License-Identifier: MIT
"""Entries that may be one person, side by side, to merge into one; one undo takes it back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.directory.presenter import Directory
from winback_desktop.ui.customers.directory.rows import ComparedRow, PairRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import ErrorLine
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.segments import SegmentedControl
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
        self._merge_button = PrimaryButton(theme, "Merge into one", "users")
        self._merge_button.clicked.connect(self._merge)
        self.buttons.addWidget(self._merge_button)
        self._pair = (0, 0)
        self._choices: dict[str, SegmentedControl] = {}
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
        self._merge_button.hide()
        self._column.addWidget(PlainLabel(self._theme, "Looking at everybody…", "secondary"))
        self._directory.find_duplicates(self._list_pairs, self._left_off)

    def _left_off(self) -> None:
        self._clear()
        words = (
            "The search was left off before everybody was looked at. Choose “All pairs” to begin it again."
        )
        self._column.addWidget(PlainLabel(self._theme, words, "secondary", wrap=True))
        self._back.show()

    def _list_pairs(self, rows: Sequence[PairRow]) -> None:
        self._clear()
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
        self._merge_button.show()
        self._pair, self._choices = (first, second), {}
        words = (
            "Choose what is right where the two differ. Everything else of both is kept: contact details, "
            "tags, notes, gifts, steps and history."
        )
        self._column.addWidget(PlainLabel(self._theme, words, "secondary", wrap=True))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for row, fact in enumerate(self._directory.compare(first, second)):
            side = Qt.AlignmentFlag.AlignVCenter if fact.differ else Qt.AlignmentFlag.AlignTop
            grid.addWidget(SectionLabel(self._theme, fact.label), row, 0, side)
            if fact.differ:
                grid.addWidget(self._choice(fact), row, 1, 1, 2)
                continue
            for column, text in ((1, fact.one), (2, fact.other)):
                grid.addWidget(PlainLabel(self._theme, text or "–", "body", wrap=True), row, column)
        self._column.addWidget(table)
        self._merge_button.setFocus()

    def _choice(self, fact: ComparedRow) -> QWidget:
        sides = (("first", fact.one), ("second", fact.other))
        choice = SegmentedControl(self._theme, f"{fact.label}: which is right", sides, "first")
        for column in range(2):
            choice.layout().setColumnStretch(column, 1)
        choice.layout().setColumnStretch(2, 0)
        self._choices[fact.key] = choice
        return choice

    def _merge(self) -> None:
        first, second = self._pair
        right = {
            key: second if choice.current() == "second" else first for key, choice in self._choices.items()
        }
        if self._directory.merge(first, second, right):
            self.finish()

    def _refused(self, sentence: str, field: str) -> None:
        if field == "merge":
            self._error.set_text(sentence)

    def _clear(self) -> None:
        self._error.set_text("")
        empty_layout(self._column)
