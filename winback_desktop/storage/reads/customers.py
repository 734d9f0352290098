# SPDX-License-Identifier: MIT
"""The customer list: pages in name order, filtered by words and role, and the counts."""

from datetime import date
from typing import Any

from winback_desktop.application.queries import ContactRow, Counts
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import ASKED_FOR, CARING, GONE, LIVE, OPEN

COLUMNS = f"""
    c.id, c.name, c.organisation, replace(c.roles, char(10), ', '), replace(c.tags, char(10), ', '), c.status,
    coalesce((SELECT state FROM plan WHERE contact = c.id ORDER BY id DESC LIMIT 1), ''),
    (SELECT s.due || s.kind FROM step s JOIN plan p ON p.id = s.plan WHERE s.contact = c.id
        AND s.state IN ({OPEN}) AND p.state IN ({LIVE}) AND s.kind NOT IN ({CARING})
        ORDER BY s.due, s.id LIMIT 1),
    c.sort_key
"""
_DAY_WIDTH = len("2026-01-31")


def page(
    database: Database, text: str, role: str, after: tuple[str, int] | None, limit: int
) -> list[ContactRow]:
    """A page of contacts in name order, from behind the (sort_key, id) given."""
    where, values = _conditions(text, role)
    if after is not None:
        # This form lets the index find its place; comparing (sort_key, id) as a pair takes 60 times as long.
        where += " AND c.sort_key >= ? AND (c.sort_key > ? OR c.id > ?)"
        values += (after[0], after[0], after[1])
    rows = database.rows(
        f"SELECT {COLUMNS} FROM contact c WHERE c.deleted_at IS NULL {where}"
        " ORDER BY c.sort_key, c.id LIMIT ?",
        (*values, limit),
    )
    return [contact_row(row) for row in rows]


def total(database: Database, text: str, role: str) -> int:
    """How many contacts such a list has in all."""
    where, values = _conditions(text, role)
    return int(database.value(f"SELECT count(*) FROM contact c WHERE c.deleted_at IS NULL {where}", values))


def counts(database: Database) -> Counts:
    """How much is stored; deleted contacts are not counted."""
    row = database.rows(
        "SELECT (SELECT count(*) FROM contact WHERE deleted_at IS NULL),"
        f" (SELECT count(*) FROM loss WHERE contact NOT IN {GONE}),"
        f" (SELECT count(*) FROM step s INDEXED BY step_open_by_due"
        f" WHERE s.state IN ({OPEN}) AND {ASKED_FOR} AND s.contact NOT IN {GONE})"
    )[0]
    return Counts(*row)


def _words_of(text: str) -> str:
    if not text:
        return ""
    from winback_desktop.storage.reads.search import match_of

    return match_of(text)


def _conditions(text: str, role: str) -> tuple[str, tuple[Any, ...]]:
    where = ""
    values: tuple[Any, ...] = ()
    if match := _words_of(text):
        from winback_desktop.storage.reads.search import NUMBERS

        low = NUMBERS["contact"] << 40
        where += " AND c.id IN (SELECT rowid - ? FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?)"
        values = (low, match, low, low + (1 << 40) - 1)
    if role:
        where += " AND instr(char(10) || c.roles || char(10), char(10) || ? || char(10))"
        values = (*values, role)
    return where, values


def contact_row(row: tuple[Any, ...]) -> ContactRow:
    """The row of a SELECT over ``COLUMNS``."""
    *shown, next_step, sort_key = row
    due = date.fromisoformat(next_step[:_DAY_WIDTH]) if next_step else None
    kind = next_step[_DAY_WIDTH:] if next_step else ""
    return ContactRow._make((*shown, kind, due, sort_key))
