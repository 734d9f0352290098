# SPDX-License-Identifier: MIT
"""One line that logs a call, a meeting or a message; what was heard in it can be noted at once."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.person.heard import HeardBar
from winback_desktop.ui.customers.person.presenter import TOUCHES, Person
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import SecondaryButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextLine


class TouchLine(QWidget):
    """Enter logs it; the words stay until that was possible."""

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__()
        self._person = person
        self._contact = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(8)
        self._line = TextLine("What you talked about", placeholder="What did you talk about?")
        self._line.returnPressed.connect(self._log)
        self._field = FormField(theme, "", self._line)
        self._field.label.hide()
        column.addWidget(self._field)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        self._kind = Choice(theme, "Kind of contact", TOUCHES)
        self._kind.setMinimumContentsLength(8)
        self._day = DateField(theme, "Day of the contact", None, person.today)
        log = SecondaryButton(theme, "Log it", "check")
        log.clicked.connect(self._log)
        row.addWidget(self._kind, 2)
        row.addWidget(self._day, 3)
        row.addWidget(log)
        column.addLayout(row)
        self._heard = HeardBar(theme, "Did you hear something to remember?")
        self._heard.accepted.connect(self._accept)
        column.addWidget(self._heard)
        self._said = ""
        person.refused.connect(self._refused)

    def show_contact(self, contact: int, deleted: bool) -> None:
        """Another person's page is shown: nothing of the one before stays."""
        if contact != self._contact:
            self._contact = contact
            self._line.clear()
            self._day.set_day(self._person.today())
            self._heard.show_rows(())
        self.setVisible(not deleted)

    def _log(self) -> None:
        self._field.set_error(self._day.error)
        words = self._line.text().strip()
        if self._day.error or not self._person.log_touch(self._kind.current(), words, self._day.day()):
            return
        self._field.set_error("")
        self._said = words
        self._line.clear()
        self._day.set_day(self._person.today())
        self._heard.show_rows(self._person.knowing.hear(words))

    def _accept(self, place: int) -> None:
        self._person.knowing.accept(place)
        self._heard.show_rows(self._person.knowing.hear(self._said))

    def _refused(self, sentence: str, field: str) -> None:
        if field == "touch":
            self._field.set_error(sentence)
