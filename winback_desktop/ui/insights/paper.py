# SPDX-License-Identifier: MIT
"""A chart as a picture or a page, always dark on white whatever the window looks like."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter

from winback_desktop.domain import paper
from winback_desktop.domain.insight_charts import Chart
from winback_desktop.domain.paper import Size
from winback_desktop.ui.insights import drawing
from winback_desktop.ui.insights.drawing import Look
from winback_desktop.ui.printing.faces import font
from winback_desktop.ui.printing.marks import INK, RULE, SOFT_INK, Face

_WIDTH = 720.0
_MARGIN = 32.0
_SHARP = 2
_DOTS = 96 / 25.4


def png(chart: Chart) -> bytes:
    """The chart as a picture, sharp enough for a slide."""
    image = QImage(round(_WIDTH * _SHARP), round(_high(chart) * _SHARP), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.scale(_SHARP, _SHARP)
    _whole(painter, chart)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def pdf(chart: Chart, size: Size = paper.SHEETS[0]) -> bytes:
    """The chart as one page."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(chart.title)
    writer.setCreator("Winback Desktop")
    writer.setResolution(1200)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setPageSize(QPageSize(QSizeF(size.width, size.height), QPageSize.Unit.Millimeter))
    painter = QPainter(writer)
    page = size.width * _DOTS
    painter.scale(writer.width() / page, writer.width() / page)
    painter.translate((page - _WIDTH) / 2, _MARGIN)
    _whole(painter, chart)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _high(chart: Chart) -> float:
    return drawing.height(chart, _look(), _WIDTH - 2 * _MARGIN) + 2 * _MARGIN + 130


def _whole(painter: QPainter, chart: Chart) -> None:
    """Title, sentence, chart and note, one below the other."""
    look = _look()
    room = _WIDTH - 2 * _MARGIN
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    y = _paragraph(painter, chart.title, look.font(1.25, 600), QColor(INK), _MARGIN, room)
    y = _paragraph(painter, chart.sentence, look.font(0.95, 400), QColor(SOFT_INK), y + 4, room)
    painter.translate(_MARGIN, y + 14)
    drawing.draw(painter, chart, look, room)
    painter.translate(-_MARGIN, drawing.height(chart, look, room) + 12)
    if chart.note:
        _paragraph(painter, chart.note, look.font(0.88, 400), QColor(SOFT_INK), 0, room)


def _paragraph(painter: QPainter, words: str, letters: QFont, ink: QColor, y: float, room: float) -> float:
    """Write wrapped words; returns where they end."""
    painter.setFont(letters)
    painter.setPen(ink)
    area = QRectF(_MARGIN, y, room, 200)
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    used = painter.boundingRect(area, flags, words)
    painter.drawText(area, flags, words)
    return used.bottom()


def _look() -> Look:
    return Look(
        QColor(INK),
        QColor(SOFT_INK),
        QColor(RULE),
        QColor("#0B6B5D"),
        QColor("#FFFFFF"),
        QColor("#FFFFFF"),
        _font,
    )


def _font(factor: float, weight: int) -> QFont:
    letters = QFont(font(Face.BOLD if weight >= 600 else Face.PLAIN, 1.0))
    letters.setPixelSize(round(14 * factor))
    return letters
