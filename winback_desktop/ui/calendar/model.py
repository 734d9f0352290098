# SPDX-License-Identifier: MIT
"""The grid of days and the agenda as item models that a screen reader can read aloud."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from winback_desktop.ui.calendar import words
from winback_desktop.ui.calendar.rows import AgendaLine, DayCell

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)

_NOWHERE = QModelIndex()


class DayModel(QAbstractTableModel):
    """Weeks as rows of seven days; ``ROW`` gives the ``DayCell``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: list[DayCell] = []
        self._week_start = 0

    def show(self, cells: Sequence[DayCell], week_start: int) -> None:
        """Show other days; as many weeks as before only change what stands in them."""
        same = len(cells) == len(self._cells)
        if not same:
            self.beginResetModel()
        turned = week_start != self._week_start
        self._cells, self._week_start = list(cells), week_start
        if not same:
            self.endResetModel()
        elif self._cells:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 6))
        if turned:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 6)

    def cell(self, index: Index) -> DayCell | None:
        """The day at an index."""
        at = index.row() * 7 + index.column()
        return self._cells[at] if index.isValid() and 0 <= at < len(self._cells) else None

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; an invalid index when it is not shown."""
        if self._cells:
            at = (day - self._cells[0].day).days
            if 0 <= at < len(self._cells):
                return self.index(at // 7, at % 7)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells) // 7

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW:
            return self.cell(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.cell(index)
            return words.spoken_day(cell) if cell else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words.weekday_names(self._week_start)[section] if 0 <= section < 7 else None
        return None


class AgendaModel(QAbstractListModel):
    """Days and what stands on them, one below the other; ``ROW`` gives the ``AgendaLine``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[AgendaLine] = []

    def show(self, lines: Sequence[AgendaLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, index: Index) -> AgendaLine | None:
        """The line at an index."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def row_of(self, step: int) -> int:
        """Where a step stands, or -1."""
        found = (row for row, line in enumerate(self._lines) if line.chip and line.chip.step == step)
        return next(found, -1)

    def first_step(self) -> int:
        """The first line that is no heading, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.chip or line.more), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is not None and not line.chip and not line.more:
            return Qt.ItemFlag.ItemIsEnabled  # a heading is read, not chosen
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW:
            return self.line(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self.line(index)
            if line is None:
                return None
            if line.chip:
                return words.spoken_chip(line.chip)
            return f"{line.more} more on {words.long_day(line.day)}" if line.more else line.heading
        return None
