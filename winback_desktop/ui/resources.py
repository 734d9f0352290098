# SPDX-License-Identifier: MIT
"""Finds the bundled files and draws icons in any colour, size and pixel ratio, only when they are shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

_HERE = Path(__file__).resolve().parent
_INSTALLED = _HERE.parent / "resources"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent.parent / "resources"
_PIXMAPS: dict[tuple[str, str, int, float], QPixmap] = {}
_STROKE = "1.75"


def resource(*parts: str) -> Path:
    """The path of a bundled file, from an installed wheel as well as from a checkout."""
    return _ROOT.joinpath(*parts)


def pixmap(name: str, colour: str, size: int, dpr: float = 1.0) -> QPixmap:
    """An icon of ``resources/icons`` in one colour (``#rrggbb``), ``size`` logical pixels wide and high."""
    key = (name, colour, size, dpr)
    found = _PIXMAPS.get(key)
    if found is None:
        found = _PIXMAPS[key] = _render(name, colour, size, dpr)
    return found


def icon(paint: Callable[[], tuple[str, str]], disabled: Callable[[], str]) -> QIcon:
    """An icon that asks for its (name, colour) whenever it is painted, so that it follows the theme."""
    return QIcon(_TintedEngine(paint, disabled))


def _render(name: str, colour: str, size: int, dpr: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    edge = max(1, round(size * dpr))
    drawn = QPixmap(edge, edge)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(source.encode("utf-8")).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    drawn.setDevicePixelRatio(dpr)
    return drawn


class _TintedEngine(QIconEngine):
    """Draws one icon at the size asked for, in the colour its source names at that moment."""

    def __init__(self, paint: Callable[[], tuple[str, str]], disabled: Callable[[], str]) -> None:
        super().__init__()
        self._paint = paint
        self._disabled = disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        name, colour = self._paint()
        if mode == QIcon.Mode.Disabled:
            colour = self._disabled()
        edge = min(rect.width(), rect.height())
        drawn = pixmap(name, colour, edge, painter.device().devicePixelRatioF())
        spare = QPoint((rect.width() - edge) // 2, (rect.height() - edge) // 2)
        painter.drawPixmap(rect.topLeft() + spare, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        name, colour = self._paint()
        if mode == QIcon.Mode.Disabled:
            colour = self._disabled()
        return pixmap(name, colour, min(size.width(), size.height()))

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._paint, self._disabled)
