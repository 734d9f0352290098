# SPDX-License-Identifier: MIT
"""The frozen rows that the Today page draws."""

from datetime import date, datetime
from typing import NamedTuple

from winback_desktop.ui.path_stops import PathStop


class DueCard(NamedTuple):
    """One thing to do towards a customer. ``waiting`` is empty unless its day is over."""

    step: int
    plan: int
    contact: int
    kind: str
    name: str
    title: str
    chip: str
    why: str
    waiting: str
    stops: tuple[PathStop, ...]
    action: str
    smaller: str
    worth_it: str


class QuietCard(NamedTuple):
    """Somebody who is left in peace: so many quiet days are over, and when they return."""

    plan: int
    contact: int
    name: str
    over: int
    total: int
    returns: str


class CareRow(NamedTuple):
    """Something for the owner. ``hint`` is a name, a length or how far it is, ``smaller`` what it may become,
    ``action`` the word that leads to where it is done."""

    step: int
    kind: str
    title: str
    hint: str
    worth_it: str
    smaller: str
    action: str


class WalkRow(NamedTuple):
    """A walk under way or just over; ``until`` is a time of day."""

    walk: int
    away: bool
    until: str
    clock_moved: bool


class ThanksRow(NamedTuple):
    """Somebody to thank for a referral."""

    contact: int
    title: str
    detail: str


class ComingRow(NamedTuple):
    """A later step."""

    step: int
    contact: int
    kind: str
    name: str
    words: str
    day: str


class RestingRow(NamedTuple):
    """A plan that rests with the door open."""

    contact: int
    plan: int
    name: str


class LaterChoice(NamedTuple):
    """A day that a step can be moved to, or a local moment (``until``) at which to be reminded.

    ``key`` is remembered, so that the last choice comes first.
    """

    words: str
    day: date
    key: str = ""
    until: datetime | None = None


class AsleepRow(NamedTuple):
    """A step that was put off; ``when`` says in words when it comes again."""

    step: int
    kind: str
    title: str
    when: str


class Screen(NamedTuple):
    """All of Today at one moment."""

    first_run: bool
    greeting: str
    sentence: str
    due: tuple[DueCard, ...] = ()
    due_total: int = 0
    quiet: tuple[QuietCard, ...] = ()
    quiet_total: int = 0
    care: tuple[CareRow, ...] = ()
    coming: tuple[ComingRow, ...] = ()
    resting: tuple[RestingRow, ...] = ()
    returned: str = ""
    """The name of somebody who has just come back."""
    asleep: tuple[AsleepRow, ...] = ()
    too_full: bool = False
    """More is due than a full day holds."""
    missed: str = ""
    """Says which reminders were not shown because the program ended unexpectedly."""
    walk: WalkRow | None = None
    thanks: tuple[ThanksRow, ...] = ()
    ledger: str = ""
    """What was done for others lately."""
