# SPDX-License-Identifier: MIT
"""Stores or changes very many records at once: one statement, and for new ones one line in the journal."""

from collections.abc import Sequence
from typing import Any

from winback_desktop.storage.connection import Database
from winback_desktop.storage.journal import TABLES, Journal, is_index_better_made_anew, make_index_anew
from winback_desktop.storage.reads.search import NUMBERS
from winback_desktop.storage.records import row_of, shape_of


def insert_many(database: Database, journal: Journal | None, records: Sequence[Any]) -> list[Any]:
    """Insert records of one type and return them with their ids; inside a transaction.

    ``journal`` is None outside a change; tables that undo leaves alone are not noted in any case.
    """
    shape = shape_of(type(records[0]))
    table = shape.table
    if table not in TABLES:
        journal = None
    first = 1 + max(
        database.value(f"SELECT max(id) FROM {table}") or 0,
        database.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0,
    )
    names = ", ".join(f'"{name}"' for name in shape.names)
    marks = ", ".join("?" * (len(shape.names) + 1))
    rows = ((number, *row_of(shape, record)) for number, record in enumerate(records, first))
    # Whoever carries on after a failure must find index and journal at work again, and none of the rows.
    database.run("SAVEPOINT bulk")
    try:
        if journal is not None:
            journal.pause()
        # One INSERT … SELECT into the index takes a quarter of the time of a trigger a row.
        database.run("UPDATE indexing SET paused = 1")
        database.many(f"INSERT INTO {table} (id, {names}) VALUES ({marks})", rows)
        database.run("UPDATE indexing SET paused = 0")
        last = first + len(records) - 1
        place = NUMBERS.get(table)
        if place is not None:
            database.run(
                "INSERT INTO search (rowid, title, body) SELECT rowid_, title, body FROM search_text"
                " WHERE rowid_ BETWEEN ? AND ?",
                ((place << 40) + first, (place << 40) + last),
            )
        if journal is not None:
            journal.note_range(table, first, last)
            journal.resume()
    except BaseException:
        if database.in_transaction:
            database.run("ROLLBACK TO bulk")
            database.run("RELEASE bulk")
        raise
    database.run("RELEASE bulk")
    return [record._replace(id=number) for number, record in enumerate(records, first)]


def update_many(database: Database, records: Sequence[Any]) -> None:
    """Write the new values of stored records of one type; inside a transaction. Triggers note each row."""
    shape = shape_of(type(records[0]))
    names = ", ".join(f'"{name}" = ?' for name in shape.names)
    anew = shape.table in NUMBERS and is_index_better_made_anew(database, len(records))
    if anew:
        database.run("UPDATE indexing SET paused = 1")
    database.many(
        f"UPDATE {shape.table} SET {names} WHERE id = ?",
        ((*row_of(shape, record), record.id) for record in records),
    )
    if anew:
        make_index_anew(database)
