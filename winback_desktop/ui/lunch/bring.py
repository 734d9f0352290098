# SPDX-License-Identifier: MIT
"""Something of value to bring: what is chosen, what may be chosen, and a line for something new."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.lunch.presenter import LunchPresenter
from winback_desktop.ui.lunch.rows import BringRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.choices import Check
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel

_FIRST = 4


class BringBox(QWidget):
    """Redrawn from ``presenter.screen``; keeps the line that is being typed."""

    def __init__(self, theme: Theme, presenter: LunchPresenter) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self._all = False
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(theme, "What I bring"))
        column.addWidget(
            PlainLabel(
                theme, "Something useful that you have not brought them before. No pitch.", "hint", wrap=True
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.title = TextLine("Something else to bring", placeholder="Something else, in a few words")
        self.title.returnPressed.connect(self.add)
        self._add = SecondaryButton(theme, "Add", "plus")
        self._add.setAccessibleName("Add it and bring it")
        self._add.clicked.connect(self.add)
        self.news = Check(theme, "It is new for our customers")
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = FormField(theme, "Something else", self.title)
        self.field.label.hide()
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.news)
        self.show_rows()

    def add(self) -> None:
        """Keep what is typed and bring it."""
        self.field.set_error("")
        if self._presenter.add(self.title.text(), self.news.isChecked(), self._refused):
            self.title.clear()
            self.news.setChecked(False)

    def show_rows(self) -> None:
        """Draw what is chosen and what may be chosen, where that changed."""
        screen = self._presenter.screen
        shown = (screen.chosen, screen.offers, self._all)
        if shown == self._shown:
            return
        self._shown = shown
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus() and focus is not self.title:
            # The row with the keyboard is about to go; the line under the list stays.
            self.title.setFocus()
        empty_layout(self._list)
        for row in screen.chosen:
            self._put(self._chosen(row))
        offers = screen.offers if self._all else screen.offers[:_FIRST]
        for row in offers:
            self._put(self._offer(row))
        if len(screen.offers) > len(offers):
            more = QuietButton(self._theme, f"Show {len(screen.offers) - len(offers)} more", "chevron-down")
            more.clicked.connect(self._show_all)
            self._list.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _put(self, line: QWidget) -> None:
        line.setMinimumHeight(self._theme.em(40))
        self._list.addWidget(line)

    def _chosen(self, row: BringRow) -> QWidget:
        line = ListRow(self._theme, row.title, icon="check", token="accent")
        drop = IconButton(self._theme, "x", f"Don't bring: {row.title}")
        drop.clicked.connect(lambda: self._presenter.leave(row.use))
        line.row.addWidget(drop)
        return line

    def _offer(self, row: BringRow) -> QWidget:
        line = ListRow(self._theme, row.title, row.about, icon="plus", active=True)
        line.title.set_role("body")
        line.setAccessibleDescription("Enter chooses it")
        line.activated.connect(lambda: self._presenter.bring(row.key, self._refused))
        if row.own:
            drop = IconButton(self._theme, "trash-2", f"Remove from your list: {row.title}")
            drop.clicked.connect(lambda: self._presenter.forget(row.key))
            line.row.addWidget(drop)
        return line

    def _show_all(self) -> None:
        self._all = True
        self.show_rows()

    def _refused(self, sentence: str, field: str) -> None:
        self.field.set_error(sentence)
