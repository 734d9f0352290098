# SPDX-License-Identifier: MIT
"""Taking the chosen days off: first, last and what for, with a refusal beside its field."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

Refused = Callable[[str, str], None]
Add = Callable[[date | None, date | None, str, Refused], bool]


class DayOffSheet(Sheet):
    """``add(first, last, label, refused)`` stores them; the sheet stays open when it says no."""

    def __init__(self, theme: Theme, host: QWidget, first: date, last: date, add: Add) -> None:
        super().__init__(theme, host, "Take days off", width=480)
        self._add = add
        says = "Nothing is planned on them, and quiet time skips them. Steps already planned stay."
        self.content.addWidget(PlainLabel(theme, says, "secondary", wrap=True))
        self.first, self.last = (
            DateField(theme, name, day, lambda: first)
            for name, day in (("First day", first), ("Last day", last))
        )
        self.label = TextLine("What for", "", "Holiday, conference, …")
        editors = {"first": self.first, "last": self.last, "label": self.label}
        names = {"first": "First day", "last": "Last day", "label": "What for"}
        self.fields = {key: FormField(theme, names[key], editor) for key, editor in editors.items()}
        for field in self.fields.values():
            self.content.addWidget(field)
        self.content.addStretch(1)
        leave = QuietButton(theme, "Not now")
        leave.clicked.connect(self.dismiss)
        take = PrimaryButton(theme, "Take them off", "check")
        take.clicked.connect(self._store)
        self.label.returnPressed.connect(self._store)
        self.buttons.addStretch(1)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(take)
        self.closed.connect(self.deleteLater)

    def _store(self) -> None:
        for key, editor in (("first", self.first), ("last", self.last)):
            self.fields[key].set_error(editor.error)
            if editor.error:
                return
        if self._add(self.first.day(), self.last.day(), self.label.text(), self._refused):
            self.finish()

    def _refused(self, sentence: str, field: str) -> None:
        self.fields.get(field, self.fields["first"]).set_error(sentence)
