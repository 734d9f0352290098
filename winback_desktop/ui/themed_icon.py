# SPDX-License-Identifier: MIT
"""Icons for menus and standard widgets that follow the theme by themselves."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from winback_desktop.ui.resources import pixmap


def themed_icon(paint: Callable[[], tuple[str, str]], disabled: Callable[[], str]) -> QIcon:
    """An icon that asks for its (name, colour) whenever it is painted."""
    return QIcon(_TintedEngine(paint, disabled))


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
