# SPDX-License-Identifier: MIT
"""Small sheets about gifts: what one cost or why it came back, and what a firm lets its people accept."""

from PySide6.QtWidgets import QWidget

from winback_desktop.ui.customers.person.pair import Pair
from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.rows import GiftRow, PolicyRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextArea, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_COSTS = ("bought", "sent")


class MarkSheet(Sheet):
    """One line: the cost when it was bought or sent, else the reason. Both may stay empty."""

    def __init__(self, host: QWidget, person: Person, theme: Theme, gift: GiftRow, state: str) -> None:
        super().__init__(theme, host, f"{gift.title}: {state}", width=440)
        self._person, self._gift, self._state = person, gift, state
        words = "What did it cost? (optional)" if state in _COSTS else "Why, if they said? (optional)"
        self._line = TextLine(words, gift.cost if state in _COSTS else "")
        self._field = FormField(theme, words, self._line)
        self.content.addWidget(self._field)
        self._year = PlainLabel(theme, "", "hint", wrap=True)
        self.content.addWidget(self._year)
        self._line.textChanged.connect(self._show_year)
        self._show_year()
        self.content.addStretch(1)
        leave = QuietButton(theme, "Leave it as it is")
        leave.clicked.connect(self.dismiss)
        mark = PrimaryButton(theme, f"Mark as {state}", "check")
        mark.clicked.connect(self._go)
        self._line.returnPressed.connect(self._go)
        self.buttons.addStretch(1)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(mark)
        person.refused.connect(self._refused)
        self.closed.connect(lambda: person.refused.disconnect(self._refused))
        self.closed.connect(self.deleteLater)
        self.open()

    def _show_year(self) -> None:
        note = (
            self._person.giving.year_note(self._gift.id, self._line.text()) if self._state in _COSTS else ""
        )
        self._year.setText(note)
        self._year.setVisible(bool(note))

    def _go(self) -> None:
        typed = self._line.text().strip()
        cost, reason = (typed, "") if self._state in _COSTS else ("", typed)
        if self._person.giving.mark(self._gift.id, self._state, cost, reason):
            self.finish()

    def _refused(self, sentence: str, field: str) -> None:
        if field == "gift":
            self._field.set_error(sentence)


class PolicySheet(Sheet):
    """Limits with where they were read and when; what is noted warns and never forbids."""

    def __init__(self, host: QWidget, person: Person, theme: Theme) -> None:
        firm = person.screen.fields.organisation
        super().__init__(theme, host, f"What {firm} lets its people accept", width=520)
        self._person = person
        row = person.giving.policy()
        words = "As you found it. You are reminded of it beside the gift ideas; it is no advice."
        self.content.addWidget(PlainLabel(theme, words, "secondary", wrap=True))
        self._known = dict(person.giving.known_policies())
        choices = [("", "Nothing yet"), *((sector, sector) for sector in self._known)]
        self._sector = Choice(theme, "Start from what a sector allows", choices)
        self._sector.currentIndexChanged.connect(lambda _: self._fill())
        self._gift = TextLine("At most for a gift", row.per_gift, "50")
        self._year = TextLine("At most in a year", row.per_year)
        self._currency = TextLine("Currency", row.currency)
        self._source = TextLine("Where you read it", row.source, "Their web page, an e-mail…")
        self._checked = DateField(theme, "Checked on", row.checked_on or person.today(), person.today)
        self._words = TextArea("In short", row.words, rows=2)
        first = FormField(theme, "At most for a gift", self._gift)
        day = FormField(theme, "Checked on", self._checked)
        self._fields = {"policy": first, "checked_on": day}
        self.content.addWidget(FormField(theme, "Start from what a sector allows", self._sector))
        year, currency = FormField(theme, "At most in a year", self._year), self._currency
        self.content.addWidget(
            Pair(theme, first, year, FormField(theme, "Currency", currency), shares=(3, 3, 2))
        )
        self.content.addWidget(Pair(theme, FormField(theme, "Where you read it", self._source), day))
        self.content.addWidget(FormField(theme, "In short", self._words))
        self.content.addStretch(1)
        leave = QuietButton(theme, "Not now")
        leave.clicked.connect(self.dismiss)
        note = PrimaryButton(theme, "Note it", "check")
        note.clicked.connect(self._go)
        self.buttons.addStretch(1)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(note)
        person.refused.connect(self._refused)
        self.closed.connect(lambda: person.refused.disconnect(self._refused))
        self.closed.connect(self.deleteLater)
        self.open()

    def _fill(self) -> None:
        """Take over what a sector allows; every line stays the owner's to change."""
        row = self._known.get(self._sector.current())
        if row is None:
            return
        self._gift.setText(row.per_gift)
        self._year.setText(row.per_year)
        self._currency.setText(row.currency)
        self._source.setText(row.source)
        self._source.setCursorPosition(0)
        self._words.setPlainText(row.words)
        self._checked.set_day(row.checked_on)

    def _go(self) -> None:
        self._fields["checked_on"].set_error(self._checked.error)
        texts = (line.text() for line in (self._gift, self._year, self._source))
        row = PolicyRow(*texts, self._checked.day(), self._words.toPlainText(), self._currency.text())
        if not self._checked.error and self._person.giving.save_policy(row):
            self.finish()

    def _refused(self, sentence: str, field: str) -> None:
        if field == "policy":
            self._fields["checked_on" if "after today" in sentence else "policy"].set_error(sentence)
