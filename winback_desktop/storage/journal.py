# SPDX-License-Identifier: MIT
"""Undo and redo: triggers note every row that a change touches, and a change is taken back row by row.

Taking a change back is itself noted, and those rows are what redo takes back in turn. Inserted rows
are noted by id alone, so that an import of many thousand costs one line.
"""

from collections.abc import Generator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from winback_desktop.application.long_work import Progress
from winback_desktop.storage import index_care
from winback_desktop.storage.connection import Database
from winback_desktop.storage.records import TABLE_OF, UNJOURNALLED

KEPT = 300
"""How many changes can be taken back."""

TABLES = ("setting", *(table for table in TABLE_OF.values() if table not in UNJOURNALLED))
"""The tables that undo covers."""

# The triggers are temporary: they exist only on a connection that writes changes, always fit the
# tables as they are, and cost nothing when the program starts.
_RECORDING = """
CREATE TEMP TABLE recording (active INTEGER NOT NULL);
INSERT INTO recording VALUES (0);
"""
_TRIGGERS = """
CREATE TEMP TRIGGER {table}_insert AFTER INSERT ON main.{table} WHEN (SELECT active FROM recording) BEGIN
    INSERT INTO journal (table_name, row_id, op) VALUES ('{table}', new.id, 'insert');
END;
CREATE TEMP TRIGGER {table}_update AFTER UPDATE ON main.{table} WHEN (SELECT active FROM recording) BEGIN
    INSERT INTO journal (table_name, row_id, op, image) VALUES ('{table}', old.id, 'update', {image});
END;
CREATE TEMP TRIGGER {table}_delete AFTER DELETE ON main.{table} WHEN (SELECT active FROM recording) BEGIN
    INSERT INTO journal (table_name, row_id, op, image) VALUES ('{table}', old.id, 'delete', {image});
END;
"""


_LINES = """
SELECT id, table_name, row_id, op,
    CASE op WHEN 'range' THEN image
        WHEN 'update' THEN (SELECT group_concat(key) FROM json_each(image)) ELSE '' END
FROM journal WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?
"""
_AT_ONCE = 250
"""Lines taken back, and rows of a range deleted, in one step."""


class _Line(NamedTuple):
    seq: int
    table: str
    row: int
    op: str
    extra: str
    """The last row of a range, or the columns noted of an update; images stay in the database."""


