# SPDX-License-Identifier: MIT
"""The editors of the settings page, each bound to one setting."""

from collections.abc import Callable

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QTimeEdit, QWidget

from winback_desktop.ui.widgets.fields import TextLine


class Number(QSpinBox):
    """A whole number that is stored when left or stepped; the wheel scrolls the page instead."""

    def __init__(self, name: str, low: int, high: int, value: int, changed: Callable[[int], None]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setValue(value)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(changed)

    def show_value(self, value: int) -> None:
        """Show a value without storing it."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def wheelEvent(self, event) -> None:
        event.ignore()


class TimeOfDay(QTimeEdit):
    """A time of day that is stored when left or stepped."""

    def __init__(self, name: str, value, changed: Callable[[object], None]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.show_value(value)
        self.timeChanged.connect(lambda now: changed(now.toPython()))

    def show_value(self, value) -> None:
        """Show a value without storing it."""
        self.blockSignals(True)
        self.setTime(QTime(value.hour, value.minute))
        self.blockSignals(False)

    def wheelEvent(self, event) -> None:
        event.ignore()


def text_line(name: str, value: str, changed: Callable[[str], None], placeholder: str = "") -> TextLine:
    """A line that is stored when it is left or Enter is pressed."""
    line = TextLine(name, value, placeholder)
    line.left.connect(lambda: changed(line.text().strip()))
    line.returnPressed.connect(lambda: changed(line.text().strip()))
    return line


def side_by_side(*widgets: QWidget) -> QWidget:
    """Widgets in one row."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, 1)
    return holder
