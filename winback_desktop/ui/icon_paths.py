# SPDX-License-Identifier: MIT
"""Lucide icons as painter paths: the few shapes that they are made of, on 24 × 24 units.

QtSvg could draw them too; loading it and its parser is the slowest part of a first paint.
"""

import re
from math import atan2, degrees, hypot, sqrt

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

_SHAPE = re.compile(r"<(path|circle|rect|line)\s([^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z0-9]+)="([^"]*)"')
_PART = re.compile(r"[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)")


def icon_path(svg: str) -> QPainterPath:
    """The lines of an icon; raises ValueError for a command that Lucide does not use."""
    path = QPainterPath()
    for shape, words in _SHAPE.findall(svg):
        said = dict(_ATTRIBUTE.findall(words))
        if shape == "path":
            _trace(path, said["d"])
            continue
        n = {name: float(value) for name, value in said.items() if name != "fill"}
        if shape == "circle":
            path.addEllipse(QRectF(n["cx"] - n["r"], n["cy"] - n["r"], 2 * n["r"], 2 * n["r"]))
            if "fill" in said:  # only dots are filled, smaller than the line is thick
                path.moveTo(n["cx"], n["cy"])
                path.lineTo(n["cx"] + 0.01, n["cy"])
        elif shape == "rect":
            radius = n.get("rx", n.get("ry", 0.0))
            path.addRoundedRect(QRectF(n.get("x", 0), n.get("y", 0), n["width"], n["height"]), radius, radius)
        else:
            path.moveTo(n["x1"], n["y1"])
            path.lineTo(n["x2"], n["y2"])
    return path


def _trace(path: QPainterPath, data: str) -> None:
    """Path data as in SVG 1.1, 8.3: absolute and relative, without quadratic curves."""
    parts = _PART.findall(data)[::-1]
    x = y = 0.0
    start = control = (0.0, 0.0)
    command = ""
    while parts:
        if parts[-1].isalpha():
            command = parts.pop()
        kind = command.upper()
        dx, dy = (x, y) if command.islower() else (0.0, 0.0)
        n = _numbers(parts, kind)
        if kind == "Z":
            path.closeSubpath()
            x, y = start
        elif kind in "CS":
            near = (n[0] + dx, n[1] + dy) if kind == "C" else (2 * x - control[0], 2 * y - control[1])
            control = (n[-4] + dx, n[-3] + dy)
            x, y = n[-2] + dx, n[-1] + dy
            path.cubicTo(*near, *control, x, y)
        else:
            here = (x, y)
            x = x if kind == "V" else dx + n[0 if kind == "H" else -2]
            y = y if kind == "H" else dy + n[-1]
            control = (x, y)
            if kind == "M":
                path.moveTo(x, y)
                start, command = control, "l" if command == "m" else "L"
            elif kind == "A":
                _arc(path, here, control, n[0], n[1], large=n[3] != 0, sweep=n[4] != 0)
            else:
                path.lineTo(x, y)


_COUNT = {"Z": 0, "M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7}
_FLAGS = (3, 4)
"""Which numbers of an arc are single figures, with or without a space behind them."""


def _numbers(parts: list[str], kind: str) -> list[float]:
    """The numbers of one command, taken from the end of ``parts``."""
    if kind not in _COUNT:
        raise ValueError(f"“{kind}” is no path command that icons use")
    found: list[float] = []
    while len(found) < _COUNT[kind]:
        part = parts.pop()
        if kind == "A" and len(found) in _FLAGS and len(part) > 1:
            parts.append(part[1:])
            part = part[0]
        found.append(float(part))
    return found


def _arc(
    path: QPainterPath,
    here: tuple[float, float],
    there: tuple[float, float],
    rx: float,
    ry: float,
    *,
    large: bool,
    sweep: bool,
) -> None:
    """An arc between two points, from SVG's form to Qt's (SVG 1.1, F.6.5); no icon turns its ellipses."""
    half_x, half_y = (here[0] - there[0]) / 2, (here[1] - there[1]) / 2
    stretch = hypot(half_x / rx, half_y / ry)
    if stretch > 1:
        rx, ry = rx * stretch, ry * stretch
    flat = (half_x / rx) ** 2 + (half_y / ry) ** 2
    away = sqrt(max(0.0, 1 / flat - 1)) * (-1 if large == sweep else 1)
    off_x, off_y = away * rx * half_y / ry, -away * ry * half_x / rx
    centre_x, centre_y = (here[0] + there[0]) / 2 + off_x, (here[1] + there[1]) / 2 + off_y
    begin = degrees(atan2((here[1] - centre_y) / ry, (here[0] - centre_x) / rx))
    end = degrees(atan2((there[1] - centre_y) / ry, (there[0] - centre_x) / rx))
    turn = (end - begin) % 360 if sweep else -((begin - end) % 360)
    # Qt turns the other way round.
    path.arcTo(QRectF(centre_x - rx, centre_y - ry, 2 * rx, 2 * ry), -begin, -turn)
