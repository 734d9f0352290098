# SPDX-License-Identifier: MIT
"""The frame of the small sheets over the page, and the one that asks for a single line."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

Refused = Callable[[str, str], None]


class FormSheet(Sheet):
    """A few fields and one button; a refusal stands under its field, or under the first one."""

    def __init__(self, theme: Theme, host: QWidget, title: str, button: str, icon: str = "check") -> None:
        super().__init__(theme, host, title, width=520)
        self.fields: dict[str, FormField] = {}
        self.closed.connect(self.deleteLater)
        leave = QuietButton(theme, "Not now")
        leave.clicked.connect(self.dismiss)
        self.go = PrimaryButton(theme, button, icon)
        self.go.clicked.connect(self.submit)
        self.buttons.addStretch(1)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(self.go)

    def say(self, sentence: str) -> None:
        """A sentence above the fields."""
        self.content.addWidget(PlainLabel(self._theme, sentence, "secondary", wrap=True))

    def add_field(self, key: str, label: str, editor: QWidget, hint: str = "") -> FormField:
        """A field; Enter in a line submits."""
        self.fields[key] = FormField(self._theme, label, editor, hint)
        self.content.addWidget(self.fields[key])
        if isinstance(editor, TextLine):
            editor.returnPressed.connect(self.submit)
        return self.fields[key]

    def end(self) -> None:
        """All fields are there."""
        self.content.addStretch(1)

    def submit(self) -> None:
        """Store it, and close when it was stored."""
        for field in self.fields.values():
            field.set_error("")
        if self.store(self.refused):
            self.finish()

    def store(self, refused: Refused) -> bool:
        """What the button does; True when it was stored."""
        raise NotImplementedError

    def refused(self, sentence: str, field: str) -> None:
        """Say why not, in place."""
        shown = self.fields.get(field) or next(iter(self.fields.values()))
        shown.set_error(sentence)


class _LineSheet(FormSheet):
    def __init__(
        self, theme: Theme, host: QWidget, title: str, button: str, act: Callable[[str, Refused], bool]
    ) -> None:
        super().__init__(theme, host, title, button)
        self._act = act
        self.line = TextLine(title, placeholder="A word is enough")

    def store(self, refused: Refused) -> bool:
        return self._act(self.line.text().strip(), refused)


def ask_line(
    theme: Theme,
    host: QWidget,
    title: str,
    sentence: str,
    button: str,
    act: Callable[[str, Refused], bool],
    label: str = "Why?",
) -> FormSheet:
    """Open a sheet with one line; it closes when ``act(text, refused)`` answers True."""
    sheet = _LineSheet(theme, host, title, button, act)
    sheet.say(sentence)
    sheet.add_field("line", label, sheet.line)
    sheet.end()
    sheet.open()
    return sheet
