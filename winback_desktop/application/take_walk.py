# SPDX-License-Identifier: MIT
"""Going for a walk: silence and no case until it is over, and one question on the way back in."""

from datetime import datetime
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.care import Walk, WalkAnswer
from winback_desktop.domain.moves import LIVE
from winback_desktop.domain.plan_states import StepKind
from winback_desktop.domain.walks import (
    LONGEST,
    SHORTEST,
    WalkState,
    kept_words,
    planned_end,
    walk_state,
    was_set_back,
)

LONGEST_WORDS = 2_000


class WalkNow(NamedTuple):
    """The walk that is under way or just over; ``until`` is local. ``clock_moved`` says that the clock was
    set back meanwhile, so that the walk counts as over."""

    walk: Walk
    away: bool
    until: datetime
    clock_moved: bool


def begin_walk(work: Workspace, minutes: int) -> Walk:
    """Start a walk now; raises Refused for an odd length or while one is under way."""
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused(f"A walk takes between {SHORTEST} and {LONGEST} minutes here.", field="minutes")
    present = walk_now(work)
    if present is not None and present.away:
        raise Refused(f"You are on a walk already, until {present.until:%H:%M}.")
    with work.store.change(f"go for a walk of {minutes} minutes"):
        return work.store.add(Walk(work.clock.now(), minutes, _plan_of(work)))


def walk_now(work: Workspace) -> WalkNow | None:
    """The walk under way, or the one whose question is still to be answered; None for neither."""
    latest = work.store.find(Walk, order="-id", limit=1)
    if not latest:
        return None
    now = work.clock.now()
    state = walk_state(latest[0], now)
    if state is WalkState.PAST:
        return None
    until = planned_end(latest[0]).astimezone(work.clock.local_now().tzinfo)
    return WalkNow(latest[0], state is WalkState.AWAY, until, was_set_back(latest[0], now))


def walking_until(work: Workspace) -> datetime | None:
    """The local moment until which the owner is on a walk, or None."""
    present = walk_now(work)
    return present.until if present is not None and present.away else None


def come_back(work: Workspace) -> None:
    """End the walk that is under way now."""
    present = walk_now(work)
    if present is None or not present.away:
        return
    with work.store.change("come back from the walk"):
        work.store.save(present.walk._replace(back_at=work.clock.now()))


def answer_walk(work: Workspace, walk: int, answer: WalkAnswer, words: str = "") -> Walk:
    """Keep what a walk brought with its plan; the steps that asked for a walk are done."""
    old = work.store.get(Walk, walk)
    words = words.strip()
    if len(words) > LONGEST_WORDS:
        raise Refused(f"That is a lot for one walk; {LONGEST_WORDS:,} characters are kept.", field="words")
    from winback_desktop.application.care_steps import complete_care

    with work.store.change("keep what the walk brought"):
        complete_care(work, StepKind.WALK, kept_words(answer, words))
        return work.store.save(
            old._replace(answer=answer, words=words, back_at=old.back_at or _end(work, old))
        )


def kept_walks(work: Workspace, most: int = 3) -> list[Walk]:
    """The latest walks that brought words, newest first."""
    found = work.store.find(Walk, order="-id", limit=30)
    return [walk for walk in found if walk.words][:most]


def claim_return(work: Workspace) -> Walk | None:
    """The walk whose end is to be announced, at most once whatever happens; None when there is none."""
    if not _to_announce(work) or work.store.read_only:
        return None
    with work.store.transaction():
        walk = _to_announce(work)  # asked again inside the transaction: another program may have been faster
        return work.store.save(walk._replace(announced_at=work.clock.now())) if walk else None


def _plan_of(work: Workspace) -> int | None:
    """The plan that asks for a walk, or else the latest one that is under way."""
    from winback_desktop.application.care_steps import open_care

    steps = open_care(work, StepKind.WALK)
    if steps:
        return steps[-1].plan
    from winback_desktop.domain.practice import Plan

    live = work.store.find(Plan, state=LIVE, order="-id", limit=1)
    return live[0].id if live else None


def _to_announce(work: Workspace) -> Walk | None:
    present = walk_now(work)
    if present is None or present.away or present.walk.announced_at or present.walk.back_at:
        return None
    return present.walk


def _end(work: Workspace, walk: Walk) -> datetime:
    return min(planned_end(walk), max(work.clock.now(), walk.started_at))
