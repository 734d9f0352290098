# SPDX-License-Identifier: MIT
"""Runs use cases for the screens: one signal for what changed, one for what went wrong, undo by name."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import Refused, StoreFault
from winback_desktop.application.ports import Store

T = TypeVar("T")


class Operations(QObject):
    """The one way in which screens change data. Presenters re-query on ``changed``."""

    changed = Signal(object)
    """A ``Changes``, once after each commit, undo and redo."""
    failed = Signal(str, str)
    """A sentence for the owner and the form field concerned (or empty)."""
    undo_offered = Signal(str)
    """The label of a change that has just been made and can be taken back."""
    undone = Signal(str)
    """The label of a change that was taken back."""
    redone = Signal(str)
    """The label of a change that was done again."""
    remarked = Signal(str)
    """A sentence worth knowing about the change just made; shown beside its undo."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._travelling = False
        store.listener = self._committed

    def run(self, use_case: Callable[[], T], refused: Callable[[str, str], None] | None = None) -> T | None:
        """The use case's result, or None when it was refused or could not be stored.

        The sentence goes to ``refused(sentence, field)`` when a form passes one, else to ``failed``.
        """
        try:
            return use_case()
        except Refused as error:
            sentence, field = str(error), error.field
        except StoreFault as error:
            sentence, field = str(error), ""
        if refused is None:
            self.failed.emit(sentence, field)
        else:
            refused(sentence, field)
        return None

    @property
    def undo_label(self) -> str | None:
        """What ``undo`` would take back."""
        return self._store.undo_label()

    @property
    def redo_label(self) -> str | None:
        """What ``redo`` would do again."""
        return self._store.redo_label()

    def undo(self) -> None:
        """Take back the latest change, if there is one."""
        label = self._travel(self._store.undo)
        if label:
            self.undone.emit(label)

    def redo(self) -> None:
        """Do again what was taken back last, if there is something."""
        label = self._travel(self._store.redo)
        if label:
            self.redone.emit(label)

    def _travel(self, move: Callable[[], str | None]) -> str | None:
        self._travelling = True
        try:
            return self.run(move)
        finally:
            self._travelling = False

    def _committed(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if changes.undoable and changes.label and not self._travelling:
            self.undo_offered.emit(changes.label)
