# SPDX-License-Identifier: MIT
"""A day to propose or agree on, with what speaks against it said at once under it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField
from winback_desktop.ui.widgets.labels import PlainLabel


class DayRow(QWidget):
    """``about(day)`` answers (sentence, forbidden)."""

    changed = Signal()

    def __init__(
        self, theme: Theme, label: str, about: Callable[[date], tuple[str, bool]], today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._about = about
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.editor = DateField(theme, label, today=today)
        self.field = FormField(theme, label, self.editor)
        self.words = PlainLabel(theme, "", "hint", wrap=True)
        column.addWidget(self.field)
        column.addWidget(self.words)
        column.addStretch(1)
        self.words.hide()
        self.editor.changed.connect(self._edited)

    def day(self) -> date | None:
        """The day typed."""
        return self.editor.day()

    def set_day(self, day: date | None) -> None:
        """Show a day and what speaks against it."""
        self.editor.set_day(day)
        self._look()

    def is_wrong(self) -> bool:
        """Whether the day can't be taken as it is typed."""
        return bool(self.field.error)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the day."""
        self.field.set_error(sentence)

    def _edited(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        day = self.editor.day()
        sentence, forbidden = self._about(day) if day else (self.editor.error, True)
        self.field.set_error(sentence if forbidden else "")
        doubt = "" if forbidden else sentence
        self.words.setText(doubt)
        self.words.setVisible(bool(doubt))