class Journal:
    """Notes changes while one is open, and takes them back or does them again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._columns: dict[str, tuple[str, ...]] = {}
        self._before = 0

    def prepare(self) -> None:
        """Make the triggers, once; outside a transaction, whose roll-back would take them along."""
        if self._columns:
            return
        script = [_RECORDING]
        columns = {}
        for table in TABLES:
            names = tuple(
                row[0]
                for row in self._database.rows(
                    "SELECT name FROM pragma_table_info(?) WHERE name <> 'id'", (table,)
                )
            )
            columns[table] = names
            image = "json_object(" + ", ".join(f"'{name}', old.\"{name}\"" for name in names) + ")"
            script.append(_TRIGGERS.format(table=table, image=image))
        self._database.script("".join(script))
        self._columns = columns

    def open(self) -> None:
        """Note everything from here on; inside a transaction, whose roll-back also ends the noting."""
        self._before = self._last_line()
        self._database.run("UPDATE recording SET active = 1")

    def close(self, label: str, at: str, joins: str = "") -> str:
        """Stop noting and keep what was noted as one change; the label it has now, or nothing without one.

        What ``joins`` the latest change, named by its label, becomes part of it. A new change is the end of
        what could be done again.
        """
        self._stop()
        last = self._last_line()
        if last == self._before:
            return ""
        undone = self._database.row("SELECT min(first), max(last) FROM change WHERE undone = 1")
        if undone and undone[0] is not None:
            self._database.run(
                "DELETE FROM journal WHERE id IN (SELECT j.id FROM change c JOIN journal j"
                " ON j.id BETWEEN c.first AND c.last WHERE c.undone = 1)"
            )
            self._database.run("DELETE FROM change WHERE undone = 1")
        latest = self.next_undo()
        if joins and latest is not None and latest[1] == joins:
            self._database.run("UPDATE change SET last = ? WHERE id = ?", (last, latest[0]))
            return joins
        self._database.run(
            "INSERT INTO change (label, at, undone, first, last) VALUES (?, ?, 0, ?, ?)",
            (label, at, self._before + 1, last),
        )
        self._forget_oldest()
        return label

    def note_range(self, table: str, first: int, last: int) -> None:
        """Note rows that were inserted in bulk, ids ``first`` to ``last``."""
        self._database.run(
            "INSERT INTO journal (table_name, row_id, op, image) VALUES (?, ?, 'range', ?)",
            (table, first, str(last)),
        )

    def note_fields(self, table: str, columns: Sequence[str], rows: Sequence[int]) -> None:
        """Note only some columns of many rows, before they are changed with the noting paused."""
        self._note_fields(table, columns, f"SELECT value FROM json_each('[{','.join(map(str, rows))}]')")

    def pause(self) -> None:
        """Note nothing for now (what is done to many rows is noted beforehand)."""
        self._stop()

    def resume(self) -> None:
        """Note again."""
        self._database.run("UPDATE recording SET active = 1")

    def next_undo(self) -> tuple[int, str] | None:
        """The id and label of the change that undo would take back."""
        row = self._database.row("SELECT id, label FROM change WHERE undone = 0 ORDER BY id DESC LIMIT 1")
        return (row[0], row[1]) if row else None

    def next_redo(self) -> tuple[int, str] | None:
        """The id and label of the change that redo would do again."""
        row = self._database.row("SELECT id, label FROM change WHERE undone = 1 ORDER BY id LIMIT 1")
        return (row[0], row[1]) if row else None

    def flip(self, change: int) -> Generator[Progress, None, frozenset[str]]:
        """Take a change back, or do it again: the same rows the other way round, last first, step by step.

        Returns the tables touched; inside a transaction, whose commit fails when newer rows hang on it.
        """
        first, last, undone = self._database.rows(
            "SELECT first, last, undone FROM change WHERE id = ?", (change,)
        )[0]
        total = 1 + last - first
        before = self._last_line()
        self._database.run("PRAGMA defer_foreign_keys=ON")
        self._database.run("UPDATE recording SET active = 1")
        anew, loose = self._index_plan(first, last)
        if anew:
            self._database.run("UPDATE indexing SET paused = 1")
        elif loose:
            index_care.loosen(self._database)
        tables: set[str] = set()
        at = last
        while lines := [_Line(*row) for row in self._database.rows(_LINES, (first, at, _AT_ONCE))]:
            for (table, op, _), run in groupby(lines, lambda line: (line.table, line.op, line.extra)):
                tables.add(table)
                yield from self._reverse(table, op, list(run))
            at = lines[-1].seq - 1
            yield Progress(last - at, total)
        self._stop()
        if anew:
            index_care.make_anew(self._database)
        elif loose:
            for _ in index_care.tighten(self._database):
                yield Progress(total, total)
        self._database.run("DELETE FROM journal WHERE id BETWEEN ? AND ?", (first, last))
        self._database.run(
            "UPDATE change SET undone = ?, first = ?, last = ? WHERE id = ?",
            (1 - undone, before + 1, self._last_line(), change),
        )
        return frozenset(tables)

    def _reverse(self, table: str, op: str, lines: list[_Line]) -> Generator[Progress, None, None]:
        newest, oldest = lines[0].seq, lines[-1].seq
        if op == "update":
            self._put_back(table, lines)
        elif op == "insert":
            self._database.run(
                f"DELETE FROM {table} WHERE id IN (SELECT row_id FROM journal WHERE id BETWEEN ? AND ?)",
                (oldest, newest),
            )
        elif op == "delete":
            columns = self._columns[table]
            names = ", ".join(f'"{name}"' for name in columns)
            values = ", ".join(f"image ->> '$.{name}'" for name in columns)
            self._database.run(
                f"INSERT INTO {table} (id, {names}) SELECT row_id, {values} FROM journal"
                " WHERE id BETWEEN ? AND ? ORDER BY id DESC",
                (oldest, newest),
            )
        else:
            for line in lines:
                for top in range(int(line.extra), line.row - 1, -_AT_ONCE):
                    low = max(line.row, top - _AT_ONCE + 1)
                    self._database.run(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", (low, top))
                    yield Progress(0, 1)

    def _put_back(self, table: str, lines: list[_Line]) -> None:
        """Write the earlier values of updated rows, all at once where none of them occurs twice."""
        columns = lines[0].extra.split(",")
        assignments = ", ".join(f"\"{name}\" = image ->> '$.{name}'" for name in columns)
        statement = (
            f"UPDATE {table} SET {assignments} FROM journal"
            f" WHERE journal.id BETWEEN ? AND ? AND {table}.id = journal.row_id"
        )
        if len({line.row for line in lines}) < len(lines):
            for line in lines:
                self._database.run(statement, (line.seq, line.seq))
            return
        span = (lines[-1].seq, lines[0].seq)
        partly = len(columns) < len(self._columns[table])
        if partly:
            rows = f"SELECT row_id FROM journal WHERE id BETWEEN {span[0]} AND {span[1]}"
            self._note_fields(table, columns, rows)
            self._stop()
        self._database.run(statement, span)
        if partly:
            self.resume()

    def _note_fields(self, table: str, columns: Sequence[str], rows: str) -> None:
        image = ", ".join(f"'{name}', \"{name}\"" for name in columns)
        self._database.run(
            "INSERT INTO journal (table_name, row_id, op, image)"
            f" SELECT '{table}', id, 'update', json_object({image}) FROM {table} WHERE id IN ({rows})"
        )

    def _index_plan(self, first: int, last: int) -> tuple[bool, bool]:
        """Whether the search index is better made anew, or else mended loosely."""
        gone, changed, table, image = self._database.rows(
            "SELECT sum(CASE op WHEN 'range' THEN CAST(image AS INTEGER) - row_id + 1"
            " WHEN 'update' THEN 0 ELSE 1 END), sum(op = 'update'), max(table_name),"
            " (SELECT group_concat(key) FROM json_each(max(iif(op = 'update', image, NULL))))"
            " FROM journal WHERE id BETWEEN ? AND ?",
            (first, last),
        )[0]
        if index_care.is_better_made_anew(self._database, gone or 0):
            return True, False
        fields = (image or "").split(",")
        return False, index_care.is_better_loose(self._database, table, fields, changed or 0)

    def _stop(self) -> None:
        self._database.run("UPDATE recording SET active = 0")

    def _last_line(self) -> int:
        """The number of the newest line ever written, so that numbers are never used twice."""
        last: Any = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'journal'")
        return int(last or 0)

    def _forget_oldest(self) -> None:
        oldest = self._database.row(
            "SELECT id, first FROM change ORDER BY id DESC LIMIT 1 OFFSET ?", (KEPT - 1,)
        )
        if oldest is not None:
            self._database.run("DELETE FROM journal WHERE id < ?", (oldest[1],))
            self._database.run("DELETE FROM change WHERE id < ?", (oldest[0],))
