# SPDX-License-Identifier: MIT
"""Small drawings that say more than words: how an envelope goes in, and how sheets are put back."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from winback_desktop.domain.printer_habits import Feed
from winback_desktop.ui.theme import Theme

_INK, _SOFT, _PAPER = "#1F2423", "#8A938F", "#FFFFFF"


class _Picture(QWidget):
    def __init__(self, theme: Theme, width: int, height: int) -> None:
        super().__init__()
        self._theme, self._size = theme, QSize(theme.em(width), theme.em(height))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.height() / 100
        painter.scale(scale, scale)
        self.draw(painter, self.width() / scale)

    def draw(self, painter: QPainter, width: float) -> None:
        raise NotImplementedError

    def pen(self, painter: QPainter, token: str = "text2", width: float = 2.0) -> None:
        painter.setPen(QPen(self._theme.colour(token), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def sheet(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(QColor(_SOFT), 1.2))
        painter.setBrush(QColor(_PAPER))
        painter.drawRect(area)

    def arrow(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        self.pen(painter, "accent", 3)
        painter.drawLine(start, end)
        along = end - start
        length = (along.x() ** 2 + along.y() ** 2) ** 0.5 or 1.0
        unit = along / length
        side = QPointF(-unit.y(), unit.x())
        painter.setBrush(self._theme.colour("accent"))
        painter.drawPolygon(QPolygonF([end + unit * 3, end - unit * 8 + side * 6, end - unit * 8 - side * 6]))


class FeedPicture(_Picture):
    """An envelope on its way into the printer above it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 120, 100)
        self._feed = Feed.SHORT

    def show_feed(self, feed: str) -> None:
        """Draw another way."""
        self._feed = Feed(feed)
        side = "long" if self._feed.long_first else "short"
        turned = ", turned round" if self._feed.turned else ""
        self.setAccessibleName(f"An envelope with its {side} side towards the printer{turned}")
        self.update()

    def draw(self, painter: QPainter, width: float) -> None:
        middle = width / 2
        self.pen(painter, "text2", 2)
        painter.drawRoundedRect(QRectF(middle - 46, 2, 92, 20), 5, 5)
        painter.drawLine(QPointF(middle - 34, 22), QPointF(middle + 34, 22))
        painter.save()
        painter.translate(middle, 67)
        turn = (0 if self._feed.long_first else 90) + (180 if self._feed.turned else 0)
        painter.rotate(turn)
        envelope = QRectF(-29, -18, 58, 36)
        self.sheet(painter, envelope)
        painter.setPen(QPen(QColor(_INK), 1.6))
        for line in range(3):
            painter.drawLine(QPointF(-3, 1 + 5 * line), QPointF(20 - 4 * (line == 2), 1 + 5 * line))
        painter.drawRect(QRectF(17, -14, 8, 9))
        painter.restore()
        self.arrow(painter, QPointF(middle + 48, 78), QPointF(middle + 48, 36))


class TurnPicture(_Picture):
    """The printed sheets on the left go back into the printer on the right, the same edge first."""

    def __init__(self, theme: Theme, face_up: bool) -> None:
        super().__init__(theme, 320, 110)
        self._face_up = face_up

    def draw(self, painter: QPainter, width: float) -> None:
        for step in range(3):
            self.sheet(painter, QRectF(22 + 4 * step, 20 + 4 * step, 50, 68))
        painter.setPen(QPen(QColor(_INK), 1.6))
        if self._face_up:
            for line in range(5):
                painter.drawLine(QPointF(38, 42 + 8 * line), QPointF(72, 42 + 8 * line))
        self.arrow(painter, QPointF(96, 58), QPointF(width / 2 + 14, 58))
        left = width - 104
        self.pen(painter, "text2", 2)
        painter.drawRoundedRect(QRectF(left, 30, 92, 40), 6, 6)
        painter.drawLine(QPointF(left + 14, 30), QPointF(left + 14, 12))
        painter.drawLine(QPointF(left + 78, 30), QPointF(left + 78, 12))
        self.sheet(painter, QRectF(left + 18, 4, 56, 26))
        if self._face_up:
            self._turn_over(painter, width / 2 - 22)

    def _turn_over(self, painter: QPainter, x: float) -> None:
        """A bow over the arrow: turn it over."""
        self.pen(painter, "accent", 3)
        painter.drawArc(QRectF(x, 10, 44, 40), 0, 180 * 16)
        painter.setBrush(self._theme.colour("accent"))
        tip = QPointF(x + 44, 34)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-7, -9), tip + QPointF(7, -9)]))
