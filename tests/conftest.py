# SPDX-License-Identifier: MIT
"""What every test may use: a still clock, a silent notifier and a screen that nobody sees."""

import os

import pytest
from fakes import FakeClock, FakeNotifier

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def clock() -> FakeClock:
    """Tuesday 24 November 2026, nine in the morning."""
    return FakeClock()


@pytest.fixture
def notifier() -> FakeNotifier:
    """Remembers announcements instead of showing them."""
    return FakeNotifier()
