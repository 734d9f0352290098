# SPDX-License-Identifier: MIT
"""Opens the workspace for window and command line alike: folder, store, clock and holidays."""

from datetime import date, time

from winback_desktop import __version__
from winback_desktop.application.ports import Clock, Workspace
from winback_desktop.storage.opening import open_memory_store, open_store
from winback_desktop.system.clock import PretendedClock, SystemClock
from winback_desktop.system.paths import Paths, prepare
from winback_desktop.system.public_holidays import PublicHolidays


def clock_for(today: date | None) -> Clock:
    """The computer's clock, or ten in the morning of a pretended date, so that trying things
    out never depends on the hour."""
    return PretendedClock(today, time(10)) if today else SystemClock()


def open_workspace(paths: Paths, clock: Clock, *, read_only: bool = False) -> Workspace:
    """The stored data of one folder; raises StoreFault, in words, when it cannot be opened."""
    if not read_only:
        prepare(paths)
    store = open_store(paths.database, clock_now=clock.now, program_version=__version__, read_only=read_only)
    return Workspace(store, clock, PublicHolidays())


def open_nothing(clock: Clock) -> Workspace:
    """An empty workspace in memory, for questions that need no stored data and for the sample data."""
    return Workspace(open_memory_store(clock.now), clock, PublicHolidays())
