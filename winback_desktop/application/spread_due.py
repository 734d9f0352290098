# SPDX-License-Identifier: MIT
"""Too much due at once: the later part is spread over the coming working days, in its order."""

from datetime import date, timedelta

from winback_desktop.application.due import due_steps
from winback_desktop.application.failures import Refused
from winback_desktop.application.move_steps import check_move, postpone
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.application.snooze import sleeping
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.moves import is_open, path_kind
from winback_desktop.domain.practice import CARE, PATH, Plan, Step
from winback_desktop.domain.wording import count_word

FULL = 5
"""So many steps towards people are a full day."""
_KEPT = 3
_AHEAD = 60
"""Working days are looked at so far ahead; what finds no place stays where it is."""


def too_many(work: Workspace) -> int:
    """How many steps towards people are due today when that is more than a full day, else 0."""
    count = len(_due(work))
    return count if count > FULL else 0


def spread(work: Workspace) -> int:
    """Keep the oldest for today and move the others on, a few a day; returns how many moved.

    One change, taken back at once. Raises Refused when there is nothing to spread.
    """
    rows = _due(work)[_KEPT:]
    if not rows or len(rows) + _KEPT <= FULL:
        raise Refused("Not so much is due today that it needs spreading.")
    today = work.clock.today()
    last = today + timedelta(days=2 * _AHEAD)
    days = working_days(work, today, last)
    taken: dict[date, int] = {}
    for row in work.store.queries.open_steps(after=today, until=last, limit=2000):
        if row.kind not in CARE:
            taken[row.due] = taken.get(row.due, 0) + 1
    moved = 0
    day = days.next_open(today)
    with work.store.change(f"spread {count_word(len(rows))} things over the coming days"):
        for row in rows:
            while taken.get(day, 0) >= _KEPT and day < last:
                day = days.next_open(day)
            if day < last and _may_move(work, row, day):
                postpone(work, row.step, day, "spread over the coming days")
                taken[day] = taken.get(day, 0) + 1
                moved += 1
    return moved


def _due(work: Workspace) -> list[StepRow]:
    """What is due towards people and does not sleep, oldest first."""
    asleep = sleeping(work)
    return [row for row in due_steps(work) if row.kind not in CARE and (row.step, row.due) not in asleep]


def _may_move(work: Workspace, row: StepRow, day: date) -> bool:
    """Not where quiet time forbids it, nor over a later step of the same plan."""
    step = work.store.get(Step, row.step)
    try:
        check_move(work, step, work.store.get(Plan, row.plan), day)
    except Refused:
        return False
    place = PATH.index(path_kind(step.kind))
    later = (
        other.due
        for other in work.store.find(Step, plan=row.plan)
        if is_open(other)
        and other.kind in PATH
        and (PATH.index(other.kind) > place or path_kind(step.kind) is other.kind is not step.kind)
    )
    return all(day < due for due in later)
