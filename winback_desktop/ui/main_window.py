# SPDX-License-Identifier: MIT
"""The window: sidebar, the page that is shown, the banner above it and the undo bar over it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from winback_desktop.ui import navigation
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.pages import build_page
from winback_desktop.ui.preferences import APPEARANCE, SCALE, SIDEBAR, Place, Preferences
from winback_desktop.ui.sidebar import Sidebar
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.window_place import put_back

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from winback_desktop.application.ports import Workspace
    from winback_desktop.ui.banner import Banner
    from winback_desktop.ui.commands import Commands
    from winback_desktop.ui.undo_bar import UndoBar

SMALLEST = (640, 480)


class MainWindow(QWidget):
    """Shows pages as the navigator asks for them; each is built on its first visit."""

    painted = Signal()
    """The first paint is over; what could wait may be built."""
    quit_wanted = Signal()

    def __init__(
        self,
        work: "Workspace",
        operations: Operations,
        navigator: Navigator,
        theme: Theme,
        *,
        sample: bool = False,
    ) -> None:
        super().__init__()
        self.work, self.operations, self.navigator, self.theme = work, operations, navigator, theme
        self.may_close: Callable[[], bool] = lambda: True
        """Asked on closing; False keeps the window, hidden or not, as whoever answers decides."""
        self._first_paint = True
        # The window itself has the keyboard at first: the first Tab then goes to the first control.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self._preferences = Preferences(work.store)
        self._folded: bool | None = None
        self._pages: dict[str, QWidget] = {}
        self.setWindowTitle("Winback: sample data" if sample else "Winback")
        self.setMinimumSize(*SMALLEST)
        self._lay_out(sample)
        self._connect()
        if self._preferences.sidebar_narrow:
            self._folded = True
        put_back(self, self._preferences.place)

    @cached_property
    def commands(self) -> "Commands":
        """Every command with its shortcuts; made a moment after the first paint, or when first asked for."""
        from winback_desktop.ui.commands import Commands

        commands = Commands(self, self.operations, self.navigator, self.theme)
        add = commands.add
        add("File", "Quit", self.quit_wanted.emit, "Ctrl+Q", icon="log-out")
        add("View", "Fold the sidebar", self.fold_sidebar, "F9", icon="panel-left")
        add("View", "Full screen", self._full_screen, "F11")
        add("Help", "Keyboard shortcuts", self.show_shortcuts, "F1", "Ctrl+?", icon="keyboard")
        commands.set_page_commands(self._offered())
        return commands

    @cached_property
    def undo_bar(self) -> "UndoBar":
        """Says what was done and takes it back; made when there is something to say."""
        from winback_desktop.ui.undo_bar import UndoBar

        bar = UndoBar(self.theme, self._main)
        bar.undo.connect(self.operations.undo)
        return bar

    def page(self, key: str) -> QWidget:
        """A page, built now if it was never visited."""
        if key not in self._pages:
            if self._pages:
                self.theme.complete()
            built = build_page(key, self.work, self.operations, self.navigator, self.theme)
            self._pages[key] = built
            self._stack.addWidget(built)
        return self._pages[key]

    def show_page(self, key: str, target: object = None) -> None:
        """Bring a page to the front and tell it what to show."""
        page = self.page(key)
        self._stack.setCurrentWidget(page)
        self.sidebar.set_current(key)
        if "commands" in self.__dict__:
            self.commands.set_page_commands(self._offered())
        page.activate(target)

    def _offered(self) -> "Sequence[QAction]":
        offered = getattr(self._stack.currentWidget(), "commands", None)
        return offered() if offered else ()

    def show_shortcuts(self) -> QWidget:
        """Open the list of shortcuts."""
        from winback_desktop.ui.shortcut_list import show_shortcuts

        return show_shortcuts(self.theme, self, self.commands.groups())

    def fold_sidebar(self) -> None:
        """Fold the sidebar to icons, or unfold it; remembered."""
        self._folded = not self.sidebar.narrow
        self._preferences.keep(SIDEBAR, self._folded)
        self.sidebar.set_narrow(self._folded)

    def closeEvent(self, event: QCloseEvent) -> None:
        stands = self.normalGeometry()
        self._preferences.keep_place(
            Place(stands.x(), stands.y(), stands.width(), stands.height(), self.isMaximized())
        )
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fit(self.width(), self._folded)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._first_paint:
            self._first_paint = False
            # The first picture goes out to the screen before anything else is begun.
            QTimer.singleShot(120, self, self.painted.emit)

    def _lay_out(self, sample: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.sidebar = Sidebar(self.theme, lambda menu: self.commands.fill(menu), self)
        row.addWidget(self.sidebar)
        self._main = QWidget(self)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if sample:
            column.addWidget(self._sample_banner())
        if self.work.store.read_only:
            column.addWidget(self._banner(_READ_ONLY))
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        row.addWidget(self._main, 1)

    def _banner(self, sentence: str, *way_out: object) -> "Banner":
        from winback_desktop.ui.banner import Banner

        return Banner(self.theme, sentence, *way_out)

    def _sample_banner(self) -> "Banner":
        return self._banner(
            "Sample data: nothing here is yours.",
            "Start for real",
            lambda: self.navigator.ask(navigation.START_FOR_REAL),
        )

    def _connect(self) -> None:
        self.painted.connect(lambda: self.commands)
        self.navigator.requested.connect(self.show_page)
        self.sidebar.chosen.connect(self.navigator.go)
        self.sidebar.search_wanted.connect(lambda: self.navigator.ask(navigation.SEARCH))
        self.operations.undo_offered.connect(lambda label: self.undo_bar.offer(label))
        self.operations.undone.connect(lambda label: self.undo_bar.say(f"Taken back: {label}"))
        self.operations.redone.connect(lambda label: self.undo_bar.say(f"Done again: {label}"))
        self.operations.remarked.connect(lambda sentence: self.undo_bar.remark(sentence))
        self.operations.failed.connect(lambda sentence, _: self.undo_bar.warn(sentence))
        self.theme.changed.connect(self._theme_changed)

    def _theme_changed(self) -> None:
        self._preferences.keep(APPEARANCE, self.theme.appearance)
        self._preferences.keep(SCALE, self.theme.scale)
        self.sidebar.fit(self.width(), self._folded)
        self.update()

    def _full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()


_READ_ONLY = (
    "This file is open for reading only: you can look at everything, and nothing is changed. "
    "Update the program, or make the data folder writable, and start again."
)
