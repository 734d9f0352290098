# SPDX-License-Identifier: MIT
"""Backs the data up once a day and on leaving, and notices what another program wrote."""

from PySide6.QtCore import QObject, QTimer

from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import StoreFault
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.heartbeat import Heartbeat
from winback_desktop.ui.long_run import LongRun
from winback_desktop.ui.operations import Operations

_AFTER_START = 20_000
_EVERYTHING = frozenset({"contact", "loss", "plan", "step", "note", "gift", "interest", "setting", "dayoff"})


class Safekeeping(QObject):
    """Listens to the heartbeat; a backup that fails is told once a day and never stops the owner."""

    def __init__(
        self, work: Workspace, operations: Operations, heartbeat: Heartbeat, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._operations = work, operations
        heartbeat.day_changed.connect(self._on_new_day)
        heartbeat.beat.connect(self._look_elsewhere)
        QTimer.singleShot(_AFTER_START, self, self._finish_forgetting)

    def back_up(self, reason: str) -> None:
        """Write a backup unless nothing was saved since the newest one."""
        if not self._work.store.read_only:
            self._operations.run(lambda: self._work.store.backup_if_changed(reason=reason))

    def _finish_forgetting(self) -> None:
        """Backups that were left when somebody was forgotten are cleaned without a word."""
        LongRun(self._work.store, "", self._work.store.finish_forgetting(), self).start()

    def _on_new_day(self) -> None:
        self.back_up("daily")

    def _look_elsewhere(self) -> None:
        try:
            changed = self._work.store.changed_elsewhere()
        except StoreFault:
            return  # busy at this moment; the next beat looks again
        if changed:
            self._operations.changed.emit(Changes("", _EVERYTHING, undoable=False))
