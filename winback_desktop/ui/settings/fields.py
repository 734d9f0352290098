# SPDX-License-Identifier: MIT
"""The editors of the settings page, each bound to one setting."""

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QHBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import TextLine


class Number(Choice):
    """A whole number from a small range."""

    def __init__(
        self, theme: Theme, name: str, numbers: range, value: int, changed: Callable[[int], None]
    ) -> None:
        super().__init__(theme, name, [(str(number), str(number)) for number in numbers], str(value))
        self.currentIndexChanged.connect(lambda _: changed(int(self.current())))


class TimeOfDay(Choice):
    """A time of day, every half hour; one that was set otherwise is offered too."""

    def __init__(self, theme: Theme, name: str, value: time, changed: Callable[[time], None]) -> None:
        super().__init__(theme, name)
        self.show_time(value)
        self.currentIndexChanged.connect(lambda _: changed(time.fromisoformat(self.current())))

    def show_time(self, value: time) -> None:
        """Show a time without storing it."""
        hours = {time(half // 2, half % 2 * 30) for half in range(48)} | {value}
        words = [at.isoformat("minutes") for at in sorted(hours)]
        self.set_choices([(at, at) for at in words], value.isoformat("minutes"))


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
