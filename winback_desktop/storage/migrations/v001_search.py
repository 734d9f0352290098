# SPDX-License-Identifier: MIT
"""Schema 1: the search index over everything the owner wrote, with the triggers that keep it."""

from collections.abc import Callable

# What the index holds of each table: a number that is the upper part of its rowids, a title and a body.
SEARCHED: dict[str, tuple[int, str, str]] = {
    "contact": (
        1,
        "{0}name",
        "{0}nickname || ' ' || {0}organisation || ' ' || {0}job_title || ' ' || {0}tags || ' ' || {0}about",
    ),
    "contact_point": (2, "''", "{0}value"),
    "interest": (3, "{0}label", "{0}category || ' ' || {0}words || ' ' || {0}heard_where"),
    "note": (4, "''", "{0}text"),
    "loss": (5, "''", "{0}reason_given || ' ' || {0}my_reading || ' ' || {0}competitor"),
    "touch": (6, "''", "{0}summary || ' ' || {0}heard"),
    "gift": (7, "{0}title", "{0}because"),
}

# secure-delete: no byte of an erased name may stay in the index.
INDEX = """
CREATE VIEW search_text (rowid_, title, body) AS
{view};
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, content='search_text', content_rowid='rowid_',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
"""

TRIGGERS = """
CREATE TRIGGER {table}_found AFTER INSERT ON {table} WHEN (SELECT paused FROM indexing) = 0 BEGIN
    INSERT INTO search (rowid, title, body) VALUES ({new_rowid}, {new_title}, {new_body});
END;
CREATE TRIGGER {table}_lost AFTER DELETE ON {table} WHEN (SELECT paused FROM indexing) = 0 BEGIN
    INSERT INTO search (search, rowid, title, body)
    VALUES ('delete', {old_rowid}, {old_title}, {old_body});
END;
CREATE TRIGGER {table}_reworded AFTER UPDATE ON {table}
WHEN (SELECT paused FROM indexing) = 0 AND ({old_title} <> {new_title} OR {old_body} <> {new_body}) BEGIN
    INSERT INTO search (search, rowid, title, body)
    VALUES ('delete', {old_rowid}, {old_title}, {old_body});
    INSERT INTO search (rowid, title, body) VALUES ({new_rowid}, {new_title}, {new_body});
END;
"""


def upgrade(run: Callable[[str], None]) -> None:
    """Build the index beside the tables; ``run`` runs a script."""
    view = "\nUNION ALL\n".join(
        f"SELECT {_rowid(number, '')}, {title.format('')}, {body.format('')} FROM {table}"
        for table, (number, title, body) in SEARCHED.items()
    )
    run(INDEX.format(view=view))
    for table, (number, title, body) in SEARCHED.items():
        run(
            TRIGGERS.format(
                table=table,
                new_rowid=_rowid(number, "new."),
                new_title=title.format("new."),
                new_body=body.format("new."),
                old_rowid=_rowid(number, "old."),
                old_title=title.format("old."),
                old_body=body.format("old."),
            )
        )


def _rowid(number: int, prefix: str) -> str:
    return f"({number} << 40) + {prefix}id"
