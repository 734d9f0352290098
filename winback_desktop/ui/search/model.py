# SPDX-License-Identifier: MIT
"""The palette's lines as an item model that can be read aloud."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from winback_desktop.ui.search.rows import Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SearchModel(QAbstractListModel):
    """The lines for what was typed last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The line at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def heads(self, index: Index) -> bool:
        """Whether a line is the first of its section."""
        at = index.row()
        return at == 0 or self._rows[at - 1].section != self._rows[at].section

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(index)
            return f"{row.title}, {row.detail or row.section}" if row else None
        return None
