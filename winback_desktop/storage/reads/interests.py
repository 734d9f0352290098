# SPDX-License-Identifier: MIT
"""Interests across contacts: labels to suggest while typing, and what each person likes."""

from collections.abc import Sequence

from winback_desktop.storage.connection import Database
from winback_desktop.storage.records import sort_key


def labels(database: Database, prefix: str, limit: int) -> list[tuple[str, int]]:
    """Labels that start with a prefix, with how many contacts share each, most first."""
    key = sort_key(prefix)
    return [
        (label, count)
        for label, count in database.rows(
            "SELECT min(i.label), count(DISTINCT i.contact) AS sharing FROM interest i"
            " CROSS JOIN contact c ON c.id = i.contact"
            " WHERE i.sort_key >= ? AND i.sort_key < ? AND c.deleted_at IS NULL"
            " GROUP BY i.sort_key ORDER BY sharing DESC, i.sort_key LIMIT ?",
            (key, key + "\U0010ffff", limit),
        )
    ]


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
