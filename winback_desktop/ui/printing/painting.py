# SPDX-License-Identifier: MIT
"""The one painter: draws a page the same way on the screen, on a printer and in a PDF."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from winback_desktop.ui.printing.faces import UNITS, font
from winback_desktop.ui.printing.further_faces import further
from winback_desktop.ui.printing.marks import Box, Page, Rule, Text


def paint(painter: QPainter, page: Page, dots_per_mm: float) -> None:
    """Draw ``page`` with its top left corner at the painter's origin.

    Fonts are set in hundredths of a millimetre and scaled down by the painter,
    so that no device rounds a letter's width and lines end at the same place
    everywhere.
    """
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(dots_per_mm / UNITS, dots_per_mm / UNITS)
    painter.setClipRect(QRectF(0, 0, page.width * UNITS, page.height * UNITS))
    if page.upside_down:
        painter.translate(page.width * UNITS, page.height * UNITS)
        painter.rotate(180)
    for mark in page.marks:
        if isinstance(mark, Text):
            _words(painter, mark)
        elif isinstance(mark, Rule):
            _rule(painter, mark)
        else:
            _box(painter, mark)
    painter.restore()


def _words(painter: QPainter, mark: Text) -> None:
    painter.setFont(font(mark.face, mark.size, further(mark.words, mark.face)))
    painter.setPen(QColor(mark.ink))
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mark.rtl else Qt.LayoutDirection.LeftToRight)
    x = mark.x * UNITS
    if mark.rtl:
        x -= painter.fontMetrics().horizontalAdvance(mark.words)
    painter.drawText(QPointF(x, mark.baseline * UNITS), mark.words)


def _rule(painter: QPainter, mark: Rule) -> None:
    pen = QPen(QColor(mark.ink), mark.width * UNITS)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.dashed:
        pen.setDashPattern([6, 5])
    painter.setPen(pen)
    painter.drawLine(QPointF(mark.x1 * UNITS, mark.y1 * UNITS), QPointF(mark.x2 * UNITS, mark.y2 * UNITS))


def _box(painter: QPainter, mark: Box) -> None:
    box = QRectF(mark.x * UNITS, mark.y * UNITS, mark.width * UNITS, mark.height * UNITS)
    painter.fillRect(box, QColor(mark.ink))
