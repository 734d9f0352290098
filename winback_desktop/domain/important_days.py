# SPDX-License-Identifier: MIT
"""On which day of a year a birthday or an anniversary is kept; 29 February on the 28th in common years."""

from calendar import isleap
from datetime import date


def kept_on(month: int, day: int, year: int) -> date:
    """The day of ``year`` on which a date is kept. The true day stays stored, 29 February too."""
    if (month, day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return date(year, month, day)


def which_time(since: int | None, year: int) -> int:
    """How many years have passed since the first; 0 when that year is unknown or not over."""
    return max(0, year - since) if since else 0
