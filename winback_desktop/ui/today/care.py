# SPDX-License-Identifier: MIT
"""Asks what Today says about the owner: walk, care steps, thanks that wait and the ledger of good deeds."""

from collections.abc import Sequence
from datetime import date, timedelta

from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.domain.care import GoodDeed, Referral, Walk
from winback_desktop.domain.people import Contact, ContactStatus, Role
from winback_desktop.domain.practice import CARE, PlanState, StepKind, StepState
from winback_desktop.domain.wording import count_word, smaller_version, step_title, worth_it
from winback_desktop.ui.today.rows import CareRow, ThanksRow, WalkRow

_WEEK = timedelta(days=7)
_ACTIONS = {
    StepKind.WALK: "Go",
    StepKind.TALK: "See who",
    StepKind.GAME: "Open",
    StepKind.BEST_CUSTOMER: "See who",
}


def walk_row(work: Workspace) -> WalkRow | None:
    """The walk under way, or the one whose question waits."""
    if not work.store.find(Walk, order="-id", limit=1):
        return None
    from winback_desktop.application.take_walk import walk_now

    present = walk_now(work)
    if present is None:
        return None
    return WalkRow(present.walk.id, present.away, f"{present.until:%H:%M}", present.clock_moved)


def care_rows(work: Workspace, rows: Sequence[StepRow]) -> tuple[CareRow, ...]:
    """One row for each kind of care that is due, the gentlest first."""
    first: dict[StepKind, StepRow] = {}
    for row in rows:
        first.setdefault(StepKind(row.kind), row)
    return tuple(_care_row(work, kind, first[kind]) for kind in CARE if kind in first)


def thanks_rows(work: Workspace) -> tuple[ThanksRow, ...]:
    """The referrals that are still to be thanked for."""
    waiting = work.store.find(Referral, thanked_on=None, order="on", limit=3)
    if not waiting:
        return ()
    ids = tuple({one.contact for one in waiting})
    people = {one.id: one for one in work.store.find(Contact, id=ids, deleted_at=None)}
    return tuple(
        ThanksRow(one.contact, f"Thank {people[one.contact].name}", f"sent you {one.name}")
        for one in waiting
        if one.contact in people
    )


def ledger_words(work: Workspace, today: date) -> str:
    """What was done for others within a week; empty when nothing was written down."""
    latest = work.store.find(GoodDeed, order="-id", limit=200)
    helped = sum(today - _WEEK < deed.on <= today for deed in latest)
    if not helped:
        return ""
    return f"{count_word(helped).capitalize()} {'person' if helped == 1 else 'people'} helped within a week"


def _care_row(work: Workspace, kind: StepKind, row: StepRow) -> CareRow:
    title, hint = step_title(kind, "", row.smaller), ""
    if kind is StepKind.WALK:
        hint = "5 min" if row.smaller else "20 min"
    elif kind is StepKind.TALK:
        hint = _longest_unseen(work, Role.LEAN_ON)
        title = title if hint else "Find somebody to lean on"
    elif kind is StepKind.GAME and row.state == StepState.UNDER_WAY:
        hint = _mission_hint(work)
    elif kind is StepKind.BEST_CUSTOMER:
        hint = _longest_unseen(work, Role.BEST)
    return CareRow(
        step=row.step,
        kind=row.kind,
        title=title,
        hint=hint,
        worth_it=worth_it(kind),
        smaller="" if row.smaller else smaller_version(kind, ""),
        action=_ACTIONS[kind],
    )


def _mission_hint(work: Workspace) -> str:
    from winback_desktop.application.play_game import standing

    present = standing(work)
    return f"{present.helped} of {present.mission.target}" if present is not None else ""


def _longest_unseen(work: Workspace, role: Role) -> str:
    """The first name of the one not spoken to for longest; nobody in quiet time."""
    people = [
        one
        for one in work.store.queries.kept_people(role, work.clock.today())
        if one.status == ContactStatus.NORMAL and one.plan_state != PlanState.QUIET
    ]
    return min(people, key=lambda one: one.last_on or date.min).name.split()[0] if people else ""
