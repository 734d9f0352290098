# SPDX-License-Identifier: MIT
"""Keeps the search index while very many rows change at once: mended loosely and tidied, or made anew.

An index that forgets every byte at once (``secure-delete``) takes close to a millisecond a row. Mended
loosely it takes a twentieth; the earlier words then stay behind new ones until everything is merged into
one piece. The two must never meet, or FTS5 loses track of what was deleted: so it is tidied before it is
tightened again, all in the transaction of the change.
"""

from collections.abc import Generator, Sequence

from winback_desktop.application.long_work import Progress
from winback_desktop.storage.connection import Database

MANY = 3000
"""From how many rows on it is asked whether the search index is better made anew than mended."""

_FEW = 100
_NOBODY = ((1 << 62), "x")
_PAGES = 300
"""Pages of the index merged in one step."""


def is_better_loose(database: Database, table: str, fields: Sequence[str], rows: int) -> bool:
    """Whether so many changed rows are worth the tidying; not where no field is searched at all."""
    if rows < _FEW or rows * 300 < int(database.value("SELECT count(*) FROM search_docsize")):
        return False
    kept = database.value("SELECT sql FROM sqlite_schema WHERE name = ?", (f"{table}_reworded",)) or ""
    return any(f"old.{field}" in kept for field in fields)


def loosen(database: Database) -> None:
    """Mend fast from here on."""
    _write_out(database, secure=0)


def tighten(database: Database) -> Generator[Progress, None, None]:
    """Merge everything into one piece, step by step, and forget every byte at once from here on."""
    _write_out(database, secure=0)
    yield from _merge(database)
    _write_out(database, secure=1)


def rewrite(database: Database) -> Generator[Progress, None, None]:
    """Write the whole index anew from itself, step by step, inside a transaction.

    A word that is gone may still stand as the signpost of a page; only merging writes new signposts, and
    something must be there to merge with.
    """
    database.run("INSERT INTO search (rowid, title, body) VALUES (?, ?, '')", _NOBODY)
    _write_out(database, secure=1)
    yield from _merge(database)
    database.run("INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, '')", _NOBODY)
    _write_out(database, secure=1)


def _merge(database: Database) -> Generator[Progress, None, None]:
    pages = -_PAGES
    while True:
        before = database.handle.total_changes
        database.run("INSERT INTO search (search, rank) VALUES ('merge', ?)", (pages,))
        if database.handle.total_changes - before < 2:
            return
        pages = _PAGES
        yield Progress(0, 0)


def _write_out(database: Database, *, secure: int) -> None:
    """Write out what FTS5 still holds in memory, as it was meant, and only then change how it deletes."""
    database.run("INSERT INTO search (search, rank) VALUES ('secure-delete', ?)", (secure,))


def is_better_made_anew(database: Database, rows: int) -> bool:
    """Mending takes about fourteen times as long a row as making the index anew."""
    return rows > MANY and rows * 14 > int(database.value("SELECT count(*) FROM search_docsize"))


def make_anew(database: Database) -> None:
    """Make the search index from what is stored now, and let the triggers keep it from here on."""
    database.run("INSERT INTO search (search) VALUES ('rebuild')")
    database.run("UPDATE indexing SET paused = 0")
