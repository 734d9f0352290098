# SPDX-License-Identifier: MIT
from datetime import date

import pytest

from winback_desktop.domain.important_days import kept_on, which_time


@pytest.mark.parametrize(
    ("month", "day", "year", "on"),
    [
        (2, 29, 2027, date(2027, 2, 28)),
        (2, 29, 2028, date(2028, 2, 29)),
        (2, 29, 2100, date(2100, 2, 28)),
        (2, 28, 2027, date(2027, 2, 28)),
        (12, 31, 2026, date(2026, 12, 31)),
    ],
)
def test_29_february_is_kept_on_the_28th_in_common_years(month: int, day: int, year: int, on: date) -> None:
    assert kept_on(month, day, year) == on


def test_the_years_are_counted_where_the_first_is_known() -> None:
    assert (which_time(1966, 2026), which_time(None, 2026), which_time(2030, 2026)) == (60, 0, 0)
