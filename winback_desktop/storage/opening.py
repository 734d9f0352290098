# SPDX-License-Identifier: MIT
"""Opens the data file safely: looks before it writes, and never takes an empty file for a first day."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from winback_desktop.application.failures import NewerStore
from winback_desktop.storage import migrations
from winback_desktop.storage.connection import Database
from winback_desktop.storage.store import SqliteStore

_template: Database | None = None


def open_store(
    path: Path, *, clock_now: Callable[[], datetime], program_version: str, read_only: bool = False
) -> SqliteStore:
    """Open the file at ``path``, or make it on the first day.

    A file that may not be written is opened for reading only. A newer file raises NewerStore unless
    ``read_only`` asks to look at it; raises DamagedStore, LockedStore or StoreFault in plain words.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    database = Database(path, read_only=read_only)
    try:
        schema = migrations.stored_schema(database)
        if schema > migrations.SCHEMA and not read_only:
            raise NewerStore(migrations.NEWER)
        if schema < migrations.SCHEMA and not read_only:
            migrations.migrate(database, _new_id)
        return SqliteStore(database, clock_now, program_version)
    except BaseException:
        database.close()
        raise


def open_memory_store(clock_now: Callable[[], datetime]) -> SqliteStore:
    """A store in memory, for tests and for trying things out."""
    global _template
    if _template is None:
        _template = Database(None)
        migrations.migrate(_template, _new_id)
    database = Database(None)
    _template.handle.backup(database.handle)
    return SqliteStore(database, clock_now, "")


def _new_id() -> str:
    return os.urandom(16).hex()
