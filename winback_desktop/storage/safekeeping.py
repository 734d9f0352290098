# SPDX-License-Identifier: MIT
"""What the store does with itself as a whole: back up, restore, check, forget a person."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from winback_desktop.application.failures import ReadOnlyStore
from winback_desktop.storage.connection import Database

if TYPE_CHECKING:
    from collections.abc import Generator
    from contextlib import AbstractContextManager

    from winback_desktop.application.long_work import Progress, Steps
    from winback_desktop.storage.backups import Backup
    from winback_desktop.storage.forgetting import Forgotten
    from winback_desktop.storage.integrity import Finding


class Safekeeping:
    """The part of the store that is needed seldom; each method imports what it needs."""

    _database: Database
    _clock_now: Callable[[], datetime]
    _program_version: str

    def backup(self, target: Path | None = None, *, reason: str = "manual") -> Path:
        """Write a verified backup (to the backup folder when no target is given) and return its path.

        Raises DamagedStore when the data is unsound, DiskFull, StoreFault.
        """
        from winback_desktop.storage import backups

        self._between_changes()
        now, version = self._clock_now(), self._program_version
        if target is None:
            return backups.write_to_folder(self._database, reason=reason, now=now, program_version=version)
        return backups.write_backup(
            self._database, target.absolute(), reason=reason, now=now, program_version=version
        )

    def backup_if_changed(self, *, reason: str = "daily") -> Path | None:
        """Write a backup unless nothing was saved since the newest one; for quitting and once a day."""
        from winback_desktop.storage.backups import changed_since_backup

        self._between_changes()
        if self._database.read_only or not changed_since_backup(self._database):
            return None
        return self.backup(reason=reason)

    def backups(self) -> "list[Backup]":
        """The backups in the folder beside the data file, newest first; none for a store in memory."""
        from winback_desktop.storage.backups import folder_of, list_backups

        return list_backups(folder_of(self._database.path)) if self._database.path else []

    def restore(self, source: Path) -> Path:
        """Put a backup in the place of everything stored; returns the safety copy made before.

        Raises DamagedStore or NewerStore for a backup that can't be used; then nothing was changed.
        """
        from winback_desktop.storage.restoring import restore

        self._between_changes()
        safety = restore(self._database, source, lambda: self.backup(reason="before-restore"))
        self._everything_changed()
        return safety

    def check(self) -> "list[Finding]":
        """Everything that is wrong with the data file; empty when it is sound."""
        from winback_desktop.storage.integrity import findings

        return findings(self._database)

    def forget(self, contact: int) -> "Forgotten":
        """Erase a person for good, in the file, its undo history and its local backups; raises Missing."""
        from winback_desktop.application.long_work import at_once

        return at_once(self.forget_in_steps(contact))

    def forget_in_steps(self, contact: int) -> "Steps[Forgotten]":
        """``forget`` step by step. They are gone from the data at the first step; leaving it off later leaves
        the other backups to ``finish_forgetting``."""
        from winback_desktop.storage.forgetting import forget

        self._between_changes()
        if self._database.read_only:
            raise ReadOnlyStore("Your data is open for reading only, so nothing was erased.")
        try:
            return (yield from forget(self._database, contact, self._tidy_index))
        finally:
            self._everything_changed()

    def finish_forgetting(self) -> "Steps[object]":
        """Clean the backups that were left when somebody was forgotten; nothing to do as a rule."""
        from winback_desktop.storage.tombstones import file_of

        path = self._database.path
        if path is None or self._database.read_only or not file_of(path).exists():
            return None
        from winback_desktop.storage.forgetting import finish

        return (yield from finish(path, self._tidy_index))

    def _tidy_index(self) -> "Generator[Progress, None, None]":
        """So that no word of anybody stays as the signpost of a page of the index."""
        from winback_desktop.storage.index_care import rewrite

        with self.transaction():
            yield from rewrite(self._database)

    def transaction(self) -> "AbstractContextManager[None]":
        """A transaction that is not journalled."""
        raise NotImplementedError

    def _between_changes(self) -> None:
        """Raise RuntimeError inside a change or a transaction."""
        raise NotImplementedError

    def _everything_changed(self) -> None:
        """Tell the listener that nothing may be taken for granted any more."""
        raise NotImplementedError
