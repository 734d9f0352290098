# SPDX-License-Identifier: MIT
"""The quiet ring: how many of the quiet days are over."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme


class QuietRing(QWidget):
    """``done`` of ``total`` quiet days as an arc, with the number inside."""

    def __init__(
        self, theme: Theme, done: int, total: int, size: int = 106, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._done, self._total = done, total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_days(done, total)

    def set_days(self, done: int, total: int) -> None:
        """Show other figures."""
        self._done, self._total = max(0, min(done, total)), max(1, total)
        self.setAccessibleName(f"Quiet time: {self._done} of {self._total} days over")
        self.update()

    def sizeHint(self) -> QSize:
        edge = self._theme.em(self._size)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = max(5.0, self.height() * 0.085)
        area = QRectF(self.rect()).adjusted(thick / 2 + 1, thick / 2 + 1, -thick / 2 - 1, -thick / 2 - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ground = "divider" if self._theme.tokens.contrast else "pause.tint"
        painter.setPen(QPen(self._theme.colour(ground), 2 if self._theme.tokens.contrast else thick))
        painter.drawEllipse(area)
        sweep = round(360 * 16 * self._done / self._total)
        if sweep:
            pen = QPen(self._theme.colour("pause.solid"), thick)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.drawArc(area, 90 * 16, sweep if rtl else -sweep)
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        number, words = self._theme.font(1.35, 600), self._theme.font(0.8)
        high, low = QFontMetrics(number).height(), QFontMetrics(words).height()
        top = (self.height() - high - low) / 2
        painter.setFont(number)
        painter.setPen(self._theme.colour("text"))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(0, top, self.width(), high), centre, str(self._done))
        painter.setFont(words)
        painter.setPen(self._theme.colour("text2"))
        days = "day" if self._total == 1 else "days"
        painter.drawText(QRectF(0, top + high, self.width(), low), centre, f"of {self._total} {days}")
