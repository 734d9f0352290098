# SPDX-License-Identifier: MIT
"""The agenda: the coming days as a list, days without anything left out."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from winback_desktop.ui.calendar.model import AgendaModel
from winback_desktop.ui.calendar.painting import ChipPainter
from winback_desktop.ui.calendar.rows import AgendaLine, Chip
from winback_desktop.ui.theme import Theme

_PLAIN = "QListView, QListView:focus { border: 0; border-radius: 0; background: transparent; }"
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class AgendaDelegate(QStyledItemDelegate):
    """A day's heading, or icon, name and what is to be done."""

    def __init__(self, theme: Theme, model: AgendaModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._words = ChipPainter(theme)
        theme.changed.connect(self._words.forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = self._model.line(index)
        heading = line is not None and line.chip is None and not line.more
        return QSize(100, self._theme.em(44 if heading else 34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = self._model.line(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(14, 0, -14, 0)
        if line.chip is not None:
            self._ground(painter, option, index)
            self._entry(painter, area, line.chip, option.direction == Qt.LayoutDirection.RightToLeft)
        elif line.more:
            self._ground(painter, option, index)
            self._text(
                painter, area.adjusted(self._theme.em(28), 0, 0, 0), f"+{line.more} more", 0.9, 400, "text2"
            )
        else:
            self._heading(painter, area, line)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRect, line: AgendaLine) -> None:
        ink = "accent" if line.today else "text2"
        self._text(painter, area.adjusted(0, self._theme.em(10), 0, 0), line.heading, 0.95, 600, ink)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._theme.colour("divider"))

    def _entry(self, painter: QPainter, area: QRect, chip: Chip, rtl: bool) -> None:
        theme = self._theme
        icon = theme.em(17)
        shade = theme.step_shade(chip.kind)
        name, ink = ("check", "ok.solid") if chip.mark else (theme.step_icon(chip.kind), f"{shade}.solid")
        x = area.right() - icon if rtl else area.left()
        drawn = theme.pixmap(name, ink, icon, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(x, area.top() + (area.height() - icon) / 2), drawn)
        start = icon + 10
        room = area.width() - start
        title = f"{chip.detail} · {chip.mark}" if chip.mark else chip.detail
        after = self._words.font(0.95)[1].horizontalAdvance(title) + 14
        shown = self._words.cut(chip.name, max(room - after, room // 2), 1.0, 600)
        width = self._words.font(1.0, 600)[1].horizontalAdvance(shown) + 2
        text = QRect(area.left() if rtl else area.left() + start, area.top(), room, area.height())
        self._text(painter, text, shown, 1.0, 600, "text2" if chip.done else "text")
        rest = text.adjusted(0, 0, -width - 12, 0) if rtl else text.adjusted(width + 12, 0, 0, 0)
        self._text(painter, rest, title, 0.95, 400, "text2")

    def _text(self, painter: QPainter, area: QRect, text: str, factor: float, weight: int, ink: str) -> None:
        painter.setFont(self._words.font(factor, weight)[0])
        painter.setPen(self._theme.colour(ink))
        rtl = self.parent().isRightToLeft() if isinstance(self.parent(), QWidget) else False
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(
            area,
            side | Qt.AlignmentFlag.AlignAbsolute | _LINE,
            self._words.cut(text, area.width(), factor, weight),
        )

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = self.parent()
        if not isinstance(view, QAbstractItemView) or view.currentIndex() != index:
            return
        painter.setBrush(self._theme.colour("sunken"))
        painter.setPen(QPen(self._theme.colour("focus"), 2) if view.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(5, 1, -5, -1), 8, 8)


class AgendaList(QListView):
    """The list itself; like the grid, it only says what is asked for."""

    day_opened = Signal(object)
    chip_opened = Signal(object)
    shift_wanted = Signal(int, int)
    menu_wanted = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = AgendaModel(self)
        self.setModel(self._model)
        self.setItemDelegate(AgendaDelegate(theme, self._model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_PLAIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Agenda")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: list[AgendaLine]) -> None:
        """Show other lines; the step that was chosen stays so where it still stands here."""
        before = self.chosen()
        self._model.show(lines)
        row = self._model.row_of(before.step) if before and before.step else -1
        row = row if row >= 0 else self._model.first_step()
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))

    def chosen(self) -> Chip | None:
        """The step on the line the keyboard stands on."""
        line = self._model.line(self.currentIndex())
        return line.chip if line else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chip, key = self.chosen(), Qt.Key(event.key())
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}.get(key, 0)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and days and chip and chip.step:
            self.shift_wanted.emit(chip.step, days)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_T):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(self.indexAt(event.position().toPoint()))

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line and line.chip:
            self.chip_opened.emit(line.chip)
        elif line and line.more:
            self.day_opened.emit(line.day)

    def _menu(self, at) -> None:
        line = self._model.line(self.indexAt(at))
        if line and line.chip:
            self.menu_wanted.emit(line.chip, self.viewport().mapToGlobal(at))

    def current_day(self) -> date | None:
        """The day of the line the keyboard stands on."""
        line = self._model.line(self.currentIndex())
        return line.day if line else None
