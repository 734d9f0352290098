# SPDX-License-Identifier: MIT
"""The one connection to the data file: the driver, its safe settings and plain statements."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from winback_desktop.application.failures import StoreFault
from winback_desktop.storage.faults import told_plainly

APPLICATION_ID = 0x57424B31
"""Marks a file as ours (``WBK1`` in the header)."""

SQLITE_VERSION: tuple[int, ...] = driver.sqlite_version_info
_OLDEST_SAFE_SQLITE = (3, 51, 3)

# TRUNCATE/EXTRA lost no acknowledged commit in any simulated power cut. A small page cache keeps the
# memory of a waiting window the same for ten customers and a hundred thousand; four times as much made
# insights a sixth faster and nothing else, because the system keeps the file's pages too.
_SETTINGS = """
    PRAGMA cipher_log_level=NONE;
    PRAGMA busy_timeout=5000;
    PRAGMA foreign_keys=ON;
    PRAGMA secure_delete=ON;
    PRAGMA cell_size_check=ON;
    PRAGMA trusted_schema=OFF;
    PRAGMA cache_size=-1000;
    PRAGMA temp_store=MEMORY;
"""
_WRITABLE = """
    PRAGMA journal_mode=TRUNCATE;
    PRAGMA synchronous=EXTRA;
"""


class Database:
    """An open connection in autocommit mode; every write transaction is begun explicitly."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        """Open ``path`` (None: in memory). Raises StoreFault or one of its kinds."""
        if SQLITE_VERSION < _OLDEST_SAFE_SQLITE:
            raise StoreFault(
                f"SQLite {driver.sqlite_version} is too old to keep your data safe."
                " Please update the program."
            )
        self.path = path
        self.read_only = read_only
        with told_plainly():
            if path is None:
                self.handle = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
            else:
                uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rw")
                self.handle = driver.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
            try:
                self.script(_SETTINGS)
                if path is not None and not read_only:
                    self.script(_WRITABLE)
            except BaseException:
                self.handle.close()
                raise

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query (never a half-read cursor, which would hold a lock)."""
        with told_plainly():
            return self.handle.execute(sql, params).fetchall()  # type: ignore[no-any-return]

    def row(self, sql: str, params: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        rows = self.rows(sql, params)
        return rows[0] if rows else None

    def value(self, sql: str, params: Sequence[Any] = ()) -> Any:
        """The first value of a query, or None."""
        rows = self.rows(sql, params)
        return rows[0][0] if rows else None

    def run(self, sql: str, params: Sequence[Any] = ()) -> int:
        """Run one statement; the number of rows that it changed."""
        with told_plainly():
            cursor = self.handle.execute(sql, params)
            changed: int = cursor.rowcount
            cursor.close()
            return changed

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for many rows."""
        with told_plainly():
            self.handle.executemany(sql, rows).close()

    def script(self, sql: str) -> None:
        """Run several statements, one by one, without the commit that ``executescript`` slips in."""
        with told_plainly():
            for statement in statements(sql):
                self.handle.execute(statement).close()

    @property
    def in_transaction(self) -> bool:
        """True between begin and commit."""
        return bool(self.handle.in_transaction)

    def begin(self) -> None:
        """Begin to write; waits up to five seconds for another program. Raises LockedStore."""
        self.run("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make it last; on any failure everything is rolled back."""
        try:
            self.run("COMMIT")
        except BaseException:
            self.rollback()
            raise

    def rollback(self) -> None:
        """Take back what is not committed (SQLite may have done so itself already)."""
        if self.in_transaction:
            self.run("ROLLBACK")

    def close(self) -> None:
        """Close; an open transaction is rolled back."""
        self.handle.close()


def statements(sql: str) -> list[str]:
    """A script cut into its statements, whole triggers included."""
    found: list[str] = []
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and driver.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if pending.strip():
        found.append(pending.strip())
    return found


def sqlite_version() -> str:
    """The version of SQLite in use, for About and support."""
    return str(driver.sqlite_version)
