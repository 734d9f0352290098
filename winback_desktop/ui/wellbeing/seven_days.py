# SPDX-License-Identifier: MIT
"""The seven days of a mission as seven rounds: how many were helped on each, an empty one is just empty."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.rows import DayRow

_ROUND = 30


class SevenDays(QWidget):
    """Filled with the number where somebody was helped; today has a ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[DayRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("The seven days")
        theme.changed.connect(self.updateGeometry)

    def set_days(self, days: tuple[DayRow, ...]) -> None:
        """Draw other days."""
        self._days = days
        self.setAccessibleDescription("; ".join(day.said for day in days))
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(7 * theme.em(_ROUND + 8), theme.em(_ROUND) + QFontMetrics(theme.font(0.8)).height() + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(7 * self._theme.em(_ROUND + 2), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(1, len(self._days))
        step = min(self.width() / count, self._theme.em(64))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, day in enumerate(self._days):
            left = self.width() - (place + 1) * step if rtl else place * step
            self._draw(painter, day, QRectF(left, 0, step, self.height()))

    def _draw(self, painter: QPainter, day: DayRow, area: QRectF) -> None:
        theme = self._theme
        edge = theme.em(_ROUND)
        centre = QPointF(area.center().x(), edge / 2 + 3)
        full = day.helped > 0
        painter.setBrush(theme.colour("accent" if full else "surface"))
        ring = "accent" if full or day.today else "border"
        painter.setPen(QPen(theme.colour(ring), 2 if day.today else 1.2))
        painter.drawEllipse(centre, edge / 2 - 1, edge / 2 - 1)
        if full:
            painter.setPen(theme.colour("on_accent"))
            painter.setFont(theme.font(0.95, 600))
            box = QRectF(centre.x() - edge / 2, centre.y() - edge / 2, edge, edge)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(day.helped))
        painter.setFont(theme.font(0.8, 600 if day.today else 400))
        painter.setPen(theme.colour("text" if day.today else "text2"))
        words = QRectF(area.left(), edge + 8, area.width(), area.height() - edge - 8)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, int(flags), day.word)
