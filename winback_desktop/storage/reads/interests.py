# SPDX-License-Identifier: MIT
"""Interests across contacts: labels to suggest while typing, and what each person likes."""

from collections.abc import Sequence

from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import GONE
from winback_desktop.storage.records import sort_key

_NEWEST = 5000


def labels(database: Database, prefix: str, limit: int) -> list[tuple[str, int]]:
    """Labels that start with a prefix, with how many contacts share each, most first."""
    key = sort_key(prefix)
    # Without a prefix the newest entries speak for all: counting every one would take too long.
    among = "sort_key >= ? AND sort_key < ?" if key else "id > (SELECT max(id) FROM interest) - ?"
    index = "INDEXED BY interest_by_label" if key else "NOT INDEXED"
    values = (key, key + "\U0010ffff") if key else (_NEWEST,)
    return database.rows(
        "SELECT (SELECT label FROM interest WHERE sort_key = found.sort_key LIMIT 1), sharing FROM ("
        f" SELECT sort_key, count(DISTINCT contact) AS sharing FROM interest {index}"
        f" WHERE {among} AND contact NOT IN {GONE} GROUP BY sort_key"
        ") AS found ORDER BY sharing DESC, sort_key LIMIT ?",
        (*values, limit),
    )


def liked(database: Database, contacts: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The liked, still true interests of each contact, in the owner's order."""
    found: dict[int, list[str]] = {contact: [] for contact in contacts}
    for contact, label in database.rows(
        f"SELECT contact, label FROM interest WHERE contact IN ({', '.join('?' * len(found))})"
        " AND attitude = 'like' AND still_true ORDER BY contact, position, id",
        tuple(found),
    ):
        found[contact].append(label)
    return {contact: tuple(names) for contact, names in found.items()}
