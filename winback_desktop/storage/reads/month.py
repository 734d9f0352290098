# SPDX-License-Identifier: MIT
"""What stands on each day of a month: a few rows and the count, so that only what is shown is read."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from winback_desktop.application.queries import DayRow, DayStep
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import ASKED_FOR, CARING, GONE, OPEN

# A done step stays where it stood, also when its plan has ended.
_DONE = f"s.state = 'done' AND s.contact NOT IN {GONE}"
_TO_DO = f"s.state IN ({OPEN}) AND {ASKED_FOR} AND s.contact NOT IN {GONE}"
_SHOWN = f"(s.state = 'done' OR (s.state IN ({OPEN}) AND {ASKED_FOR})) AND s.contact NOT IN {GONE}"


def month(
    database: Database, first: date, last: date, per_day: int, kinds: Sequence[str], contact: int
) -> dict[date, DayRow]:
    """Each day from first to last: its first ``per_day`` steps, those towards people first, and how many."""
    sieve = f" AND s.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    sieve += " AND s.contact = ?" if contact else ""
    given = (*kinds, *((contact,) if contact else ()))
    span = (first.isoformat(), last.isoformat(), *given)
    # Each count in the order of an index that holds all it asks for.
    totals: dict[str, int] = dict(
        database.rows(
            "SELECT s.due, count(*) FROM step s INDEXED BY step_by_due"
            f" WHERE s.due BETWEEN ? AND ? AND {_DONE}{sieve} GROUP BY s.due",
            span,
        )
    )
    care: dict[str, tuple[str, ...]] = {}
    for due, count, kinds_of_care in database.rows(
        f"SELECT s.due, count(*), group_concat(CASE WHEN s.kind IN ({CARING}) THEN s.kind END)"
        " FROM step s INDEXED BY step_open_by_due"
        f" WHERE s.due BETWEEN ? AND ? AND {_TO_DO}{sieve} GROUP BY s.due",
        span,
    ):
        totals[due] = totals.get(due, 0) + count
        if kinds_of_care:
            care[due] = tuple(kinds_of_care.split(","))
    shown: dict[str, list[DayStep]] = {due: [] for due in totals}
    for whose in (f"s.kind NOT IN ({CARING})", f"s.kind IN ({CARING})"):
        wanting = [due for due, steps in shown.items() if len(steps) < min(per_day, totals[due])]
        for step in _first(database, wanting, per_day, whose + sieve, given):
            shown[step.due.isoformat()].append(step)
    days = {}
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        due = day.isoformat()
        steps = tuple(shown.get(due, ())[:per_day])
        days[day] = DayRow(day, totals.get(due, 0), steps, care.get(due, ()))
    return days


def _first(
    database: Database, days: Sequence[str], most: int, sieve: str, given: Sequence[Any]
) -> Iterable[DayStep]:
    """The first steps of each of these days, all days at once: one question instead of one a day."""
    if not days:
        return
    for *shown, due, smaller in database.rows(
        f"WITH day(due) AS (VALUES {', '.join(['(?)'] * len(days))})"
        " SELECT shown.id, shown.contact, c.name, c.organisation, shown.kind, shown.state, shown.due,"
        " shown.smaller FROM day CROSS JOIN step shown ON shown.id IN"
        " (SELECT s.id FROM step s INDEXED BY step_by_due"
        f" WHERE s.due = day.due AND {sieve} AND {_SHOWN} ORDER BY s.id LIMIT ?)"
        " CROSS JOIN contact c ON c.id = shown.contact ORDER BY shown.id",
        (*days, *given, most),
    ):
        yield DayStep._make((*shown, date.fromisoformat(due), bool(smaller)))
