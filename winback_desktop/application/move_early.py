# SPDX-License-Identifier: MIT
"""A day inside quiet time is wanted for a step: what to say, and going there for a reason that is kept."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.change_plans import unlock_early
from winback_desktop.application.move_steps import check_target, postpone
from winback_desktop.application.ports import Workspace
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.moves import is_held_back
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Plan, Step
from winback_desktop.domain.wording import short_day, step_title


class HeldBack(NamedTuple):
    """A step that quiet time keeps from ``wanted``; from the working day ``free`` on it may stand."""

    step: int
    title: str
    name: str
    due: date
    wanted: date
    quiet_until: date
    free: date


def held_back(work: Workspace, step_id: int, wanted: date) -> HeldBack | None:
    """What to ask before a step goes to a day inside quiet time; None where quiet time does not matter.

    Raises Refused for a day that is impossible anyhow.
    """
    step = work.store.get(Step, step_id)
    plan = work.store.get(Plan, step.plan)
    check_target(work, step, plan, wanted)
    if not is_held_back(step, plan, wanted):
        return None
    last = plan.quiet_until
    name = work.store.get(Contact, step.contact).name
    title = step_title(step.kind, name, step.smaller)
    free = working_days(work, last, last).next_open(last)
    return HeldBack(step.id, title, name, step.due, wanted, last, free)


def move_early(work: Workspace, step_id: int, until: date, reason: str) -> Step:
    """Unlock quiet time for a typed reason and move a step, as one change. Raises Refused without one."""
    step = work.store.get(Step, step_id)
    title = step_title(step.kind, work.store.get(Contact, step.contact).name, step.smaller)
    with work.store.change(f"unlock quiet time and move “{title}” to {short_day(until)}"):
        unlock_early(work, step.plan, reason)
        return postpone(work, step_id, until, reason.strip())
