# SPDX-License-Identifier: MIT
"""When reminders may speak: from the reminder hour on, outside quiet hours, on working days."""

from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.working_days import WorkingDays

_PREFIX = "reminders."
_TIMES = ("hour", "quiet_from", "quiet_to")


class ReminderHours(NamedTuple):
    """Local times of day. Quiet hours may span midnight; none when both ends are equal.

    ``private`` keeps names out of notifications, ``sound`` lets them be heard.
    """

    hour: time = time(9)
    quiet_from: time = time(18)
    quiet_to: time = time(8, 30)
    private: bool = True
    sound: bool = False


def reminder_hours(work: Workspace) -> ReminderHours:
    """The hours as stored, with the defaults for what was never said."""
    defaults = ReminderHours()
    times = {name: _time(work, name, getattr(defaults, name)) for name in _TIMES}
    return ReminderHours(
        **times,
        private=bool(work.store.setting(_PREFIX + "private", True)),
        sound=bool(work.store.setting(_PREFIX + "sound", False)),
    )


def save_reminder_hours(work: Workspace, new: ReminderHours) -> None:
    """Store the hours; raises Refused for quiet hours without a length, or with the reminder hour in them."""
    if new.quiet_from == new.quiet_to:
        raise Refused(
            "Quiet hours that end when they begin would last no time or the whole day; move one end.",
            field="quiet_to",
        )
    if is_quiet(new.hour, new):
        raise Refused("The reminder hour lies in your quiet hours; move one of them.", field="hour")
    with work.store.change("change reminder hours"):
        for name in _TIMES:
            work.store.set_setting(_PREFIX + name, getattr(new, name).isoformat("minutes"))
        work.store.set_setting(_PREFIX + "private", new.private)
        work.store.set_setting(_PREFIX + "sound", new.sound)


def is_quiet(at: time, hours: ReminderHours) -> bool:
    """Whether a time of day lies in quiet hours: their start belongs to them, their end does not."""
    if hours.quiet_from <= hours.quiet_to:
        return hours.quiet_from <= at < hours.quiet_to
    return at >= hours.quiet_from or at < hours.quiet_to


def allowed(local: datetime, hours: ReminderHours, days: WorkingDays) -> bool:
    """Whether something may be announced at a local moment."""
    return days.is_open(local.date()) and not is_quiet(local.time(), hours)


def following_moment(local: datetime, hours: ReminderHours, days: WorkingDays) -> datetime:
    """The moment itself where announcing is allowed, else the next one: the reminder hour of a working day,
    or the end of the quiet hours that the moment falls into, whichever is later."""
    if allowed(local, hours, days):
        return local
    day = local.date()
    if days.is_open(day) and local.time() < _morning(hours):
        return datetime.combine(day, _morning(hours), tzinfo=local.tzinfo)
    if days.is_open(day) and hours.quiet_from < hours.quiet_to and local.time() < hours.quiet_to:
        return datetime.combine(day, hours.quiet_to, tzinfo=local.tzinfo)
    return datetime.combine(days.on_or_after(day + timedelta(days=1)), _morning(hours), tzinfo=local.tzinfo)


def later_than(moment: datetime, other: datetime) -> bool:
    """Whether a moment comes after another, also in the hour that a clock shows twice."""
    return moment.astimezone(UTC) > other.astimezone(UTC)


def in_an_hour(local: datetime) -> datetime:
    """One hour later by any clock, where the night has an hour more or less, too."""
    return (local.astimezone(UTC) + timedelta(hours=1)).astimezone(local.tzinfo)


def _time(work: Workspace, name: str, usual: time) -> time:
    """A stored time of day; the usual one where nothing, or nothing that can be read, is stored."""
    try:
        return time.fromisoformat(str(work.store.setting(_PREFIX + name) or ""))
    except ValueError:
        return usual


def _morning(hours: ReminderHours) -> time:
    return hours.quiet_to if is_quiet(hours.hour, hours) else hours.hour
