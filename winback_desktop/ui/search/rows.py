# SPDX-License-Identifier: MIT
"""What the palette shows and what it can be told to do."""

from collections.abc import Callable
from typing import NamedTuple

STEP = "step"


class Action(NamedTuple):
    """A command of the window: its words, its shortcut for showing, its icon, and how to run it."""

    words: str
    keys: str
    icon: str
    run: Callable[[], object]


class Row(NamedTuple):
    """One line: ``section`` heads a group where it changes, ``run`` does what the line says.

    ``token`` colours the icon; it is ``STEP`` where ``icon`` names the kind of a step instead.
    """

    section: str
    icon: str
    token: str
    title: str
    detail: str
    run: Callable[[], object]
