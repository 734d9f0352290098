# SPDX-License-Identifier: MIT
"""What stands on each day of a month: a few rows and the count, so that only what is shown is read."""

from collections.abc import Sequence
from datetime import date, timedelta

from winback_desktop.application.queries import DayRow, StepRow
from winback_desktop.domain.practice import CARE
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import ASKED_FOR, COLUMNS, GONE, JOINED, OPEN, step_row

# A done step stays where it stood, also when its plan has ended.
_SHOWN = f"(s.state = 'done' OR (s.state IN ({OPEN}) AND {ASKED_FOR})) AND s.contact NOT IN {GONE}"


def month(
    database: Database, first: date, last: date, per_day: int, kinds: Sequence[str], contact: int
) -> dict[date, DayRow]:
    """Each day from first to last: its first ``per_day`` steps, those towards people first, and how many."""
    sieve = f" AND s.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    sieve += " AND s.contact = ?" if contact else ""
    standing: dict[str, tuple[list[int], list[int], list[str]]] = {}
    # The index alone answers this; what is shown is then read by number, all days at once.
    for due, step, kind, state in database.rows(
        f"SELECT s.due, s.id, s.kind, s.state FROM step s INDEXED BY step_by_due"
        f" WHERE s.due BETWEEN ? AND ? AND {_SHOWN}{sieve} ORDER BY s.due, s.id",
        (first.isoformat(), last.isoformat(), *kinds, *([contact] if contact else ())),
    ):
        people, care, open_care = standing.setdefault(due, ([], [], []))
        if kind not in CARE:
            people.append(step)
        else:
            care.append(step)
            if state != "done":
                open_care.append(kind)
    shown = {due: (people + care)[:per_day] for due, (people, care, _) in standing.items()}
    rows = _rows(database, [step for steps in shown.values() for step in steps])
    days = {}
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        text = day.isoformat()
        people, care, open_care = standing.get(text, ((), (), ()))
        found = tuple(rows[step] for step in shown.get(text, ()))
        days[day] = DayRow(day, len(people) + len(care), found, tuple(open_care))
    return days


def _rows(database: Database, steps: Sequence[int]) -> dict[int, StepRow]:
    """The rows of these steps by number; the numbers are our own and stand in the text."""
    if not steps:
        return {}
    numbers = ", ".join(map(str, steps))
    found = database.rows(f"SELECT {COLUMNS} FROM step s {JOINED} WHERE s.id IN ({numbers})")
    return {row[0]: step_row(row) for row in found}
