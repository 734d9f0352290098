# SPDX-License-Identifier: MIT
"""Asks whom a note is for and why, by typing a few letters of the name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from winback_desktop.ui.notes.shelf import NoteShelf
from winback_desktop.ui.notes.words import OCCASIONS
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.offer_list import Offer, OfferList
from winback_desktop.ui.widgets.sheet import Sheet


class PersonSheet(Sheet):
    """Up and Down move through the people found, Enter begins the note."""

    def __init__(self, theme: Theme, host: QWidget, shelf: NoteShelf) -> None:
        super().__init__(theme, host, "Write a note", width=520)
        self._shelf = shelf
        self.line = _Line("Whom the note is for", placeholder="A name or an organisation")
        self.line.textChanged.connect(self._search)
        self._field = FormField(theme, "Whom the note is for", self.line)
        self.content.addWidget(self._field)
        self.people = OfferList(theme, "People found", self)
        self.people.chosen.connect(lambda _: self.line.setFocus())
        self.line.moved.connect(self.people.move)
        self.line.returnPressed.connect(self._begin)
        self.content.addWidget(self.people)
        self._nobody = PlainLabel(theme, "", "secondary", wrap=True)
        self.content.addWidget(self._nobody)
        kinds = [(str(occasion), words) for occasion, words in OCCASIONS.items()]
        self.occasion = Choice(theme, "What for", kinds, "hello")
        self.content.addWidget(FormField(theme, "What for", self.occasion))
        cancel = QuietButton(theme, "Not now")
        cancel.clicked.connect(self.dismiss)
        self.go = PrimaryButton(theme, "Begin the note", "pen-line")
        self.go.clicked.connect(self._begin)
        self.buttons.addStretch(1)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go)
        self._search()

    def _search(self) -> None:
        text = self.line.text()
        found = self._shelf.people(text)
        self.people.set_offers([Offer(str(contact), name, firm, "users") for contact, name, firm in found])
        if found and text.strip():
            self.people.setCurrentRow(0)
        nobody = f"Nobody is called “{text.strip()}”." if text.strip() else "There is nobody to write to yet."
        self._nobody.setText(nobody)
        self._nobody.setVisible(not found)
        self._field.set_error("")

    def _begin(self) -> None:
        marked = self.people.marked()
        if not marked:
            self._field.set_error("Choose who the note is for.")
            self.line.setFocus()
            return
        self.finish()
        self._shelf.write_to(int(marked), self.occasion.current())


class _Line(TextLine):
    """The list below has no keyboard of its own: the arrows are passed on to it."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)
