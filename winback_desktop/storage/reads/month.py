# SPDX-License-Identifier: MIT
"""What stands on each day of a month: a few rows and the count, so that only what is shown is read."""

from datetime import date, timedelta

from winback_desktop.application.queries import DayRow
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import ASKED_FOR, COLUMNS, GONE, JOINED, OPEN, step_row

# A done step stays where it stood, also when its plan has ended.
_SHOWN = f"(s.state = 'done' OR (s.state IN ({OPEN}) AND {ASKED_FOR})) AND s.contact NOT IN {GONE}"


def month(database: Database, first: date, last: date, per_day: int) -> dict[date, DayRow]:
    """Each day from first to last with its first ``per_day`` steps and how many there are in all."""
    totals = dict(
        database.rows(
            f"SELECT s.due, count(*) FROM step s INDEXED BY step_by_due"
            f" WHERE s.due BETWEEN ? AND ? AND {_SHOWN} GROUP BY s.due",
            (first.isoformat(), last.isoformat()),
        )
    )
    days = {}
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        text = day.isoformat()
        # One small query a day: a window function over all of them takes twenty times as long.
        rows = (
            database.rows(
                f"SELECT {COLUMNS} FROM step s INDEXED BY step_by_due {JOINED}"
                f" WHERE s.due = ? AND {_SHOWN} ORDER BY s.id LIMIT ?",
                (text, per_day),
            )
            if text in totals
            else ()
        )
        days[day] = DayRow(day, totals.get(text, 0), tuple(map(step_row, rows)))
    return days
