# SPDX-License-Identifier: MIT
"""The people the owner leans on; while there is nobody, concrete ways to find somebody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.presenter import Wellbeing
from winback_desktop.ui.wellbeing.reach import reach_buttons
from winback_desktop.ui.wellbeing.rows import HelperRow
from winback_desktop.ui.wellbeing.sheets import FormSheet, Refused
from winback_desktop.ui.wellbeing.two_lines import two_lines
from winback_desktop.ui.widgets.buttons import QuietButton
from winback_desktop.ui.widgets.cards import Card, Divider, Glyph
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import TextArea, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.segments import SegmentedControl


class LeanCard(Card):
    """Names with the last talk; the one not asked for longest comes first."""

    def __init__(self, theme: Theme, presenter: Wellbeing) -> None:
        super().__init__(theme, padding=12, gap=4)
        self._presenter = presenter
        self._seeking = presenter.seeking[0][0]

    def refresh(self) -> None:
        """Draw the list, or the ways to find somebody."""
        empty_layout(self.body)
        people = self._presenter.helpers()
        for place, row in enumerate(people):
            if place:
                self.body.addWidget(Divider(self._theme))
            first = row.suggested and len(people) > 1
            chip = "ask next" if first else ""
            line = two_lines(self._theme, row.name, row.why, row.last, icon="phone", chip=chip)
            line.activated.connect(lambda row=row: self.open(row))
            self.body.addWidget(line)
        if not people:
            self._draw_seeking()
        self.add = QuietButton(self._theme, "Add somebody…", "user-plus")
        self.add.clicked.connect(self.add_somebody)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    def first(self) -> QWidget:
        """Open the card of the suggested one, or the sheet to add somebody."""
        people = self._presenter.helpers()
        return self.open(people[0]) if people else self.add_somebody()

    def open(self, row: HelperRow) -> "HelperSheet":
        """The card of somebody."""
        sheet = HelperSheet(self._theme, self.window(), self._presenter, row)
        sheet.open()
        return sheet

    def add_somebody(self) -> "NewHelperSheet":
        """Put somebody on the list."""
        sheet = NewHelperSheet(self._theme, self.window(), self._presenter)
        sheet.open()
        return sheet

    def _draw_seeking(self) -> None:
        theme = self._theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(8)
        column.addWidget(PlainLabel(theme, "Find somebody to lean on", "item", wrap=True))
        sentence = "Said aloud to the right person, it weighs less. Whom are you looking for?"
        column.addWidget(PlainLabel(theme, sentence, "secondary", wrap=True))
        choices = [(key, word) for key, word, _ in self._presenter.seeking]
        self.kinds = SegmentedControl(theme, "Whom are you looking for?", choices, self._seeking)
        column.addWidget(self.kinds)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(6)
        column.addLayout(self._ways)
        self.kinds.chosen.connect(self._seek)
        self.body.addWidget(box)
        self._seek(self._seeking)

    def _seek(self, kind: str) -> None:
        self._seeking = kind or self._seeking
        self.kinds.set_current(self._seeking)
        empty_layout(self._ways)
        ways = next(ways for key, _, ways in self._presenter.seeking if key == self._seeking)
        for way in ways:
            holder = QWidget()
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            line.addWidget(Glyph(self._theme, "chevron-right", "accent", 15), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PlainLabel(self._theme, way, "body", wrap=True), 1)
            self._ways.addWidget(holder)


class NewHelperSheet(FormSheet):
    """Who it is, how to reach them and why they help."""

    def __init__(self, theme: Theme, host: QWidget, presenter: Wellbeing) -> None:
        super().__init__(theme, host, "Somebody to lean on", "Put them on the list", "user-plus")
        self._presenter = presenter
        self.name = TextLine("Name")
        self.phone = TextLine("Phone")
        self.email = TextLine("E-mail")
        self.why = TextLine(
            "Why they help", placeholder="Asks good questions, makes me laugh, has been there"
        )
        self.add_field("name", "Name", self.name, "Somebody you know already is found by their name.")
        self.add_field("phone", "Phone", self.phone)
        self.add_field("email", "E-mail", self.email)
        self.add_field("why", "Why they help", self.why)
        self.end()

    def store(self, refused: Refused) -> bool:
        """Put them on the list."""
        return self._presenter.add_helper(
            self.name.text(), self.phone.text(), self.email.text(), self.why.text(), refused
        )


class HelperSheet(FormSheet):
    """Call, write, note a talk; the details below can be changed."""

    def __init__(self, theme: Theme, host: QWidget, presenter: Wellbeing, row: HelperRow) -> None:
        super().__init__(theme, host, row.name, "We talked", "check", about=row.contact)
        self._presenter, self._row = presenter, row
        about = ". ".join(filter(None, (row.why.rstrip("."), f"Last talk: {row.last}"))) + "."
        self.say(about)
        ways = reach_buttons(theme, row.name, row.phone, row.email)
        if ways is not None:
            self.content.addLayout(ways)
        self.said = TextArea("What you talked about", rows=2)
        self.add_field("said", "What you talked about, if you like", self.said)
        self.on = DateField(theme, "When", presenter.today(), presenter.today)
        self.add_field("on", "When", self.on)
        talks = presenter.talks(row.contact)
        if talks:
            self.content.addWidget(SectionLabel(theme, "Talks so far"))
            for day, words in talks:
                self.content.addWidget(PlainLabel(theme, f"{day}: {words}", "secondary", wrap=True))
        self.content.addWidget(SectionLabel(theme, "How to reach them"))
        self.phone = TextLine("Phone", row.phone, "Phone")
        self.email = TextLine("E-mail", row.email, "E-mail")
        self.why = TextLine("Why they help", row.why, "Why they help")
        for key, editor in (("phone", self.phone), ("email", self.email), ("why", self.why)):
            self.fields[key] = self._bare(editor)
            editor.left.connect(self._keep)
        self.end()
        off = QuietButton(theme, "Take off the list", "x")
        off.clicked.connect(self._take_off)
        self.buttons.insertWidget(0, off)

    def store(self, refused: Refused) -> bool:
        """Note the talk."""
        if self.on.error:
            refused(self.on.error, "on")
            return False
        return self._presenter.log_talk(self._row.contact, self.said.toPlainText(), self.on.day(), refused)

    def _bare(self, editor: TextLine):
        from winback_desktop.ui.widgets.fields import FormField

        field = FormField(self._theme, editor.accessibleName(), editor)
        self.content.addWidget(field)
        return field

    def _keep(self) -> None:
        new = (self.phone.text().strip(), self.email.text().strip(), self.why.text().strip())
        if new != (self._row.phone, self._row.email, self._row.why):
            self._row = self._row._replace(phone=new[0], email=new[1], why=new[2])
            self._presenter.edit_helper(self._row.contact, *new, self.refused)

    def _take_off(self) -> None:
        self._presenter.stop_leaning(self._row.contact)
        self.finish()
