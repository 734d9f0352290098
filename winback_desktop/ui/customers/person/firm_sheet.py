# SPDX-License-Identifier: MIT
"""They work elsewhere now: where, since when, and what that means for letters and the path back."""

from PySide6.QtWidgets import QWidget

from winback_desktop.ui.customers.person.pair import Pair
from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


class FirmSheet(Sheet):
    """The firm may be left empty while nobody knows it yet."""

    def __init__(self, host: QWidget, person: Person, theme: Theme) -> None:
        super().__init__(theme, host, "They work elsewhere now", width=520)
        self._person = person
        words = (
            "What is planned towards them goes on: it is about the person. Addresses of the old firm end, "
            "so that no letter goes there; one marked as home stays."
        )
        self.content.addWidget(PlainLabel(theme, words, "secondary", wrap=True))
        self._firm = TextLine("New firm", placeholder="Not known yet")
        self._title = TextLine("Job title")
        self._since = DateField(theme, "Since", person.today(), person.today)
        self._fields = {
            "organisation": FormField(theme, "New firm", self._firm),
            "job_title": FormField(theme, "Job title", self._title),
            "since": FormField(theme, "Since", self._since),
        }
        self.content.addWidget(Pair(theme, self._fields["organisation"], self._fields["job_title"]))
        self.content.addWidget(Pair(theme, self._fields["since"], QWidget()))
        self.content.addStretch(1)
        leave = QuietButton(theme, "Not now")
        leave.clicked.connect(self.dismiss)
        keep = PrimaryButton(theme, "Write it down", "building-2")
        keep.clicked.connect(self._keep)
        self.buttons.addStretch(1)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(keep)
        for line in (self._firm, self._title):
            line.returnPressed.connect(self._keep)
        self.closed.connect(self.deleteLater)
        self.open()

    def _keep(self) -> None:
        for field in self._fields.values():
            field.set_error("")
        day = self._since.day()
        if self._since.error or day is None:
            self._fields["since"].set_error(self._since.error or "Say since when, if only about.")
        elif self._person.change_firm(self._firm.text(), self._title.text(), day, self._refused):
            self.finish()

    def _refused(self, sentence: str, field: str) -> None:
        self._fields.get(field, self._fields["organisation"]).set_error(sentence)
