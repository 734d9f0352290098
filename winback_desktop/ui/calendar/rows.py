# SPDX-License-Identifier: MIT
"""What the calendar shows: chips on days, days in a grid, lines of an agenda."""

from datetime import date
from typing import NamedTuple

from winback_desktop.ui.calendar.names import short_name


class Chip(NamedTuple):
    """One step, or (``step`` is 0 then, and nothing can be done to it) a quiet day of a plan, a day to
    remember ("date"), the last day to buy or post a gift ("buy", "send"), a contact that took place
    ("touch") or several steps for the owner ("care").

    ``kind`` picks colour and icon; ``name`` is the person (or, for the owner's own care, what to do),
    ``word`` the kind in words, ``title`` all of it as one sentence. ``care`` marks the owner's own steps.
    """

    step: int
    contact: int
    kind: str
    name: str
    word: str
    title: str
    done: bool
    care: bool = False

    @property
    def detail(self) -> str:
        """What stands beside the name."""
        return "For you" if self.care and self.step else "" if self.care else self.word

    @property
    def short(self) -> str:
        """The name in few letters, for where the whole does not fit."""
        return self.word if self.care else short_name(self.name)

    @property
    def movable(self) -> bool:
        """Whether the chip can be dragged to another day."""
        return bool(self.step) and not self.done and self.kind != "pause"

    @property
    def mark(self) -> str:
        """Word beside a finished step; what merely took place needs none."""
        return "done" if self.done and self.step else ""


class DayCell(NamedTuple):
    """One day of the grid: its first chips and how many there are in all."""

    day: date
    inside: bool
    today: bool
    weekend: bool
    closed: str
    chips: tuple[Chip, ...]
    total: int


class AgendaLine(NamedTuple):
    """A day's heading (``chip`` is None), a step under it, or "12 more" (``more`` above 0)."""

    day: date
    heading: str
    chip: Chip | None = None
    more: int = 0
    today: bool = False
