# SPDX-License-Identifier: MIT
"""Who enjoys the same thing: interests with how many share them, and the people of one."""

from winback_desktop.application.queries import SharingRow
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.search import NUMBERS, match_of
from winback_desktop.storage.reads.steps import GONE
from winback_desktop.storage.records import sort_key

_TRUE = "attitude = 'like' AND still_true"
_LABEL = "(SELECT label FROM interest WHERE sort_key = found.sort_key LIMIT 1)"
# The index alone counts everybody; the few who dislike a thing, or did once, are then taken off.
_ALL = f"""
WITH found AS (
    SELECT sort_key, count(DISTINCT contact) AS number FROM interest INDEXED BY interest_by_label
    WHERE contact NOT IN {GONE} GROUP BY sort_key
), others AS (
    SELECT sort_key, count(DISTINCT contact) AS number FROM interest NOT INDEXED
    WHERE NOT ({_TRUE}) AND contact NOT IN {GONE} GROUP BY sort_key
)
SELECT {_LABEL}, found.number - coalesce(others.number, 0) AS sharing
FROM found LEFT JOIN others USING (sort_key)
WHERE sharing > 0 ORDER BY sharing DESC, found.sort_key LIMIT ?
"""
_SOME = f"""
SELECT {_LABEL}, number FROM (
    SELECT sort_key, count(DISTINCT contact) AS number FROM interest
    WHERE id IN (SELECT rowid - ?1 FROM search WHERE search MATCH ?2 AND rowid BETWEEN ?1 AND ?3)
        AND {_TRUE} AND contact NOT IN {GONE} GROUP BY sort_key
) AS found ORDER BY number DESC, sort_key LIMIT ?4
"""


def counts(database: Database, text: str, limit: int) -> list[tuple[str, int]]:
    """Interests that hold the words, with how many contacts enjoy each, most first."""
    if not text.strip():
        return database.rows(_ALL, (limit,))
    match = match_of(text)
    low = NUMBERS["interest"] << 40
    values = (low, f"title : ({match})", low + (1 << 40) - 1, limit)
    return database.rows(_SOME, values) if match else []


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
