# SPDX-License-Identifier: MIT
"""Being reminded later: the ways to choose from, the list of what sleeps, waking it, and undo.

A snooze stands beside the claim of a reminder instead of replacing it, so that taking it back can never
make a reminder come a second time.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.application.reminder_hours import (
    following_moment,
    in_an_hour,
    later_than,
    reminder_hours,
)
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.moves import is_open
from winback_desktop.domain.wording import step_title

# Asked at each beat what sleeps: that needs no record of the practice.
if TYPE_CHECKING:
    from winback_desktop.domain.practice import Step

_SLEEPING = "reminders.sleeping"
_LAST = "reminders.last_snooze"
_FURTHEST = timedelta(days=366)
_KEPT = timedelta(days=60)


class SnoozeChoice(NamedTuple):
    """One way to be reminded later; ``until`` is local and aware."""

    key: str
    label: str
    until: datetime


def snooze_choices(work: Workspace) -> list[SnoozeChoice]:
    """The ways to be reminded later, the last choice first; never in quiet hours or on a closed day."""
    local = work.clock.local_now()
    hours = reminder_hours(work)
    days = working_days(work, local.date(), local.date() + timedelta(days=31))
    today, tomorrow = local.date(), local.date() + timedelta(days=1)
    monday = today + timedelta(days=7 - today.weekday())
    wanted = (
        ("hour", "In one hour", in_an_hour(local)),
        ("afternoon", "This afternoon", _at(local, today, time(14))),
        ("tomorrow", "Tomorrow morning", _at(local, tomorrow, hours.hour)),
        ("working-day", "Next working day", _at(local, days.next_open(today), hours.hour)),
        ("week", "Next week", _at(local, days.on_or_after(monday), hours.hour)),
    )
    choices: list[SnoozeChoice] = []
    for key, label, until in wanted:
        lands = following_moment(until, hours, days)
        kept = lands == until or key in ("working-day", "week")
        if kept and later_than(lands, local) and all(lands != choice.until for choice in choices):
            choices.append(SnoozeChoice(key, label, lands))
    last = last_choice(work)
    return sorted(choices, key=lambda choice: choice.key != last)


def snooze(work: Workspace, step_id: int, until: datetime, choice: str = "") -> datetime:
    """Announce a step again later and return when: never in quiet hours or on a closed day.

    ``until`` is aware; raises Refused for a moment that is over or a year away, and for a closed step.
    """
    step = _open(work, step_id)
    local = work.clock.local_now()
    wanted = until.astimezone(local.tzinfo)
    if not later_than(wanted, local):
        raise Refused("That moment is over; choose a later one.", field="until")
    if wanted - local > _FURTHEST:
        raise Refused("That is more than a year away; move the step to another day instead.", field="until")
    days = working_days(work, wanted.date(), wanted.date())
    lands = following_moment(wanted, reminder_hours(work), days)
    with work.store.change(f"be reminded of “{_title(work, step)}” later"):
        _keep(work, step, [step.due.isoformat(), lands.astimezone(UTC).isoformat()])
        if choice:
            work.store.set_setting(_LAST, choice)
    return lands


def snooze_until_day(work: Workspace, step_id: int, day: date) -> datetime:
    """Announce a step again at the reminder hour of a day that was picked."""
    local = work.clock.local_now()
    return snooze(work, step_id, _at(local, day, reminder_hours(work).hour))


def last_choice(work: Workspace) -> str:
    """The key of the way to be reminded later that was chosen last, or nothing."""
    return str(work.store.setting(_LAST, ""))


def remember_choice(work: Workspace, key: str) -> None:
    """Offer this way first from now on; outside of undo."""
    if last_choice(work) != key:
        with work.store.transaction():
            work.store.set_setting(_LAST, key)


def wake(work: Workspace, step_id: int) -> None:
    """End a snooze: the step is on the list of what is due again, without another pop-up."""
    step = _open(work, step_id)
    with work.store.change(f"put “{_title(work, step)}” back on today’s list"):
        _keep(work, step, None)


def snoozed(work: Workspace) -> list[tuple[StepRow, datetime]]:
    """The steps that wait for a later reminder, with its local time, the next first."""
    until = sleeping(work)
    if not until:
        return []
    steps = tuple({step for step, _ in until})
    rows = work.store.queries.due_steps(work.clock.today(), len(steps), among=steps)
    waiting = [(row, until[row.step, row.due]) for row in rows if (row.step, row.due) in until]
    return sorted(waiting, key=lambda pair: pair[1])


def sleeping(work: Workspace) -> dict[tuple[int, date], datetime]:
    """Until when each (step, due day) sleeps, as a local moment still to come."""
    local = work.clock.local_now()
    return {which: until for which, until in wake_times(work).items() if later_than(until, local)}


def wake_times(work: Workspace) -> dict[tuple[int, date], datetime]:
    """The local moment for which each (step, due day) was put off last, over or still to come."""
    zone = work.clock.local_now().tzinfo
    return {
        (int(step), date.fromisoformat(due)): datetime.fromisoformat(until).astimezone(zone)
        for step, (due, until) in _stored(work).items()
    }


def _keep(work: Workspace, step: "Step", entry: list[str] | None) -> None:
    """Store or remove one entry, and forget those that were over long ago."""
    long_ago = (work.clock.now() - _KEPT).isoformat()
    kept = {number: one for number, one in _stored(work).items() if one[1] > long_ago}
    kept.pop(str(step.id), None)
    if entry:
        kept[str(step.id)] = entry
    work.store.set_setting(_SLEEPING, kept or None)


def _stored(work: Workspace) -> dict[str, Any]:
    found: dict[str, Any] = work.store.setting(_SLEEPING) or {}
    return dict(found)


def _open(work: Workspace, step_id: int) -> "Step":
    from winback_desktop.domain.practice import Step

    step = work.store.get(Step, step_id)
    if not is_open(step):
        raise Refused("This step is closed already. Undo brings it back.")
    return step


def _title(work: Workspace, step: "Step") -> str:
    from winback_desktop.domain.people import Contact

    return step_title(step.kind, work.store.get(Contact, step.contact).name, step.smaller)


def _at(local: datetime, day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=local.tzinfo)
