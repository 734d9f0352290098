# SPDX-License-Identifier: MIT
"""Who enjoys the same thing: interests with how many share them, and the people of one."""

from winback_desktop.application.queries import SharingRow
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.search import NUMBERS, match_of
from winback_desktop.storage.reads.steps import GONE
from winback_desktop.storage.records import sort_key

_TRUE = "attitude = 'like' AND still_true"


def counts(database: Database, text: str, limit: int) -> list[tuple[str, int]]:
    """Interests that hold the words, with how many contacts enjoy each, most first."""
    match = match_of(text)
    if text.strip() and not match:
        return []
    low = NUMBERS["interest"] << 40
    among = "1"
    values: tuple[int | str, ...] = ()
    if match:
        among = "id IN (SELECT rowid - ? FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?)"
        values = (low, f"title : ({match})", low, low + (1 << 40) - 1)
    return database.rows(
        f"SELECT min(label), count(DISTINCT contact) AS sharing FROM interest WHERE {among}"
        f" AND {_TRUE} AND contact NOT IN {GONE} GROUP BY sort_key ORDER BY sharing DESC, sort_key LIMIT ?",
        (*values, limit),
    )


def sharing(database: Database, label: str, limit: int) -> list[SharingRow]:
    """Who enjoys a thing, in name order."""
    return [
        SharingRow(*row)
        for row in database.rows(
            "SELECT c.id, c.name, c.organisation, min(i.words) FROM interest i INDEXED BY interest_by_label"
            f" CROSS JOIN contact c ON c.id = i.contact WHERE i.sort_key = ? AND {_TRUE}"
            " AND c.deleted_at IS NULL GROUP BY c.sort_key, c.id ORDER BY c.sort_key, c.id LIMIT ?",
            (sort_key(label), limit),
        )
    ]
