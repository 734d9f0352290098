# SPDX-License-Identifier: MIT
"""The choices for one kind of paper: size, the way, sheets, cover, sender, used labels and people."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from winback_desktop.ui.paperwork import choices
from winback_desktop.ui.paperwork.people import PeopleField
from winback_desktop.ui.paperwork.presenter import PrintDesk
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.choices import Check, Choice
from winback_desktop.ui.widgets.fields import FormField, TextArea, TextLine

_SIZE_WORDS = {
    choices.NOTE: "Card",
    choices.ENVELOPES: "Envelope",
    choices.LABELS: "Label sheet",
    choices.TAG_KIND: "Tag",
}


class PaperFields(QWidget):
    """Shows what makes sense for the desk's kind of print and tells the desk at once."""

    def __init__(self, theme: Theme, desk: PrintDesk) -> None:
        super().__init__()
        self._theme, self._desk = theme, desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if desk.chooses_people:
            self.people = PeopleField(theme, desk.people_found)
            self.people.changed.connect(desk.choose_people)
            column.addWidget(self.people)
        if desk.kind == choices.TAG_KIND:
            self.text = TextArea("Words on the tag", desk.text, rows=2)
            self.text.textChanged.connect(lambda: desk.set_text(self.text.toPlainText()))
            column.addWidget(FormField(theme, "Words on the tag", self.text))
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._places = 0
        column.addLayout(self._grid)
        self._add_sizes()
        self._add_ways()
        self._add_own_size()
        self._add_cover(column)
        if desk.kind == choices.ENVELOPES:
            sender = Check(theme, "With your return address", desk.chosen.sender)
            sender.toggled.connect(lambda on: desk.choose(sender=on))
            column.addWidget(sender)

    def refresh(self) -> None:
        """Show what is chosen now."""
        desk = self._desk
        self.size.set_current(desk.chosen.size)
        self._own_field.setVisible(desk.chosen.size == choices.OWN_SIZE)
        self._cover_field.setVisible(desk.folded)

    def _add_sizes(self) -> None:
        desk, label = self._desk, _SIZE_WORDS.get(self._desk.kind, "Paper")
        self.size = Choice(self._theme, label, choices.sizes(desk.kind), desk.chosen.size)
        self.size.currentIndexChanged.connect(lambda: desk.choose(size=self.size.current()))
        self._place(FormField(self._theme, label, self.size))

    def _add_ways(self) -> None:
        desk = self._desk
        if desk.kind == choices.NOTE:
            self.mode = Choice(self._theme, "The way", choices.MODES, desk.chosen.mode)
            self.mode.currentIndexChanged.connect(lambda: desk.choose(mode=self.mode.current()))
            self._place(FormField(self._theme, "The way", self.mode))
        if sheets := choices.sheets(desk.kind):
            self.sheet = Choice(self._theme, "Paper", sheets, desk.chosen.sheet)
            self.sheet.currentIndexChanged.connect(lambda: desk.choose(sheet=self.sheet.current()))
            self._place(FormField(self._theme, "Paper", self.sheet))
        if desk.kind == choices.LABELS:
            gone = [(str(number), "None" if not number else str(number)) for number in range(30)]
            self.used = Choice(self._theme, "Labels already used", gone, str(desk.chosen.used))
            self.used.currentIndexChanged.connect(lambda: desk.choose(used=int(self.used.current())))
            self._place(FormField(self._theme, "Labels already used", self.used))

    def _add_own_size(self) -> None:
        desk = self._desk
        self.own = TextLine("Your own size", desk.chosen.own_size, "105x148mm or 5x7in")
        self.own.textChanged.connect(lambda text: desk.choose(own_size=text))
        hint = "Width and height with their unit."
        self._own_field = FormField(self._theme, "Your own size", self.own, hint)
        self._place(self._own_field)

    def _add_cover(self, column: QVBoxLayout) -> None:
        desk = self._desk
        self.cover = TextLine("On the front of the card", desk.chosen.cover, "Thank you")
        self.cover.textChanged.connect(lambda text: desk.choose(cover=text))
        hint = "Printed on the outer side; leave it empty to print the inner side alone."
        self._cover_field = FormField(self._theme, "On the front of the card", self.cover, hint)
        column.addWidget(self._cover_field)

    def _place(self, field: QWidget) -> None:
        self._grid.addWidget(field, self._places // 2, self._places % 2)
        self._places += 1
