# SPDX-License-Identifier: MIT
"""Draws one person's line: initials, name, organisation, where they stand and what comes next."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from winback_desktop.ui.customers.directory.model import ROW
from winback_desktop.ui.customers.directory.rows import PersonRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.avatar import initials

_HEIGHT = 56
_SIDE = 16


class PersonLine(QStyledItemDelegate):
    """Fonts and measures are kept until the theme changes, so that scrolling stays smooth."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ticks = False
        """Whether a chosen person's initials give way to a tick."""
        self._renew()
        theme.changed.connect(self._renew)

    def _renew(self) -> None:
        theme = self._theme
        self._strong, self._plain, self._small = theme.font(1.0, 600), theme.font(0.95), theme.font(0.9)
        self._face = theme.font(0.85, 600)
        self._height = max(theme.em(_HEIGHT), QFontMetrics(self._strong).height() * 2 + 10)
        self.sizeHintChanged.emit(QModelIndex())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(200, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: PersonRow = index.data(ROW)
        theme = self._theme
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if selected else "sunken"))
            painter.drawRoundedRect(area.adjusted(6, 2, -6, -2), 8, 8)
        elif index.row():
            painter.fillRect(
                QRectF(area.left() + _SIDE, area.top(), area.width() - 2 * _SIDE, 1), theme.colour("divider")
            )
        self._rtl = option.direction == Qt.LayoutDirection.RightToLeft
        self._area = area
        ink = theme.colour("on_selection" if selected else "text")
        soft = theme.colour("on_selection" if selected else "text2")
        self._ticked = self.ticks and selected
        end = self._draw_next(painter, row, soft)
        self._draw_person(painter, row, ink, soft, end)
        painter.restore()

    def _draw_person(self, painter: QPainter, row: PersonRow, ink, soft, end: float) -> None:
        theme, area = self._theme, self._area
        edge = theme.em(36)
        circle = self._box(_SIDE, edge, area.top() + (area.height() - edge) / 2, edge)
        contrast = theme.tokens.contrast
        painter.setPen(QPen(theme.colour(f"{row.shade}.solid"), 2) if contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if self._ticked else f"{row.shade}.tint"))
        painter.drawEllipse(circle)
        if self._ticked:
            tick = theme.pixmap("check", "on_accent", edge // 2, painter.device().devicePixelRatioF())
            painter.drawPixmap(circle.center() - QPointF(edge // 4, edge // 4), tick)
        else:
            painter.setPen(theme.colour(f"{row.shade}.on"))
            painter.setFont(self._face)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(row.name))
        left = _SIDE + edge + 12
        room = area.width() - left - end - 16
        height = area.height() / 2
        second = " · ".join(part for part in (row.detail, row.note) if part)
        top = area.top() + 4 if second else area.top() + height / 2
        self._text(painter, self._box(left, room, top, height - 2), row.name, self._strong, ink)
        if second:
            below = self._box(left, room, area.top() + height - 2, height - 4)
            self._text(painter, below, second, self._plain, soft)

    def _draw_next(self, painter: QPainter, row: PersonRow, soft) -> float:
        """What comes next, at the end of the line; answers the room taken."""
        if not row.next_kind:
            return _SIDE
        theme, area = self._theme, self._area
        metrics = QFontMetrics(self._small)
        day = metrics.horizontalAdvance(row.next_day) + 4
        words = metrics.horizontalAdvance(row.next_words) + 4 if area.width() > theme.em(560) else 0
        edge = theme.em(17)
        column = max(day, theme.em(96))
        soft_left = area.width() - _SIDE - column
        self._text(
            painter,
            self._box(soft_left, column, area.top(), area.height()),
            row.next_day,
            self._small,
            soft,
            True,
        )
        if words:
            names = theme.em(120)
            at = soft_left - names
            self._text(
                painter, self._box(at, names, area.top(), area.height()), row.next_words, self._small, soft
            )
        else:
            at = soft_left
        at -= edge + 8
        icon = theme.pixmap(
            theme.step_icon(row.next_kind),
            f"{theme.step_shade(row.next_kind)}.solid",
            edge,
            painter.device().devicePixelRatioF(),
        )
        painter.drawPixmap(self._box(at, edge, area.top() + (area.height() - edge) / 2, edge).topLeft(), icon)
        return area.width() - at

    def _box(self, left: float, width: float, top: float, height: float) -> QRectF:
        """A rectangle measured from the leading edge."""
        x = self._area.right() - left - width if self._rtl else self._area.left() + left
        return QRectF(x, top, max(width, 0), height)

    def _text(
        self, painter: QPainter, box: QRectF, text: str, font: QFont, ink, at_end: bool = False
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        # The painter itself turns left and right around in a right-to-left window.
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine), words)
