# SPDX-License-Identifier: MIT
"""The store: records in and out of one file, every change in one transaction and undoable by name."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import LockedStore, Missing, ReadOnlyStore, StoreFault
from winback_desktop.storage.connection import Database
from winback_desktop.storage.faults import told_plainly
from winback_desktop.storage.finding import find_statement
from winback_desktop.storage.reads import SqliteQueries
from winback_desktop.storage.records import (
    TABLE_OF,
    Shape,
    instant_text,
    record_of,
    row_of,
    shape_of,
)
from winback_desktop.storage.safekeeping import Safekeeping
from winback_desktop.storage.settings import text_of, value_of
from winback_desktop.storage.travelling import Travelling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winback_desktop.application.long_work import Steps
    from winback_desktop.storage.journal import Journal

R = TypeVar("R")

_KIND_OF_TABLE = {table: name.lower() for name, table in TABLE_OF.items()} | {"setting": "setting"}


class SqliteStore(Safekeeping, Travelling):
    """The Store port over one SQLite file. Made by ``opening.open_store``."""

    def __init__(self, database: Database, clock_now: Callable[[], datetime], program_version: str) -> None:
        self.listener: Callable[[Changes], None] | None = None
        self._database = database
        self._clock_now = clock_now
        self._program_version = program_version
        self._queries = SqliteQueries(database)
        self.held = False
        self._depth = 0
        self._journalling = False
        self._touched: set[str] = set()
        self._writer: Any = None
        self._seen = database.value("PRAGMA data_version")

    held: bool
    """Set by whoever drives a long change, while it rests between two steps: nothing else may be written."""

    @property
    def queries(self) -> SqliteQueries:
        """Read-only rows for screens and lists."""
        return self._queries

    @property
    def read_only(self) -> bool:
        """True when the file may only be read."""
        return self._database.read_only

    @property
    def path(self) -> Path | None:
        """The data file; None in memory."""
        return self._database.path

    @contextmanager
    def change(self, label: str, *, joins: str = "") -> Iterator[None]:
        """A journalled transaction, undoable by ``label``; nested ones belong to the outermost.

        One that ``joins`` the latest change, named by its label, is taken back together with it.
        """
        if self._depth:
            self._not_held()
            with self._nested():
                yield
            return
        self._begin(journalled=True)
        try:
            self._journal.open()
            self._journalling = True
            yield
            kept = self._journal.close(label, instant_text(self._clock_now()), joins)
            self._database.commit()
        except BaseException as error:
            self._take_back(error)
            raise
        self._ended(Changes(kept, frozenset(self._touched), undoable=bool(kept)))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A transaction that is not journalled (inside a change it belongs to that change)."""
        if self._depth:
            self._not_held()
            with self._nested():
                yield
            return
        self._begin()
        try:
            yield
            self._database.commit()
        except BaseException as error:
            self._take_back(error)
            raise
        self._ended(Changes("", frozenset(self._touched), undoable=False))

    def add(self, record: R) -> R:
        """Store a new record and return it with its id."""
        self._writing(type(record))
        shape = shape_of(type(record))
        model = self._model(shape)
        with told_plainly():
            number = model.insert(dict(zip(shape.names, row_of(shape, record), strict=True))).execute(
                self._peewee()
            )
        return record._replace(id=number)  # type: ignore[attr-defined,no-any-return]

    def add_all(self, records: Iterable[R]) -> list[R]:
        """Store many new records of one type fast, and return them with their ids."""
        new = list(records)
        if not new:
            return []
        self._writing(type(new[0]))
        from winback_desktop.storage.bulk import insert_many

        return insert_many(self._database, self._journal if self._journalling else None, new)

    def get(self, kind: type[R], id: int) -> R:
        """One record; raises Missing."""
        found = self.find(kind, id=id)
        if not found:
            raise Missing(f"There is no {_KIND_OF_TABLE[shape_of(kind).table]} with the number {id}.")
        return found[0]

    def find(self, kind: type[R], /, *, order: str = "id", limit: int | None = None, **equal: Any) -> list[R]:
        """Records whose fields equal the given values, in the order of a field (``-field`` descending)."""
        shape = shape_of(kind)
        sql, values = find_statement(shape, order, limit, equal)
        return [record_of(shape, row) for row in self._database.rows(sql, values)]

    def save(self, record: R) -> R:
        """Write a stored record's new values, only those that differ; raises Missing."""
        kind = type(record)
        self._writing(kind)
        shape = shape_of(kind)
        number: int = record.id  # type: ignore[attr-defined]
        before = row_of(shape, self.get(kind, number))
        after = row_of(shape, record)
        different = {
            name: new for name, old, new in zip(shape.names, before, after, strict=True) if old != new
        }
        if different:
            model = self._model(shape)
            with told_plainly():
                model.update(different).where(model.id == number).execute(self._peewee())
        return record

    def save_all(self, records: Iterable[R]) -> None:
        """Write the new values of many stored records of one type fast; unknown ones change nothing."""
        changed = list(records)
        if changed:
            self._writing(type(changed[0]))
            from winback_desktop.storage.bulk import update_many

            update_many(self._database, changed)

    def pick(self, kind: type[Any], fields: "Sequence[str]", ids: "Sequence[int]") -> list[tuple[Any, ...]]:
        """Some fields of some records, the id first; unknown ids are left out."""
        from winback_desktop.storage.bulk import pick_fields

        return pick_fields(self._database, kind, fields, ids)

    def set_fields(
        self, kind: type[Any], fields: "Sequence[str]", rows: "Sequence[Sequence[Any]]"
    ) -> "Steps[None]":
        """Write some fields of many stored records step by step, each row the id and the new values."""
        self._writing(kind)
        from winback_desktop.storage.bulk import set_fields

        return set_fields(self._database, self._journal if self._journalling else None, kind, fields, rows)

    def remove(self, record: Any) -> None:
        """Delete a record with what hangs on it, each row by itself so that undo brings all back."""
        self._writing(type(record))
        shape = shape_of(type(record))
        self.get(type(record), record.id)
        from winback_desktop.storage.removal import remove_rows

        for table in remove_rows(self._database, shape.table, [record.id]):
            self._touched.add(_KIND_OF_TABLE[table])

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting's value (anything JSON can hold)."""
        text = self._database.value("SELECT value FROM setting WHERE key = ?", (key,))
        if text is None:
            return default
        return value_of(text)

    def settings(self, prefix: str = "") -> dict[str, Any]:
        """All stored settings whose keys begin with ``prefix``."""
        rows = self._database.rows("SELECT key, value FROM setting ORDER BY key")
        return {key: value_of(text) for key, text in rows if key.startswith(prefix)}

    def set_setting(self, key: str, value: Any) -> None:
        """Store a setting; None removes it."""
        self._writing(None)
        self._touched.add("setting")
        if value is None:
            self._database.run("DELETE FROM setting WHERE key = ?", (key,))
            return
        self._database.run(
            "INSERT INTO setting (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
            (key, text_of(value)),
        )

    def changed_elsewhere(self) -> bool:
        """True once after another program wrote to the file."""
        version = self._database.value("PRAGMA data_version")
        changed = version != self._seen
        self._seen = version
        return bool(changed)

    def warm_up(self) -> None:
        """Load what the first write needs (Peewee, 60 ms); for a quiet moment after the first paint."""
        self._peewee()

    def close(self) -> None:
        """Close the file; what hangs unfinished is rolled back."""
        self._database.close()

    @cached_property
    def _journal(self) -> "Journal":
        """Imported by the first change, or by whoever asks what could be taken back."""
        from winback_desktop.storage.journal import Journal

        return Journal(self._database)

    def _between_changes(self) -> None:
        if self._depth:
            raise RuntimeError("not inside a change or a transaction")

    def _everything_changed(self) -> None:
        self._ended(Changes("", frozenset(_KIND_OF_TABLE.values()), undoable=False))

    def _travelled(self, label: str, tables: frozenset[str]) -> None:
        self._ended(Changes(label, frozenset(_KIND_OF_TABLE[table] for table in tables)))

    def _not_held(self) -> None:
        """Between two steps of a long change nobody else may write into its transaction."""
        if self.held:
            raise LockedStore(
                "Something longer is still being done, so this was not saved. "
                "Wait for it or cancel it, then try again."
            )

    def _begin(self, *, journalled: bool = False) -> None:
        if self.read_only:
            raise ReadOnlyStore("Your data is open for reading only, so nothing was saved.")
        if journalled:
            self._journal.prepare()
        self._touched = set()
        self._database.begin()
        self._depth = 1

    @contextmanager
    def _nested(self) -> Iterator[None]:
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def _take_back(self, error: BaseException) -> None:
        self._depth = 0
        self._journalling = False
        try:
            self._database.rollback()
        except StoreFault as second:
            # The first failure is the one that says what went wrong.
            error.add_note(str(second))

    def _ended(self, changes: Changes) -> None:
        self._depth = 0
        self._journalling = False
        if self.listener is not None and changes.kinds:
            self.listener(changes)

    def _writing(self, kind: type | None) -> None:
        # SQLite ends a transaction by itself when the disk is full; nothing may be written after that.
        if not self._depth or not self._database.in_transaction:
            raise RuntimeError("writing needs a change or a transaction")
        if kind is not None:
            self._touched.add(kind.__name__.lower())

    def _peewee(self) -> Any:
        if self._writer is None:
            from winback_desktop.storage.tables import SharedConnection

            self._writer = SharedConnection(self._database)
        return self._writer

    def _model(self, shape: Shape) -> Any:
        from winback_desktop.storage.tables import model_of

        return model_of(shape)
