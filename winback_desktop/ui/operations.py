# SPDX-License-Identifier: MIT
"""Runs use cases for the screens: one signal for what changed, one for what went wrong, undo by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import Refused, StoreFault
from winback_desktop.application.ports import Store

if TYPE_CHECKING:
    from winback_desktop.application.long_work import Steps
    from winback_desktop.ui.long_run import LongRun

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
    long_begun = Signal(object)
    """A ``LongRun`` that is not done in an instant: whoever shows windows puts a veil before this one."""
    remarked = Signal(str)
    """A sentence worth knowing about the change just made; shown beside its undo."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._travelling = False
        self._long: LongRun | None = None
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

    def run_long(
        self,
        title: str,
        steps: "Steps[T]",
        done: Callable[[T], None] | None = None,
        refused: Callable[[str, str], None] | None = None,
        left: Callable[[], None] | None = None,
        **leaving: str,
    ) -> None:
        """Do short steps one after the other while the window stays awake; ``done(result)`` at the end, or
        ``left()`` when it was left off.

        What takes no noticeable time is done when this returns; of the rest ``title`` says what is going on,
        and ``leaving`` and ``leave`` what a ``LongRun`` says of leaving it off.
        """
        from winback_desktop.ui.long_run import LongRun

        if self._long is not None:
            self.failed.emit("Something longer is still being done. Wait for it or cancel it first.", "")
            return
        run = self._long = LongRun(self._store, title, steps, self, **leaving)
        run.done = done or (lambda result: None)
        run.failed = refused or self.failed.emit
        run.left = left or (lambda: None)
        run.ended.connect(self._long_over)
        run.start()
        if run.running:
            self.long_begun.emit(run)

    def leave_off(self) -> None:
        """Cancel what is still being done, before the program ends."""
        if self._long is not None:
            self._long.cancel()

    def _long_over(self) -> None:
        if self._long is not None:
            self._long.deleteLater()
            self._long = None

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
        if label := self._store.undo_label():
            self._travel(f"Taking back: {label}", self._store.undo_in_steps(), self.undone)

    def redo(self) -> None:
        """Do again what was taken back last, if there is something."""
        if label := self._store.redo_label():
            self._travel(f"Doing again: {label}", self._store.redo_in_steps(), self.redone)

    def _travel(self, title: str, steps: "Steps[str | None]", told: Any) -> None:
        def travelled() -> "Steps[str | None]":
            self._travelling = True
            try:
                return (yield from steps)
            finally:
                self._travelling = False

        self.run_long(title, travelled(), lambda label: told.emit(label) if label else None)

    def _committed(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if changes.undoable and changes.label and not self._travelling:
            self.undo_offered.emit(changes.label)
