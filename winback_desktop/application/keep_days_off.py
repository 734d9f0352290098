# SPDX-License-Identifier: MIT
"""The owner's own days off: added, removed and refused in words when they can't be."""

from datetime import date, timedelta

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import check_day
from winback_desktop.domain.wording import short_day
from winback_desktop.domain.working_days import DayOff

LONGEST = timedelta(days=366)


def add_day_off(work: Workspace, first: date, last: date | None = None, label: str = "") -> DayOff:
    """Add one day or a range, both ends included.

    Raises Refused for a range that runs backwards, is longer than a year or overlaps another.
    """
    last = last or first
    check_day(first, "first")
    check_day(last, "last")
    if last < first:
        raise Refused("The last day off lies before the first; swap them.", field="last")
    if last - first > LONGEST:
        raise Refused(
            "More than a year off at once can't be planned around; enter a shorter time.", field="last"
        )
    for other in work.store.find(DayOff):
        if other.first <= last and first <= other.last:
            raise Refused(
                f"Those days overlap {other.label or 'days off'} from {short_day(other.first)} to "
                f"{short_day(other.last)}. Remove that entry first or choose other days.",
                field="first",
            )
    with work.store.change("add days off"):
        return work.store.add(DayOff(first, last, " ".join(label.split())[:80]))


def remove_day_off(work: Workspace, day_off: int) -> None:
    """Remove an entry; raises Missing when it is gone."""
    entry = work.store.get(DayOff, day_off)
    with work.store.change("remove days off"):
        work.store.remove(entry)
