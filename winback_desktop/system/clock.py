# SPDX-License-Identifier: MIT
"""The one place that reads the computer's clock, and the pretended date of ``--today``."""

import time as _time
from datetime import UTC, date, datetime, time, timedelta, tzinfo


class LocalZone(tzinfo):
    """The zone the computer is in, asked anew for each moment, so that summer time comes out right."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """How far local time is ahead of UTC at a moment."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Not told apart from the offset."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """The zone's abbreviation at a moment."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """The local time of a moment given in UTC; the hour that comes twice is told apart by its fold."""
        there = moment.replace(tzinfo=UTC).astimezone()
        local = there.replace(tzinfo=self)
        return local if local.utcoffset() == there.utcoffset() else local.replace(fold=1)


class SystemClock:
    """The computer's clock in the zone the owner is in now."""

    zone = LocalZone()

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return datetime.now(UTC)

    def local_now(self) -> datetime:
        """The owner's local date and time, aware; notices when the computer moved to another zone."""
        if hasattr(_time, "tzset"):  # without it a running program keeps the zone it started in
            _time.tzset()
        return datetime.now(self.zone)

    def today(self) -> date:
        """The owner's local date."""
        return self.local_now().date()


class PretendedClock:
    """A clock that starts on another local day and goes on from there; instants stay the real ones.

    ``at`` also pretends the local time of day; without it the real time of day is kept.
    """

    def __init__(self, day: date, at: time | None = None, real: SystemClock | None = None) -> None:
        self._real = real or SystemClock()
        here = self._real.local_now().replace(tzinfo=None)
        self._ahead = datetime.combine(day, at or here.time()) - here

    def now(self) -> datetime:
        """The real instant, so that a pretended date never changes what is stored."""
        return self._real.now()

    def local_now(self) -> datetime:
        """The pretended local date and time, aware."""
        return self._real.local_now() + self._ahead

    def today(self) -> date:
        """The pretended local date."""
        return self.local_now().date()
