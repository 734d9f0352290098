# SPDX-License-Identifier: MIT
"""The rounded frame around the grid, with the names of the weekdays on top."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from winback_desktop.ui.calendar.words import weekday_names
from winback_desktop.ui.theme import Theme

_RADIUS = 12


class WeekdayBar(QWidget):
    """Seven names over seven columns."""

    def __init__(self, theme: Theme, grid: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._grid = theme, grid
        self._names = weekday_names(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_week_start(self, first: int) -> None:
        """Begin with another weekday, Monday = 0."""
        self._names = weekday_names(first)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, QFontMetrics(self._theme.font(0.9, 600)).height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(0.9, 600))
        painter.setPen(self._theme.colour("text2"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for column, name in enumerate(self._names):
            left, width = self._column(6 - column if rtl else column)
            painter.drawText(QRect(left, 0, width, self.height()), Qt.AlignmentFlag.AlignCenter, name)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("divider"))

    def _column(self, column: int) -> tuple[int, int]:
        left = self.width() * column // 7
        return left, self.width() * (column + 1) // 7 - left


class Rounded(QWidget):
    """Lies over a rectangular child and rounds its corners; the mouse goes through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(self.parentWidget().rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outside, inside = QPainterPath(), QPainterPath()
        for left in (0, self.width() - _RADIUS):
            for top in (0, self.height() - _RADIUS):
                outside.addRect(left, top, _RADIUS, _RADIUS)  # all else of the frame is left alone
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        inside.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.fillPath(outside.subtracted(inside), self._theme.colour("window"))
        painter.setPen(QPen(self._theme.colour("border"), 2 if self._theme.tokens.contrast else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)


class GridFrame(QWidget):
    """Weekday names and grid in one rounded frame."""

    def __init__(self, theme: Theme, grid: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        self.weekdays = WeekdayBar(theme, grid)
        column.addWidget(self.weekdays)
        column.addWidget(grid, 1)
        self._rounded = Rounded(theme, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rounded.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))


class ListFrame(QWidget):
    """A list on a rounded surface."""

    def __init__(self, theme: Theme, inner: QWidget) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(inner)
        self._rounded = Rounded(theme, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
