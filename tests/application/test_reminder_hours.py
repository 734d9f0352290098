# SPDX-License-Identifier: MIT
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.application.reminder_hours import (
    ReminderHours,
    allowed,
    following_moment,
    is_quiet,
    reminder_hours,
    save_reminder_hours,
)
from winback_desktop.domain.working_days import WorkingDays

THANKSGIVING = date(2026, 11, 26)
DAYS = WorkingDays(frozenset(range(5)), {THANKSGIVING: "Thanksgiving Day"})
USUAL = ReminderHours()
NIGHT_WORKER = ReminderHours(hour=time(20), quiet_from=time(5), quiet_to=time(19))
NEVER_QUIET = ReminderHours(quiet_from=time(0), quiet_to=time(0))

TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
HOURS = st.builds(ReminderHours, TIMES, TIMES, TIMES).filter(lambda hours: not is_quiet(hours.hour, hours))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("hours", "at", "quiet"),
    [
        (USUAL, time(18), True),
        (USUAL, time(17, 59), False),
        (USUAL, time(0), True),
        (USUAL, time(8, 29), True),
        (USUAL, time(8, 30), False),
        (NIGHT_WORKER, time(5), True),
        (NIGHT_WORKER, time(19), False),
        (NIGHT_WORKER, time(2), False),
        (NEVER_QUIET, time(3), False),
    ],
)
def test_quiet_hours_span_midnight(hours: ReminderHours, at: time, quiet: bool) -> None:
    assert is_quiet(at, hours) is quiet


@pytest.mark.parametrize(
    ("wanted", "lands"),
    [
        ("2026-11-24 10:00", "2026-11-24 10:00"),
        ("2026-11-24 18:30", "2026-11-25 09:00"),
        ("2026-11-24 07:00", "2026-11-24 09:00"),
        ("2026-11-25 18:00", "2026-11-27 09:00"),
        ("2026-11-26 11:00", "2026-11-27 09:00"),
        ("2026-11-27 23:00", "2026-11-30 09:00"),
        ("2026-11-28 10:00", "2026-11-30 09:00"),
    ],
)
def test_a_moment_moves_out_of_quiet_hours_and_closed_days(wanted: str, lands: str) -> None:
    moment = datetime.fromisoformat(wanted).replace(tzinfo=UTC)
    assert following_moment(moment, USUAL, DAYS) == datetime.fromisoformat(lands).replace(tzinfo=UTC)


@given(MOMENTS, HOURS)
def test_wherever_it_lands_is_allowed_later_and_stays(moment: datetime, hours: ReminderHours) -> None:
    lands = following_moment(moment, hours, DAYS)
    assert allowed(lands, hours, DAYS)
    assert moment <= lands < moment + timedelta(days=6)
    assert following_moment(lands, hours, DAYS) == lands


def test_hours_are_kept(work: Workspace) -> None:
    assert reminder_hours(work) == USUAL
    new = ReminderHours(time(7, 45), time(21), time(7, 30), private=False)
    save_reminder_hours(work, new)
    assert reminder_hours(work) == new


def test_a_reminder_hour_in_quiet_hours_is_refused(work: Workspace) -> None:
    with pytest.raises(Refused, match="quiet hours") as refused:
        save_reminder_hours(work, USUAL._replace(hour=time(20)))
    assert refused.value.field == "hour"


@pytest.mark.parametrize("at", [time(0), time(12)])
def test_quiet_hours_of_no_time_or_the_whole_day_are_refused(work: Workspace, at: time) -> None:
    with pytest.raises(Refused, match="the whole day") as refused:
        save_reminder_hours(work, USUAL._replace(quiet_from=at, quiet_to=at))
    assert refused.value.field == "quiet_to"
    assert reminder_hours(work) == USUAL


def test_a_time_that_cannot_be_read_is_the_usual_one(work: Workspace) -> None:
    with work.store.transaction():
        work.store.set_setting("reminders.hour", "twenty past")
    assert reminder_hours(work) == USUAL
