# SPDX-License-Identifier: MIT
"""Pausing all reminders for an hour, until tomorrow, for a week or until a day; nothing due is lost."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.application.reminder_hours import in_an_hour, later_than

_UNTIL = "reminders.paused_until"
_LONGEST = timedelta(days=366)


class PauseChoice(NamedTuple):
    """One length of a pause; ``until`` is local and aware."""

    label: str
    until: datetime


def pause_choices(work: Workspace) -> tuple[PauseChoice, ...]:
    """The lengths that are offered; a day can be picked as well."""
    local = work.clock.local_now()
    return (
        PauseChoice("For one hour", in_an_hour(local)),
        PauseChoice("Until tomorrow", _morning_of(local, local.date() + timedelta(days=1))),
        PauseChoice("For a week", local + timedelta(days=7)),
    )


def pause_reminders(work: Workspace, until: datetime) -> None:
    """Announce nothing before an aware moment; what is due stays on the Today page.

    Raises Refused for a moment that is over or more than a year away.
    """
    local = work.clock.local_now()
    if not later_than(until, local):
        raise Refused("That moment is over; choose a later one to pause until.", field="until")
    if until - local > _LONGEST:
        raise Refused("A pause lasts a year at most; choose an earlier day.", field="until")
    with work.store.change("pause reminders"):
        work.store.set_setting(_UNTIL, until.astimezone(UTC).isoformat())


def pause_until_day(work: Workspace, day: date) -> None:
    """Announce nothing before a day begins; raises Refused for today and earlier."""
    local = work.clock.local_now()
    if day <= local.date():
        raise Refused("Choose a day after today to pause until.", field="until")
    if day - local.date() > _LONGEST:
        raise Refused("A pause lasts a year at most; choose an earlier day.", field="until")
    pause_reminders(work, _morning_of(local, day))


def resume_reminders(work: Workspace) -> None:
    """Announce again from now on."""
    with work.store.change("resume reminders"):
        work.store.set_setting(_UNTIL, None)


def paused_until(work: Workspace) -> datetime | None:
    """The local moment until which reminders are paused, or None."""
    stored = work.store.setting(_UNTIL)
    if not stored:
        return None
    local = work.clock.local_now()
    until = datetime.fromisoformat(stored).astimezone(local.tzinfo)
    return until if later_than(until, local) else None


def _morning_of(local: datetime, day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=local.tzinfo)
