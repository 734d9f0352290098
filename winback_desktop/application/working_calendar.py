# SPDX-License-Identifier: MIT
"""The owner's working days: working week, public holidays (computed once, then stored) and own days off."""

from datetime import date, timedelta
from typing import Any

from winback_desktop.application.owner import Owner, owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.stored_holidays import HolidayYear, PublicHoliday
from winback_desktop.domain.working_days import DayOff, WorkingDays


def working_days(work: Workspace, first: date, last: date, settings: Owner | None = None) -> WorkingDays:
    """Working days that are right from ``first`` to ``last`` and through the following year.

    Raises Refused for a country or region without known holidays.
    """
    settings = settings or owner(work)
    closed = public_holidays(work, settings, first.year - 1, last.year + 1)
    for off in work.store.find(DayOff):
        for number in range((off.last - off.first).days + 1):
            closed[off.first + timedelta(days=number)] = off.label or "Day off"
    return WorkingDays(frozenset(settings.work_week), closed)


def public_holidays(work: Workspace, settings: Owner, first_year: int, last_year: int) -> dict[date, str]:
    """The names of public holidays by day; years not stored yet are computed and stored."""
    place: dict[str, Any] = {"country": settings.country, "subdivision": settings.subdivision}
    years = range(max(first_year, 1), min(last_year, 9999) + 1)
    stored = {cached.year for cached in work.store.find(HolidayYear, **place)}
    closed: dict[date, str] = {}
    for year in years:
        if year not in stored:
            closed |= _compute(work, settings, year)
    if set(years) & stored:
        closed |= {
            holiday.day: holiday.name
            for holiday in work.store.find(PublicHoliday, **place)
            if first_year <= holiday.day.year <= last_year
        }
    return closed


def _compute(work: Workspace, settings: Owner, year: int) -> dict[date, str]:
    found = work.holidays.holidays(settings.country, settings.subdivision, year)
    if not work.store.read_only:
        place: dict[str, Any] = {"country": settings.country, "subdivision": settings.subdivision}
        with work.store.transaction():
            # Another program may have stored this year since it was looked for.
            if not work.store.find(HolidayYear, year=year, **place):
                work.store.add_all(
                    PublicHoliday(day=holiday.day, name=holiday.name, **place) for holiday in found
                )
                work.store.add(HolidayYear(year=year, **place))
    return {holiday.day: holiday.name for holiday in found}
