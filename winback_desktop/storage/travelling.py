# SPDX-License-Identifier: MIT
"""What the store does with its past: takes changes back and does them again, by name and step by step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from winback_desktop.application.failures import Refused
from winback_desktop.storage.connection import Database

if TYPE_CHECKING:
    from winback_desktop.application.long_work import Steps
    from winback_desktop.storage.journal import Journal


class Travelling:
    """The part of the store that goes back and forth in the journal."""

    _database: Database
    _depth: int

    def undo(self) -> str | None:
        """Take back the latest change, also one of an earlier session; its label, or None."""
        from winback_desktop.application.long_work import at_once

        return at_once(self.undo_in_steps())

    def redo(self) -> str | None:
        """Do again what was undone last; its label, or None."""
        from winback_desktop.application.long_work import at_once

        return at_once(self.redo_in_steps())

    def undo_in_steps(self) -> "Steps[str | None]":
        """``undo`` in short steps; leaving it off changes nothing."""
        return self._flip(lambda: self._journal.next_undo())

    def redo_in_steps(self) -> "Steps[str | None]":
        """``redo`` in short steps; leaving it off changes nothing."""
        return self._flip(lambda: self._journal.next_redo())

    def undo_label(self) -> str | None:
        """What ``undo`` would take back."""
        found = self._journal.next_undo()
        return found[1] if found else None

    def redo_label(self) -> str | None:
        """What ``redo`` would do again."""
        found = self._journal.next_redo()
        return found[1] if found else None

    def _flip(self, which: Callable[[], tuple[int, str] | None]) -> "Steps[str | None]":
        if self._depth:
            raise Refused("Please finish what is open first, then take it back.")
        self._begin(journalled=True)
        try:
            found = which()
            if found is None:
                self._database.rollback()
                self._depth = 0
                return None
            tables = yield from self._journal.flip(found[0])
            try:
                self._database.commit()
            except Refused:
                raise Refused(
                    "This can't be taken back any more, because newer entries build on it."
                ) from None
        except BaseException as error:
            self._take_back(error)
            raise
        self._travelled(found[1], tables)
        return found[1]

    @property
    def _journal(self) -> "Journal":
        """The journal, imported when it is first needed."""
        raise NotImplementedError

    def _begin(self, *, journalled: bool = False) -> None:
        raise NotImplementedError

    def _take_back(self, error: BaseException) -> None:
        raise NotImplementedError

    def _travelled(self, label: str, tables: frozenset[str]) -> None:
        """The commit is over: tell the listener."""
        raise NotImplementedError
