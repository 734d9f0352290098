# SPDX-License-Identifier: MIT
"""The grid of days: arrow keys, choosing and opening steps, dragging them to another day."""

from datetime import date, timedelta
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)

from winback_desktop.ui.calendar.day_layout import DayLayout, fitting, lay_out
from winback_desktop.ui.calendar.model import DayModel
from winback_desktop.ui.calendar.painting import DayDelegate
from winback_desktop.ui.calendar.rows import Chip, DayCell
from winback_desktop.ui.theme import Theme

_PLAIN = "QTableView, QTableView:focus { border: 0; border-radius: 0; background: transparent; }"
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class DayGrid(QTableView):
    """Weeks of days. It decides nothing: what a key or the mouse asks for goes out as a signal."""

    day_wanted = Signal(object)
    """A ``date`` to look at, perhaps outside of what is shown."""
    day_opened = Signal(object)
    """A ``date`` whose whole list is wanted."""
    chip_opened = Signal(object)
    """A ``Chip`` whose person is wanted."""
    chip_chosen = Signal(object)
    """The chosen ``Chip``, or None."""
    shift_wanted = Signal(int, int)
    """(step, days)"""
    drop_wanted = Signal(int, object)
    """(step, ``date``)"""
    hovering = Signal(int, object)
    """(step, ``date``) while a step is dragged; (0, None) when that ends."""
    menu_wanted = Signal(object, object)
    """(``Chip``, global position)"""
    days_wanted = Signal(object, object, object)
    """(first ``date``, last ``date``, global position): what can be done with these days?"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = DayModel(self)
        self.delegate = DayDelegate(theme, self._model, self)
        self._pressed: tuple[Chip, QPoint] | None = None
        self._ghost: QPoint | None = None
        self._mark_from: date | None = None
        self._marking = False
        self.setModel(self._model)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_PLAIN)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(20)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.hide()
        self.setAccessibleName("Calendar")
        theme.changed.connect(self.viewport().update)

    # --- What is shown

    def show_days(self, cells: list[DayCell], week_start: int, day: date, roomy: bool) -> None:
        """Show days and stand on one of them; ``roomy`` gives a chip two lines."""
        self.delegate.roomy = roomy
        self._model.show(cells, week_start)
        index = self._model.index_of(day)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        chosen = self.chosen()
        if self.delegate.selected and chosen is None:
            self.choose(None)
        self.viewport().update()

    def room(self) -> int:
        """So many chips a day of a month has room for, in a month of five weeks."""
        return fitting(self.viewport().height() // 5, self._theme)

    def day(self) -> date | None:
        """The day the keyboard stands on."""
        cell = self._model.cell(self.currentIndex())
        return cell.day if cell else None

    def chosen(self) -> Chip | None:
        """The chosen step, wherever on screen it stands."""
        return self._shown(self.delegate.selected)

    def _shown(self, step: int) -> Chip | None:
        if not step:
            return None
        cells = (
            self._model.cell(self._model.index(r, c)) for r in range(self._model.rowCount()) for c in range(7)
        )
        return next((chip for cell in cells if cell for chip in cell.chips if chip.step == step), None)

    def choose(self, chip: Chip | None) -> None:
        """Choose a step, or none."""
        step = chip.step if chip else 0
        if step != self.delegate.selected:
            self.delegate.selected = step
            self.viewport().update()
            self.chip_chosen.emit(chip if step else None)

    # --- Keyboard

    def event(self, event: QEvent) -> bool:
        # While a step is chosen, Alt and arrows move it; otherwise the window goes back and forward.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and self.delegate.selected and Qt.Key(event.key()) in _ARROWS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, day = Qt.Key(event.key()), self.day()
        if key in _ARROWS and day is not None:
            days = _ARROWS[key]
            if abs(days) == 1 and self.isRightToLeft():
                days = -days
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                if self.delegate.selected:
                    self._shift(self.delegate.selected, days)
            else:
                self.choose(None)
                moved = day + timedelta(days=days)
                self._mark(day, moved) if event.modifiers() & _SHIFT else self.unmark()
                self.day_wanted.emit(moved)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and day is not None:
            column = 0 if key == Qt.Key.Key_Home else 6
            self.day_wanted.emit(day + timedelta(days=column - self.currentIndex().column()))
        elif key == Qt.Key.Key_Space:
            self._choose_next()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open_current()
        elif key == Qt.Key.Key_Escape and (self._ghost or self.delegate.selected or self.delegate.marked):
            self._end_drag()
            self.choose(None)
            self.unmark()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _shift(self, step: int, days: int) -> None:
        self.shift_wanted.emit(step, days)
        # Its new day may have brought another month, and on the way there the step was nowhere to be seen.
        self.choose(self._shown(step))

    def _choose_next(self) -> None:
        cell = self._model.cell(self.currentIndex())
        steps = [chip for chip in cell.chips if chip.step] if cell else []
        if steps:
            at = next((i for i, chip in enumerate(steps) if chip.step == self.delegate.selected), -1)
            self.choose(steps[(at + 1) % len(steps)])

    def _open_current(self) -> None:
        chip, cell = self.chosen(), self._model.cell(self.currentIndex())
        if chip is not None:
            self.chip_opened.emit(chip)
        elif cell is not None and cell.total:
            self.day_opened.emit(cell.day)

    # --- Several days

    def marked(self) -> tuple[date, date] | None:
        """The days chosen together, or the one the keyboard stands on."""
        day = self.day()
        return self.delegate.marked or ((day, day) if day else None)

    def unmark(self) -> None:
        """Choose no days together."""
        self._mark_from, self._marking = None, False
        if self.delegate.marked is not None:
            self.delegate.marked = None
            self.viewport().update()

    def _mark(self, start: date, to: date) -> None:
        if self._mark_from is None:
            self._mark_from = start
        self.delegate.marked = min(self._mark_from, to), max(self._mark_from, to)
        self.viewport().update()

    # --- Mouse

    def hit(self, at: QPoint) -> tuple[DayCell | None, Chip | None, bool]:
        """The day, the chip and whether "+2 more" stands at a point of the viewport."""
        index = self.indexAt(at)
        cell = self._model.cell(index)
        if cell is None:
            return None, None, False
        place = self._place(index, cell)
        chip = next((chip for rect, chip in place.chips if rect.contains(at)), None)
        return cell, chip, bool(place.hidden) and place.more.contains(at)

    def chip_rect(self, step: int) -> QRect:
        """Where a step's chip is painted; empty when it is not."""
        for row in range(self._model.rowCount()):
            for column in range(7):
                index = self._model.index(row, column)
                cell = self._model.cell(index)
                for rect, chip in self._place(index, cell).chips if cell else ():
                    if chip.step == step:
                        return rect
        return QRect()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        cell, chip, more = self.hit(at)
        if cell is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and event.modifiers() & _SHIFT and (before := self.day()) is not None:
            self._mark(before, cell.day)
        elif left or not self._is_marked(cell.day):
            self.unmark()
        self.day_wanted.emit(cell.day)
        self.choose(chip if chip and chip.step else None)
        if event.button() == Qt.MouseButton.LeftButton:
            if more:
                self.day_opened.emit(cell.day)
            elif chip is not None and chip.movable:
                self._pressed = chip, at
            elif chip is None and not event.modifiers():
                self._mark_from, self._marking = cell.day, True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._marking and self._mark_from is not None:
            under = self.hit(at)[0]
            if under is not None and (self.delegate.marked or under.day != self._mark_from):
                self._mark(self._mark_from, under.day)
        if self._pressed is None:
            return
        chip, start = self._pressed
        if self._ghost is None and (at - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._ghost = at
        cell = self.hit(at)[0]
        day = cell.day if cell else None
        if day != self.delegate.target:
            self.delegate.target = day
            self.hovering.emit(chip.step, day)
            self.setCursor(
                Qt.CursorShape.ForbiddenCursor if self.delegate.refused else Qt.CursorShape.ClosedHandCursor
            )
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged, target = self._pressed, self._ghost is not None, self.delegate.target
        marked, self._marking = self.delegate.marked if self._marking else None, False
        self._end_drag()
        if marked:
            self.days_wanted.emit(*marked, event.globalPosition().toPoint())
        if pressed and dragged and isinstance(target, date):
            self.drop_wanted.emit(pressed[0].step, target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell, chip, _ = self.hit(event.position().toPoint())
        if chip is not None:
            self.chip_opened.emit(chip)
        elif cell is not None and cell.total:
            self.day_opened.emit(cell.day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        chip = self.chosen() if by_key else self.hit(event.pos())[1]
        if chip is not None:
            at = self.chip_rect(chip.step).center() if by_key else event.pos()
            self.menu_wanted.emit(chip, self.viewport().mapToGlobal(at))
        elif (days := self.marked()) is not None:
            at = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
            self.days_wanted.emit(*days, self.viewport().mapToGlobal(at))

    def _is_marked(self, day: date) -> bool:
        marked = self.delegate.marked
        return marked is not None and marked[0] <= day <= marked[1]

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell, chip, _ = self.hit(event.pos())
            tip = chip.title if chip else cell.closed if cell else ""
            QToolTip.showText(event.globalPos(), f"<qt>{escape(tip)}</qt>" if tip else "", self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._pressed is not None and self._ghost is not None:
            painter = QPainter(self.viewport())
            painter.setOpacity(0.9)
            width = min(self.columnWidth(0) - 10, self._theme.em(180))
            area = QRect(
                self._ghost - QPoint(16, 11), self._ghost - QPoint(16, 11) + QPoint(width, self._theme.em(22))
            )
            self.delegate.chips.paint(painter, area, self._pressed[0], self.isRightToLeft(), selected=True)

    def _end_drag(self) -> None:
        dragging = self._ghost is not None
        self._pressed = self._ghost = None
        self.delegate.target, self.delegate.refused = None, False
        self.unsetCursor()
        if dragging:
            self.hovering.emit(0, None)
            self.viewport().update()

    def _place(self, index: QModelIndex, cell: DayCell) -> DayLayout:
        return lay_out(cell, self.visualRect(index), self._theme, self.layoutDirection(), self.delegate.roomy)
