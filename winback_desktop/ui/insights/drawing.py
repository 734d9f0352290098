# SPDX-License-Identifier: MIT
"""Draws a chart with plain strokes, the same on the screen, in a picture and on paper.

Nothing is told by colour alone: what came first is hatched, what came after is solid, and every bar
carries its number.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from winback_desktop.domain.insight_charts import Chart, Form, Share

_COLUMNS_HIGH = 144
_SCALE = 14
_ROW = 34


class Look(NamedTuple):
    """Colours and letters; ``unit`` is how long a pixel of the design is, so that all grows with the text."""

    text: QColor
    soft: QColor
    line: QColor
    solid: QColor
    tint: QColor
    ground: QColor
    font: Callable[[float, int], QFont]
    unit: float = 1.0


def height(chart: Chart, look: Look, width: float) -> float:
    """How high the chart is at a width."""
    if chart.form is Form.COLUMNS:
        return (_top(chart) + _COLUMNS_HIGH + 28) * look.unit
    rows = len(chart.rows)
    if chart.form is Form.BARS:
        return sum(_bar_height(chart, place, look) for place in range(rows)) + 4 * look.unit
    if chart.form is Form.SHARES:
        return (rows * 2 * _ROW + (_SCALE if _has_range(chart) else 0)) * look.unit
    return (rows + 1) * _ROW * look.unit


def draw(painter: QPainter, chart: Chart, look: Look, width: float) -> None:
    """Draw the chart with its top left corner at the painter's origin."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    {Form.COLUMNS: _columns, Form.BARS: _bars, Form.SHARES: _shares, Form.TABLE: _table}[chart.form](
        painter, chart, look, width
    )
    painter.restore()


def _columns(painter: QPainter, chart: Chart, look: Look, width: float) -> None:
    unit = look.unit
    top, base = _top(chart) * unit, (_top(chart) + _COLUMNS_HIGH) * unit
    most = max((value for series in chart.series for value in series.values), default=0) or 1
    _legend(painter, chart, look)
    slot = width / max(1, len(chart.rows))
    wide = min(44 * unit, slot * 0.8 / len(chart.series))
    for place, row in enumerate(chart.rows):
        left = slot * place + (slot - wide * len(chart.series)) / 2
        for number, series in enumerate(chart.series):
            value = series.values[place]
            high = (base - top - 18 * unit) * value / most
            area = QRectF(left + number * wide, base - high, wide - 4 * unit, high)
            _bar(painter, area, look, hatched=_is_hatched(chart, number))
            label = QRectF(
                left + number * wide - 20 * unit, area.top() - 20 * unit, wide + 36 * unit, 18 * unit
            )
            _write(painter, label, f"{value:,}", look, 0.88, look.text, Qt.AlignmentFlag.AlignHCenter)
        under = QRectF(slot * place, base + 4 * unit, slot, 24 * unit)
        _write(painter, under, row[0], look, 0.88, look.soft, Qt.AlignmentFlag.AlignHCenter)
    painter.setPen(QPen(look.line, unit))
    painter.drawLine(QPointF(0, base), QPointF(width, base))


def _top(chart: Chart) -> int:
    """Room for the legend, where there is one."""
    return 40 if len(chart.series) > 1 else 10


def _legend(painter: QPainter, chart: Chart, look: Look) -> None:
    if len(chart.series) < 2:
        return
    x, unit = 0.0, look.unit
    for number, series in enumerate(chart.series):
        _bar(painter, QRectF(x, 6 * unit, 14 * unit, 14 * unit), look, hatched=_is_hatched(chart, number))
        wide = QFontMetricsF(look.font(0.88, 400)).horizontalAdvance(series.name)
        area = QRectF(x + 20 * unit, 2 * unit, wide + 4 * unit, 22 * unit)
        _write(painter, area, series.name, look, 0.88, look.soft)
        x += wide + 44 * unit


def _bars(painter: QPainter, chart: Chart, look: Look, width: float) -> None:
    unit = look.unit
    values = chart.series[0].values
    most = max(values, default=0) or 1
    longest = max((_wide(painter, row[0], look) for row in chart.rows), default=0.0)
    label = min(longest + 18 * unit, width * 0.5)
    room = width - label - 60 * unit
    y = 0.0
    for place, (row, value) in enumerate(zip(chart.rows, values, strict=True)):
        _write(painter, QRectF(0, y, label - 10 * unit, _ROW * unit), row[0], look, 0.95, look.text)
        bar = QRectF(
            label, y + 8 * unit, max(2 * unit * bool(value), room * value / most), (_ROW - 16) * unit
        )
        _bar(painter, bar, look, hatched=False)
        number = QRectF(bar.right() + 8 * unit, y, 56 * unit, _ROW * unit)
        _write(painter, number, f"{value:,}", look, 0.95, look.text)
        if _said(row):
            area = QRectF(label, y + (_ROW - 6) * unit, width - label, 22 * unit)
            _write(painter, area, row[2], look, 0.88, look.soft)
        y += _bar_height(chart, place, look)


def _bar_height(chart: Chart, place: int, look: Look) -> float:
    return (_ROW + (20 if _said(chart.rows[place]) else 0)) * look.unit


