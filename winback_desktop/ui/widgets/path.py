# SPDX-License-Identifier: MIT
"""The path: pause, note, lunch, gift as four nodes on a line, mirrored for right-to-left."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from winback_desktop.ui.path_stops import CURRENT, DONE, FUTURE, SKIPPED, PathStop
from winback_desktop.ui.theme import Theme

_RADIUS = 12


class PathWidget(QWidget):
    """Done is a filled tick, current a ringed icon with a bold caption, future an outline."""

    def __init__(self, theme: Theme, stops: Sequence[PathStop] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stops: tuple[PathStop, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.em(620))
        self.set_stops(stops)

    def set_stops(self, stops: Sequence[PathStop]) -> None:
        """Show other nodes."""
        self._stops = tuple(stops)
        words = {DONE: "done", CURRENT: "now", FUTURE: "to come", SKIPPED: "skipped"}
        self.setAccessibleName("Path")
        self.setAccessibleDescription(", ".join(f"{s.caption}: {words[s.progress]}" for s in self._stops))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, self._diameter() + 6 + self._theme.measured_font(0.8)[1].height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _diameter(self) -> int:
        return self._theme.em(2 * _RADIUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._stops:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centres = self._centres()
        radius = self._diameter() / 2
        for index in range(len(self._stops) - 1):
            self._draw_line(painter, index, centres, radius)
        for index, stop in enumerate(self._stops):
            self._draw_node(painter, stop, QPointF(centres[index], radius), radius)
            self._draw_caption(painter, stop, centres, index)

    def _centres(self) -> list[float]:
        edge = self._diameter() / 2 + 1
        span = self.width() - 2 * edge
        last = max(1, len(self._stops) - 1)
        places = [edge + span * index / last for index in range(len(self._stops))]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            places = [self.width() - place for place in places]
        return places

    def _draw_line(self, painter: QPainter, index: int, centres: list[float], radius: float) -> None:
        behind = self._stops[index].progress in (DONE, SKIPPED)
        ahead = self._stops[index + 1].progress in (DONE, CURRENT, SKIPPED)
        shade = self._theme.step_shade(self._stops[index].kind)
        token = f"{shade}.solid" if behind and ahead else "border"
        painter.setPen(QPen(self._theme.colour(token), 3))
        sign = 1 if centres[index + 1] > centres[index] else -1
        gap = sign * (radius + 2)
        painter.drawLine(QPointF(centres[index] + gap, radius), QPointF(centres[index + 1] - gap, radius))

    def _draw_node(self, painter: QPainter, stop: PathStop, centre: QPointF, radius: float) -> None:
        shade = self._theme.step_shade(stop.kind)
        ratio = self.devicePixelRatioF()
        if stop.progress == DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(f"{shade}.solid"))
            painter.drawEllipse(centre, radius - 1, radius - 1)
            self._draw_icon(painter, "check", "surface", centre, radius * 1.2, ratio)
            return
        current = stop.progress == CURRENT
        painter.setPen(
            QPen(
                self._theme.colour(f"{shade}.solid" if current else "control_border"), 2.2 if current else 1.3
            )
        )
        painter.setBrush(self._theme.colour(f"{shade}.tint") if current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius - 1.2, radius - 1.2)
        icon = "minus" if stop.progress == SKIPPED else self._theme.step_icon(stop.kind)
        self._draw_icon(painter, icon, f"{shade}.on" if current else "text3", centre, radius * 1.2, ratio)

    def _draw_icon(
        self, painter: QPainter, name: str, token: str, centre: QPointF, size: float, ratio: float
    ) -> None:
        edge = round(size)
        drawn = self._theme.pixmap(name, token, edge, ratio)
        painter.drawPixmap(QPointF(centre.x() - edge / 2, centre.y() - edge / 2), drawn)

    def _draw_caption(self, painter: QPainter, stop: PathStop, centres: list[float], index: int) -> None:
        font, metrics = self._theme.measured_font(0.8, 600 if stop.progress == CURRENT else 400)
        wide = metrics.horizontalAdvance(stop.caption)
        left = min(max(0.0, centres[index] - wide / 2), max(0.0, self.width() - wide))
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if stop.progress == CURRENT else "text2"))
        area = QRectF(left, self._diameter() + 4, wide + 2, metrics.height() + 2)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute, stop.caption)
