# SPDX-License-Identifier: MIT
"""The frame of the small sheets over the page, and the one that asks for a single line."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

Refused = Callable[[str, str], None]

_KEPT: WeakKeyDictionary[QWidget, dict[str, dict[str, str]]] = WeakKeyDictionary()
"""What was typed into sheets that were dismissed, by window, sheet and field."""


class FormSheet(Sheet):
    """A few fields and one button; a refusal stands under its field, or under the first one.

    What was typed and not stored is there again when a sheet of the same kind is opened for the same thing,
    which ``about`` numbers.
    """

    def __init__(
        self, theme: Theme, host: QWidget, title: str, button: str, icon: str = "check", *, about: int = 0
    ) -> None:
        super().__init__(theme, host, title, width=520)
        self.fields: dict[str, FormField] = {}
        self._initial: dict[str, str] = {}
        self._drafts = _KEPT.setdefault(host, {})
        self._key = f"{type(self).__name__} {about or title}"
        self.dismissed.connect(self._keep_typed)
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
        """All fields are there: show what was typed before and not stored."""
        self.content.addStretch(1)
        self._initial = self._typed()
        for key, text in self._drafts.get(self._key, {}).items():
            _write(self.fields[key].editor, text)

    def submit(self) -> None:
        """Store it, and close when it was stored."""
        for field in self.fields.values():
            field.set_error("")
        if self.store(self.refused):
            self._drafts.pop(self._key, None)
            self.finish()

    def store(self, refused: Refused) -> bool:
        """What the button does; True when it was stored."""
        raise NotImplementedError

    def refused(self, sentence: str, field: str) -> None:
        """Say why not, in place."""
        shown = self.fields.get(field) or next(iter(self.fields.values()))
        shown.set_error(sentence)

    def _typed(self) -> dict[str, str]:
        texts = {key: _text(field.editor) for key, field in self.fields.items()}
        return {key: text for key, text in texts.items() if text is not None}

    def _keep_typed(self) -> None:
        new = {key: text for key, text in self._typed().items() if text != self._initial.get(key)}
        self._drafts[self._key] = new


def _text(editor: QWidget) -> str | None:
    if isinstance(editor, TextLine):
        return editor.text()
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else None


def _write(editor: QWidget, text: str) -> None:
    if isinstance(editor, TextLine):
        editor.setText(text)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)


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
