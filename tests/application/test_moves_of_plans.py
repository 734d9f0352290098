# SPDX-License-Identifier: MIT
"""Steps and plans moved on through the real store: every invariant, every refusal, every undo."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from fakes import FakeClock, NoHolidays
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from winback_desktop.application.advance import advance
from winback_desktop.application.change_plans import (
    close,
    end_for_status,
    lengthen_quiet,
    pause,
    rehire,
    rest,
    resume,
    unlock_early,
    withdraw,
)
from winback_desktop.application.due import due_steps
from winback_desktop.application.failures import Missing, Refused
from winback_desktop.application.move_steps import begin, complete, make_smaller, postpone, skip, warnings_for
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, Recorded, record_loss
from winback_desktop.domain.moves import is_open, is_outbound, next_path_step
from winback_desktop.domain.people import Contact, ContactStatus
from winback_desktop.domain.practice import CARE, Plan, PlanState, Step, StepKind, StepMove, StepState
from winback_desktop.storage.opening import open_memory_store

NOTE_DAY = date(2026, 11, 25)


@pytest.fixture
def rosa(work: Workspace, clock: FakeClock) -> Recorded:
    """Lost on Friday 20 November 2026; the clock stands on that day."""
    clock.move(days=-4)
    return record_loss(work, LossDraft("Rosa Delgado"))


def step_of(work: Workspace, recorded: Recorded, kind: StepKind) -> Step:
    return work.store.find(Step, plan=recorded.plan.id, kind=kind)[0]


def to_note_day(work: Workspace, clock: FakeClock) -> None:
    clock.move(days=(NOTE_DAY - clock.today()).days)
    advance(work)


def test_quiet_time_refuses_and_names_its_end(work: Workspace, rosa: Recorded) -> None:
    note = step_of(work, rosa, StepKind.NOTE)
    with pytest.raises(Refused, match="through Tue 24 Nov 2026"):
        complete(work, note.id)
    with pytest.raises(Refused, match="through Tue 24 Nov 2026"):
        postpone(work, note.id, date(2026, 11, 24))
    assert step_of(work, rosa, StepKind.NOTE) == note


def test_early_unlock_needs_a_reason_that_is_kept(work: Workspace, rosa: Recorded) -> None:
    with pytest.raises(Refused, match="type why"):
        unlock_early(work, rosa.plan.id, "  ")
    opened = unlock_early(work, rosa.plan.id, "They moved the funeral forward")
    assert opened.state is PlanState.ACTIVE
    assert opened.unlock_reason == "They moved the funeral forward"
    complete(work, step_of(work, rosa, StepKind.NOTE).id)
    assert work.store.undo_label() == "mark “Write to Rosa Delgado” as done"


def test_the_whole_path_leads_to_an_open_door(work: Workspace, clock: FakeClock, rosa: Recorded) -> None:
    for kind in (StepKind.NOTE, StepKind.LUNCH, StepKind.GIFT):
        step = step_of(work, rosa, kind)
        clock.move(days=(step.due - clock.today()).days)
        advance(work)
        assert next(row.kind for row in due_steps(work) if row.kind == kind)
        complete(work, step.id)
    plan = work.store.get(Plan, rosa.plan.id)
    assert plan.state is PlanState.RESTING
    steps = work.store.find(Step, plan=plan.id)
    assert {s.kind for s in steps if is_open(s)} <= set(CARE)
    assert step_of(work, rosa, StepKind.CHOOSE_GIFT).state is StepState.DROPPED
    back = rehire(work, plan.id)
    assert back.state is PlanState.REHIRED
    assert not any(is_open(s) for s in work.store.find(Step, plan=plan.id))
    for label in ("mark Rosa Delgado as re-hired", "mark “A small gift for Rosa Delgado” as done"):
        assert work.store.undo() == label
    assert work.store.get(Plan, plan.id).state is PlanState.ACTIVE


def test_a_late_note_moves_lunch_and_gift_with_their_lead_tasks(
    work: Workspace, clock: FakeClock, rosa: Recorded
) -> None:
    clock.move(days=(date(2027, 2, 1) - clock.today()).days)
    advance(work)
    complete(work, step_of(work, rosa, StepKind.NOTE).id)
    lunch, gift = step_of(work, rosa, StepKind.LUNCH), step_of(work, rosa, StepKind.GIFT)
    assert lunch.due == date(2027, 3, 29)
    assert (gift.due - lunch.due).days >= 56
    assert step_of(work, rosa, StepKind.INVITE_LUNCH).due == lunch.due - timedelta(days=21)
    reasons = {move.reason for move in work.store.find(StepMove, step=lunch.id)}
    assert "keeps its distance from the note" in reasons


def test_later_moves_the_lead_tasks_too_and_keeps_the_reason(
    work: Workspace, clock: FakeClock, rosa: Recorded
) -> None:
    to_note_day(work, clock)
    lunch = step_of(work, rosa, StepKind.LUNCH)
    postpone(work, lunch.id, date(2027, 4, 12), "They are abroad")
    assert step_of(work, rosa, StepKind.LUNCH).state is StepState.POSTPONED
    assert step_of(work, rosa, StepKind.INVITE_LUNCH).due == date(2027, 3, 22)
    move = work.store.find(StepMove, step=lunch.id)[-1]
    assert (move.from_due, move.to_due, move.reason) == (
        date(2027, 2, 22),
        date(2027, 4, 12),
        "They are abroad",
    )
    assert work.store.undo() == "move “Lunch with Rosa Delgado” to Mon 12 Apr 2027"
    assert step_of(work, rosa, StepKind.LUNCH) == lunch


def test_a_move_warns_of_a_holiday_and_of_overtaking(work: Workspace, rosa: Recorded) -> None:
    lunch = step_of(work, rosa, StepKind.LUNCH)
    assert warnings_for(work, lunch.id, date(2027, 2, 23)) == ()
    found = warnings_for(work, lunch.id, date(2027, 5, 31))
    assert any("Memorial Day" in sentence for sentence in found)
    assert any("overtakes the gift" in sentence for sentence in found)


def test_smaller_once_and_skipped_only_with_a_reason(
    work: Workspace, clock: FakeClock, rosa: Recorded
) -> None:
    to_note_day(work, clock)
    note = step_of(work, rosa, StepKind.NOTE)
    assert make_smaller(work, note.id).smaller
    with pytest.raises(Refused, match="no smaller version"):
        make_smaller(work, note.id)
    with pytest.raises(Refused, match="give a reason") as refused:
        skip(work, note.id, " ")
    assert refused.value.field == "reason"
    assert skip(work, note.id, "I said it in person").state is StepState.SKIPPED
    assert next_path_step(work.store.find(Step, plan=rosa.plan.id)).kind is StepKind.LUNCH  # type: ignore[union-attr]


def test_a_closed_step_and_an_unknown_one(work: Workspace, clock: FakeClock, rosa: Recorded) -> None:
    to_note_day(work, clock)
    note = step_of(work, rosa, StepKind.NOTE)
    begin(work, note.id)
    complete(work, note.id)
    for move in (complete, begin, make_smaller):
        with pytest.raises(Refused, match="closed already"):
            move(work, note.id)
    with pytest.raises(Missing):
        complete(work, 999_999)
    with pytest.raises(Refused, match="still to come"):
        complete(work, step_of(work, rosa, StepKind.WALK).id, clock.today() + timedelta(days=1))
    with pytest.raises(Refused, match="That day is over"):
        postpone(work, step_of(work, rosa, StepKind.LUNCH).id, clock.today() - timedelta(days=1))


def test_no_contact_drops_what_is_outbound_and_keeps_care(work: Workspace, rosa: Recorded) -> None:
    with work.store.change("mark"):
        contact = work.store.save(rosa.contact._replace(status=ContactStatus.DO_NOT_CONTACT))
        end_for_status(work, contact)
    steps = work.store.find(Step, plan=rosa.plan.id)
    assert not any(is_open(s) and is_outbound(s.kind) for s in steps)
    assert {s.kind for s in steps if is_open(s)} == set(CARE)
    assert all(row.kind in CARE for row in due_steps(work, date(2027, 12, 1)))
    assert due_steps(work, date(2027, 12, 1))
    with pytest.raises(Refused):
        rehire(work, rosa.plan.id)


def test_pause_shifts_and_resumes_by_itself(work: Workspace, clock: FakeClock, rosa: Recorded) -> None:
    to_note_day(work, clock)
    pause(work, rosa.plan.id, date(2026, 12, 9), "Flu")
    assert not [row for row in due_steps(work) if row.plan == rosa.plan.id]
    assert step_of(work, rosa, StepKind.NOTE).due == date(2026, 12, 9)
    clock.move(days=14)
    advance(work)
    assert work.store.get(Plan, rosa.plan.id).state is PlanState.ACTIVE
    assert [row.kind for row in due_steps(work) if row.kind not in CARE] == ["note"]
    with pytest.raises(Refused, match="not paused"):
        resume(work, rosa.plan.id)


def test_quiet_time_can_be_longer_never_shorter(work: Workspace, rosa: Recorded) -> None:
    longer = lengthen_quiet(work, rosa.plan.id, date(2026, 12, 4))
    assert longer.quiet_until == date(2026, 12, 4)
    assert step_of(work, rosa, StepKind.NOTE).due == date(2026, 12, 7)
    with pytest.raises(Refused, match="choose a later day"):
        lengthen_quiet(work, rosa.plan.id, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("move", "state"),
    [
        (lambda work, plan: rest(work, plan), PlanState.RESTING),
        (lambda work, plan: close(work, plan, "Retired"), PlanState.CLOSED),
        (lambda work, plan: withdraw(work, plan), PlanState.WITHDRAWN),
        (lambda work, plan: rehire(work, plan), PlanState.REHIRED),
    ],
)
def test_every_end_drops_what_is_open_and_can_be_undone(work: Workspace, rosa: Recorded, move, state) -> None:  # type: ignore[no-untyped-def]
    before = work.store.find(Step, plan=rosa.plan.id)
    assert move(work, rosa.plan.id).state is state
    assert not any(is_open(s) for s in work.store.find(Step, plan=rosa.plan.id))
    work.store.undo()
    assert work.store.find(Step, plan=rosa.plan.id) == before
    work.store.redo()
    assert work.store.get(Plan, rosa.plan.id).state is state


def test_a_clock_far_ahead_writes_nothing_irreversible(
    work: Workspace, clock: FakeClock, rosa: Recorded
) -> None:
    def stored() -> list[object]:
        return [*work.store.find(Plan), *(s._replace(done_on=None) for s in work.store.find(Step))]

    before = stored()
    clock.move(days=5000)
    advance(work)
    assert stored() != before
    clock.move(days=-5000)
    advance(work)
    assert [x for x in stored() if isinstance(x, Step)] == [x for x in before if isinstance(x, Step)]
    assert work.store.get(Plan, rosa.plan.id).state is PlanState.QUIET


moves = st.lists(
    st.tuples(
        st.sampled_from(
            ["done", "later", "smaller", "skip", "pause", "rehire", "rest", "day", "undo", "redo"]
        ),
        st.integers(0, 10),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves)
def test_whatever_is_done_the_invariants_hold_and_everything_can_be_undone(
    played: list[tuple[str, int]],
) -> None:
    clock = FakeClock(date(2026, 11, 20))
    work = Workspace(open_memory_store(clock.now), clock, NoHolidays())
    try:
        plan = record_loss(work, LossDraft("Rosa")).plan.id
        for move, number in played:
            _play(work, clock, plan, move, number)
            _check(work, clock)
        while work.store.undo():
            pass
        assert work.store.find(Contact) == work.store.find(Plan) == work.store.find(Step) == []
    finally:
        work.store.close()


def _play(work: Workspace, clock: FakeClock, plan: int, move: str, number: int) -> None:
    step = work.store.find(Step, plan=plan)[number % 11].id if work.store.find(Step, plan=plan) else 0
    with suppress(Refused):
        match move:
            case "done":
                complete(work, step)
            case "later":
                postpone(work, step, clock.today() + timedelta(days=number * 9))
            case "smaller":
                make_smaller(work, step)
            case "skip":
                skip(work, step, "because")
            case "pause":
                pause(work, plan, clock.today() + timedelta(days=number), "away")
            case "rehire":
                rehire(work, plan)
            case "rest":
                rest(work, plan)
            case "day":
                clock.move(days=number * 7)
            case "undo":
                work.store.undo()
            case "redo":
                work.store.redo()
    advance(work)


def _check(work: Workspace, clock: FakeClock) -> None:
    for plan in work.store.find(Plan):
        steps = work.store.find(Step, plan=plan.id)
        following = next_path_step(steps)
        if plan.state in (PlanState.QUIET, PlanState.ACTIVE, PlanState.PAUSED):
            assert following is not None, "an active plan has a next step"
        else:
            assert following is None
        due = [row for row in due_steps(work) if row.kind not in CARE]
        if plan.state is not PlanState.ACTIVE:
            assert due == []
        assert all(row.due <= clock.today() for row in due)
