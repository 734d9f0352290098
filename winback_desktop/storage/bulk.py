# SPDX-License-Identifier: MIT
"""Stores or changes very many records at once: one statement, and for new ones one line in the journal."""

from collections.abc import Generator, Sequence
from typing import Any

from winback_desktop.application.long_work import Progress
from winback_desktop.storage import index_care
from winback_desktop.storage.connection import Database
from winback_desktop.storage.journal import TABLES, Journal
from winback_desktop.storage.reads.search import NUMBERS
from winback_desktop.storage.records import Column, Convert, Shape, row_of, shape_of

_AT_ONCE = 200
"""Rows written in one step."""


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
    anew = shape.table in NUMBERS and index_care.is_better_made_anew(database, len(records))
    if anew:
        database.run("UPDATE indexing SET paused = 1")
    database.many(
        f"UPDATE {shape.table} SET {names} WHERE id = ?",
        ((*row_of(shape, record), record.id) for record in records),
    )
    if anew:
        index_care.make_anew(database)


def pick_fields(
    database: Database, kind: type[Any], fields: Sequence[str], ids: Sequence[int]
) -> list[tuple[Any, ...]]:
    """Some fields of some records, the id first."""
    loads = [column.load for column in _chosen(shape_of(kind), fields)]
    names = ", ".join(f'"{name}"' for name in fields)
    rows = database.rows(
        f"SELECT id, {names} FROM {shape_of(kind).table} WHERE id IN ({', '.join('?' * len(ids))})", ids
    )
    return [
        (
            row[0],
            *(
                value if load is None or value is None else load(value)
                for load, value in zip(loads, row[1:], strict=True)
            ),
        )
        for row in rows
    ]


def set_fields(
    database: Database,
    journal: Journal | None,
    kind: type[Any],
    fields: Sequence[str],
    rows: Sequence[Sequence[Any]],
) -> Generator[Progress, None, None]:
    """Write some fields of stored records, each row the id and the new values; inside a transaction.

    The journal notes these columns alone, and only their indexes are touched.
    """
    shape = shape_of(kind)
    if shape.sorted_by is not None and shape.columns[shape.sorted_by].name in fields:
        raise TypeError(f"{shape.kind.__name__} is sorted by one of {fields}; save whole records")
    stores = [column.store for column in _chosen(shape, fields)]
    loose = index_care.is_better_loose(database, shape.table, fields, len(rows))
    if loose:
        index_care.loosen(database)
    # In the order of their numbers: FTS5 writes out what it holds whenever a smaller number follows.
    ordered = sorted(rows, key=lambda row: int(row[0]))
    for at in range(0, len(ordered), _AT_ONCE):
        part = ordered[at : at + _AT_ONCE]
        _set_part(database, journal, shape.table, fields, stores, part)
        yield Progress(at + len(part), len(rows))
    if loose:
        for _ in index_care.tighten(database):
            yield Progress(len(rows), len(rows))


def _set_part(
    database: Database,
    journal: Journal | None,
    table: str,
    fields: Sequence[str],
    stores: Sequence[Convert | None],
    rows: Sequence[Sequence[Any]],
) -> None:
    if journal is not None:
        journal.note_fields(table, fields, [int(row[0]) for row in rows])
        journal.pause()
    import json

    new = [
        (
            row[0],
            *(
                value if store is None or value is None else store(value)
                for store, value in zip(stores, row[1:], strict=True)
            ),
        )
        for row in rows
    ]
    assignments = ", ".join(f'"{name}" = value ->> {place}' for place, name in enumerate(fields, 1))
    # One statement for all: FTS5 writes out what it holds before each statement.
    database.run(
        f"UPDATE {table} SET {assignments} FROM json_each(?) new WHERE {table}.id = new.value ->> 0",
        (json.dumps(new),),
    )
    if journal is not None:
        journal.resume()


def _chosen(shape: Shape, fields: Sequence[str]) -> list[Column]:
    columns = {column.name: column for column in shape.columns}
    return [columns[field] for field in fields]
