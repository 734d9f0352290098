# SPDX-License-Identifier: MIT
"""The customer list as a model over numbers: lines are read only where somebody looks."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from winback_desktop.ui.customers.directory.rows import PersonRow

ROW = int(Qt.ItemDataRole.UserRole)
PAGE = 60
_KEPT_PAGES = 60
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()


class PeopleModel(QAbstractListModel):
    """``numbers(limit)`` answers the contacts in order, all of them for None; ``lines`` reads some of them.

    The first page is there at once; ``complete`` adds all the others, so that the scroll bar, End and
    "select all" mean the whole list.
    """

    def __init__(
        self,
        numbers: Callable[[int | None], Sequence[int]],
        lines: Callable[[Sequence[int]], Sequence[PersonRow]],
    ) -> None:
        super().__init__()
        self._numbers, self._lines = numbers, lines
        self._ids: Sequence[int] = ()
        self._pages: dict[int, dict[int, PersonRow]] = {}
        self._more = False

    def start(self, whole: bool = False) -> None:
        """Read from the beginning: the first page, or everybody."""
        self.beginResetModel()
        self._ids = self._numbers(None if whole else PAGE)
        self._more = not whole and len(self._ids) >= PAGE
        self._pages.clear()
        self.endResetModel()

    def complete(self) -> None:
        """Know everybody."""
        if not self._more:
            return
        self._more = False
        ids = self._numbers(None)
        known = len(self._ids)
        if ids[:known] != self._ids:
            self.beginResetModel()
            self._ids = ids
            self._pages.clear()
            self.endResetModel()
        elif len(ids) > known:
            self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
            self._ids = ids
            self._pages.pop(known // PAGE, None)
            self.endInsertRows()

    @property
    def whole(self) -> bool:
        """Whether everybody is known."""
        return not self._more

    def row_of(self, contact: int) -> int:
        """Where a person stands among those known so far, or -1."""
        try:
            return self._ids.index(contact)
        except ValueError:
            return -1

    def contacts(self, first: int, last: int) -> Sequence[int]:
        """The numbers from one row to another."""
        return self._ids[first : last + 1]

    def runs_of(self, contacts: Iterable[int]) -> Iterator[tuple[int, int]]:
        """First and last row of each unbroken run of people, for selecting them again."""
        wanted = set(contacts)
        rows = [at for at, contact in enumerate(self._ids) if contact in wanted]
        start = 0
        while start < len(rows):
            end = start
            while end + 1 < len(rows) and rows[end + 1] == rows[end] + 1:
                end += 1
            yield rows[start], rows[end]
            start = end + 1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        if not index.isValid() or role not in (ROW, _DISPLAY, _SPOKEN):
            return None
        row = self._row(index.row())
        return row if role == ROW else row.name if role == _DISPLAY else row.spoken

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        if self.canFetchMore(parent):
            self.complete()

    def _row(self, at: int) -> PersonRow:
        number = at // PAGE
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= _KEPT_PAGES:
                self._pages.clear()
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            page = self._pages[number] = {row.contact: row for row in self._lines(ids)}
        contact = self._ids[at]
        # Somebody deleted by another program since is left blank until the list is read again.
        return page.get(contact) or PersonRow(contact)
