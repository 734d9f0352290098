# SPDX-License-Identifier: MIT
"""Moves plans and steps on with the day: quiet time ends, pauses run out, steps become ready. Idempotent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winback_desktop.application.ports import Workspace
from winback_desktop.domain.moves import is_turn_of, plan_state_on, step_state_on

if TYPE_CHECKING:
    from datetime import date

    from winback_desktop.domain.practice import Plan, Step


def advance(work: Workspace) -> int:
    """Bring every live or paused plan to today's state and return how many plans changed.

    Derived from the dates alone, both ways, so a clock far ahead or set back writes nothing irreversible.
    """
    if work.store.read_only:
        return 0
    today = work.clock.today()
    numbers = work.store.queries.plans_to_advance(today)
    if not numbers:
        return 0
    # Imported here: on most starts nothing has to move, and only then are the records needed.
    from winback_desktop.domain.practice import Plan

    moving = [number for number in numbers if _moves(work, work.store.get(Plan, number), today)]
    if moving:
        # All at once: each commit waits for the disk, and on some mornings there are hundreds.
        with work.store.transaction():
            for number in moving:
                advance_plan(work, work.store.get(Plan, number))
    return len(moving)


def _moves(work: Workspace, plan: Plan, today: date) -> bool:
    """Whether the day changes the plan or one of its steps."""
    from winback_desktop.domain.practice import Step

    state = plan_state_on(plan, today)
    steps = work.store.find(Step, plan=plan.id)
    return state is not plan.state or any(
        step.state is not step_state_on(step, state, today, is_turn_of(step, steps)) for step in steps
    )


def advance_plan(work: Workspace, plan: Plan) -> tuple[Plan, tuple[Step, ...]]:
    """Bring one plan and its steps to today's state, inside the caller's transaction."""
    from winback_desktop.domain.practice import Step

    today = work.clock.today()
    state = plan_state_on(plan, today)
    if state is not plan.state:
        plan = work.store.save(
            plan._replace(state=state, state_since=today, paused_from=None, paused_until=None)
        )
    steps = work.store.find(Step, plan=plan.id)
    for place, step in enumerate(steps):
        wanted = step_state_on(step, state, today, is_turn_of(step, steps))
        if wanted is not step.state:
            done = plan.quiet_until if step.done_on is None and wanted == "done" else None
            # Kept in the list at once: the pause that is done now makes it the note's turn.
            steps[place] = work.store.save(step._replace(state=wanted, done_on=done))
    return plan, tuple(sorted(steps, key=lambda step: (step.due, step.id)))
