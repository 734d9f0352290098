# SPDX-License-Identifier: MIT
"""Public holidays as they are stored, so that starting never computes any."""

from datetime import date
from typing import NamedTuple


class PublicHoliday(NamedTuple):
    """One public holiday of a country and region."""

    country: str
    subdivision: str
    day: date
    name: str
    id: int = 0


class HolidayYear(NamedTuple):
    """Says that a year's public holidays of a country and region are stored."""

    country: str
    subdivision: str
    year: int
    id: int = 0
