# SPDX-License-Identifier: MIT
"""Stores on real files, with a clock that stands still until a test moves it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from winback_desktop.storage.opening import open_store
from winback_desktop.storage.store import SqliteStore

VERSION = "0.1.0"


class StandingClock:
    """Always the same instant, until it is moved."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def move(self, **by: int) -> None:
        self.instant += timedelta(**by)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "winback.db"


@pytest.fixture
def reopen(path: Path, clock: StandingClock) -> Iterator[Callable[..., SqliteStore]]:
    """Open the one data file of this test, as often as wanted; all are closed at the end."""
    opened: list[SqliteStore] = []

    def open_it(**options: bool) -> SqliteStore:
        store = open_store(path, clock_now=clock.now, program_version=VERSION, **options)
        opened.append(store)
        return store

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(reopen: Callable[..., SqliteStore]) -> SqliteStore:
    return reopen()
