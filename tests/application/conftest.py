# SPDX-License-Identifier: MIT
"""A workspace on the real store in memory, with real holidays and a still clock."""

from collections.abc import Iterator

import pytest
from fakes import FakeClock

from winback_desktop.application.ports import Workspace
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.system.public_holidays import PublicHolidays


@pytest.fixture
def work(clock: FakeClock) -> Iterator[Workspace]:
    """An empty workspace."""
    workspace = Workspace(open_memory_store(clock.now), clock, PublicHolidays())
    yield workspace
    workspace.store.close()
