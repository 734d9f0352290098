# SPDX-License-Identifier: MIT
import time as wall
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from winback_desktop.system.clock import LocalZone, PretendedClock, SystemClock

needs_tzset = pytest.mark.skipif(not hasattr(wall, "tzset"), reason="Windows keeps a program's zone")


@pytest.fixture
def move_to(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Takes the computer to another zone, as its owner would in the settings of the system."""
    yield lambda zone: monkeypatch.setenv("TZ", zone)
    monkeypatch.undo()
    wall.tzset()


def test_the_instant_is_aware_and_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_local_time_and_instant_are_the_same_moment() -> None:
    clock = SystemClock()
    assert abs(clock.local_now() - clock.now()) < timedelta(seconds=5)


def test_a_pretended_day_leaves_the_instants_real() -> None:
    real, clock = SystemClock(), PretendedClock(date(2027, 11, 30), time(10, 0))
    assert clock.today() == date(2027, 11, 30)
    assert clock.local_now().replace(tzinfo=None).hour == 10
    assert clock.local_now().tzinfo is not None
    assert abs(clock.now() - real.now()) < timedelta(seconds=5)


def test_a_pretended_day_keeps_the_real_time_of_day() -> None:
    here = SystemClock().local_now()
    pretended = PretendedClock(date(2030, 2, 28)).local_now()
    passed = (pretended.hour * 60 + pretended.minute) - (here.hour * 60 + here.minute)
    assert passed % 1440 <= 1


@needs_tzset
def test_another_zone_is_noticed_while_the_program_runs(move_to) -> None:
    clock, offsets = SystemClock(), []
    for zone in ("Asia/Tokyo", "Pacific/Niue", "Europe/Berlin"):
        move_to(zone)
        offsets.append(clock.local_now().utcoffset())
    assert offsets[:2] == [timedelta(hours=9), timedelta(hours=-11)]
    assert offsets[2] in (timedelta(hours=1), timedelta(hours=2))


@needs_tzset
@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        (datetime(2027, 3, 14, 6, 59, tzinfo=UTC), "2027-03-14T01:59:00-05:00"),
        (datetime(2027, 3, 14, 7, 0, tzinfo=UTC), "2027-03-14T03:00:00-04:00"),
        (datetime(2027, 11, 7, 5, 30, tzinfo=UTC), "2027-11-07T01:30:00-04:00"),
        (datetime(2027, 11, 7, 6, 30, tzinfo=UTC), "2027-11-07T01:30:00-05:00"),
    ],
)
def test_the_hour_that_is_missing_and_the_one_that_comes_twice(
    move_to, instant: datetime, shown: str
) -> None:
    move_to("America/New_York")
    SystemClock().local_now()
    assert LocalZone().fromutc(instant.replace(tzinfo=None)).isoformat() == shown
