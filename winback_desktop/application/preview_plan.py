# SPDX-License-Identifier: MIT
"""What the practice would schedule for a loss, without storing anything."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import Owner, owner, playbook_of
from winback_desktop.application.ports import Workspace
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.playbook import Schedule, schedule
from winback_desktop.domain.practice import LossKind
from winback_desktop.domain.working_days import WorkingDays

EARLIEST = date(1900, 1, 1)
LATEST = date(2150, 12, 31)
_HORIZON = timedelta(days=3 * 366)


def preview(
    work: Workspace, learned: date, kind: LossKind = LossKind.CLIENT, settings: Owner | None = None
) -> Schedule:
    """The schedule for a loss learned on a day, for the owner's place or the one in ``settings``.

    Raises Refused when the day is out of range or the place has no known holidays.
    """
    return next(previews(work, (learned,), kind, settings))


def previews(
    work: Workspace,
    learned: Iterable[date],
    kind: LossKind = LossKind.CLIENT,
    settings: Owner | None = None,
) -> Iterator[Schedule]:
    """``preview`` for many days in turn; a year's working days are asked for only once."""
    settings = settings or owner(work)
    calendars: dict[int, WorkingDays] = {}
    for day in map(check_day, learned):
        if day.year not in calendars:
            last = min(date(day.year, 12, 31) + _HORIZON, LATEST)
            calendars[day.year] = working_days(work, date(day.year, 1, 1), last, settings)
        try:
            yield schedule(day, calendars[day.year], playbook_of(settings), kind)
        except ValueError as error:
            raise Refused(str(error)) from error


def check_day(day: date, field: str = "learned_on") -> date:
    """The day itself; raises Refused when it is no day anybody could mean."""
    if not EARLIEST <= day <= LATEST:
        raise Refused(
            f"{day.isoformat()} is out of range; use a date from {EARLIEST.year} to {LATEST.year}.",
            field=field,
        )
    return day
