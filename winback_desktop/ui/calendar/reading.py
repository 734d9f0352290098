# SPDX-License-Identifier: MIT
"""Reads days from the store and keeps what was read until something changes; reads the next page ahead."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import DayRow, OccasionRow, QuietRow
from winback_desktop.ui.calendar.sieve import Sieve

_IDLE = 120  # milliseconds after a page was shown; holding a key down turns the pages faster
_KEPT = 6
_WITH = {"buy": "gift", "send": "gift"}
"""Kinds that are shown and hidden together with a group of steps."""

Asked = tuple[date, date, int, Sieve]


class Days(NamedTuple):
    """The steps by day, what stands beside them, and the plans in quiet time."""

    steps: dict[date, DayRow]
    occasions: list[OccasionRow]
    quiet: list[QuietRow]


class Reading(QObject):
    """``neighbours`` tells which days may be asked for next, as (first, last, most a day, sieve)."""

    def __init__(self, work: Workspace, neighbours: Callable[[], list[Asked]], parent: QObject) -> None:
        super().__init__(parent)
        self._queries, self._neighbours = work.store.queries, neighbours
        self._days: dict[Asked, dict[date, DayRow]] = {}
        self._span: tuple[date, date, int] | None = None
        self._occasions: list[OccasionRow] = []
        self._quiet: list[QuietRow] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_ahead)

    def forget(self) -> None:
        """Something has changed: ask again."""
        self._timer.stop()
        self._days.clear()
        self._span = self._quiet = None

    def days(self, first: date, last: date, per_day: int, sieve: Sieve) -> Days:
        """What stands on the days from first to last."""
        if self._quiet is None:
            self._quiet = self._queries.quiet_plans()
        steps = self._steps((first, last, per_day, sieve))
        return Days(steps, self._beside(first, last, sieve), self._quiet)

    def read_ahead_soon(self) -> None:
        """Read the neighbouring pages once the owner looks at this one."""
        self._timer.start(_IDLE)

    def _steps(self, asked: Asked) -> dict[date, DayRow]:
        found = self._days.get(asked)
        if found is None:
            first, last, per_day, sieve = asked
            found = self._queries.month(first, last, per_day, kinds=sieve.kinds(), contact=sieve.contact)
            while len(self._days) >= _KEPT:
                del self._days[next(iter(self._days))]
            self._days[asked] = found
        return found

    def _beside(self, first: date, last: date, sieve: Sieve) -> list[OccasionRow]:
        """Three years at once: the next page then costs nothing."""
        span = self._span
        if span is None or first < span[0] or last > span[1] or sieve.contact != span[2]:
            span = date(first.year - 1, 1, 1), date(last.year + 1, 12, 31), sieve.contact
            self._occasions, self._span = self._queries.occasions(*span), span
        return [
            row
            for row in self._occasions
            if first <= row.on <= last and _WITH.get(row.kind, row.kind) not in sieve.hidden
        ]

    def _read_ahead(self) -> None:
        for first, last, per_day, sieve in self._neighbours():
            self.days(first, last, per_day, sieve)
