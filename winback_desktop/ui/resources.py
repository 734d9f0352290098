# SPDX-License-Identifier: MIT
"""Finds the bundled files and draws icons in any colour, size and pixel ratio, only when they are shown."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from winback_desktop.ui.icon_paths import icon_path

_HERE = Path(__file__).resolve().parent
_INSTALLED = _HERE.parent / "resources"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent.parent / "resources"
_PIXMAPS: dict[tuple[str, str, int, float], QPixmap] = {}
_OUTLINES: dict[str, QPainterPath] = {}
_UNITS = 24
_STROKE = 1.75


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
    outline, ink = _outline(name), QColor(colour)
    edge = max(1, round(size * dpr))
    drawn = QPixmap(edge, edge)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(edge / _UNITS, edge / _UNITS)
    line, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.strokePath(outline, QPen(ink, _STROKE, line, cap, join))
    painter.end()
    drawn.setDevicePixelRatio(dpr)
    return drawn


def _outline(name: str) -> QPainterPath:
    found = _OUTLINES.get(name)
    if found is None:
        found = _OUTLINES[name] = icon_path(resource("icons", f"{name}.svg").read_text(encoding="utf-8"))
    return found
