# SPDX-License-Identifier: MIT
"""Stores very many records at once: one insert, one step of indexing, one line in the journal."""

from collections.abc import Sequence
from typing import Any

from winback_desktop.storage.connection import Database
from winback_desktop.storage.journal import Journal
from winback_desktop.storage.reads.search import NUMBERS
from winback_desktop.storage.records import row_of, shape_of


def insert_many(database: Database, journal: Journal | None, records: Sequence[Any]) -> list[Any]:
    """Insert records of one type and return them with their ids; inside a transaction.

    ``journal`` is None outside a change.
    """
    shape = shape_of(type(records[0]))
    table = shape.table
    first = 1 + max(
        database.value(f"SELECT max(id) FROM {table}") or 0,
        database.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0,
    )
    names = ", ".join(f'"{name}"' for name in shape.names)
    marks = ", ".join("?" * (len(shape.names) + 1))
    rows = ((number, *row_of(shape, record)) for number, record in enumerate(records, first))
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
    return [record._replace(id=number) for number, record in enumerate(records, first)]
