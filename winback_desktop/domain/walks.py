# SPDX-License-Identifier: MIT
"""When a walk is under way and when it is over, by instants: no zone and no summer time counts."""

from datetime import datetime, timedelta
from enum import StrEnum

from winback_desktop.domain.care import Walk, WalkAnswer

LENGTHS: tuple[int, ...] = (15, 20, 30, 60)
"""The minutes that are offered."""

USUAL = 20
SHORTEST, LONGEST = 5, 180

ASKED_FOR = timedelta(hours=24)
"""How long after its end a walk may still be asked about."""

_SET_BACK = timedelta(minutes=2)


class WalkState(StrEnum):
    """Under way, over and not yet asked about, or past."""

    AWAY = "away"
    BACK = "back"
    PAST = "past"


def planned_end(walk: Walk) -> datetime:
    """The instant at which the walk is over."""
    return walk.started_at + timedelta(minutes=walk.minutes)


def walk_state(walk: Walk, now: datetime) -> WalkState:
    """Where a walk stands at an instant. A clock that was set back before its start ends the walk."""
    if walk.answer is not None:
        return WalkState.PAST
    if walk.back_at is None and walk.started_at - _SET_BACK <= now < planned_end(walk):
        return WalkState.AWAY
    if now - (walk.back_at or planned_end(walk)) > ASKED_FOR:
        return WalkState.PAST
    return WalkState.BACK


def was_set_back(walk: Walk, now: datetime) -> bool:
    """Whether the clock stands before the walk's start, so that its end can't be known."""
    return now < walk.started_at - _SET_BACK


def kept_words(answer: WalkAnswer, words: str) -> str:
    """What stays with the plan: the answer and, where there are some, the owner's words."""
    said = {
        WalkAnswer.NEXT: "After a walk, next",
        WalkAnswer.LET_GO: "After a walk, let go",
        WalkAnswer.NOTHING: "After a walk",
    }[answer]
    words = words.strip()
    return f"{said}: {words}" if words else said
