# SPDX-License-Identifier: MIT
"""What stands on each day of a month: a few rows and the count, so that only what is shown is read."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from winback_desktop.application.queries import DayRow, StepRow
from winback_desktop.domain.practice import CARE
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import ASKED_FOR, CARING, COLUMNS, GONE, JOINED, OPEN, step_row

# A done step stays where it stood, also when its plan has ended.
_SHOWN = f"(s.state = 'done' OR (s.state IN ({OPEN}) AND {ASKED_FOR})) AND s.contact NOT IN {GONE}"


def month(
    database: Database, first: date, last: date, per_day: int, kinds: Sequence[str], contact: int
) -> dict[date, DayRow]:
    """Each day from first to last: its first ``per_day`` steps, those towards people first, and how many."""
    sieve = f" AND s.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    sieve += " AND s.contact = ?" if contact else ""
    given = (*kinds, *((contact,) if contact else ()))
    # The index alone answers what is counted; what is shown is then read by number, all days at once.
    totals: dict[str, int] = {}
    care: dict[str, list[str]] = {}
    for due, kind, open_, count in database.rows(
        f"SELECT s.due, s.kind, s.state <> 'done', count(*) FROM step s INDEXED BY step_by_due"
        f" WHERE s.due BETWEEN ? AND ? AND {_SHOWN}{sieve} GROUP BY s.due, s.kind, s.state <> 'done'",
        (first.isoformat(), last.isoformat(), *given),
    ):
        totals[due] = totals.get(due, 0) + count
        if kind in CARE and open_:
            care.setdefault(due, []).extend([kind] * count)
    shown = {due: _first(database, due, per_day, sieve, given) for due in totals}
    rows = _rows(database, [step for steps in shown.values() for step in steps])
    days = {}
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        text = day.isoformat()
        found = tuple(rows[step] for step in shown.get(text, ()))
        days[day] = DayRow(day, totals.get(text, 0), found, tuple(care.get(text, ())))
    return days


def _first(database: Database, due: str, most: int, sieve: str, given: Sequence[Any]) -> list[int]:
    """The first steps of a day: those towards people, then those for the owner."""
    found: list[int] = []
    for whose in (f"s.kind NOT IN ({CARING})", f"s.kind IN ({CARING})"):
        if len(found) < most:
            found += [
                row[0]
                for row in database.rows(
                    f"SELECT s.id FROM step s INDEXED BY step_by_due WHERE s.due = ? AND {whose}"
                    f" AND {_SHOWN}{sieve} ORDER BY s.id LIMIT ?",
                    (due, *given, most - len(found)),
                )
            ]
    return found


def _rows(database: Database, steps: Sequence[int]) -> dict[int, StepRow]:
    """The rows of these steps by number; the numbers are our own and stand in the text."""
    if not steps:
        return {}
    numbers = ", ".join(map(str, steps))
    found = database.rows(f"SELECT {COLUMNS} FROM step s {JOINED} WHERE s.id IN ({numbers})")
    return {row[0]: step_row(row) for row in found}
