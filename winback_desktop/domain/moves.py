# SPDX-License-Identifier: MIT
"""Which moves of steps and plans the practice allows, and what each brings with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from winback_desktop.domain.plan_states import CARE, OPEN_STATES, PATH, PlanState, StepKind, StepState
from winback_desktop.domain.wording import short_day

if TYPE_CHECKING:
    from winback_desktop.domain.practice import Plan, Step

LIVE: tuple[PlanState, ...] = (PlanState.QUIET, PlanState.ACTIVE)
"""Plans whose steps come due."""

UNENDED: tuple[PlanState, ...] = (*LIVE, PlanState.PAUSED, PlanState.RESTING)
"""Plans that a re-hire or a later loss of the same person may still end."""

_PREPARED_BY = {
    StepKind.INVITE_LUNCH: StepKind.LUNCH,
    StepKind.CHOOSE_GIFT: StepKind.GIFT,
    StepKind.ORDER_GIFT: StepKind.GIFT,
}


def path_kind(kind: StepKind) -> StepKind:
    """The path step that a lead-time task prepares, or the kind itself."""
    return _PREPARED_BY.get(kind, kind)


def is_outbound(kind: StepKind) -> bool:
    """Whether the step reaches towards the lost customer (care steps and the pause don't)."""
    return path_kind(kind) in PATH and kind is not StepKind.PAUSE


def is_open(step: Step) -> bool:
    """Whether the step is still to be done."""
    return step.state in OPEN_STATES


def next_path_step(steps: Iterable[Step]) -> Step | None:
    """The plan's one next step: the first open one of the path."""
    waiting = {step.kind: step for step in steps if step.kind in PATH and is_open(step)}
    return next((waiting[kind] for kind in PATH if kind in waiting), None)


def is_turn_of(step: Step, steps: Iterable[Step]) -> bool:
    """Whether a step may come due: care always, the others when nothing before them on the path is open."""
    if step.kind in CARE:
        return True
    current = next_path_step(steps)
    return current is not None and current.kind is path_kind(step.kind)


def plan_state_on(plan: Plan, today: date) -> PlanState:
    """Quiet or active by the day; a pause that has run out returns to what was before. Others stay."""
    state = plan.state
    if state is PlanState.PAUSED and plan.paused_until is not None and today >= plan.paused_until:
        state = plan.paused_from or PlanState.ACTIVE
    if state not in LIVE:
        return state
    quiet = today <= plan.quiet_until and plan.unlocked_on is None
    return PlanState.QUIET if quiet else PlanState.ACTIVE


def step_state_on(step: Step, state: PlanState, today: date, its_turn: bool) -> StepState:
    """The pause is done once quiet time is over; a waiting step is ready on its day and in its turn."""
    if step.kind is StepKind.PAUSE and step.state in (*OPEN_STATES, StepState.DONE):
        return StepState.PLANNED if state is PlanState.QUIET else StepState.DONE
    if step.state in (StepState.PLANNED, StepState.READY, StepState.POSTPONED):
        if step.due <= today and its_turn:
            return StepState.READY
        return StepState.PLANNED if step.state is StepState.READY else step.state
    return step.state


def refusal(step: Step, plan: Plan, today: date) -> str:
    """Why this step may not be done now, as a sentence; empty when it may."""
    if not is_open(step):
        return "This step is closed already. Undo brings it back."
    if step.kind is StepKind.PAUSE:
        return "Quiet time ends by itself. Unlock it early with a reason if you must."
    if plan.state is PlanState.PAUSED:
        return "This plan is paused. Resume it first."
    if step.kind in CARE:
        return ""
    if plan.state not in LIVE:
        return "This plan has ended. Undo brings it back."
    if is_outbound(step.kind) and plan_state_on(plan, today) is PlanState.QUIET:
        return quiet_sentence(plan)
    return ""


def is_held_back(step: Step, plan: Plan, day: date) -> bool:
    """Whether a day lies too early for a step because of quiet time."""
    return is_outbound(step.kind) and plan.unlocked_on is None and day <= plan.quiet_until


def quiet_sentence(plan: Plan) -> str:
    """Says until when nothing is done towards the customer, and what is possible instead."""
    return (
        f"Quiet time lasts through {short_day(plan.quiet_until)}. You can draft the note meanwhile, "
        "or unlock it early with a reason."
    )


def move_warnings(step: Step, to: date, steps: Iterable[Step], closed_reason: str) -> tuple[str, ...]:
    """What the owner should know about moving a step to another day; none of it forbids the move."""
    found = []
    if closed_reason:
        found.append(f"{short_day(to)} is not a working day for you ({closed_reason}).")
    if step.kind in PATH:
        place = PATH.index(step.kind)
        for other in steps:
            if other.kind not in PATH or not is_open(other) or other.id == step.id:
                continue
            if other.kind is StepKind.PAUSE:
                continue  # ``is_held_back`` says more about quiet time
            if (PATH.index(other.kind) > place and other.due <= to) or (
                PATH.index(other.kind) < place and other.due >= to
            ):
                found.append(f"That overtakes the {other.kind}, planned for {short_day(other.due)}.")
    return tuple(found)
