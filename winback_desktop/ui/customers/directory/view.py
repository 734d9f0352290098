# SPDX-License-Identifier: MIT
"""Draws the customer list with search and filters, what an empty list says, and several chosen at once."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from winback_desktop.ui.customers.directory.filters import Filters
from winback_desktop.ui.customers.directory.line_actions import LineActions
from winback_desktop.ui.customers.directory.many_bar import ManyBar
from winback_desktop.ui.customers.directory.model import ROW, PeopleModel
from winback_desktop.ui.customers.directory.painting import PersonLine
from winback_desktop.ui.customers.directory.presenter import ROLES, Directory
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconMenuButton, PrimaryButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import EmptyState, PageHeader
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import TextLine

_FAR = (Qt.Key.Key_End, Qt.Key.Key_PageDown)
_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


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
        more = IconMenuButton(theme, "ellipsis", "More for this list", self._fill_menu)
        self._header.row.insertWidget(1, more, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._header)
        column.addLayout(self._search_row())
        self._filters = Filters(directory, theme)
        self._filters.cleared.connect(lambda: self._role.set_current(""))
        self._filters.hide()
        column.addWidget(self._filters)
        self._many = ManyBar(directory, theme, self.chosen)
        self._many.ended.connect(self._end_choosing)
        self._many.merge_wanted.connect(self._merge_chosen)
        column.addWidget(self._many)
        self._choosing = False
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self._list())
        self._nobody = self._empty()
        self._stack.addWidget(self._nobody)
        self._nothing = EmptyState(theme, "search", "Nobody is found", button="Add them")
        self._nothing.button.clicked.connect(lambda: self.add_wanted.emit(self.search.text().strip()))
        self._stack.addWidget(self._nothing)
        self._lines = LineActions(directory, theme, self.list, self, self._open)
        self.addAction(self._lines.action)
        directory.restarted.connect(self._restart)
        directory.settled.connect(self._settle)
        directory.counted.connect(self._header.subtitle.setText)

    def chosen(self) -> Sequence[int]:
        """The numbers of the people chosen, in the list's order."""
        found: list[int] = []
        for run in sorted(self.list.selectionModel().selection(), key=lambda run: run.top()):
            found += self.model.contacts(run.top(), run.bottom())
        return found

    def commands(self) -> list[QAction]:
        """The list's own actions."""
        return [self._lines.action]

    def activate(self) -> None:
        """Show the list; the place scrolled to is kept."""
        self._directory.activate()
        if self.list.isVisible():
            self.list.setFocus()

    def showEvent(self, event: QEvent) -> None:
        # The window may come back from the tray or the task bar without a visit to the page.
        self._directory.activate()
        super().showEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        self._lines.store()
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._many.isVisible():
            self._end_choosing()
            return
        super().keyPressEvent(event)

    def _list_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list.currentIndex())
            return True
        if key == Qt.Key.Key_Delete and self.chosen():
            self._directory.many.delete(self.chosen())
            return True
        if key == Qt.Key.Key_Escape and self._many.isVisible():
            self._end_choosing()
            return True
        if key in _FAR or (key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier):
            self.model.complete()
            return False
        at_top = self.list.currentIndex().row() <= 0
        if key == Qt.Key.Key_Up and at_top and not event.modifiers() & _CHOOSING:
            self.search.setFocus()
            return True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and event.text().isprintable() and event.text().strip():
            self.search.setFocus()
            self.search.insert(event.text())
            return True
        return False

    def _search_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search = TextLine("Search customers", placeholder="Search by name, organisation or notes")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._directory.set_text)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self._role = Choice(self._theme, "Show", ROLES)
        self._role.currentIndexChanged.connect(lambda _: self._directory.set_role(self._role.current()))
        filters = QuietButton(self._theme, "Filters", "chevron-down")
        filters.clicked.connect(self._toggle_filters)
        choose = QuietButton(self._theme, "Choose", "check")
        choose.setAccessibleName("Choose several")
        choose.clicked.connect(self._toggle_choosing)
        row.addWidget(self.search, 1)
        row.addWidget(self._role)
        row.addWidget(filters)
        row.addWidget(choose)
        return row

    def _list(self) -> QListView:
        self.model = PeopleModel(self._directory.numbers, self._directory.lines)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Customers")
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.verticalScrollBar().setSingleStep(24)
        self.list.setMouseTracking(True)
        self._painter = PersonLine(self._theme, self.list)
        self.list.setItemDelegate(self._painter)
        self._theme.changed.connect(self.list.doItemsLayout)
        self.list.clicked.connect(self._clicked)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._selected())
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
        chosen = self.chosen() if self._many.isVisible() else ()
        at = self.list.verticalScrollBar().value()
        filtered = self._directory.filtered
        self.model.start(whole=bool(chosen) or (at > 0 and not filtered))
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.list)
            row = self.model.row_of(held) if held else -1
            if row >= 0:
                keep = QItemSelectionModel.SelectionFlag.NoUpdate
                select = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.list.selectionModel().setCurrentIndex(self.model.index(row), keep if chosen else select)
            self._choose_again(chosen)
            self.list.verticalScrollBar().setValue(0 if filtered and not chosen else at)
        elif filtered and self._directory.anybody():
            self._say_nothing_found()
        else:
            self._stack.setCurrentWidget(self._nobody)
        self._selected()
        self._lines.follow()

    def _settle(self) -> None:
        self.model.complete()
        self._directory.tell_count(self.model.rowCount())

    def _choose_again(self, contacts: Sequence[int]) -> None:
        again = QItemSelection()
        for first, last in self.model.runs_of(contacts) if contacts else ():
            again.select(self.model.index(first), self.model.index(last))
        self.list.selectionModel().select(again, QItemSelectionModel.SelectionFlag.Select)

    def _toggle_filters(self) -> None:
        shown = self._filters.isHidden()
        if shown:
            self._filters.refresh()
        self._filters.setVisible(shown)

    def _toggle_choosing(self) -> None:
        if self._choosing:
            self._end_choosing()
            return
        self._choosing = True
        self.list.clearSelection()
        self.list.setSelectionMode(QListView.SelectionMode.MultiSelection)
        self._selected()
        self.list.setFocus()

    def _end_choosing(self) -> None:
        self._choosing = False
        self.list.clearSelection()
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._selected()
        self.list.setFocus()

    def _selected(self) -> None:
        count = sum(run.height() for run in self.list.selectionModel().selection())
        several = self._choosing or count > 1
        self._painter.ticks = several
        self._many.show_count(count)
        self._many.setVisible(several)

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(self._theme.icon("history"), "Recently deleted…").triggered.connect(self._show_deleted)
        menu.addAction(self._theme.icon("users"), "Find duplicates…").triggered.connect(
            lambda: self._show_merging()
        )
        menu.addAction(self._theme.icon("hand-helping"), "What is new and useful…").triggered.connect(
            self._show_useful
        )

    def _show_useful(self) -> None:
        from winback_desktop.ui.customers.directory.useful_sheet import UsefulSheet

        self._sheet = UsefulSheet(self.window(), self._directory.useful(), self._theme)

    def _show_deleted(self) -> None:
        from winback_desktop.ui.customers.directory.deleted_sheet import DeletedSheet

        self._sheet = DeletedSheet(self.window(), self._directory, self._theme)

    def _show_merging(self, pair: tuple[int, int] | None = None) -> None:
        from winback_desktop.ui.customers.directory.merging import MergeSheet

        self._sheet = MergeSheet(self.window(), self._directory, self._theme, pair)

    def _merge_chosen(self) -> None:
        first, second = self.chosen()
        self._show_merging((first, second))

    def _clicked(self, index: QModelIndex) -> None:
        # With Ctrl or Shift, or while choosing, a click chooses and opens nobody.
        if not self._choosing and not QGuiApplication.keyboardModifiers() & _CHOOSING:
            self._open(index)

    def _say_nothing_found(self) -> None:
        words = self.search.text().strip()
        short = words if len(words) <= 40 else words[:39] + "…"
        self._nothing.title.setText(
            f"Nobody is found for “{short}”" if words else "Nobody fits these filters"
        )
        self._nothing.button.set_words(f"Add “{short}”" if words else "New customer")
        self._stack.setCurrentWidget(self._nothing)

    def _open_first(self) -> None:
        if self.model.rowCount():
            self._open(self.model.index(0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self._directory.open(self.model.data(index, ROW).contact)
