# SPDX-License-Identifier: MIT
"""Form fields side by side where there is room, and one under the other where there is none."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from winback_desktop.ui.theme import Theme

_NARROW = 400


class Pair(QWidget):
    """Widgets in one row, of equal shares where no others are given."""

    def __init__(self, theme: Theme, *widgets: QWidget, shares: tuple[int, ...] = (1, 1)) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        for widget, share in zip(widgets, shares, strict=True):
            self._row.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.em(_NARROW)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
