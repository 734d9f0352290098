# SPDX-License-Identifier: MIT
"""The customers page in a window on a real store in memory."""

from collections.abc import Iterator

import pytest
from fakes import FakeClock, NoHolidays

from winback_desktop.application.ports import Workspace
from winback_desktop.storage.opening import open_memory_store


@pytest.fixture
def work(clock: FakeClock) -> Iterator[Workspace]:
    store = open_memory_store(clock.now)
    yield Workspace(store, clock, NoHolidays())
    store.listener = None
    store.close()
