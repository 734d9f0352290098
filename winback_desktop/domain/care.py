# SPDX-License-Identifier: MIT
"""What looks after the owner: check-ins, walks, people to lean on, missions, best customers, referrals."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class CheckIn(NamedTuple):
    """How the owner was on a day: a word, 1 (heavy) to 5 (light), and a line. Private, never a task."""

    on: date
    word: str
    level: int
    line: str = ""
    at: datetime | None = None
    id: int = 0


class WalkAnswer(StrEnum):
    """What a walk brought: a next step, letting go, or nothing, which is just as good."""

    NEXT = "next"
    LET_GO = "let-go"
    NOTHING = "nothing"


class Walk(NamedTuple):
    """A walk of some minutes from an instant on; ``plan`` is the loss it was taken after.

    ``back_at`` is set when the owner came back early, ``announced_at`` when the end was announced.
    """

    started_at: datetime
    minutes: int
    plan: int | None = None
    back_at: datetime | None = None
    announced_at: datetime | None = None
    answer: WalkAnswer | None = None
    words: str = ""
    id: int = 0


class LeanOn(NamedTuple):
    """Why somebody helps; who they are stands in their contact, which has the role lean-on."""

    contact: int
    why: str = ""
    id: int = 0


class Mission(NamedTuple):
    """Seven days of helping so many people; ``ended_on`` is set when the owner closed it."""

    name: str
    target: int
    started_on: date
    ended_on: date | None = None
    id: int = 0


class MissionPause(NamedTuple):
    """Days on which a mission stood still: from ``first`` until it went on (exclusive), or still."""

    mission: int
    first: date
    resumed_on: date | None = None
    id: int = 0


class GoodDeed(NamedTuple):
    """Somebody was helped; who and how are free words. ``customer`` is only ever set by the owner."""

    on: date
    who: str = ""
    how: str = ""
    mission: int | None = None
    customer: int | None = None
    at: datetime | None = None
    id: int = 0


class BestCustomer(NamedTuple):
    """What a best customer means: ``value`` a year in minor units of ``currency``, and how many days may
    pass between two contacts."""

    contact: int
    value: int | None = None
    currency: str = ""
    cadence: int = 60
    id: int = 0


class Referral(NamedTuple):
    """Somebody whom ``contact`` sent; ``touch`` came before it, ``note`` is the draft of the thanks."""

    contact: int
    name: str
    on: date
    words: str = ""
    touch: int | None = None
    note: int | None = None
    thanked_on: date | None = None
    id: int = 0
