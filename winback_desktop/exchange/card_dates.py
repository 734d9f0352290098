# SPDX-License-Identifier: MIT
"""Days as address books write them, with or without a year."""

import re
from datetime import date
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?\Z", re.ASCII)
_NO_YEAR = re.compile(r"--(\d\d?)-?(\d\d)(?:[T ].*)?\Z", re.ASCII)
_PARTS = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*(?:[./-]\s*(\d{2,4})?)?(?:\s.*)?\Z", re.ASCII)
_LEAP_YEAR = 2000


class Day(NamedTuple):
    """A day of the year; the year may be unknown."""

    month: int
    day: int
    year: int | None = None


def from_card(text: str) -> Day | None:
    """The day of a BDAY or ANNIVERSARY; Apple writes the year 1604 for an unknown one."""
    text = text.strip()
    if match := _ISO.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NO_YEAR.match(text):
        return _day(None, int(match[1]), int(match[2]))
    return None


def from_table(text: str, *, month_first: bool) -> Day | None:
    """The day of a table's cell; ``month_first`` settles what 03/04/1980 means."""
    if found := from_card(text):
        return found
    match = _PARTS.match(text.strip())
    if not match:
        return None
    first, mark, second, last = match.groups()
    if len(first) == 4:
        return _day(int(first), int(second), int(last)) if last else None
    year = int(last) if last else None
    if year is not None and year < 100:
        return None
    if len(first) > 2:
        return None
    month_first = month_first and mark == "/"
    month, day = (int(first), int(second)) if month_first else (int(second), int(first))
    return _day(year, month, day)


def month_comes_first(cells: list[str], *, otherwise: bool) -> bool:
    """Whether a column writes the month before the day, told by any day past the twelfth."""
    for cell in cells:
        match = _PARTS.match(cell.strip())
        if match and len(match[1]) <= 2:
            if int(match[1]) > 12:
                return False
            if int(match[3]) > 12:
                return True
    return otherwise


def written(day: Day) -> str:
    """The day as vCard 4.0 wants it: 19800229, or --0229 without a year."""
    return f"{day.year:04d}{day.month:02d}{day.day:02d}" if day.year else f"--{day.month:02d}{day.day:02d}"


def _day(year: int | None, month: int, day: int) -> Day | None:
    known = None if year in (None, 1604) else year
    try:
        date(known if known is not None else _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return Day(month, day, known)
