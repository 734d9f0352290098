# SPDX-License-Identifier: MIT
"""Draws the list of notes: those that wait first, then those that were written."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from winback_desktop.ui.notes.person_sheet import PersonSheet
from winback_desktop.ui.notes.rows import NoteRow
from winback_desktop.ui.notes.shelf import NoteShelf
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import MenuButton, PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card, Divider, EmptyState, ListRow, PageHeader
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.labels import SectionLabel
from winback_desktop.ui.widgets.scroll_page import ScrollPage

_WRITE, _UNSENT, _PRINT = "Write a note…", "Unsent letter…", "Print…"


class NoteListView(QWidget):
    """The list, or one sentence when there is nothing to list."""

    def __init__(self, shelf: NoteShelf, theme: Theme) -> None:
        super().__init__()
        self._shelf, self._theme = shelf, theme
        self._stack = QStackedLayout(self)
        self._scroll = ScrollPage(theme)
        writing = PrimaryButton(theme, _WRITE, "pen-line")
        writing.clicked.connect(self.write)
        header = PageHeader(theme, "Notes", "A few honest lines by hand are kept for years.", writing)
        self._others = {
            self._unsent(): _UNSENT,
            MenuButton(theme, _PRINT, "printer", self._fill_print): _PRINT,
        }
        for number, button in enumerate(self._others, 1):
            header.row.insertWidget(number, button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._scroll.column.addWidget(header)
        self._lists = QWidget()
        self._column = QVBoxLayout(self._lists)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._scroll.column.addWidget(self._lists)
        self._scroll.column.addStretch(1)
        self._empty = EmptyState(
            theme,
            "feather",
            "No note to write",
            "When a customer leaves, a thank-you note follows after two quiet days. Its draft waits here.",
            "Record a loss",
            shelf.record_loss,
        )
        other = SecondaryButton(theme, _WRITE, "pen-line")
        other.clicked.connect(self.write)
        self._empty.add_button(other)
        self._empty.add_button(self._unsent())
        self._empty.add_button(MenuButton(theme, _PRINT, "printer", self._fill_print))
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._empty)
        self._stale = False
        shelf.changed.connect(self._changed)

    def showEvent(self, event: QEvent) -> None:
        # The window may come back from the tray or the task bar without a visit to the page.
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Show what is stored now."""
        self._stale = False
        empty_layout(self._column)
        waiting, written = self._shelf.waiting(), self._shelf.written()
        begun = self._shelf.begun()
        self._section("To write", waiting, "pen-line", "note.solid")
        self._section("Begun", begun, "feather", "text2")
        self._section("Written", written, "mail", "text2")
        self._stack.setCurrentWidget(self._scroll if waiting or begun or written else self._empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little room the lesser buttons keep their icons and give up their words.
        for button, words in self._others.items():
            button.set_words(words if self.width() >= self._theme.em(720) else "")

    def write(self) -> None:
        """Ask whom to write to, and what for."""
        sheet = PersonSheet(self._theme, self.window(), self._shelf)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _unsent(self) -> SecondaryButton:
        button = SecondaryButton(self._theme, _UNSENT, "feather")
        button.setToolTip("Write what you would never send; it is kept nowhere and shredded")
        button.clicked.connect(self._shelf.write_unsent)
        return button

    def _fill_print(self, menu: QMenu) -> None:
        for kind, words in (
            ("labels", "Address labels…"),
            ("envelopes", "Envelopes…"),
            ("tag", "A gift tag…"),
            ("calibration", "The calibration sheet of a printer…"),
        ):
            menu.addAction(words, lambda kind=kind: self._shelf.print_out(kind))
        if lunches := self._shelf.lunches():
            briefs = menu.addMenu("The brief for a lunch")
            for step, words in lunches:
                briefs.addAction(words.replace("&", "&&"), lambda step=step: self._shelf.print_brief(step))

    def _section(self, title: str, rows: list[NoteRow], icon: str, token: str) -> None:
        if not rows:
            return
        self._column.addWidget(SectionLabel(self._theme, title))
        card = Card(self._theme, padding=8, gap=0)
        for number, row in enumerate(rows):
            if number:
                card.body.addWidget(Divider(self._theme))
            line = ListRow(
                self._theme, row.name, row.detail, row.trailing, icon=icon, token=token, active=True
            )
            line.setMinimumHeight(self._theme.em(44))
            line.activated.connect(lambda target=row.target: self._shelf.open(target))
            card.body.addWidget(line)
        self._column.addWidget(card)
