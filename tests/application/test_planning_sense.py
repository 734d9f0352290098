# SPDX-License-Identifier: MIT
"""Dates that follow a late note, talks that count as the lunch, days too full, and pausing everything."""

from datetime import UTC, date, datetime, timedelta

import pytest
from fakes import FakeClock

from winback_desktop.application.advance import advance
from winback_desktop.application.failures import Refused
from winback_desktop.application.follow_up import count_as_lunch, lunch_question, moved_along
from winback_desktop.application.move_steps import complete
from winback_desktop.application.pause_everything import (
    pause_everything,
    paused_plans,
    resume_everything,
)
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.spread_due import spread, too_many
from winback_desktop.domain.practice import CARE, Plan, PlanState, Step, StepKind, Touch, TouchKind

LEARNED = date(2026, 11, 19)


def lose(work: Workspace, clock: FakeClock, name: str) -> Plan:
    clock.instant = datetime(2026, 11, 19, 12, tzinfo=UTC)
    return record_loss(work, LossDraft(name, learned_on=LEARNED)).plan


def at(work: Workspace, clock: FakeClock, day: date) -> None:
    clock.instant = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    advance(work)


def step_of(work: Workspace, plan: Plan, kind: StepKind) -> Step:
    (step,) = work.store.find(Step, plan=plan.id, kind=kind)
    return step


def test_a_late_note_says_what_moved_along_and_one_undo_takes_it_back(
    work: Workspace, clock: FakeClock
) -> None:
    plan = lose(work, clock, "Rosa")
    before = step_of(work, plan, StepKind.LUNCH).due
    at(work, clock, date(2027, 2, 1))
    complete(work, step_of(work, plan, StepKind.NOTE).id)
    latest, sentence = moved_along(work, 0)
    assert "The lunch to " in sentence
    assert sentence.endswith(" moved along, to leave time after the note.")
    assert moved_along(work, latest) == (latest, "")
    work.store.undo()
    assert step_of(work, plan, StepKind.LUNCH).due == before


def test_a_note_in_time_moves_nothing(work: Workspace, clock: FakeClock) -> None:
    plan = lose(work, clock, "Rosa")
    at(work, clock, date(2026, 11, 24))
    complete(work, step_of(work, plan, StepKind.NOTE).id)
    assert moved_along(work, 0)[1] == ""


def test_a_talk_near_the_lunch_may_count_as_it(work: Workspace, clock: FakeClock) -> None:
    plan = lose(work, clock, "Rosa")
    at(work, clock, date(2026, 11, 24))
    complete(work, step_of(work, plan, StepKind.NOTE).id)
    at(work, clock, date(2027, 2, 10))
    with work.store.change("log a call"):
        talk = work.store.add(Touch(plan.contact, TouchKind.CALL, clock.today(), "a good talk"))
    latest, question = lunch_question(work, 0)
    assert question is not None
    assert (latest, question.name) == (talk.id, "Rosa")
    assert lunch_question(work, latest) == (latest, None)
    done = count_as_lunch(work, question)
    assert done.done_on == date(2027, 2, 10)
    assert work.store.get(Touch, talk.id).step == done.id
    assert work.store.undo() == "count it as the lunch with Rosa"
    assert step_of(work, plan, StepKind.LUNCH).done_on is None
    assert work.store.get(Touch, talk.id).step is None


@pytest.mark.parametrize(
    ("kind", "on"),
    [
        (TouchKind.MESSAGE, date(2027, 2, 10)),
        (TouchKind.CALL, date(2026, 11, 20)),
        (TouchKind.CALL, date(2026, 12, 1)),
    ],
)
def test_a_line_a_talk_in_quiet_time_or_one_long_before_is_not_asked_about(
    work: Workspace, clock: FakeClock, kind: TouchKind, on: date
) -> None:
    plan = lose(work, clock, "Rosa")
    at(work, clock, date(2026, 11, 24))
    complete(work, step_of(work, plan, StepKind.NOTE).id)
    at(work, clock, on)
    with work.store.transaction():
        work.store.add(Touch(plan.contact, kind, on))
    assert lunch_question(work, 0)[1] is None


def test_too_much_on_one_day_is_spread_in_its_order_and_taken_back_at_once(
    work: Workspace, clock: FakeClock
) -> None:
    names = [f"Person {n}" for n in range(11)]
    plans = [lose(work, clock, name) for name in names]
    at(work, clock, date(2026, 11, 24))
    assert too_many(work) == 11
    assert spread(work) == 8
    assert too_many(work) == 0
    dues = [step_of(work, plan, StepKind.NOTE).due for plan in plans]
    assert dues == sorted(dues)
    assert {day: dues.count(day) for day in dues} == {
        date(2026, 11, 24): 3,
        date(2026, 11, 25): 3,
        date(2026, 11, 27): 3,
        date(2026, 11, 30): 2,
    }
    with pytest.raises(Refused, match="Not so much"):
        spread(work)
    assert work.store.undo() == "spread eight things over the coming days"
    assert too_many(work) == 11


def test_everything_waits_while_the_owner_is_away_and_keeps_its_order(
    work: Workspace, clock: FakeClock
) -> None:
    plans = [lose(work, clock, name) for name in ("Rosa", "Ben", "Ada")]
    at(work, clock, date(2026, 11, 24))
    before = {step.id: step for plan in plans for step in work.store.find(Step, plan=plan.id)}
    assert pause_everything(work, date(2026, 12, 8), "flu") == 3
    assert paused_plans(work) == (3, date(2026, 12, 8))
    assert work.store.queries.open_steps(until=date(2030, 1, 1)) == []
    for plan in plans:
        flexible = [
            (before[step.id].due, step.due)
            for step in work.store.find(Step, plan=plan.id, order="due")
            if step.kind not in (*CARE, StepKind.PAUSE)
        ]
        assert all(new >= old + timedelta(days=14) for old, new in flexible)
        assert [old for old, _ in flexible] == sorted(old for old, _ in flexible)
    at(work, clock, date(2026, 12, 8))
    assert paused_plans(work) == (0, None)
    at(work, clock, date(2026, 11, 24))
    work.store.undo()
    assert {step.id: step.due for step in work.store.find(Step)} == {
        number: step.due for number, step in before.items()
    }


def test_everything_goes_on_earlier_when_wanted(work: Workspace, clock: FakeClock) -> None:
    plan = lose(work, clock, "Rosa")
    at(work, clock, date(2026, 11, 24))
    pause_everything(work, date(2026, 12, 8))
    assert resume_everything(work) == 1
    assert work.store.get(Plan, plan.id).state is PlanState.ACTIVE
    with pytest.raises(Refused, match="No plan is paused"):
        resume_everything(work)


@pytest.mark.parametrize("days", [-1, 0, 367, 100_000])
def test_a_pause_of_everything_has_an_end_within_a_year(work: Workspace, clock: FakeClock, days: int) -> None:
    lose(work, clock, "Rosa")
    with pytest.raises(Refused):
        pause_everything(work, clock.today() + timedelta(days=days))
    assert paused_plans(work) == (0, None)


def test_without_a_plan_nothing_needs_a_pause(work: Workspace, clock: FakeClock) -> None:
    with pytest.raises(Refused, match="nothing needs a pause"):
        pause_everything(work, clock.today() + timedelta(days=3))
