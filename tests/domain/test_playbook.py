# SPDX-License-Identifier: MIT
"""The dates of the practice, as its own table promises them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain.playbook import Playbook, schedule
from winback_desktop.domain.practice import LossKind, StepKind
from winback_desktop.domain.working_days import WorkingDays, add_months
from winback_desktop.system.public_holidays import PublicHolidays

WEEKDAYS = (0, 1, 2, 3, 4)
SUNDAY_WEEK = (6, 0, 1, 2, 3)


def working(country: str, subdivision: str, week: tuple[int, ...], years: range) -> WorkingDays:
    """A place's working days, with its real public holidays."""
    source = PublicHolidays()
    closed = {h.day: h.name for year in years for h in source.holidays(country, subdivision, year)}
    return WorkingDays(frozenset(week), closed)


@pytest.mark.parametrize(
    ("learned", "place", "week", "quiet", "note"),
    [
        ("2026-11-20", ("US", ""), WEEKDAYS, ("2026-11-23", "2026-11-24"), "2026-11-25"),
        ("2026-11-25", ("US", ""), WEEKDAYS, ("2026-11-27", "2026-11-30"), "2026-12-01"),
        ("2026-12-23", ("GB", "ENG"), WEEKDAYS, ("2026-12-24", "2026-12-29"), "2026-12-30"),
        ("2026-11-05", ("IL", ""), SUNDAY_WEEK, ("2026-11-08", "2026-11-09"), "2026-11-10"),
        ("2026-11-21", ("US", ""), WEEKDAYS, ("2026-11-23", "2026-11-24"), "2026-11-25"),
        ("2026-11-22", ("US", ""), WEEKDAYS, ("2026-11-23", "2026-11-24"), "2026-11-25"),
    ],
)
def test_quiet_time_and_the_note(
    learned: str, place: tuple[str, str], week: tuple[int, ...], quiet: tuple[str, str], note: str
) -> None:
    days = working(*place, week, range(2026, 2028))
    found = schedule(date.fromisoformat(learned), days, Playbook(), LossKind.CLIENT)
    assert tuple(day.isoformat() for day in found.quiet_days) == quiet
    assert found.note.isoformat() == note


def test_a_clamped_month_moves_to_the_next_working_day() -> None:
    days = working("US", "", WEEKDAYS, range(2026, 2029))
    found = schedule(date(2026, 8, 31), days, Playbook(), LossKind.CLIENT)
    assert found.lunch == date(2026, 11, 30)
    assert found.gift == date(2027, 3, 1), "28 February 2027 is a Sunday"
    leap = schedule(date(2027, 11, 30), days, Playbook(), LossKind.PROSPECT)
    assert leap.lunch == date(2028, 2, 29)


learned_days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
weeks = st.frozensets(st.integers(0, 6), min_size=1)
closures = st.lists(st.integers(-5, 260), max_size=40)


@given(learned_days, weeks, closures, st.integers(2, 10))
def test_every_schedule_keeps_the_promises(
    learned: date, week: frozenset[int], closed: list[int], quiet: int
) -> None:
    days = WorkingDays(week, {learned + timedelta(days=n): "Closed" for n in closed})
    book = Playbook(quiet_days=quiet)
    found = schedule(learned, days, book, LossKind.CLIENT)
    assert len(found.quiet_days) == quiet
    assert learned < found.quiet_days[0]
    assert found.quiet_until < found.note < found.lunch < found.gift
    assert all(days.is_open(day) for day in (*found.quiet_days, found.note, found.lunch, found.gift))
    assert found.lunch >= add_months(learned, 3)
    assert found.gift >= add_months(learned, 6)
    by_kind = dict(found.steps)
    assert len(by_kind) == len(found.steps)
    assert found.note <= by_kind[StepKind.INVITE_LUNCH] <= found.lunch
    assert found.note <= by_kind[StepKind.CHOOSE_GIFT] <= by_kind[StepKind.ORDER_GIFT] <= found.gift


@given(learned_days, st.integers(0, 150))
def test_a_late_note_keeps_the_gaps(learned: date, late: int) -> None:
    days = WorkingDays(frozenset(WEEKDAYS), {})
    posted = learned + timedelta(days=late)
    found = schedule(learned, days, Playbook(), LossKind.CLIENT, anchor=posted)
    assert found.lunch >= add_months(posted, 3)
    assert (found.lunch - found.note).days >= 56
    assert (found.gift - found.lunch).days >= 56
