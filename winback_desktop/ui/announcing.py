# SPDX-License-Identifier: MIT
"""What everything that announces shares: it looks at each heartbeat and hears which button was pressed."""

from abc import abstractmethod

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.changes import Changes
from winback_desktop.application.own_records import Announcement
from winback_desktop.application.ports import Notifier, Workspace
from winback_desktop.ui.heartbeat import Heartbeat
from winback_desktop.ui.navigation import TODAY, Navigator
from winback_desktop.ui.operations import Operations


class Announcing(QObject):
    """Stands between the heartbeat and the notifier."""

    raise_wanted = Signal()
    """The owner wants to see more: show the window (the page is already chosen)."""
    _pressed = Signal(str, str)

    def __init__(
        self,
        work: Workspace,
        operations: Operations,
        navigator: Navigator,
        notifier: Notifier,
        heartbeat: Heartbeat,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._operations, self._navigator = work, operations, navigator
        self._notifier, self._heartbeat = notifier, heartbeat
        self._pressed.connect(self._answer)  # queued: buttons are pressed on the notifier's thread
        operations.changed.connect(self._on_changed)
        heartbeat.beat.connect(self._on_beat)

    def _announce(self, announcement: Announcement) -> None:
        self._notifier.announce(announcement, self._pressed.emit)

    def _show_today(self) -> None:
        self._navigator.go(TODAY)
        self.raise_wanted.emit()

    @abstractmethod
    def _on_beat(self) -> None:
        """Look, and announce what is there to be announced."""

    @abstractmethod
    def _on_changed(self, changes: Changes) -> None:
        """Take back what was handled."""

    @abstractmethod
    def _answer(self, key: str, button: str) -> None:
        """Do what a button says."""
