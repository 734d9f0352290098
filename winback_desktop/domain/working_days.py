# SPDX-License-Identifier: MIT
"""Which days the owner works, and counting in them."""

from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

_DAY = timedelta(days=1)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST_CLOSURE = 400


class DayOff(NamedTuple):
    """Days, first and last included, on which the owner does not work."""

    first: date
    last: date
    label: str = ""
    id: int = 0


class WorkingDays:
    """The owner's working week, without the closed days (public holidays and own days off).

    ``weekdays`` uses Monday = 0; ``closed`` maps a closed day to its name. Raises ValueError when the
    week has no working day at all.
    """

    def __init__(self, weekdays: frozenset[int], closed: Mapping[date, str]) -> None:
        if not weekdays:
            raise ValueError("The working week has no day; choose at least one.")
        self._weekdays = weekdays
        self._closed = closed

    def is_open(self, day: date) -> bool:
        """Whether the owner works on this day."""
        return day.weekday() in self._weekdays and day not in self._closed

    def name(self, day: date) -> str:
        """The name of the holiday or own days off on this day, or an empty text."""
        return self._closed.get(day, "")

    def is_weekend(self, day: date) -> bool:
        """Whether this day of the week is never worked."""
        return day.weekday() not in self._weekdays

    def closed_reason(self, day: date) -> str:
        """Why this day is not worked: the holiday's name or the day of the week; empty when it is."""
        if name := self.name(day):
            return name
        return _WEEKDAYS[day.weekday()] if self.is_weekend(day) else ""

    def on_or_after(self, day: date) -> date:
        """The first working day on or after this day; raises ValueError if none for over a year."""
        return self._seek(day, _DAY)

    def on_or_before(self, day: date) -> date:
        """The last working day on or before this day; raises ValueError likewise."""
        return self._seek(day, -_DAY)

    def next_open(self, day: date) -> date:
        """The first working day after this day."""
        return self.on_or_after(day + _DAY)

    def following(self, day: date, count: int) -> tuple[date, ...]:
        """The next ``count`` whole working days after this day, the day itself never counted."""
        days: list[date] = []
        for _ in range(count):
            day = self.next_open(day)
            days.append(day)
        return tuple(days)

    def add_open(self, day: date, count: int) -> date:
        """The ``count``-th working day after this day (the day itself for 0)."""
        return self.following(day, count)[-1] if count else day

    def _seek(self, day: date, step: timedelta) -> date:
        for _ in range(_LONGEST_CLOSURE):
            if self.is_open(day):
                return day
            try:
                day += step
            except OverflowError:
                break
        raise ValueError("There is no working day for more than a year; check the days off.")


def add_months(day: date, months: int) -> date:
    """The same day ``months`` calendar months on, clamped to the month's end (31 August + 6: 28 February).

    Raises ValueError when that lies outside the calendar (year 1 to 9999).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise ValueError("That date lies outside the calendar.")
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    """Not calendar.monthrange: importing calendar takes a start longer than all of this module."""
    return 31 if month == 12 else (date(year, month + 1, 1) - _DAY).day
