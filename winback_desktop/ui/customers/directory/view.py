# SPDX-License-Identifier: MIT
"""Draws the customer list with its search line, and what an empty list says."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from winback_desktop.ui.customers.directory.model import ROW, PeopleModel
from winback_desktop.ui.customers.directory.painting import PersonLine
from winback_desktop.ui.customers.directory.presenter import ROLES, Directory
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.cards import EmptyState, PageHeader
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import TextLine


class DirectoryView(QWidget):
    """The list; Enter or a click opens a person, typing anywhere searches."""

    add_wanted = Signal(str)
    """A new person is to be added; the name typed so far."""

    def __init__(self, directory: Directory, theme: Theme) -> None:
        super().__init__()
        self._directory, self._theme = directory, theme
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        add = PrimaryButton(theme, "New customer", "user-plus")
        add.clicked.connect(lambda: self.add_wanted.emit(""))
        bring = SecondaryButton(theme, "Import…", "upload")
        bring.clicked.connect(directory.ask_import)
        self._header = PageHeader(theme, "Customers", " ", add)
        self._header.row.insertWidget(1, bring, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._header)
        column.addLayout(self._filters())
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self._list())
        self._nobody = self._empty()
        self._stack.addWidget(self._nobody)
        self._nothing = EmptyState(theme, "search", "Nobody is found", button="Add them")
        self._nothing.button.clicked.connect(lambda: self.add_wanted.emit(self.search.text().strip()))
        self._stack.addWidget(self._nothing)
        directory.restarted.connect(self._restart)
        directory.counted.connect(self._header.subtitle.setText)

    def activate(self) -> None:
        """Show the list; the place scrolled to is kept."""
        self._directory.activate()
        if self.list.isVisible():
            self.list.setFocus()

    def hideEvent(self, event: QEvent) -> None:
        self._directory.leave()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                if not self.list.currentIndex().isValid():
                    self.list.setCurrentIndex(self.model.index(0))
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if watched is self.list:
                return self._list_key(event)
        return super().eventFilter(watched, event)

    def _list_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Delete and self.list.currentIndex().isValid():
            self._directory.delete(self.model.data(self.list.currentIndex(), ROW).contact)
            return True
        at_top = self.list.currentIndex().row() <= 0
        if event.key() == Qt.Key.Key_Up and at_top:
            self.search.setFocus()
            return True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and event.text().isprintable() and event.text().strip():
            self.search.setFocus()
            self.search.insert(event.text())
            return True
        return False

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.search = TextLine("Search customers", placeholder="Search by name, organisation or notes")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._directory.set_text)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        role = Choice(self._theme, "Show", ROLES)
        role.currentIndexChanged.connect(lambda _: self._directory.set_role(role.current()))
        row.addWidget(self.search, 1)
        row.addWidget(role)
        return row

    def _list(self) -> QListView:
        self.model = PeopleModel(self._directory.fetch)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Customers")
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.verticalScrollBar().setSingleStep(24)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(PersonLine(self._theme, self.list))
        self._theme.changed.connect(self.list.doItemsLayout)
        self.list.clicked.connect(self._open)
        self.list.installEventFilter(self)
        return self.list

    def _empty(self) -> EmptyState:
        empty = EmptyState(
            self._theme,
            "users",
            "Nobody here yet",
            "Add somebody by hand, or bring your address book as a vCard or CSV file.",
            "New customer",
            lambda: self.add_wanted.emit(""),
        )
        bring = SecondaryButton(self._theme, "Import…", "upload")
        bring.clicked.connect(self._directory.ask_import)
        empty.add_button(bring)
        return empty

    def _restart(self) -> None:
        current = self.list.currentIndex()
        held = self.model.data(current, ROW).contact if current.isValid() else 0
        first = self.list.indexAt(self.list.rect().topLeft()).row()
        at = self.list.verticalScrollBar().value()
        self._directory.begin()
        filtered = bool(self._directory.text or self._directory.role)
        self.model.start(0 if filtered else first + 60)
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.list)
            row = self.model.row_of(held) if held else -1
            if row >= 0:
                self.list.setCurrentIndex(self.model.index(row))
            self.list.verticalScrollBar().setValue(0 if filtered else at)
        elif filtered and self._directory.anybody():
            self._say_nothing_found()
        else:
            self._stack.setCurrentWidget(self._nobody)

    def _say_nothing_found(self) -> None:
        words = self.search.text().strip()
        short = words if len(words) <= 40 else words[:39] + "…"
        self._nothing.title.setText(f"Nobody is found for “{short}”" if words else "Nobody has this role yet")
        self._nothing.button.set_words(f"Add “{short}”" if words else "New customer")
        self._stack.setCurrentWidget(self._nothing)

    def _open_first(self) -> None:
        if self.model.rowCount():
            self._open(self.model.index(0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self._directory.open(self.model.data(index, ROW).contact)
