# SPDX-License-Identifier: MIT
"""The list under a line that offers what could be meant, moved through with Up and Down."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from winback_desktop.ui.theme import Theme

_ROW = 30


class Offer(NamedTuple):
    """What taking it means, the words for it, something short at the end, and an icon."""

    value: str
    words: str
    trailing: str = ""
    icon: str = "tag"


class OfferList(QListWidget):
    """Takes no keyboard of its own; the line above moves the mark with ``move``."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setContentsMargins(0, 0, 0, 0)
        self.setViewportMargins(4, 4, 4, 4)
        self.setItemDelegate(_Row(theme, self))
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).value))
        self._offers: tuple[Offer, ...] = ()

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show other offers; none hides the list."""
        if tuple(offers) == self._offers:
            self.setVisible(bool(offers))
            return
        self._offers = tuple(offers)
        self.clear()
        for offer in offers:
            item = QListWidgetItem(self)
            item.setData(Qt.ItemDataRole.UserRole, offer)
            said = ", ".join(part for part in (offer.words, offer.trailing) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.setCurrentRow(-1)
        self.setVisible(bool(offers))
        self.updateGeometry()

    def offers(self) -> tuple[Offer, ...]:
        """What is offered now."""
        return self._offers

    def move(self, step: int) -> None:
        """Mark the next or the one before; past the ends none is marked."""
        at = self.currentRow() + step
        count = self.count()
        self.setCurrentRow(-1 if at >= count or at == -1 else count - 1 if at < -1 else at)

    def marked(self) -> str:
        """The marked offer's value, or nothing."""
        return self._offers[self.currentRow()].value if 0 <= self.currentRow() < len(self._offers) else ""

    def sizeHint(self) -> QSize:
        return QSize(240, self._theme.em(_ROW) * max(1, len(self._offers)) + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()


class _Row(QStyledItemDelegate):
    """Draws icon, words and what stands at the end."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(100, self._theme.em(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        offer = index.data(Qt.ItemDataRole.UserRole)
        theme, area = self._theme, option.rect
        view = self.parent()
        marked = isinstance(view, QListWidget) and view.currentRow() == index.row()
        hovered = area.contains(view.viewport().mapFromGlobal(view.cursor().pos())) and view.underMouse()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if marked or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if marked else "sunken"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        self._draw(painter, offer, area, rtl, theme.colour("on_selection" if marked else "text"))
        painter.restore()

    def _draw(self, painter: QPainter, offer: Offer, area: QRect, rtl: bool, ink: QColor) -> None:
        theme = self._theme
        edge = theme.em(15)
        x = area.right() - 8 - edge if rtl else area.left() + 8
        y = area.top() + (area.height() - edge) // 2
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(x, y, theme.pixmap(offer.icon, "text2", edge, ratio))
        small = theme.font(0.88)
        end = QFontMetrics(small).horizontalAdvance(offer.trailing) + 4
        inner = area.adjusted(8, 0, -8, 0)
        flag = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(small)
        painter.setPen(theme.colour("text2"))
        # The painter itself turns left and right around in a right-to-left window.
        painter.drawText(inner, int(flag | Qt.AlignmentFlag.AlignRight), offer.trailing)
        font = theme.font(1.0)
        painter.setFont(font)
        painter.setPen(ink)
        words = (
            inner.adjusted(end + 12, 0, -edge - 9, 0) if rtl else inner.adjusted(edge + 9, 0, -end - 12, 0)
        )
        text = QFontMetrics(font).elidedText(offer.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(flag | Qt.AlignmentFlag.AlignLeft), text)
