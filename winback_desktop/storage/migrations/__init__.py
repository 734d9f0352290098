# SPDX-License-Identifier: MIT
"""Brings a file to this version's schema in one immediate transaction, or leaves it wholly as it was."""

from collections.abc import Callable

from winback_desktop.application.failures import DamagedStore, NewerStore
from winback_desktop.storage.connection import APPLICATION_ID, Database

SCHEMA = 1
"""The schema that this version reads and writes."""

NEWER = (
    "Your data was written by a newer version of this program, so it was left untouched. "
    "Please install the newer version, or open it for reading and export it."
)


def stored_schema(database: Database) -> int:
    """The file's schema, 0 for an empty one; raises DamagedStore for another program's file."""
    (version,) = database.row("PRAGMA user_version") or (0,)
    (owner,) = database.row("PRAGMA application_id") or (0,)
    if owner == APPLICATION_ID:
        return int(version)
    if version == 0 and owner == 0:
        if not database.value("SELECT count(*) FROM sqlite_schema"):
            return 0
        # Two first starts at once: the other one may have made the file between these questions.
        if database.value("PRAGMA application_id") == APPLICATION_ID:
            return int(database.value("PRAGMA user_version"))
    raise DamagedStore(
        "This file belongs to another program, so it was left untouched. Please choose another data folder."
    )


def migrate(database: Database, new_id: Callable[[], str]) -> None:
    """Run the steps that are missing. Raises NewerStore, and DamagedStore when the result is unsound.

    ``new_id`` names a database that is created here. Two programs may do this at once: the second
    waits for the first and then finds nothing left to do.
    """
    # Within a transaction this setting would be ignored, and rebuilding a table would cascade.
    database.run("PRAGMA foreign_keys=OFF")
    try:
        database.begin()
        try:
            before = stored_schema(database)
            if before > SCHEMA:
                raise NewerStore(NEWER)
            for version in range(before + 1, SCHEMA + 1):
                _step(version)(database.script)
            if before == 0:
                database.run("INSERT INTO meta VALUES ('database_id', ?)", (new_id(),))
                database.run(f"PRAGMA application_id={APPLICATION_ID}")
            if before < SCHEMA:
                _prove(database)
                database.run(f"PRAGMA user_version={SCHEMA}")
            database.commit()
        except BaseException:
            database.rollback()
            raise
    finally:
        database.run("PRAGMA foreign_keys=ON")


def _step(version: int) -> Callable[[Callable[[str], None]], None]:
    from importlib import import_module

    upgrade: Callable[[Callable[[str], None]], None] = import_module(f"{__name__}.v{version:03}").upgrade
    return upgrade


def _prove(database: Database) -> None:
    if database.rows("PRAGMA foreign_key_check"):
        raise DamagedStore(
            "Your data could not be updated because parts of it are missing. It was left as it was."
        )
    database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
