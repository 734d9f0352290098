# SPDX-License-Identifier: MIT
"""They ask for no contact: by which way, about what, since when, and how they said it."""

from PySide6.QtWidgets import QWidget

from winback_desktop.ui.customers.person.pair import Pair
from winback_desktop.ui.customers.person.presenter import CHANNELS, SCOPES, Person
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


class NoContactSheet(Sheet):
    """Whatever they named, nothing is planned towards them any more; the rest is remembered."""

    def __init__(self, host: QWidget, person: Person, theme: Theme) -> None:
        super().__init__(theme, host, "They ask for no contact", width=520)
        self._person = person
        words = (
            "Everything planned towards them is dropped at once, whichever way they named; "
            "what is good for you stays."
        )
        self.content.addWidget(PlainLabel(theme, words, "secondary", wrap=True))
        self._channel = Choice(theme, "Which way", CHANNELS)
        self._scope = Choice(theme, "About what", SCOPES)
        self._since = DateField(theme, "Since", person.today(), person.today)
        self._how = TextLine("How they said it", placeholder="By phone, in a letter…")
        self._fields = {
            "since": FormField(theme, "Since", self._since),
            "reason": FormField(theme, "How they said it", self._how),
        }
        self.content.addWidget(
            Pair(
                theme,
                FormField(theme, "Which way", self._channel),
                FormField(theme, "About what", self._scope),
            )
        )
        self.content.addWidget(Pair(theme, self._fields["since"], self._fields["reason"]))
        self.content.addStretch(1)
        leave = QuietButton(theme, "Leave it as it is")
        leave.clicked.connect(self.dismiss)
        respect = PrimaryButton(theme, "Respect it")
        respect.clicked.connect(self._go)
        self._how.returnPressed.connect(self._go)
        self.buttons.addStretch(1)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(respect)
        person.refused.connect(self._refused)
        self.closed.connect(lambda: person.refused.disconnect(self._refused))
        self.closed.connect(self.deleteLater)
        self.open()

    def _go(self) -> None:
        self._fields["since"].set_error(self._since.error)
        if not self._since.error and self._person.ask_no_contact(
            self._how.text(), self._since.day(), self._channel.current(), self._scope.current()
        ):
            self.finish()

    def _refused(self, sentence: str, field: str) -> None:
        if field == "no-contact":
            self._fields["since" if "day" in sentence else "reason"].set_error(sentence)
