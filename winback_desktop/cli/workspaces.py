# SPDX-License-Identifier: MIT
"""The workspace that a command works on, opened and closed around it."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from winback_desktop.application.advance import advance
from winback_desktop.application.failures import NewerStore, Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.opening import clock_for, open_nothing, open_workspace
from winback_desktop.storage import files
from winback_desktop.system.paths import paths_for, prepare

_ONLY_READ = "Your data was written by a newer version of this program, so it is only read here."


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
def workspace_to_read(arguments: Namespace) -> Iterator[Workspace]:
    """As ``workspace``, for commands that store nothing: what a newer version wrote is read as it is."""
    paths, clock = paths_for(arguments.data), clock_for(arguments.today)
    try:
        work = open_workspace(paths, clock)
    except NewerStore:
        print(_ONLY_READ, file=sys.stderr)
        work = open_workspace(paths, clock, read_only=True)
    try:
        advance(work)
        yield work
    finally:
        work.store.close()


def own_file_refused(arguments: Namespace, target: Path) -> None:
    """Raise Refused when a command would write over the data itself or one of its backups."""
    paths = paths_for(arguments.data)
    place = target.expanduser().resolve()
    if place == paths.database.resolve() or paths.backups.resolve() in place.parents:
        raise Refused(f"{target} is where your data itself is kept. Choose another file.")


@contextmanager
def workspace_to_ask(arguments: Namespace) -> Iterator[Workspace]:
    """The stored data where there is any, for reading only; otherwise an empty workspace in memory.

    Data that was there and is gone is a fault, not nothing.
    """
    paths, clock = paths_for(arguments.data), clock_for(arguments.today)
    stored = paths.database.exists() or files.known_identity(paths.database)
    if paths.data.is_file():
        prepare(paths)  # says what is wrong with such a place
    work = open_workspace(paths, clock, read_only=True) if stored else open_nothing(clock)
    try:
        yield work
    finally:
        work.store.close()
