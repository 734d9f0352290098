# SPDX-License-Identifier: MIT
"""What every test may use: a still clock, a silent notifier and a screen that nobody sees."""

import gc
import os
from collections.abc import Iterator

import pytest
from fakes import FakeClock, FakeNotifier

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def garbage_is_collected_where_windows_live() -> Iterator[None]:
    """Between tests, on this thread: Python collects on whatever thread allocates, the notifier's too, and a
    widget that dies there takes the next event with it."""
    gc.disable()
    yield
    young, _, old = gc.get_count()
    if young > 5_000:
        gc.collect(2 if old > 10 else 1)


@pytest.fixture
def clock() -> FakeClock:
    """Tuesday 24 November 2026, nine in the morning."""
    return FakeClock()


@pytest.fixture
def notifier() -> FakeNotifier:
    """Remembers announcements instead of showing them."""
    return FakeNotifier()
