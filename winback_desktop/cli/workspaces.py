# SPDX-License-Identifier: MIT
"""The workspace that a command works on, opened and closed around it."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from winback_desktop.application.advance import advance
from winback_desktop.application.ports import Workspace
from winback_desktop.opening import clock_for, open_nothing, open_workspace
from winback_desktop.system.paths import paths_for


@contextmanager
def workspace(arguments: Namespace) -> Iterator[Workspace]:
    """The stored data, brought to the day's state."""
    work = open_workspace(paths_for(arguments.data), clock_for(arguments.today))
    try:
        advance(work)
        yield work
    finally:
        work.store.close()


@contextmanager
def workspace_to_ask(arguments: Namespace) -> Iterator[Workspace]:
    """The stored data where there is any, for reading only; otherwise an empty workspace in memory."""
    paths = paths_for(arguments.data)
    clock = clock_for(arguments.today)
    stored = paths.database.exists()
    work = open_workspace(paths, clock, read_only=True) if stored else open_nothing(clock)
    try:
        yield work
    finally:
        work.store.close()
