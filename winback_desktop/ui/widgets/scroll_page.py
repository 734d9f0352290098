# SPDX-License-Identifier: MIT
"""A scrolling page whose content stays readable: at most 1180 pixels, two columns only when wide."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme

WIDEST = 1180
TWO_COLUMNS = 1000


class SlimScrollBar(QScrollBar):
    """A rounded handle without arrows, drawn here so that it needs no style sheet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        return QSize(12, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        span = self.maximum() - self.minimum() + self.pageStep()
        if span <= self.pageStep():
            return
        high = max(32.0, self.height() * self.pageStep() / span)
        way = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("control_border"))
        painter.drawRoundedRect(QRectF(3, 2 + way * (self.height() - high - 4), 6, high), 3, 3)


class ScrollPage(QScrollArea):
    """``column`` holds the page's parts from top to bottom with the page's padding."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget()
        self.page.setObjectName("page")
        self.column = QVBoxLayout(self.page)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(16)
        self.setWidget(self.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The event tells the viewport's width; asking viewport() costs 15 ms the first time.
        spare = max(0, event.size().width() - WIDEST - 56)
        margins = self.column.contentsMargins()
        # Kept to the leading edge, where the eye starts; the window's far side stays empty.
        leading, trailing = 28, 28 + spare
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            leading, trailing = trailing, leading
        if (margins.left(), margins.right()) != (leading, trailing):
            self.column.setContentsMargins(leading, 24, trailing, 24)


class Columns(QWidget):
    """Two columns 5:3 from 1000 pixels of window on, one under; ``first`` and ``second`` are layouts."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, shares: tuple[int, int] = (5, 3)
    ) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(20)
        self._theme, self._shares = theme, shares
        self.left, self.right = QWidget(), QWidget()
        self.first, self.second = QVBoxLayout(self.left), QVBoxLayout(self.right)
        for index, column in enumerate((self.first, self.second)):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            self._row.addWidget((self.left, self.right)[index], shares[index])

    @property
    def two(self) -> bool:
        """True while the columns stand side by side."""
        return self._row.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window().width()
        wide = window >= self._theme.em(TWO_COLUMNS)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
            for index in (0, 1):
                self._row.setStretch(index, self._shares[index] if wide else 0)
