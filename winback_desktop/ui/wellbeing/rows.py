# SPDX-License-Identifier: MIT
"""The frozen rows that the Wellbeing page draws."""

from typing import NamedTuple


class Suggestion(NamedTuple):
    """The one thing for the owner that is suggested now; ``minutes`` is a walk's length."""

    step: int
    kind: str
    title: str
    worth_it: str
    smaller: str
    action: str
    minutes: int = 0


class WalkRow(NamedTuple):
    """A walk under way or just over; ``until`` is a time of day."""

    walk: int
    away: bool
    until: str
    clock_moved: bool


class MoodPoint(NamedTuple):
    """One check-in: how far along the year it stands (0 to 1), its level, and all of it in words."""

    at: float
    level: int
    said: str


class MoodRow(NamedTuple):
    """The trend: its points, where losses stand along it, and what it says aloud."""

    points: tuple[MoodPoint, ...]
    losses: tuple[float, ...]
    latest: str
    latest_id: int
    said: str


class HelperRow(NamedTuple):
    """Somebody to lean on."""

    contact: int
    name: str
    phone: str
    email: str
    why: str
    last: str
    suggested: bool


class DayRow(NamedTuple):
    """One of a mission's seven days."""

    word: str
    helped: int
    ahead: bool
    today: bool
    said: str


class MissionRow(NamedTuple):
    """A mission as it stands."""

    name: str
    target: int
    helped: int
    days: tuple[DayRow, ...]
    over: bool
    closed: bool
    paused: bool
    sentence: str
    best: str


class DeedRow(NamedTuple):
    """A good deed."""

    deed: int
    who: str
    how: str
    day: str
    customer: str


class BestRow(NamedTuple):
    """A best customer on the board; ``held`` says why nothing is done towards them now."""

    contact: int
    name: str
    about: str
    last: str
    losing_touch: bool
    held: str


class ProposedRow(NamedTuple):
    """Somebody to turn to, and why."""

    contact: int
    name: str
    reason: str


class ThanksRow(NamedTuple):
    """A referral that is still to be thanked for."""

    referral: int
    contact: int
    name: str
    referred: str
    after: str
    text: str


class BestDetails(NamedTuple):
    """What can be changed about a best customer, as typed."""

    contact: int
    name: str
    value: str
    currency: str
    cadence: str
    about: str
    held: str


class TouchRow(NamedTuple):
    """What helps with one kind of touch."""

    contact: int
    name: str
    kind: str
    title: str
    lines: tuple[str, ...]
    text: str
    phone: str
    email: str
    held: str
