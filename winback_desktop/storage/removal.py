# SPDX-License-Identifier: MIT
"""Deletes rows with everything that hangs on them, children first, following the foreign keys."""

from collections.abc import Sequence

from winback_desktop.storage.connection import Database

_CHUNK = 500


def remove_rows(database: Database, table: str, ids: Sequence[int]) -> set[str]:
    """Delete rows and their children; where a child can do without, its reference is emptied.

    Returns the tables touched; inside a transaction.
    """
    touched = {table}
    children = database.rows(
        'SELECT t.name, k."from", c."notnull" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k'
        ' JOIN pragma_table_info(t.name) c ON c.name = k."from"'
        ' WHERE t.type = \'table\' AND k."table" = ? ORDER BY c."notnull"',
        (table,),
    )
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        marks = ", ".join("?" * len(part))
        for child, column, needed in children:
            found = [
                row[0] for row in database.rows(f'SELECT id FROM {child} WHERE "{column}" IN ({marks})', part)
            ]
            if found and needed:
                touched |= remove_rows(database, child, found)
            elif found:
                database.run(f'UPDATE {child} SET "{column}" = NULL WHERE "{column}" IN ({marks})', part)
                touched.add(child)
        database.run(f"DELETE FROM {table} WHERE id IN ({marks})", part)
    return touched
