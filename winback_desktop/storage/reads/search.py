# SPDX-License-Identifier: MIT
"""Search over everything the owner wrote: every word a prefix, accents and case ignored."""

import unicodedata

from winback_desktop.application.queries import SearchHit
from winback_desktop.domain.practice import CARE
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import LIVE, OPEN

NUMBERS = {"contact": 1, "contact_point": 2, "interest": 3, "note": 4, "loss": 5, "touch": 6, "gift": 7}
"""The upper part of the search index's rowids, by table."""

_LINES = {
    "contact": "c.name, c.organisation FROM contact t JOIN contact c ON c.id = t.id",
    "contact_point": "c.name, t.value FROM contact_point t JOIN contact c ON c.id = t.contact",
    "interest": "c.name, t.label FROM interest t JOIN contact c ON c.id = t.contact",
    "note": "c.name, substr(t.text, 1, 160) FROM note t JOIN contact c ON c.id = t.contact",
    "loss": "c.name, substr(trim(t.reason_given || ' ' || t.my_reading || ' ' || t.competitor), 1, 160)"
    " FROM loss t JOIN contact c ON c.id = t.contact",
    "touch": "c.name, substr(trim(t.summary || ' ' || t.heard), 1, 160)"
    " FROM touch t JOIN contact c ON c.id = t.contact",
    "gift": "c.name, t.title FROM gift t JOIN contact c ON c.id = t.contact",
}
_MOST_STEPS = 5
_OWN = ", ".join(f"'{kind.value}'" for kind in CARE)


def match_of(text: str, *, prefix: bool = True) -> str:
    """What the owner typed as a query of the index that can't be ill-formed; empty without any word."""
    words = "".join(
        letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " " for letter in text[:200]
    )
    return " ".join(f'"{word}"*' if prefix else f'"{word}"' for word in words.split()[:8])


def search(database: Database, text: str, limit: int) -> list[SearchHit]:
    """Whole names first, then names and words that begin so; newest first among equals."""
    match = match_of(text)
    if not match:
        return []
    hits: dict[tuple[str, int], SearchHit] = {}
    for table, expression in (
        ("contact", f"title : ({match_of(text, prefix=False)})"),
        ("contact", f"title : ({match})"),
        *((table, match) for table in NUMBERS),
    ):
        if len(hits) >= limit:
            break
        for hit in _hits(database, table, expression, limit):
            hits.setdefault((hit.kind, hit.ref), hit)
    people = [hit.ref for hit in hits.values() if hit.kind == "contact"][:_MOST_STEPS]
    found = list(hits.values())[:limit]
    steps = _next_steps(database, people)[: max(0, limit - len(found))]
    after_people = sum(hit.kind == "contact" for hit in found)
    return found[:after_people] + steps + found[after_people:]


def _hits(database: Database, table: str, expression: str, limit: int) -> list[SearchHit]:
    low = NUMBERS[table] << 40
    kind = "contact" if table == "contact_point" else table
    ref = "c.id" if kind == "contact" else "t.id"
    rows = database.rows(
        f"SELECT {ref}, c.id, {_LINES[table]} JOIN (SELECT rowid - ? AS id FROM search WHERE search MATCH ?"
        " AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?) f ON f.id = t.id"
        " WHERE c.deleted_at IS NULL ORDER BY t.id DESC",
        (low, expression, low, low + (1 << 40) - 1, limit),
    )
    return [SearchHit(kind, ref, contact, title, detail) for ref, contact, title, detail in rows]


def _next_steps(database: Database, contacts: list[int]) -> list[SearchHit]:
    """The next open step of each person found, not the owner's own walk; its kind and day as detail."""
    rows = database.rows(
        "SELECT min(s.due), s.id, s.contact, s.kind, c.name FROM step s JOIN plan p ON p.id = s.plan"
        f" JOIN contact c ON c.id = s.contact WHERE s.contact IN ({', '.join('?' * len(contacts))})"
        f" AND s.state IN ({OPEN}) AND s.kind NOT IN ({_OWN}) AND p.state IN ({LIVE})"
        " GROUP BY s.contact ORDER BY 1",
        contacts,
    )
    return [SearchHit("step", ref, contact, name, f"{kind} {due}") for due, ref, contact, kind, name in rows]
