# SPDX-License-Identifier: MIT
"""Words the store's ``find`` as SQL; only names that the record really has get into the text."""

from collections.abc import Mapping
from typing import Any

from winback_desktop.storage.records import Shape, selection, stored_value


def find_statement(
    shape: Shape, order: str, limit: int | None, equal: Mapping[str, Any]
) -> tuple[str, list[Any]]:
    """The SELECT and its values; raises TypeError for a field that the record does not have."""
    conditions: list[str] = []
    values: list[Any] = []
    for field, wanted in equal.items():
        if wanted is None:
            stored_value(shape, field, None)
            conditions.append(f'"{field}" IS NULL')
        elif isinstance(wanted, tuple | list | set | frozenset):
            conditions.append(f'"{field}" IN ({", ".join("?" * len(wanted))})')
            stored_value(shape, field, None)
            values.extend(stored_value(shape, field, one) for one in wanted)
        else:
            conditions.append(f'"{field}" = ?')
            values.append(stored_value(shape, field, wanted))
    field = order.removeprefix("-")
    stored_value(shape, field, None)
    direction = " DESC" if order.startswith("-") else ""
    sql = f"SELECT {selection(shape)} FROM {shape.table}"
    if conditions:
        sql += " WHERE " + " AND ".join(conditions)
    sql += f' ORDER BY "{field}"{direction}, id{direction}'
    if limit is not None:
        sql += " LIMIT ?"
        values.append(limit)
    return sql, values
