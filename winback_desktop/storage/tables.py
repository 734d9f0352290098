# SPDX-License-Identifier: MIT
"""The Peewee models of single records, made from the records themselves; imported at the first write."""

from functools import cache
from typing import Any

import peewee

from winback_desktop.storage.connection import SQLITE_VERSION, Database
from winback_desktop.storage.records import Shape

Model = Any


class SharedConnection(peewee.SqliteDatabase):
    """Peewee over the connection that is open already; it neither opens nor closes anything."""

    server_version = SQLITE_VERSION

    def __init__(self, database: Database) -> None:
        super().__init__("shared")
        self._shared = database.handle

    def _connect(self) -> Any:
        return self._shared

    def _close(self, conn: Any) -> None:
        pass

    def _initialize_connection(self, conn: Any) -> None:
        pass


@cache
def model_of(shape: Shape) -> Model:
    """The unbound model of a record type."""
    fields: dict[str, Any] = {"id": peewee.AutoField()}
    numbers = {column.name for column in shape.columns if column.whole_number}
    for name in shape.names:
        fields[name] = peewee.IntegerField(null=True) if name in numbers else peewee.TextField(null=True)
    meta = type("Meta", (), {"table_name": shape.table, "legacy_table_names": False})
    return type(shape.kind.__name__, (peewee.Model,), {**fields, "Meta": meta})
