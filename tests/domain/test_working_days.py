# SPDX-License-Identifier: MIT
"""Working days, against tables, properties and numpy as an independent oracle."""

from datetime import date, timedelta

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain.working_days import WorkingDays, add_months
from winback_desktop.system.public_holidays import PublicHolidays

WEEKDAYS = frozenset(range(5))
COUNTRIES = [
    *("AE", "AR", "AT", "AU", "BE", "BR", "CA", "CH", "CL", "CN", "CO", "CZ", "DE", "DK", "EG", "ES", "FI"),
    *("FR", "GB", "GR", "HU", "ID", "IE", "IL", "IN", "IT", "JP", "KE", "KR", "MX", "MY", "NG", "NL", "NO"),
    *("NZ", "PH", "PL", "PT", "RO", "RU", "SA", "SE", "SG", "SK", "TH", "TR", "TW", "UA", "US", "VN", "ZA"),
]
WEEKS = {"AE": {0, 1, 2, 3, 4}, "EG": {6, 0, 1, 2, 3}, "IL": {6, 0, 1, 2, 3}, "SA": {6, 0, 1, 2, 3}}

days = st.dates(date(1950, 1, 1), date(2100, 1, 1))
weeks = st.frozensets(st.integers(0, 6), min_size=1)
closures = st.dictionaries(st.dates(date(2020, 1, 1), date(2021, 12, 31)), st.just("Closed"), max_size=60)


@pytest.mark.parametrize("country", COUNTRIES)
def test_following_days_equal_numpys(country: str) -> None:
    """At least 40 countries and 10,000 dates: every count from 0 to 5 agrees with busday_offset."""
    source = PublicHolidays()
    closed = {h.day: h.name for year in range(2023, 2032) for h in source.holidays(country, "", year)}
    week = frozenset(WEEKS.get(country, WEEKDAYS))
    working = WorkingDays(week, closed)
    calendar = numpy.busdaycalendar([n in week for n in range(7)], sorted(closed))
    starts = [date(2024, 1, 1) + timedelta(days=9 * n + ord(country[0])) for n in range(220)]
    for count in range(1, 6):
        wanted = numpy.busday_offset(starts, count, roll="backward", busdaycal=calendar).astype(object)
        assert [working.add_open(start, count) for start in starts] == list(wanted)
    wanted = numpy.busday_offset(starts, 0, roll="forward", busdaycal=calendar).astype(object)
    assert [working.on_or_after(start) for start in starts] == list(wanted)


def test_the_oracle_covers_what_was_promised() -> None:
    assert len(COUNTRIES) >= 40
    assert len(COUNTRIES) * 220 >= 10_000


@given(weeks, closures, st.dates(date(2020, 1, 1), date(2021, 12, 31)), st.integers(1, 12))
def test_following_days_are_open_rising_and_complete(
    week: frozenset[int], closed: dict[date, str], start: date, count: int
) -> None:
    working = WorkingDays(week, closed)
    found = working.following(start, count)
    assert len(found) == count
    assert all(working.is_open(day) for day in found)
    between = [start + timedelta(days=n) for n in range(1, (found[-1] - start).days + 1)]
    assert tuple(day for day in between if working.is_open(day)) == found


@given(weeks, closures, st.dates(date(2020, 1, 1), date(2021, 12, 31)))
def test_nearest_days_enclose(week: frozenset[int], closed: dict[date, str], day: date) -> None:
    working = WorkingDays(week, closed)
    assert working.on_or_before(day) <= day <= working.on_or_after(day)
    assert working.is_open(day) == (working.on_or_after(day) == day) == (not working.closed_reason(day))


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 11, 20), 3, date(2027, 2, 20)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months_are_calendar_months_clamped(day: date, months: int, wanted: date) -> None:
    assert add_months(day, months) == wanted


@given(days, st.integers(0, 48))
def test_months_keep_the_day_where_the_month_has_it(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


def test_months_outside_the_calendar_are_refused() -> None:
    with pytest.raises(ValueError, match="outside the calendar"):
        add_months(date(9999, 11, 30), 3)


def test_a_week_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        WorkingDays(frozenset(), {})


def test_years_of_days_off_are_refused_in_words() -> None:
    first = date(2026, 1, 1)
    closed = {first + timedelta(days=n): "Away" for n in range(800)}
    with pytest.raises(ValueError, match="check the days off"):
        WorkingDays(WEEKDAYS, closed).next_open(first)


def test_a_closed_day_says_why() -> None:
    saturday = date(2026, 11, 21)
    assert WorkingDays(WEEKDAYS, {}).closed_reason(saturday) == "Saturday"
    assert WorkingDays(WEEKDAYS, {saturday: "Feast"}).closed_reason(saturday) == "Feast"
    assert WorkingDays(WEEKDAYS, {}).closed_reason(date(2026, 11, 23)) == ""
