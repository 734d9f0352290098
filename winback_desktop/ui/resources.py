# SPDX-License-Identifier: MIT
"""Finds the bundled files and draws icons in any colour, size and pixel ratio, only when they are shown."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

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
