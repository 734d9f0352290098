# SPDX-License-Identifier: MIT
from datetime import date

from fakes import FakeClock
from PySide6.QtCore import Qt

from winback_desktop.ui.heartbeat import Heartbeat


def beating(clock: FakeClock) -> tuple[Heartbeat, list[str]]:
    heart, seen = Heartbeat(clock), []
    heart.beat.connect(lambda: seen.append("beat"))
    heart.day_changed.connect(lambda day: seen.append(f"day {day}"))
    heart.start()
    return heart, seen


def test_it_wakes_twice_a_minute_at_most(qapp, clock: FakeClock) -> None:
    heart, seen = beating(clock)
    clock.move(seconds=3)
    heart._on_time()
    assert seen == ["beat"]
    assert heart._timer.interval() == 30_000
    heart.stop()


def test_a_new_day_is_told_before_its_beat_and_only_once(qapp, clock: FakeClock) -> None:
    heart, seen = beating(clock)
    clock.move(seconds=30)
    heart._on_time()
    clock.instant = clock.instant.replace(day=25, hour=0, minute=0)
    heart._last = clock.instant
    heart._on_time()
    clock.move(seconds=30)
    heart._on_time()
    assert seen == ["beat", f"day {date(2026, 11, 25)}", "beat", "beat"]
    heart.stop()


def test_after_sleep_it_waits_a_moment_and_beats_once(qapp, clock: FakeClock) -> None:
    heart, seen = beating(clock)
    clock.move(hours=14)
    heart._on_time()
    assert seen == []
    assert heart._timer.interval() == 10_000
    clock.move(seconds=10)
    heart._on_time()
    assert [what for what in seen if what == "beat"] == ["beat"]
    heart.stop()


def test_a_clock_set_back_counts_as_a_gap_too(qapp, clock: FakeClock) -> None:
    heart, seen = beating(clock)
    clock.move(days=-3)
    heart._on_time()
    assert seen == []
    clock.move(seconds=10)
    heart._on_time()
    assert seen == [f"day {date(2026, 11, 21)}", "beat"]
    heart.stop()


def test_focus_beats_but_not_again_and_again(qapp, clock: FakeClock) -> None:
    heart, seen = beating(clock)
    active = Qt.ApplicationState.ApplicationActive
    heart._on_focus(active)
    clock.move(seconds=20)
    heart._on_focus(active)
    heart._on_focus(active)
    assert seen == ["beat"]
    heart.stop()
    clock.move(seconds=20)
    heart._on_focus(active)
    assert seen == ["beat"]
