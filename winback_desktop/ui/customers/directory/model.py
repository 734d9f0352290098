# SPDX-License-Identifier: MIT
"""The customer list as a model that reads a page at a time, as far as it is scrolled."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from winback_desktop.ui.customers.directory.rows import PersonRow

ROW = int(Qt.ItemDataRole.UserRole)
FIRST_PAGE = 60
PAGE = 200
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()


class PeopleModel(QAbstractListModel):
    """``fetch(limit)`` answers the next rows; fewer than asked for means there are no more."""

    def __init__(self, fetch: Callable[[int], Sequence[PersonRow]]) -> None:
        super().__init__()
        self._fetch = fetch
        self._rows: list[PersonRow] = []
        self._more = False

    def start(self, least: int = 0) -> None:
        """Read from the beginning, at least so many rows that the place scrolled to is there again."""
        self.beginResetModel()
        wanted = max(FIRST_PAGE, least)
        self._rows = list(self._fetch(wanted))
        self._more = len(self._rows) >= wanted
        self.endResetModel()

    def row_of(self, contact: int) -> int:
        """Where a person stands among the rows read so far, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.contact == contact), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        if role == ROW:
            return self._rows[index.row()]
        if role == _DISPLAY and index.isValid():
            return self._rows[index.row()].name
        if role == _SPOKEN and index.isValid():
            return self._rows[index.row()].spoken
        return None

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        if not self.canFetchMore(parent):
            return
        rows = self._fetch(PAGE)
        # Whoever hears of the insertion must not fetch on in the midst of it.
        self._more = False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self._more = len(rows) >= PAGE
