# SPDX-License-Identifier: MIT
"""Fills a rectangle without ``QPainter.fillRect``, whose first call loads 180 gradients by name."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Fill ``area``; pen and brush of the painter are changed."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)
