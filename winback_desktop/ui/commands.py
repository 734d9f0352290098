# SPDX-License-Identifier: MIT
"""Every command of the window as an action with its shortcuts; the menu and the list of shortcuts come
from these same actions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from winback_desktop.ui import navigation
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.pages import ENTRIES, SETTINGS_ENTRY
from winback_desktop.ui.theme import APPEARANCES, Theme

_APPEARANCE_WORDS = {
    "system": "As the system",
    "light": "Light",
    "dark": "Dark",
    "high-contrast": "High contrast",
}


class Commands(QObject):
    """Groups of actions by menu. ``window`` answers the shortcuts of all of them."""

    def __init__(self, window: QWidget, operations: Operations, navigator: Navigator, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._operations, self._navigator, self._theme = window, operations, navigator, theme
        self._groups: dict[str, list[QAction]] = {}
        self._here: list[QAction] = []
        self._appearances: QActionGroup | None = None
        self._file_and_edit()
        self._go()
        self._view()

    def add(
        self,
        menu: str,
        words: str,
        act: Callable[[], object],
        *keys: str,
        icon: str = "",
    ) -> QAction:
        """Add a command to a menu; further keys are alternatives."""
        action = QAction(words.replace("&", "&&"), self._window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setData(icon)
        action.triggered.connect(lambda _=False: act())
        self._groups.setdefault(menu, []).append(action)
        self._window.addAction(action)
        return action

    def set_page_commands(self, actions: Sequence[QAction]) -> None:
        """Take the shown page's own actions into the menu; those of the page before leave."""
        self._here = list(actions)

    def groups(self) -> dict[str, list[QAction]]:
        """All actions by menu, those of the shown page under "Here"."""
        here = {"Here": self._here} if self._here else {}
        return {**here, **self._groups}

    def fill(self, menu: QMenu) -> None:
        """Fill the window's menu; drawn anew each time it opens."""
        self._name_undo()
        for name, actions in self.groups().items():
            part = menu.addMenu(name)
            for action in actions:
                if icon := action.data():
                    action.setIcon(self._theme.icon(str(icon)))
                part.addAction(action)
            if name == "View":
                self._fill_appearances(part.addMenu("Appearance"))

    def _file_and_edit(self) -> None:
        ask, add = self._navigator.ask, self.add
        add("File", "Record a loss", lambda: ask(navigation.RECORD_LOSS), "Ctrl+N", icon="plus")
        add("File", "New customer", lambda: ask(navigation.NEW_CUSTOMER), "Ctrl+Shift+N", icon="user-plus")
        add("File", "One more helped", lambda: ask(navigation.HELPED), "Ctrl+H", icon="hand-helping")
        add("File", "Import…", lambda: ask(navigation.IMPORT), "Ctrl+I", icon="download")
        add("File", "Export…", lambda: ask(navigation.EXPORT), "Ctrl+E", icon="upload")
        add("File", "Close the window", self._window.close, "Ctrl+W", icon="x")
        self._undo = add("Edit", "Undo", self._operations.undo, "Ctrl+Z", icon="undo-2")
        self._redo = add("Edit", "Redo", self._operations.redo, "Ctrl+Shift+Z", "Ctrl+Y", icon="redo-2")
        add("Edit", "Search", lambda: ask(navigation.SEARCH), "Ctrl+K", "Ctrl+F", icon="search")

    def _go(self) -> None:
        for number, entry in enumerate(ENTRIES, 1):
            keys = [f"Ctrl+{number}", *(["Ctrl+T"] if entry.key == navigation.TODAY else [])]
            self.add("Go", entry.words, lambda key=entry.key: self._navigator.go(key), *keys, icon=entry.icon)
        self.add(
            "Go",
            SETTINGS_ENTRY.words,
            lambda: self._navigator.go(SETTINGS_ENTRY.key),
            "Ctrl+,",
            icon="settings",
        )
        ask = self._navigator.ask
        self.add(
            "Go", "Who shares an interest?", lambda: ask(navigation.INTERESTS), "Ctrl+Shift+J", icon="tag"
        )
        self.add("Go", "Gift ideas", lambda: ask(navigation.GIFT_IDEAS), icon="gift")
        self.add("Go", "Back", self._navigator.back, "Alt+Left", icon="arrow-left")
        self.add("Go", "Forward", self._navigator.forward, "Alt+Right", icon="chevron-right")

    def _view(self) -> None:
        step = self._theme.step_scale
        self.add("View", "Larger text", lambda: step(1), "Ctrl++", "Ctrl+=")
        self.add("View", "Smaller text", lambda: step(-1), "Ctrl+-")
        self.add("View", "Normal text", lambda: step(0), "Ctrl+0")

    def _fill_appearances(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for name in APPEARANCES:
            action = menu.addAction(_APPEARANCE_WORDS[name])
            action.setCheckable(True)
            action.setChecked(name == self._theme.appearance)
            action.triggered.connect(lambda _=False, name=name: self._theme.set_appearance(name))
            group.addAction(action)

    def _name_undo(self) -> None:
        for action, word, label in (
            (self._undo, "Undo", self._operations.undo_label),
            (self._redo, "Redo", self._operations.redo_label),
        ):
            action.setText(f"{word} {label}".replace("&", "&&") if label else word)
