# SPDX-License-Identifier: MIT
"""What the practice would schedule for a loss, without storing anything."""

from datetime import date, timedelta

from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import Owner, owner, playbook_of
from winback_desktop.application.ports import Workspace
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.playbook import Schedule, schedule
from winback_desktop.domain.practice import LossKind

EARLIEST = date(1900, 1, 1)
LATEST = date(2150, 12, 31)
_HORIZON = timedelta(days=3 * 366)


def preview(
    work: Workspace, learned: date, kind: LossKind = LossKind.CLIENT, settings: Owner | None = None
) -> Schedule:
    """The schedule for a loss learned on a day, for the owner's place or the one in ``settings``.

    Raises Refused when the day is out of range or the place has no known holidays.
    """
    check_day(learned)
    settings = settings or owner(work)
    days = working_days(work, learned, min(learned + _HORIZON, LATEST), settings)
    try:
        return schedule(learned, days, playbook_of(settings), kind)
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
