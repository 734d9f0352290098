# SPDX-License-Identifier: MIT
"""Reminders in nights with an hour more or less, across zones, after sleep and with a clock set back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from fakes import FakeNotifier, NoHolidays, Traveller

from winback_desktop.application.advance import advance
from winback_desktop.application.owner import owner, save_owner
from winback_desktop.application.pause_reminders import pause_choices, pause_reminders, paused_until
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.remind import next_moment, remind
from winback_desktop.application.reminder_hours import ReminderHours, save_reminder_hours
from winback_desktop.application.snooze import snooze, snooze_choices
from winback_desktop.domain.practice import CARE, Step
from winback_desktop.storage.opening import open_memory_store

NEW_YORK, TOKYO = ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
SPRING, AUTUMN = date(2027, 3, 14), date(2027, 11, 7)
NIGHT = ReminderHours(hour=time(1, 30), quiet_from=time(20), quiet_to=time(0, 30), private=False)


class Night:
    """Somebody who works every day and at night, with one note due on ``due``."""

    def __init__(self, due: date) -> None:
        self.clock, self.notifier = Traveller(), FakeNotifier()
        self.work = Workspace(open_memory_store(self.clock.now), self.clock, NoHolidays())
        self.at(due - timedelta(days=3), "12:00")
        save_owner(self.work, owner(self.work)._replace(country="US", work_week=tuple(range(7))))
        save_reminder_hours(self.work, NIGHT)
        recorded = record_loss(self.work, LossDraft("Rosa", learned_on=due - timedelta(days=3)))
        with self.work.store.transaction():
            for step in self.work.store.find(Step):
                if step.kind in CARE:
                    self.work.store.remove(step)
        (note,) = (step for step in recorded.steps if step.kind == "note")
        assert note.due == due
        self.note = note.id

    def at(self, day: date, hour: str) -> None:
        self.clock.set(day, hour)

    def beat(self) -> int:
        """Beat once; how many were shown so far."""
        advance(self.work)
        remind(self.work, self.notifier)
        assert next_moment(self.work).astimezone(UTC) > self.clock.instant
        return len(self.notifier.shown)

    def run(self, hours: float) -> None:
        """Beat every ten minutes."""
        for _ in range(int(hours * 6)):
            self.clock.move(minutes=10)
            self.beat()


@pytest.fixture(params=[SPRING, AUTUMN], ids=["an hour less", "an hour more"])
def night(request: pytest.FixtureRequest) -> Iterator[Night]:
    night = Night(request.param)
    night.at(request.param - timedelta(days=1), "23:00")
    yield night
    night.work.store.close()


def test_it_is_announced_once_in_a_night_with_another_length(night: Night) -> None:
    night.run(26)
    assert len(night.notifier.shown) == 1


def test_one_hour_is_one_hour_in_such_a_night(night: Night) -> None:
    night.at(night.clock.today() + timedelta(days=1), "01:30")
    assert night.beat() == 1
    choice = next(each for each in snooze_choices(night.work) if each.key == "hour")
    snooze(night.work, night.note, choice.until)
    night.clock.move(minutes=59)
    assert night.beat() == 1
    night.clock.move(minutes=1)
    assert night.beat() == 2
    night.run(5)
    assert len(night.notifier.shown) == 2


def test_the_second_half_of_a_doubled_hour_is_later_than_the_first() -> None:
    night = Night(AUTUMN)
    night.at(AUTUMN, "01:45")
    assert night.beat() == 1
    until = datetime.combine(AUTUMN, time(1, 15), tzinfo=NEW_YORK).replace(fold=1)
    snooze(night.work, night.note, until)
    assert next_moment(night.work).astimezone(UTC) == until.astimezone(UTC)
    night.clock.move(minutes=29)
    assert night.beat() == 1
    night.clock.move(minutes=1)
    assert night.beat() == 2
    night.work.store.close()


def test_a_pause_of_one_hour_ends_after_one_hour_at_night(night: Night) -> None:
    night.at(night.clock.today() + timedelta(days=1), "01:20")
    pause_reminders(night.work, pause_choices(night.work)[0].until)
    night.clock.move(minutes=59)
    assert paused_until(night.work) is not None
    night.clock.move(minutes=1)
    assert paused_until(night.work) is None


@pytest.mark.parametrize("there", [TOKYO, ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Niue")])
def test_a_journey_to_another_zone_and_back_fires_nothing_twice(night: Night, there: ZoneInfo) -> None:
    night.run(4)
    assert len(night.notifier.shown) == 1
    for zone in (there, NEW_YORK, there):
        night.clock.zone = zone
        night.run(13)
    assert len(night.notifier.shown) == 1


def test_after_a_long_sleep_everything_comes_once(night: Night) -> None:
    night.clock.move(days=9, hours=6)
    assert night.beat() == 1
    night.run(12)
    assert len(night.notifier.shown) == 1


def test_a_clock_set_back_an_hour_or_a_year_fires_nothing_twice(night: Night) -> None:
    night.run(5)
    assert len(night.notifier.shown) == 1
    for back in (timedelta(hours=1), timedelta(days=3), timedelta(days=300)):
        then = night.clock.instant
        night.clock.instant -= back
        night.run(2)
        night.clock.instant = then
        night.run(2)
    assert len(night.notifier.shown) == 1
