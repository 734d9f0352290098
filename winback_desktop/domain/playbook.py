# SPDX-License-Identifier: MIT
"""The practice as data, and the schedule it gives for one loss."""

from datetime import date, timedelta
from typing import NamedTuple

from winback_desktop.domain.practice import LossKind, StepKind
from winback_desktop.domain.working_days import WorkingDays, add_months


class LeadTask(NamedTuple):
    """A task that prepares a path step, so many calendar days ahead of it."""

    kind: StepKind
    prepares: StepKind
    days_ahead: int


class Playbook(NamedTuple):
    """The practice at a glance: quiet days are whole working days; months are calendar months.

    The gaps are the least number of days between two steps when an earlier one came late.
    """

    quiet_days: int = 2
    lunch_months: int = 3
    gift_months: int = 6
    note_to_lunch_gap: int = 56
    lunch_to_gift_gap: int = 56
    lead_tasks: tuple[LeadTask, ...] = (
        LeadTask(StepKind.INVITE_LUNCH, StepKind.LUNCH, 21),
        LeadTask(StepKind.CHOOSE_GIFT, StepKind.GIFT, 21),
        LeadTask(StepKind.ORDER_GIFT, StepKind.GIFT, 10),
    )


class Schedule(NamedTuple):
    """What the practice asks for after one loss. ``steps`` are all steps in the order of their days."""

    learned: date
    quiet_days: tuple[date, ...]
    note: date
    lunch: date
    gift: date
    steps: tuple[tuple[StepKind, date], ...]

    @property
    def quiet_until(self) -> date:
        """The last day of quiet time."""
        return self.quiet_days[-1] if self.quiet_days else self.learned


def schedule(
    learned: date, days: WorkingDays, playbook: Playbook, kind: LossKind, anchor: date | None = None
) -> Schedule:
    """The dates for a loss the owner learned of on ``learned``.

    Quiet time is whole working days after that day, the note falls on the next working day. Lunch and gift
    run by calendar months from ``anchor`` (the day learned, or the day the note was posted) and move to the
    next working day; they keep the gaps. Clients and prospects share the dates. Raises ValueError when no
    date can be found. Source: the practice's own rules (quiet for two business days, lunch at three months,
    gift at six).
    """
    quiet = days.following(learned, playbook.quiet_days)
    note = days.next_open(quiet[-1] if quiet else learned)
    start = anchor or learned
    lunch = lunch_day(start, note, days, playbook)
    gift = gift_day(start, lunch, days, playbook)
    path = {StepKind.NOTE: note, StepKind.LUNCH: lunch, StepKind.GIFT: gift}
    steps = [(StepKind.PAUSE, quiet[-1] if quiet else learned), *path.items()]
    steps += [(task.kind, lead_day(path[task.prepares], task, note, days)) for task in playbook.lead_tasks]
    steps += care_days(learned, days)
    return Schedule(learned, quiet, note, lunch, gift, tuple(sorted(steps, key=lambda step: step[1])))


def lunch_day(anchor: date, note: date, days: WorkingDays, playbook: Playbook) -> date:
    """The lunch, months after the anchor and never too close on a late note."""
    return days.on_or_after(
        max(add_months(anchor, playbook.lunch_months), note + timedelta(days=playbook.note_to_lunch_gap))
    )


def gift_day(anchor: date, lunch: date, days: WorkingDays, playbook: Playbook) -> date:
    """The gift, months after the anchor and never too close on a late lunch."""
    return days.on_or_after(
        max(add_months(anchor, playbook.gift_months), lunch + timedelta(days=playbook.lunch_to_gift_gap))
    )


def lead_day(prepared: date, task: LeadTask, note: date, days: WorkingDays) -> date:
    """The working day for a lead-time task, at least its days ahead and never before the note."""
    return max(days.on_or_before(prepared - timedelta(days=task.days_ahead)), note)


def care_days(learned: date, days: WorkingDays) -> list[tuple[StepKind, date]]:
    """What looks after the owner: a walk at once, a talk the next day, then the game and a best customer."""
    first_open = days.next_open(learned)
    return [
        (StepKind.WALK, learned),
        (StepKind.TALK, learned + timedelta(days=1)),
        (StepKind.GAME, first_open),
        (StepKind.BEST_CUSTOMER, days.next_open(first_open)),
    ]
