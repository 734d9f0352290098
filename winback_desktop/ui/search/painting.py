# SPDX-License-Identifier: MIT
"""Paints the palette's lines: a small heading where a section begins, icon, title and detail."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from winback_desktop.ui.search.model import SearchModel
from winback_desktop.ui.search.rows import STEP, Row
from winback_desktop.ui.theme import Theme

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine


class RowDelegate(QStyledItemDelegate):
    """One line in one go."""

    def __init__(self, theme: Theme, model: SearchModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._theme.em(38) + (self._head() if self._model.heads(index) else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.row(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        area = option.rect
        if self._model.heads(index):
            head = QRect(area.left() + 20, area.top(), area.width() - 40, self._head())
            self._text(painter, head.adjusted(0, 6, 0, 0), row.section, 0.85, 600, "text2", rtl)
            area = area.adjusted(0, self._head(), 0, 0)
        if self._view.currentIndex() == index:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(self._theme.colour("accent_tint"))
            painter.drawRoundedRect(QRectF(area).adjusted(9, 2, -9, -2), 8, 8)
        self._row(painter, area.adjusted(20, 0, -20, 0), row, rtl)
        painter.restore()

    def _row(self, painter: QPainter, area: QRect, row: Row, rtl: bool) -> None:
        edge = self._theme.em(17)
        x = area.right() + 1 - edge if rtl else area.left()
        icon, token = row.icon, row.token
        if token == STEP:
            icon, token = self._theme.step_icon(icon), f"{self._theme.step_shade(icon)}.solid"
        drawn = self._theme.pixmap(icon, token, edge, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(x, area.top() + (area.height() - edge) / 2), drawn)
        text = area.adjusted(0, 0, -edge - 12, 0) if rtl else area.adjusted(edge + 12, 0, 0, 0)
        wide = min(self._width(row.detail, 0.95, 400), text.width() * 2 // 3) if row.detail else 0
        title = min(self._width(row.title, 1.0, 500), max(text.width() - wide - 14, text.width() // 3))
        spare = text.width() - title - 14
        first = QRect(text.right() + 1 - title if rtl else text.left(), text.top(), title, text.height())
        rest = text.adjusted(0, 0, -title - 14, 0) if rtl else text.adjusted(title + 14, 0, 0, 0)
        self._text(painter, first, row.title, 1.0, 500, "text", rtl)
        if row.detail and spare > 20:
            at_end = row.section == "Actions"
            self._text(painter, rest, row.detail, 0.95, 400, "text2", rtl != at_end)

    def _width(self, text: str, factor: float, weight: int) -> int:
        return QFontMetrics(self._theme.font(factor, weight)).horizontalAdvance(text) + 2

    def _text(
        self, painter: QPainter, area: QRect, text: str, factor: float, weight: int, ink: str, right: bool
    ) -> None:
        font = self._theme.font(factor, weight)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | _LINE, shown)

    def _head(self) -> int:
        return self._theme.em(30)
