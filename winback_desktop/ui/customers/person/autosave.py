# SPDX-License-Identifier: MIT
"""Stores what was typed when the field is left, and after a second without a key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

IDLE = 1000


class Autosave(QObject):
    """Connect an editor's "edited" to ``touch`` and its "left" to ``flush``."""

    def __init__(self, parent: QWidget, store: Callable[[], object]) -> None:
        super().__init__(parent)
        self._store = store
        self._timer = QTimer(self, singleShot=True, interval=IDLE)
        self._timer.timeout.connect(self.flush)
        self.dirty = False
        """True while something typed is not stored yet, or was refused."""

    def touch(self) -> None:
        """Something was typed."""
        self.dirty = True
        self._timer.start()

    def flush(self) -> None:
        """Store now what is not stored yet."""
        self._timer.stop()
        if self.dirty:
            # Cleared before: storing makes the page read everything again.
            self.dirty = False
            if self._store() is False:
                self.dirty = True

    def forget(self) -> None:
        """Another person is shown: what was refused is no longer waited for."""
        self._timer.stop()
        self.dirty = False
