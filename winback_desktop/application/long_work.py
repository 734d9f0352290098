# SPDX-License-Identifier: MIT
"""Work that takes seconds, cut into short steps, so that whoever drives it can paint and stop in between."""

from collections.abc import Generator
from typing import NamedTuple, TypeVar

R = TypeVar("R")


class Progress(NamedTuple):
    """How far it is."""

    done: int
    total: int


Steps = Generator[Progress, None, R]
"""Yields after each short step and returns the result. Closing it leaves the work off, and its change is
rolled back."""


def at_once(steps: Steps[R]) -> R:
    """Do all steps without a pause, as the command line does."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: R = end.value
            return result
