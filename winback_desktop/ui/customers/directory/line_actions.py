# SPDX-License-Identifier: MIT
"""What can be done with one line of the customer list: opened, edited where it stands, deleted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QListView, QMenu, QWidget

from winback_desktop.ui.customers.directory.model import ROW, PeopleModel
from winback_desktop.ui.customers.directory.presenter import Directory
from winback_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from winback_desktop.ui.customers.directory.quick_edit import QuickEdit


class LineActions:
    """F2 edits; the menu of a line, by the right button or the menu key, offers everything."""

    def __init__(
        self,
        directory: Directory,
        theme: Theme,
        listed: QListView,
        host: QWidget,
        open_line: Callable[[QModelIndex], None],
    ) -> None:
        self._directory, self._theme, self._list, self._open = directory, theme, listed, open_line
        self._host = host
        self._quick: QuickEdit | None = None
        self.action = QAction("Edit the chosen line", listed)
        self.action.setShortcut(QKeySequence("F2"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(lambda: self.edit())
        listed.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        listed.customContextMenuRequested.connect(self._show_menu)

    @property
    def quick(self) -> "QuickEdit":
        """The editor; made when it is first wanted."""
        if self._quick is None:
            from winback_desktop.ui.customers.directory.quick_edit import QuickEdit

            self._quick = QuickEdit(self._directory, self._theme, self._list, self._host)
        return self._quick

    def edit(self) -> None:
        """Edit the chosen line where it stands."""
        index = self._list.currentIndex()
        if index.isValid():
            self._list.scrollTo(index)
            self.quick.edit(index.data(ROW).contact, index.row())

    def store(self) -> None:
        """The list is left: store what is being edited."""
        if self._quick is not None and self._quick.contact:
            self._quick.store()

    def follow(self) -> None:
        """The list was read anew."""
        model = self._list.model()
        if self._quick is not None and self._quick.contact and isinstance(model, PeopleModel):
            self._quick.follow(model.row_of(self._quick.contact))

    def _show_menu(self, place: QPoint) -> None:
        index = self._list.indexAt(place)
        if not index.isValid():
            return
        self._list.setCurrentIndex(index)
        contact = index.data(ROW).contact
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._theme.icon("user"), "Open").triggered.connect(lambda: self._open(index))
        menu.addAction(self._theme.icon("pen-line"), "Edit here\tF2").triggered.connect(lambda: self.edit())
        menu.addAction(self._theme.icon("trash-2"), "Delete\tDel").triggered.connect(
            lambda: self._directory.many.delete([contact])
        )
        menu.popup(self._list.viewport().mapToGlobal(place))
