# SPDX-License-Identifier: MIT
"""The tables of schema 1 that undo and redo live on. Frozen once released."""

TABLES = """
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL, at TEXT NOT NULL, undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
    first INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT;
CREATE INDEX change_by_undone ON change (undone, id);

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    table_name TEXT NOT NULL, row_id INTEGER NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'range', 'update', 'delete')), image TEXT
) STRICT;
"""
