# SPDX-License-Identifier: MIT
"""Chips and the box that lays them out in rows around a line to type in."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme

_PAD = 8
_GAP = 6
_CROSS = 13


class ChipItem(NamedTuple):
    """One chip: its number, its word, a step's colour, and what to say of it besides the word."""

    key: int
    text: str
    shade: str = "gift"
    faded: bool = False
    about: str = ""


class ChipBox(QWidget):
    """Lays the chips and the line out in rows, and draws the box around them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chips: list[Chip] = []
        self._line: QLineEdit | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self._again)

    def take(self, line: QLineEdit) -> None:
        """The line that stands behind the last chip; it gets a row of its own when its text needs one."""
        self._line = line
        line.textChanged.connect(self._again)

    def set_chips(self, chips: list["Chip"]) -> None:
        """Show other chips; the ones before are deleted."""
        for old in self.chips:
            old.hide()
            old.deleteLater()
        self.chips = chips
        before = None
        for chip in chips:
            chip.show()
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        if before is not None and self._line is not None:
            QWidget.setTabOrder(before, self._line)
        self._again()

    def _again(self) -> None:
        self._arrange(self.width(), place=True)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, self._arrange(max(self.width(), 200), place=False))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), place=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._line is not None:
            self._line.setFocus(Qt.FocusReason.MouseFocusReason)

    def _arrange(self, width: int, place: bool) -> int:
        assert self._line is not None
        row_height = self._theme.em(26)
        x, y = _PAD, _PAD
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for chip in self.chips:
            wide = min(chip.sizeHint().width(), width - 2 * _PAD)
            if x > _PAD and x + wide > width - _PAD:
                x, y = _PAD, y + row_height + _GAP
            if place:
                chip.setGeometry(width - x - wide if rtl else x, y, wide, row_height)
            x += wide + _GAP
        least = self._line.fontMetrics().horizontalAdvance(self._line.text()) + self._theme.em(40)
        if x + least > width - _PAD and x > _PAD:
            x, y = _PAD, y + row_height + _GAP
        if place:
            room = width - x - _PAD
            self._line.setGeometry(_PAD if rtl else x, y, max(room, 40), row_height)
        return y + row_height + _PAD

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._line is not None and self._line.hasFocus()
        token, width = ("focus", 2) if focused else ("control_border", 1)
        painter.setPen(QPen(self._theme.colour(token), width))
        painter.setBrush(self._theme.colour("surface"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)


class Chip(QWidget):
    """One chip: a word and a cross. Enter or a click opens it, Delete and Backspace remove it."""

    opened = Signal()
    removed = Signal()
    moved = Signal(int)
    typed = Signal(str)

    def __init__(self, theme: Theme, item: ChipItem, opens: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.item, self._opens = theme, item, opens
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(", ".join(part for part in (item.text, item.about) if part))
        if item.about:
            from html import escape

            # Escaped inside of markup, so that a tooltip never takes somebody's words for markup.
            self.setToolTip(f"<qt>{escape(item.about)}</qt>")
        self.setAccessibleDescription("Enter opens it, Delete removes it" if opens else "Delete removes it")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(0.9, 500))
        width = metrics.horizontalAdvance(self.item.text) + 13 + 8 + self._theme.em(_CROSS) + 10
        return QSize(width, self._theme.em(26))

    def _cross(self) -> QRectF:
        edge = self._theme.em(_CROSS)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 10 if rtl else self.width() - edge - 10
        return QRectF(x, (self.height() - edge) / 2, edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade, contrast = self.item.shade, self._theme.tokens.contrast
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
        elif contrast or self.item.faded:
            dash = Qt.PenStyle.DashLine if self.item.faded else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self._theme.colour(f"{shade}.solid"), 2 if contrast else 1, dash))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            area = QRectF(self.rect())
        painter.setBrush(self._theme.colour("surface" if self.item.faded else f"{shade}.tint"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        ink = f"{shade}.solid" if self.item.faded else f"{shade}.on"
        painter.setPen(self._theme.colour(ink))
        font = self._theme.font(0.9, 500)
        painter.setFont(font)
        cross = self._cross()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (cross.right() + 6, self.width() - 13) if rtl else (13, cross.left() - 6)
        words = QFontMetrics(font).elidedText(
            self.item.text, Qt.TextElideMode.ElideRight, max(0, round(right - left)) + 1
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(left, 0, right - left + 2, self.height()), int(flags), words)
        drawn = self._theme.pixmap("x", ink, round(cross.width()), self.devicePixelRatioF())
        painter.drawPixmap(cross.topLeft(), drawn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(-1 if (key == Qt.Key.Key_Left) != rtl else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            if self._opens:
                self.opened.emit()
        elif event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.rect().contains(
            event.position().toPoint()
        ):
            return
        if self._cross().adjusted(-8, -8, 8, 8).contains(event.position()):
            self.removed.emit()
        elif self._opens:
            self.opened.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)
