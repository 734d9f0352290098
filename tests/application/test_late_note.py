# SPDX-License-Identifier: MIT
"""A note that came late: what is offered, what holds by itself, and when nothing is asked."""

from datetime import UTC, date, datetime, timedelta

import pytest
from fakes import FakeClock

from winback_desktop.application.advance import advance
from winback_desktop.application.failures import Refused
from winback_desktop.application.late_note import late_note, latest_late_note, shift_along
from winback_desktop.application.move_steps import complete, postpone, skip
from winback_desktop.application.owner import owner, save_owner
from winback_desktop.application.pause_everything import pause_everything
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.practice import Plan, Step, StepKind

LEARNED = date(2026, 11, 6)  # the note is due on Thu 12 Nov, after Veterans Day
LUNCH, GIFT = date(2027, 2, 8), date(2027, 5, 6)


@pytest.fixture
def plan(work: Workspace, clock: FakeClock) -> Plan:
    at(work, clock, LEARNED)
    return record_loss(work, LossDraft("Rosa", learned_on=LEARNED)).plan


def at(work: Workspace, clock: FakeClock, day: date) -> None:
    clock.instant = datetime(day.year, day.month, day.day, 15, tzinfo=UTC)
    advance(work)


def step(work: Workspace, kind: StepKind) -> Step:
    (found,) = work.store.find(Step, kind=kind)
    return found


def dues(work: Workspace) -> tuple[date, date]:
    return step(work, StepKind.LUNCH).due, step(work, StepKind.GIFT).due


def posted(work: Workspace, clock: FakeClock, day: date) -> int:
    at(work, clock, day)
    return complete(work, step(work, StepKind.NOTE).id).id


def test_nothing_moves_until_the_owner_wants_it_and_one_undo_takes_it_back(
    work: Workspace, clock: FakeClock, plan: Plan
) -> None:
    note = posted(work, clock, date(2026, 11, 24))
    late = late_note(work, note)
    assert late is not None
    assert latest_late_note(work, 0) == late
    assert (late.days, late.name, dues(work)) == (12, "Rosa", (LUNCH, GIFT))
    invited = step(work, StepKind.INVITE_LUNCH).due
    shift_along(work, late)
    assert dues(work) == (date(2027, 2, 22), date(2027, 5, 18)), "a Saturday becomes the Monday after"
    assert step(work, StepKind.INVITE_LUNCH).due > invited
    assert work.store.undo() == "shift the lunch and the gift with Rosa by twelve days"
    assert dues(work) == (LUNCH, GIFT)
    assert step(work, StepKind.INVITE_LUNCH).due == invited


@pytest.mark.parametrize("day", [date(2026, 11, 12), date(2026, 11, 13), date(2026, 11, 15)])
def test_a_day_or_a_weekend_is_no_delay(work: Workspace, clock: FakeClock, plan: Plan, day: date) -> None:
    assert late_note(work, posted(work, clock, day)) is None
    assert latest_late_note(work, 0) is None


def test_a_note_that_was_put_off_is_late_all_the_same(work: Workspace, clock: FakeClock, plan: Plan) -> None:
    at(work, clock, date(2026, 11, 12))
    postpone(work, step(work, StepKind.NOTE).id, date(2026, 11, 24))
    late = late_note(work, posted(work, clock, date(2026, 11, 24)))
    assert late is not None
    assert late.days == 12


def test_a_note_that_waited_with_its_whole_plan_is_not_late(
    work: Workspace, clock: FakeClock, plan: Plan
) -> None:
    at(work, clock, date(2026, 11, 11))
    pause_everything(work, date(2026, 12, 9), "flu")
    at(work, clock, date(2026, 12, 10))
    assert late_note(work, posted(work, clock, date(2026, 12, 10))) is None


def test_the_least_distance_holds_by_itself_and_the_rest_is_offered(
    work: Workspace, clock: FakeClock, plan: Plan
) -> None:
    day = date(2027, 1, 29)
    late = late_note(work, posted(work, clock, day))
    assert late is not None
    assert min(dues(work)) >= day + timedelta(days=56)
    assert [shift.due for shift in late.shifts] == list(dues(work))
    assert [shift.to for shift in late.shifts] == [
        planned + timedelta(days=late.days) for planned in (LUNCH, GIFT)
    ], "as far as it was late from the days that the plan had, not from those of the distance"
    shift_along(work, late)
    assert work.store.undo() == "shift the lunch and the gift with Rosa further"


def test_dates_counted_from_the_posting_need_no_question(
    work: Workspace, clock: FakeClock, plan: Plan
) -> None:
    save_owner(work, owner(work)._replace(anchor="posted"))
    note = posted(work, clock, date(2026, 11, 24))
    assert dues(work)[0] == date(2027, 2, 24)
    assert late_note(work, note) is None


def test_only_what_is_open_is_offered_and_what_closed_meanwhile_is_refused(
    work: Workspace, clock: FakeClock, plan: Plan
) -> None:
    at(work, clock, date(2026, 11, 24))
    skip(work, step(work, StepKind.LUNCH).id, "they moved away")
    late = late_note(work, posted(work, clock, date(2026, 11, 24)))
    assert late is not None
    assert [shift.kind for shift in late.shifts] == [StepKind.GIFT]
    skip(work, step(work, StepKind.GIFT).id, "no gifts")
    with pytest.raises(Refused, match="closed already"):
        shift_along(work, late)


def test_a_late_note_of_another_time_is_not_asked_about_again(
    work: Workspace, clock: FakeClock, plan: Plan
) -> None:
    posted(work, clock, date(2026, 11, 24))
    clock.move(minutes=1)
    assert latest_late_note(work, 0) is None
