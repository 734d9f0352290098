# SPDX-License-Identifier: MIT
"""A gentle line through the check-ins, with a quiet mark where a loss stands."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.rows import MoodRow

_HEIGHT = 96
_DOT = 3.5


class MoodTrend(QWidget):
    """Left is longest ago, right is today; up is light, down is heavy."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = MoodRow((), (), "", 0, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_mood(self, row: MoodRow) -> None:
        """Draw other check-ins."""
        self._row = row
        self.setAccessibleName("How you have been")
        self.setAccessibleDescription(row.said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.em(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font(0.8)
        words = QFontMetrics(font).height()
        area = QRectF(self.rect()).adjusted(8, 6, -8, -words - 6)
        painter.setPen(QPen(self._theme.colour("divider"), 1))
        for level in (1, 3, 5):
            y = self._y(area, level)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        self._draw_losses(painter, area)
        self._draw_line(painter, area)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text2"))
        below = QRectF(area.left(), area.bottom() + 6, area.width(), words)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(below, int(flags | Qt.AlignmentFlag.AlignRight), "today")
        if self._row.losses:
            painter.drawText(below, int(flags | Qt.AlignmentFlag.AlignLeft), "dashed: a loss")

    def _draw_losses(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self._theme.colour("pause.solid"), 1, Qt.PenStyle.DashLine))
        for at in self._row.losses:
            x = self._x(area, at)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _draw_line(self, painter: QPainter, area: QRectF) -> None:
        at = [QPointF(self._x(area, one.at), self._y(area, one.level)) for one in self._row.points]
        if not at:
            return
        path = QPainterPath(at[0])
        for before, after in pairwise(at):
            middle = (before.x() + after.x()) / 2
            path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), 1.75))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        for point in at:
            painter.drawEllipse(point, _DOT, _DOT)

    def _x(self, area: QRectF, at: float) -> float:
        if len(self._row.points) == 1:
            at = 1.0
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at = 1 - at
        return area.left() + _DOT + at * (area.width() - 2 * _DOT)

    def _y(self, area: QRectF, level: int) -> float:
        return area.bottom() - _DOT - (level - 1) / 4 * (area.height() - 2 * _DOT)
