# SPDX-License-Identifier: MIT
from datetime import date

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.system.public_holidays import PublicHolidays


@pytest.mark.parametrize(
    ("country", "subdivision", "day", "name"),
    [
        ("US", "", date(2026, 11, 26), "Thanksgiving Day"),
        ("GB", "ENG", date(2026, 12, 25), "Christmas Day"),
        ("GB", "ENG", date(2026, 12, 28), "Boxing Day (observed)"),
        ("GB", "England", date(2026, 12, 28), "Boxing Day (observed)"),
        ("gb", "gb-eng".upper(), date(2026, 12, 28), "Boxing Day (observed)"),
        ("DE", "BY", date(2026, 1, 6), "Epiphany"),
    ],
)
def test_a_day_is_a_holiday(country: str, subdivision: str, day: date, name: str) -> None:
    found = {
        holiday.day: holiday.name for holiday in PublicHolidays().holidays(country, subdivision, day.year)
    }
    assert found[day] == name
    assert list(found) == sorted(found)


def test_a_region_has_days_that_its_neighbour_has_not() -> None:
    source = PublicHolidays()
    days = [{h.day for h in source.holidays("DE", region, 2026)} for region in ("BY", "BE")]
    assert date(2026, 1, 6) in days[0] - days[1]


def test_names_come_in_the_owners_language() -> None:
    names = {h.name for h in PublicHolidays("de-DE").holidays("DE", "", 2026)}
    assert "Tag der Deutschen Einheit" in names


@pytest.mark.parametrize(
    ("country", "subdivision", "sentence", "field"),
    [
        ("Germny", "", r"Did you mean DE \(Germany\)", "country"),
        ("DEU", "", r"Did you mean DE \(Germany\)", "country"),
        ("", "", "two-letter code", "country"),
        ("<b>" * 50, "", "…” is not a country", "country"),
        ("US", "Californa", r"Did you mean CA \(California\)", "subdivision"),
        ("GB", "XYZ", "Regions are: ENG, NIR, SCT, WLS", "subdivision"),
        ("LI", "1", "leave the region empty", "subdivision"),
    ],
)
def test_an_unknown_place_is_refused_with_what_was_meant(
    country: str, subdivision: str, sentence: str, field: str
) -> None:
    with pytest.raises(Refused, match=sentence) as refused:
        PublicHolidays().holidays(country, subdivision, 2026)
    assert refused.value.field == field


def test_countries_and_regions_are_listed() -> None:
    source = PublicHolidays()
    assert {"US", "GB", "DE", "IN"} <= set(source.countries())
    assert source.subdivisions("GB") == ["ENG", "NIR", "SCT", "WLS"]
