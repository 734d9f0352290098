# SPDX-License-Identifier: MIT
"""Asks what Today says about the owner: walk, care steps, thanks that wait and the ledger of good deeds."""

from collections.abc import Sequence
from datetime import date

from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import OwnCare, StepRow
from winback_desktop.domain.plan_states import CARE, PlanState, StepKind, StepState
from winback_desktop.domain.wording import count_word, smaller_version, step_title, worth_it
from winback_desktop.ui.today.rows import CareRow, ThanksRow, WalkRow

_ACTIONS = {
    StepKind.WALK: "Go",
    StepKind.TALK: "See who",
    StepKind.GAME: "Open",
    StepKind.BEST_CUSTOMER: "See who",
}


def walk_row(work: Workspace) -> WalkRow | None:
    """The walk under way, or the one whose question waits."""
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


def thanks_rows(facts: OwnCare) -> tuple[ThanksRow, ...]:
    """The referrals that are still to be thanked for."""
    return tuple(
        ThanksRow(contact, f"Thank {name}", f"sent you {sent}") for contact, name, sent in facts.thanks
    )


def ledger_words(facts: OwnCare) -> str:
    """What was done for others within a week; empty when nothing was written down."""
    if not facts.helped:
        return ""
    people = "person" if facts.helped == 1 else "people"
    return f"{count_word(facts.helped).capitalize()} {people} helped within a week"


def _care_row(work: Workspace, kind: StepKind, row: StepRow) -> CareRow:
    title, hint = step_title(kind, "", row.smaller), ""
    if kind is StepKind.WALK:
        hint = "5 min" if row.smaller else "20 min"
    elif kind is StepKind.TALK:
        hint = _longest_unseen(work, "lean-on")
        title = title if hint else "Find somebody to lean on"
    elif kind is StepKind.GAME and row.state == StepState.UNDER_WAY:
        hint = _mission_hint(work)
    elif kind is StepKind.BEST_CUSTOMER:
        hint = _longest_unseen(work, "best")
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
    from winback_desktop.application.mission_count import mission_count

    count = mission_count(work)
    return f"{count[0]} of {count[1]}" if count else ""


def _longest_unseen(work: Workspace, role: str) -> str:
    """The first name of the one not spoken to for longest; nobody in quiet time."""
    people = [
        one
        for one in work.store.queries.kept_people(role, work.clock.today())
        if one.status == "normal" and one.plan_state != PlanState.QUIET
    ]
    return min(people, key=lambda one: one.last_on or date.min).name.split()[0] if people else ""
