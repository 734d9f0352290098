# SPDX-License-Identifier: MIT
"""What the tray says: how much is due, what comes next, and both in the words of its tooltip."""

from datetime import timedelta
from typing import NamedTuple

from winback_desktop.application.due import in_turn
from winback_desktop.application.pause_reminders import paused_until
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.application.snooze import snoozed
from winback_desktop.application.take_walk import walking_until
from winback_desktop.domain.plan_states import CARE, StepKind
from winback_desktop.domain.wording import short_day, step_title

_AHEAD = timedelta(days=365)
_LONGEST_NAME = 40


class TrayWords(NamedTuple):
    """``due`` counts today's steps towards customers; ``step`` is the one that ``next_step`` names, or 0."""

    due: int
    today: str
    next_step: str
    step: int
    tooltip: str
    paused: str
    walking: str


def tray_words(work: Workspace) -> TrayWords:
    """The present words, from a few small questions to the store."""
    asleep = [row for row, _ in snoozed(work)]
    due = work.store.queries.due_total(work.clock.today()) - sum(row.kind not in CARE for row in asleep)
    row = _first(work, asleep, care=False) if due else _upcoming(work)
    today = f"Today: {due} to do" if due else "Today: nothing to do yet"
    if not due and _first(work, asleep, care=True):
        today = "Today: something for you"
    next_step = ""
    if row is not None:
        next_step = f"Next: {_title(row)}" + ("" if due else f", {short_day(row.due)}")
    until = paused_until(work)
    paused = ""
    if until is not None:
        same_day = until.date() == work.clock.today()
        paused = f"Paused until {until:%H:%M}" if same_day else f"Paused until {short_day(until.date())}"
    away = walking_until(work)
    walking = f"On a walk until {away:%H:%M}" if away else ""
    # Somebody on a walk is not told what waits.
    parts = ["Winback", walking.lower()] if walking else ["Winback", _count(due), paused.lower()]
    tooltip = " · ".join(filter(None, parts))
    return TrayWords(due, today, next_step, row.step if row else 0, tooltip, paused, walking)


def _first(work: Workspace, asleep: list[StepRow], *, care: bool) -> StepRow | None:
    """The oldest that is due, towards customers or for the owner, and does not sleep."""
    rows = work.store.queries.due_steps(work.clock.today(), len(asleep) + 1, care=care)
    return next((row for row in rows if row not in asleep), None)


def _upcoming(work: Workspace) -> StepRow | None:
    today = work.clock.today()
    later = work.store.queries.open_steps(after=today, until=today + _AHEAD, limit=20)
    return next((row for row in in_turn(work, later) if row.kind not in CARE), None)


def _title(row: StepRow) -> str:
    name = row.name if len(row.name) <= _LONGEST_NAME else row.name[: _LONGEST_NAME - 1] + "…"
    return step_title(StepKind(row.kind), name, row.smaller)


def _count(due: int) -> str:
    if not due:
        return "nothing to do yet"
    return "one thing to do" if due == 1 else f"{due} things to do"
