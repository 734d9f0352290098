# SPDX-License-Identifier: MIT
"""Which moves the practice allows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain.moves import (
    is_outbound,
    is_turn_of,
    move_warnings,
    next_path_step,
    plan_state_on,
    refusal,
    step_state_on,
)
from winback_desktop.domain.practice import CARE, PATH, Plan, PlanState, Step, StepKind, StepState

TUE = date(2026, 11, 24)
PLAN = Plan(loss=1, contact=1, state=PlanState.QUIET, quiet_until=TUE)


def step(kind: StepKind, due: date = TUE, state: StepState = StepState.PLANNED, id: int = 0) -> Step:
    return Step(1, 1, kind, due, due, state, id=id or list(StepKind).index(kind) + 1)


@pytest.mark.parametrize(
    ("plan", "day", "wanted"),
    [
        (PLAN, TUE, PlanState.QUIET),
        (PLAN, TUE + timedelta(days=1), PlanState.ACTIVE),
        (PLAN._replace(unlocked_on=TUE), TUE, PlanState.ACTIVE),
        (PLAN._replace(state=PlanState.ACTIVE), TUE, PlanState.QUIET),
        (PLAN._replace(state=PlanState.RESTING), TUE, PlanState.RESTING),
        (PLAN._replace(state=PlanState.REHIRED), TUE + timedelta(days=900), PlanState.REHIRED),
        (PLAN._replace(state=PlanState.PAUSED, paused_until=TUE), TUE - timedelta(days=1), PlanState.PAUSED),
        (
            PLAN._replace(state=PlanState.PAUSED, paused_until=TUE, paused_from=PlanState.ACTIVE),
            TUE + timedelta(days=3),
            PlanState.ACTIVE,
        ),
    ],
)
def test_the_day_decides_a_plans_state(plan: Plan, day: date, wanted: PlanState) -> None:
    assert plan_state_on(plan, day) is wanted


@pytest.mark.parametrize("kind", [kind for kind in StepKind if is_outbound(kind)])
def test_nothing_outbound_in_quiet_time(kind: StepKind) -> None:
    assert "Quiet time lasts through Tue 24 Nov 2026" in refusal(step(kind), PLAN, TUE)
    assert refusal(step(kind), PLAN._replace(unlocked_on=TUE), TUE) == ""


@pytest.mark.parametrize("kind", CARE)
def test_care_is_possible_at_any_time(kind: StepKind) -> None:
    assert refusal(step(kind), PLAN, TUE) == ""
    assert refusal(step(kind), PLAN._replace(state=PlanState.DECEASED), TUE) == ""


def test_ended_paused_and_closed_are_refused_in_words() -> None:
    later = TUE + timedelta(days=9)
    assert "paused" in refusal(step(StepKind.NOTE), PLAN._replace(state=PlanState.PAUSED), later)
    assert "ended" in refusal(step(StepKind.NOTE), PLAN._replace(state=PlanState.REHIRED), later)
    assert "closed already" in refusal(step(StepKind.NOTE, state=StepState.DONE), PLAN, later)


@given(st.permutations([step(kind) for kind in PATH]), st.sets(st.sampled_from(PATH)))
def test_exactly_one_next_step(steps: list[Step], done: set[StepKind]) -> None:
    steps = [s._replace(state=StepState.DONE) if s.kind in done else s for s in steps]
    turns = [s for s in steps if s.state is StepState.PLANNED and is_turn_of(s, steps)]
    following = next_path_step(steps)
    assert turns == ([following] if following else [])


def test_states_follow_the_day_both_ways() -> None:
    note = step(StepKind.NOTE, TUE + timedelta(days=1))
    ready = step_state_on(note, PlanState.ACTIVE, note.due, True)
    assert ready is StepState.READY
    back = step_state_on(note._replace(state=ready), PlanState.QUIET, TUE, True)
    assert back is StepState.PLANNED
    pause = step(StepKind.PAUSE)
    assert step_state_on(pause, PlanState.ACTIVE, TUE, True) is StepState.DONE
    assert (
        step_state_on(pause._replace(state=StepState.DONE), PlanState.QUIET, TUE, True) is StepState.PLANNED
    )


def test_a_move_warns_and_never_forbids() -> None:
    lunch, gift = step(StepKind.LUNCH, date(2027, 2, 22)), step(StepKind.GIFT, date(2027, 5, 20))
    assert move_warnings(lunch, date(2027, 3, 1), [lunch, gift], "") == ()
    found = move_warnings(lunch, date(2027, 5, 31), [lunch, gift], "Memorial Day")
    assert found == (
        "Mon 31 May 2027 is not a working day for you (Memorial Day).",
        "That overtakes the gift, planned for Thu 20 May 2027.",
    )
