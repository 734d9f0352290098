# SPDX-License-Identifier: MIT
"""Heartbeat, claims in a file and a real notification service, while a pretended clock runs oddly."""

import signal
import time as wall
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fakes import NoHolidays, Traveller
from pytestqt.qtbot import QtBot

from tests.end_to_end.desktop import Desktop, until
from winback_desktop.application.owner import owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.reminder_hours import ReminderHours, save_reminder_hours
from winback_desktop.domain.practice import CARE, Step
from winback_desktop.storage.opening import open_store
from winback_desktop.system.notifier import DesktopNotifications
from winback_desktop.ui.heartbeat import Heartbeat
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.reminding import Reminding

SPRING, AUTUMN = date(2027, 3, 14), date(2027, 11, 7)  # nights of 23 and of 25 hours in New York
NIGHT = ReminderHours(hour=time(1, 30), quiet_from=time(20), quiet_to=time(0, 30), private=False)
_NO_STALL = 0.1  # seconds that the window may stand still


class Evening:
    """The program's own parts over a file, on the evening before ``due``, when some notes are due."""

    def __init__(self, file: Path, notifier: DesktopNotifications, due: date, people: int = 1) -> None:
        self.clock = Traveller()
        store = open_store(file, clock_now=self.clock.now, program_version="test")
        self.work = Workspace(store, self.clock, NoHolidays())
        self.clock.set(due - timedelta(days=3), "12:00")
        save_owner(self.work, owner(self.work)._replace(country="US", work_week=tuple(range(7))))
        save_reminder_hours(self.work, NIGHT)
        for number in range(people):
            record_loss(self.work, LossDraft(f"Person {number}", learned_on=due - timedelta(days=3)))
        with store.transaction():
            for step in store.find(Step, kind=CARE):
                store.remove(step)
        self.clock.set(due - timedelta(days=1), "23:00")
        self.heart = Heartbeat(self.clock)
        self.reminding = Reminding(self.work, Operations(store), Navigator(), notifier, self.heart)
        self.heart.start()
        self.notifier = notifier

    def tick(self, minutes: float) -> int:
        """Let time pass and the timer fire; the seconds that it waits next."""
        self.clock.move(minutes=minutes)
        self.heart._on_time()
        return self.heart._timer.interval() // 1000

    def run(self, hours: int) -> None:
        """Let the timer fire every two minutes, which is no sleep yet."""
        for _ in range(hours * 30):
            self.tick(2)

    def close(self) -> None:
        self.heart.stop()
        assert self.notifier.wait(15)
        self.work.store.close()


@pytest.fixture
def notifier(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[DesktopNotifications]:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"):
        monkeypatch.setenv(name, desktop.environment[name])
    made = DesktopNotifications(patience=1.0)
    yield made
    assert made.wait(15)


def titles(desktop: Desktop) -> list[str]:
    return [each["title"] for each in desktop.notifications()]


def test_nights_of_another_length_zones_and_a_clock_set_back_fire_nothing_twice(
    desktop: Desktop, notifier: DesktopNotifications, tmp_path: Path
) -> None:
    for shown, due in enumerate((SPRING, AUTUMN), 1):
        evening = Evening(tmp_path / str(due) / "winback.db", notifier, due)
        evening.run(4)
        until(lambda count=shown: len(titles(desktop)) == count, "the note of that night")
        evening.run(3)
        for zone in ("Asia/Tokyo", "Pacific/Niue", "America/New_York"):
            evening.clock.zone = ZoneInfo(zone)
            evening.tick(2)
            evening.run(6)
        for back in (timedelta(hours=1), timedelta(days=3), timedelta(days=300)):
            evening.clock.instant -= back
            evening.tick(0)
            evening.run(2)
            evening.clock.instant += back
            evening.tick(0)
            evening.run(2)
        evening.close()
        wall.sleep(0.2)
        assert titles(desktop) == ["Write to Person 0"] * shown


def test_after_a_suspended_weekend_one_digest_comes_ten_seconds_later(
    desktop: Desktop, notifier: DesktopNotifications, tmp_path: Path
) -> None:
    evening = Evening(tmp_path / "winback.db", notifier, date(2027, 3, 20), people=5)
    evening.tick(0.5)
    assert evening.tick(60 * 62) == 10, "it waits for the desktop to wake up"
    wall.sleep(0.3)
    assert titles(desktop) == []
    assert evening.tick(1 / 6) == 30
    until(lambda: desktop.notifications(), "the digest")
    (digest,) = desktop.notifications()
    assert digest["title"] == "Five things to do"
    assert digest["body"].splitlines()[:2] == ["Write to Person 0", "Write to Person 1"]
    desktop.picture("digest")
    evening.run(5)
    evening.close()
    assert len(titles(desktop)) == 1


def test_a_stopped_service_never_holds_the_window_up(
    desktop: Desktop, notifier: DesktopNotifications, tmp_path: Path, record_property
) -> None:
    evening = Evening(tmp_path / "winback.db", notifier, date(2027, 3, 20), people=2)
    desktop.dunst.send_signal(signal.SIGSTOP)
    try:
        evening.clock.set(date(2027, 3, 20), "01:31")
        taken = []
        for _ in range(60):
            before = wall.monotonic()
            evening.heart.beat.emit()
            evening.clock.move(seconds=30)
            taken.append(wall.monotonic() - before)
        record_property("longest_beat_in_milliseconds", round(max(taken) * 1000, 1))
        assert sorted(taken)[-2] < _NO_STALL, "but for one that shares its moment with another program"
        assert max(taken) < 5 * _NO_STALL
    finally:
        desktop.dunst.send_signal(signal.SIGCONT)
    assert notifier.wait(15)
    evening.close()
