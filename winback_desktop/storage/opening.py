# SPDX-License-Identifier: MIT
"""Opens the data file safely: looks before it writes, and never takes an empty file for a first day."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from winback_desktop.application.failures import DamagedStore, NewerStore, StoreFault
from winback_desktop.storage import files, migrations
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
    path = path.absolute()
    _look(path)
    _accept(_schema_before_opening(path), read_only)
    read_only = read_only or not files.may_write(path)
    if read_only and not path.exists():
        raise StoreFault(f"There is no data in {path.parent} yet, and nothing may be written there.")
    if not read_only:
        files.make_private(path)
    database = Database(path, read_only=read_only)
    try:
        schema = migrations.stored_schema(database)
        _accept(schema, read_only)
        if schema < migrations.SCHEMA:
            _bring_up_to_date(database, schema, clock_now, program_version)
        if not read_only:
            files.remember_identity(path, _identity(database))
        return SqliteStore(database, clock_now, program_version)
    except BaseException:
        database.close()
        raise


def open_memory_store(clock_now: Callable[[], datetime]) -> SqliteStore:
    """A store in memory, for tests and for trying things out."""
    global _template
    if _template is None:
        _template = Database(None)
        migrations.migrate(_template, _new_identity)
    database = Database(None)
    _template.handle.backup(database.handle)
    return SqliteStore(database, clock_now, "")


def _look(path: Path) -> None:
    """Raise DamagedStore when a file that held something is empty or gone."""
    if not files.known_identity(path):
        return
    if not path.exists():
        raise DamagedStore(
            f"The file {path.name} with your data is missing. "
            "Please put it back, or restore one of the backups."
        )
    if path.stat().st_size == 0 and not files.unfinished(path):
        raise DamagedStore(
            f"The file {path.name} is empty although it held your data. Please restore one of the backups."
        )


def _schema_before_opening(path: Path) -> int:
    """The schema as far as it can be told without SQLite; raises DamagedStore."""
    if not path.exists() or files.unfinished(path):
        return 0
    try:
        return files.header_of(path).schema
    except DamagedStore:
        # Another program may have been in the middle of a commit: then its journal is still there, or
        # it has finished and a second look is better.
        return 0 if files.unfinished(path) else files.header_of(path).schema


def _accept(schema: int, read_only: bool) -> None:
    if schema > migrations.SCHEMA and not read_only:
        raise NewerStore(migrations.NEWER)


def _bring_up_to_date(
    database: Database, schema: int, clock_now: Callable[[], datetime], program_version: str
) -> None:
    if database.read_only:
        raise StoreFault(
            "Your data must be updated for this version, but nothing may be written there. "
            "Please make the folder writable and open it again."
        )
    if schema:
        from winback_desktop.storage.backups import write_to_folder

        reason = f"before-v{migrations.SCHEMA}"
        write_to_folder(database, reason=reason, now=clock_now(), program_version=program_version)
    migrations.migrate(database, _new_identity)


def _identity(database: Database) -> str:
    return str(database.value("SELECT value FROM meta WHERE key = 'database_id'"))


def _new_identity() -> str:
    return os.urandom(16).hex()
