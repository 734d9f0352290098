# SPDX-License-Identifier: MIT
"""Reads days from the store and keeps what was read until something changes."""

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
    """``ahead`` is called when the owner has looked at a page for a moment, to ask for what may come next."""

    def __init__(self, work: Workspace, ahead: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._queries = work.store.queries
        self._known: dict[Asked, tuple[dict[date, DayRow], list[OccasionRow]]] = {}
        self._quiet: list[QuietRow] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(ahead)

    def forget(self) -> None:
        """Something has changed: ask again."""
        self._timer.stop()
        self._known.clear()
        self._quiet = None

    def days(self, first: date, last: date, per_day: int, sieve: Sieve) -> Days:
        """What stands on the days from first to last."""
        if self._quiet is None:
            self._quiet = self._queries.quiet_plans()
        steps, occasions = self._read((first, last, per_day, sieve))
        shown = [row for row in occasions if _WITH.get(row.kind, row.kind) not in sieve.hidden]
        return Days(steps, shown, self._quiet)

    def read_ahead_soon(self) -> None:
        """Ask for what may come next, in a moment."""
        self._timer.start(_IDLE)

    def _read(self, asked: Asked) -> tuple[dict[date, DayRow], list[OccasionRow]]:
        found = self._known.get(asked)
        if found is None:
            first, last, per_day, sieve = asked
            ask = self._queries
            found = (
                ask.month(first, last, per_day, kinds=sieve.kinds(), contact=sieve.contact),
                ask.occasions(first, last, sieve.contact),
            )
            while len(self._known) >= _KEPT:
                del self._known[next(iter(self._known))]
            self._known[asked] = found
        return found