def _said(row: tuple[str, ...]) -> bool:
    return len(row) > 2 and bool(row[2])


def _shares(painter: QPainter, chart: Chart, look: Look, width: float) -> None:
    unit = look.unit
    for place, (row, share) in enumerate(zip(chart.rows, chart.shares, strict=True)):
        y = place * 2 * _ROW * unit
        told = min(_wide(painter, row[1], look) + 4 * unit, width)
        name = QRectF(0, y, max(0.0, width - told - 12 * unit), _ROW * unit)
        _write(painter, name, row[0], look, 0.95, look.text)
        rest = QRectF(width - told, y, told, _ROW * unit)
        _write(painter, rest, row[1], look, 0.95, look.soft, Qt.AlignmentFlag.AlignRight)
        below = QRectF(0, y + _ROW * unit, width, (_ROW - 12) * unit)
        if share.low is None or share.high is None:
            _counted_out(painter, below, share, look)
        else:
            _range(painter, below, share, look)
    if _has_range(chart):
        area = QRectF(0, len(chart.rows) * 2 * _ROW * unit - 12 * unit, width, 20 * unit)
        for words, side in (("0 %", "Left"), ("50 %", "HCenter"), ("100 %", "Right")):
            _write(painter, area, words, look, 0.8, look.soft, getattr(Qt.AlignmentFlag, f"Align{side}"))


def _has_range(chart: Chart) -> bool:
    return any(share.low is not None for share in chart.shares)


def _counted_out(painter: QPainter, area: QRectF, share: Share, look: Look) -> None:
    """One square a case, filled where it came true: eleven cases look like eleven cases."""
    unit = look.unit
    step = min(20 * unit, area.width() / max(1, share.whole))
    edge = step - 5 * unit
    for number in range(share.whole):
        box = QRectF(number * step + unit, area.top() + 3 * unit, edge, edge)
        painter.setPen(QPen(look.solid, 1.4 * unit))
        painter.setBrush(look.solid if number < share.part else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3 * unit, 3 * unit)


def _range(painter: QPainter, area: QRectF, share: Share, look: Look) -> None:
    """A line from 0 to 100 % with the interval as a thick stretch and the share as a dot."""
    unit, y = look.unit, area.center().y()
    left, room = 8 * unit, area.width() - 16 * unit
    painter.setPen(QPen(look.line, 2 * unit))
    painter.drawLine(QPointF(left, y), QPointF(left + room, y))
    for tick in range(5):
        x = left + room * tick / 4
        painter.drawLine(QPointF(x, y - 4 * unit), QPointF(x, y + 4 * unit))
    pen = QPen(look.solid, 6 * unit)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    low, high = share.low or 0.0, share.high or 0.0
    painter.drawLine(QPointF(left + room * low, y), QPointF(left + room * high, y))
    painter.setPen(QPen(look.solid, 2 * unit))
    painter.setBrush(look.ground)
    painter.drawEllipse(QPointF(left + room * share.part / share.whole, y), 6 * unit, 6 * unit)


def _table(painter: QPainter, chart: Chart, look: Look, width: float) -> None:
    unit = look.unit
    wide = width / len(chart.headers)
    for line, cells in enumerate([chart.headers, *chart.rows]):
        y = line * _ROW * unit
        ink = look.text if line else look.soft
        for place, cell in enumerate(cells):
            side = Qt.AlignmentFlag.AlignLeft if not place else Qt.AlignmentFlag.AlignRight
            area = QRectF(place * wide, y, wide - 6 * unit, _ROW * unit)
            _write(painter, area, cell, look, 0.95, ink, side, 400 if line else 600)
        painter.setPen(QPen(look.line, unit))
        painter.drawLine(QPointF(0, y + _ROW * unit), QPointF(width, y + _ROW * unit))


def _is_hatched(chart: Chart, number: int) -> bool:
    """With two series the first is hatched; a single one is solid."""
    return len(chart.series) > 1 and number == 0


def _bar(painter: QPainter, area: QRectF, look: Look, hatched: bool) -> None:
    if area.height() <= 0 or area.width() <= 0:
        return
    unit = look.unit
    painter.setPen(QPen(look.solid, 1.2 * unit))
    painter.setBrush(look.tint if hatched else look.solid)
    painter.drawRoundedRect(area, 3 * unit, 3 * unit)
    if not hatched:
        return
    # Strokes of our own: a pattern brush is as fine as the device's pixels, and on paper it turns grey.
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += 6 * unit
    painter.restore()


def _wide(painter: QPainter, words: str, look: Look) -> float:
    return QFontMetricsF(look.font(0.95, 400), painter.device()).horizontalAdvance(words)


def _write(
    painter: QPainter,
    area: QRectF,
    words: str,
    look: Look,
    factor: float,
    ink: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    weight: int = 400,
) -> None:
    font = look.font(factor, weight)
    painter.setFont(font)
    painter.setPen(ink)
    # Measured on the device it is drawn on: a page has other letters than a screen.
    fitted = QFontMetricsF(font, painter.device()).elidedText(
        words, Qt.TextElideMode.ElideRight, area.width() + 1
    )
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine), fitted)
