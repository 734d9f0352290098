# SPDX-License-Identifier: MIT
from datetime import UTC, date, time, timedelta

from winback_desktop.system.clock import PretendedClock, SystemClock


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
