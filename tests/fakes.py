# SPDX-License-Identifier: MIT
"""The only things that tests pretend: the time and the desktop's notifications."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from winback_desktop.application.own_records import Announcement, Holiday


class FakeClock:
    """Stands still at a local date and time (the zone is UTC) until it is moved."""

    def __init__(self, today: date = date(2026, 11, 24), at: time = time(9, 0)) -> None:
        self.instant = datetime.combine(today, at, tzinfo=UTC)

    def today(self) -> date:
        return self.instant.date()

    def now(self) -> datetime:
        return self.instant

    def local_now(self) -> datetime:
        return self.instant

    def move(self, **distance: float) -> None:
        """Let time pass, as ``timedelta(**distance)``."""
        self.instant += timedelta(**distance)


class Traveller(FakeClock):
    """A clock with a zone that may change; New York's at first."""

    zone = ZoneInfo("America/New_York")

    def local_now(self) -> datetime:
        return self.instant.astimezone(self.zone)

    def today(self) -> date:
        return self.local_now().date()

    def set(self, day: date, hour: str) -> None:
        """Stand at a local date and time."""
        local = datetime.combine(day, time.fromisoformat(hour), tzinfo=self.zone)
        self.instant = local.astimezone(UTC)


class FakeNotifier:
    """Keeps what would have been announced and withdrawn."""

    def __init__(self) -> None:
        self.shown: list[Announcement] = []
        self.withdrawn: list[str] = []
        self.pressed: Callable[[str, str], None] | None = None

    def announce(self, announcement: Announcement, pressed: Callable[[str, str], None] | None = None) -> None:
        self.shown.append(announcement)
        self.pressed = pressed

    def withdraw(self, key: str) -> None:
        self.withdrawn.append(key)


class NoHolidays:
    """A place without public holidays, for tests that are about something else."""

    def holidays(self, country: str, subdivision: str, year: int) -> list[Holiday]:
        return []

    def subdivisions(self, country: str) -> list[str]:
        return []

    def countries(self) -> list[str]:
        return ["US"]
