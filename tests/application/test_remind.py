# SPDX-License-Identifier: MIT
"""Reminders on the real store: once, never lost, never at the wrong time."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from fakes import FakeClock, FakeNotifier, NoHolidays
from hypothesis import given, settings
from hypothesis import strategies as st

from winback_desktop.application.advance import advance
from winback_desktop.application.announce import CARE_KEY, announcements, key_of, step_of, steps_behind
from winback_desktop.application.due import due_steps, in_turn
from winback_desktop.application.failures import Refused
from winback_desktop.application.missed_reminders import (
    missed,
    missed_steps,
    note_missed,
    put_missed_away,
)
from winback_desktop.application.move_steps import complete, postpone
from winback_desktop.application.own_records import Reminder
from winback_desktop.application.pause_reminders import (
    pause_reminders,
    pause_until_day,
    paused_until,
    resume_reminders,
)
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.remind import claim, due_now, next_moment, remind
from winback_desktop.application.reminder_hours import ReminderHours, save_reminder_hours
from winback_desktop.application.snooze import snooze, snooze_choices, snoozed, wake
from winback_desktop.domain.people import Interest
from winback_desktop.domain.practice import CARE, Plan, Step, StepKind, StepState, Touch, TouchKind
from winback_desktop.storage.opening import open_memory_store, open_store


@pytest.fixture
def note(work: Workspace, clock: FakeClock) -> int:
    """Of a loss learned on Friday 20 November: due on Wednesday the 25th, and the only step that is."""
    return lose(work, clock, "Rosa Delgado")


def lose(work: Workspace, clock: FakeClock, name: str) -> int:
    clock.instant = datetime(2026, 11, 20, 12, tzinfo=UTC)
    recorded = record_loss(work, LossDraft(name, learned_on=date(2026, 11, 20)))
    with work.store.transaction():
        for step in work.store.find(Step, plan=recorded.plan.id):
            if step.kind in CARE:
                work.store.remove(step)
    return next(step.id for step in recorded.steps if step.kind == "note")


def at(work: Workspace, clock: FakeClock, moment: str) -> None:
    clock.instant = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    advance(work)


@pytest.mark.parametrize(
    ("moment", "announced"),
    [
        ("2026-11-24 10:00", False),
        ("2026-11-25 08:00", False),
        ("2026-11-25 08:45", False),
        ("2026-11-25 09:00", True),
        ("2026-11-25 17:59", True),
        ("2026-11-25 18:00", False),
        ("2026-11-26 10:00", False),
        ("2026-11-27 10:00", True),
        ("2026-11-28 10:00", False),
    ],
)
def test_it_speaks_from_nine_on_working_days_outside_quiet_hours(
    work: Workspace, clock: FakeClock, note: int, moment: str, announced: bool
) -> None:
    at(work, clock, moment)
    assert [row.step for row in due_now(work)] == ([note] if announced else [])


def test_it_is_announced_once(work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int) -> None:
    at(work, clock, "2026-11-25 09:00")
    remind(work, notifier)
    remind(work, notifier)
    clock.move(days=5)
    remind(work, notifier)
    assert [step_of(shown.key) for shown in notifier.shown] == [note]
    (stored,) = work.store.find(Reminder)
    assert stored.shown_at is not None


def test_a_moved_step_is_announced_again(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    at(work, clock, "2026-11-25 09:00")
    remind(work, notifier)
    postpone(work, note, date(2026, 11, 27))
    at(work, clock, "2026-11-27 09:30")
    remind(work, notifier)
    assert len(notifier.shown) == 2


def test_two_programs_on_one_file_announce_it_once(tmp_path: Path, clock: FakeClock) -> None:
    file = tmp_path / "winback.db"
    stores = [open_store(file, clock_now=clock.now, program_version="test") for _ in range(2)]
    one, two = (Workspace(store, clock, NoHolidays()) for store in stores)
    lose(one, clock, "Rosa")
    at(one, clock, "2026-11-26 09:00")
    shown = FakeNotifier()
    assert len(due_now(two)) == len(due_now(one)) == 1
    remind(two, shown)
    remind(one, shown)
    assert len(shown.shown) == 1
    for work in (one, two):
        work.store.close()


def test_what_a_crash_left_unshown_is_missed_and_not_repeated(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    at(work, clock, "2026-11-25 09:00")
    claim(work, "a program that crashes here")
    clock.move(hours=1)
    assert remind(work, notifier) == []
    assert [row.step for row in missed(work)] == [note]
    note_missed(work)
    assert missed(work) == []
    assert missed_steps(work) == [note]
    assert remind(work, notifier) == []
    put_missed_away(work)
    assert missed_steps(work) == []


def test_a_clock_set_back_fires_nothing_twice(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    at(work, clock, "2026-11-27 10:00")
    remind(work, notifier)
    for moment in ("2026-11-25 09:00", "2026-11-20 10:00", "2026-11-27 09:59", "2026-11-27 10:30"):
        at(work, clock, moment)
        remind(work, notifier)
    assert len(notifier.shown) == 1


def test_a_clock_far_ahead_silences_nothing_for_ever(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    at(work, clock, "2031-03-05 10:00")
    remind(work, notifier)
    at(work, clock, "2026-11-25 09:00")
    remind(work, notifier)
    assert len(notifier.shown) == 2


def test_nothing_names_the_person_in_private_mode(work: Workspace, clock: FakeClock, note: int) -> None:
    at(work, clock, "2026-11-25 09:00")
    for _ in range(2):
        lose(work, clock, "Rosa Delgado")
    at(work, clock, "2026-11-25 09:00")
    rows = due_now(work)
    for shown in announcements(work, rows) + announcements(work, rows[:1]):
        assert "Rosa" not in shown.title + shown.body


def test_names_are_shown_where_the_owner_wants_it(work: Workspace, clock: FakeClock, note: int) -> None:
    save_reminder_hours(work, ReminderHours(private=False))
    at(work, clock, "2026-11-25 09:00")
    (shown,) = announcements(work, due_now(work))
    assert shown.title == "Write to Rosa Delgado"
    assert shown.body.startswith("The quiet days are over.")
    assert [button for button, _ in shown.buttons] == ["open", "later", "done"]


def test_more_than_two_become_one_digest_oldest_first(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    save_reminder_hours(work, ReminderHours(private=False))
    for name in ("Ben", "Ada", "Cleo", "Dan", "Eve"):
        lose(work, clock, name)
    postpone(work, note, date(2026, 12, 1))
    at(work, clock, "2026-12-02 09:00")
    (shown,) = remind(work, notifier)
    assert shown.title == "Six things to do"
    assert shown.body.splitlines()[0] == "Write to Ben"
    assert shown.body.splitlines()[-1] == "and two more"
    assert remind(work, notifier) == []


def test_what_the_owner_does_for_themselves_is_one_thing(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier
) -> None:
    save_reminder_hours(work, ReminderHours(private=False))
    clock.instant = datetime(2026, 11, 20, 12, tzinfo=UTC)
    for name in ("Rosa", "Ben"):
        record_loss(work, LossDraft(name, learned_on=date(2026, 11, 20)))
    at(work, clock, "2026-11-24 09:00")
    rows = due_now(work)
    (care,) = remind(work, notifier)
    assert (care.key, care.title) == (CARE_KEY, "Something for you")
    assert care.body.splitlines()[0] == "Take a walk"
    assert len(care.body.splitlines()) == len(set(care.body.splitlines())) < len(rows)
    assert steps_behind(CARE_KEY, rows) == tuple(row.step for row in rows)
    at(work, clock, "2026-11-25 09:00")
    assert [shown.title for shown in remind(work, notifier)] == ["Write to Rosa", "Write to Ben"]


def test_paused_reminders_say_nothing_and_lose_nothing(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    at(work, clock, "2026-11-25 09:00")
    pause_reminders(work, clock.local_now() + timedelta(hours=1))
    assert paused_until(work) == clock.local_now() + timedelta(hours=1)
    assert remind(work, notifier) == []
    clock.move(minutes=59)
    assert remind(work, notifier) == []
    clock.move(minutes=1)
    assert len(remind(work, notifier)) == 1
    assert paused_until(work) is None


def test_a_pause_can_be_ended(work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int) -> None:
    at(work, clock, "2026-11-25 09:00")
    pause_reminders(work, clock.local_now() + timedelta(days=7))
    resume_reminders(work)
    assert len(remind(work, notifier)) == 1


def test_a_snoozed_step_comes_again_once(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    at(work, clock, "2026-11-25 09:00")
    remind(work, notifier)
    lands = snooze(work, note, clock.local_now() + timedelta(hours=1), "hour")
    assert snoozed(work)[0][1] == lands
    clock.move(minutes=59)
    assert remind(work, notifier) == []
    clock.move(minutes=1)
    assert [step_of(shown.key) for shown in remind(work, notifier)] == [note]
    assert remind(work, notifier) == []
    assert snoozed(work) == []


def test_a_snooze_can_be_undone_and_redone_without_another_pop_up(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    at(work, clock, "2026-11-25 09:00")
    remind(work, notifier)
    snooze(work, note, clock.local_now() + timedelta(hours=1))
    assert work.store.undo() == "be reminded of “Write to Rosa Delgado” later"
    assert snoozed(work) == []
    clock.move(hours=2)
    assert remind(work, notifier) == []
    assert work.store.redo()
    assert len(remind(work, notifier)) == 1  # its moment had come meanwhile
    work.store.undo()
    assert remind(work, notifier) == []


def test_what_sleeps_can_be_put_back_on_the_list(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    at(work, clock, "2026-11-25 09:00")
    remind(work, notifier)
    snooze(work, note, clock.local_now() + timedelta(hours=1))
    wake(work, note)
    assert snoozed(work) == []
    clock.move(hours=2)
    assert remind(work, notifier) == []


def test_a_reminder_in_somebodys_hands_is_not_missed_yet(
    work: Workspace, clock: FakeClock, note: int
) -> None:
    at(work, clock, "2026-11-25 09:00")
    claim(work, "a slow program")
    clock.move(minutes=1)
    assert missed(work) == []


def test_a_reminder_tells_of_the_last_talk_and_a_gift_idea(
    work: Workspace, clock: FakeClock, note: int
) -> None:
    save_reminder_hours(work, ReminderHours(private=False))
    (step,) = work.store.find(Step, id=note)
    gift = next(s for s in work.store.find(Step, plan=step.plan) if s.kind == "gift")
    with work.store.transaction():
        heard = "she is building\na raised bed " + "x" * 200
        work.store.add(Touch(step.contact, TouchKind.CALL, date(2026, 11, 4), heard=heard))
        work.store.add(Interest("Gardening", contact=step.contact))
    at(work, clock, "2026-11-25 09:00")
    (shown,) = announcements(work, due_now(work))
    assert "\nYou last talked three weeks ago: she is building a raised bed x" in shown.body
    assert "idea" not in shown.body
    assert len(shown.body) < 250
    row = work.store.queries.step(gift.id)
    (shown,) = announcements(work, [row])
    assert "\nAn idea: " in shown.body
    save_reminder_hours(work, ReminderHours())
    (shown,) = announcements(work, [row])
    assert (shown.title, shown.body) == ("One small thing to do", "It waits on your Today page.")


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_a_pause_ends_on_a_day_of_the_coming_year(
    work: Workspace, clock: FakeClock, note: int, days: int
) -> None:
    at(work, clock, "2026-11-25 09:00")
    with pytest.raises(Refused):
        pause_until_day(work, clock.today() + timedelta(days=days))
    assert paused_until(work) is None
    pause_until_day(work, date(2026, 11, 30))
    assert paused_until(work) == datetime(2026, 11, 30, tzinfo=UTC)
    assert work.store.undo() == "pause reminders"


@pytest.mark.parametrize(
    ("moment", "until", "lands"),
    [
        ("2026-11-25 17:30", "2026-11-25 18:30", "2026-11-27 09:00"),
        ("2026-11-27 10:00", "2026-11-28 10:00", "2026-11-30 09:00"),
        ("2026-11-25 10:00", "2026-11-25 11:00", "2026-11-25 11:00"),
    ],
)
def test_a_snooze_never_lands_in_quiet_hours_or_on_a_closed_day(
    work: Workspace, clock: FakeClock, note: int, moment: str, until: str, lands: str
) -> None:
    at(work, clock, moment)
    wanted = datetime.fromisoformat(until).replace(tzinfo=UTC)
    assert snooze(work, note, wanted) == datetime.fromisoformat(lands).replace(tzinfo=UTC)


def test_a_snooze_into_the_past_or_of_a_closed_step_is_refused(
    work: Workspace, clock: FakeClock, note: int
) -> None:
    at(work, clock, "2026-11-25 10:00")
    with pytest.raises(Refused, match="later one"):
        snooze(work, note, clock.local_now())
    complete(work, note)
    with pytest.raises(Refused, match="closed"):
        snooze(work, note, clock.local_now() + timedelta(hours=2))


@pytest.mark.parametrize(
    ("moment", "keys"),
    [
        ("2026-11-23 10:00", ["hour", "afternoon", "tomorrow", "week"]),
        ("2026-11-23 15:00", ["hour", "tomorrow", "week"]),
        ("2026-11-23 17:30", ["tomorrow", "week"]),
        ("2026-11-25 10:00", ["hour", "afternoon", "working-day", "week"]),
        ("2026-11-27 10:00", ["hour", "afternoon", "working-day"]),
        ("2026-11-28 10:00", ["working-day"]),
    ],
)
def test_choices_depend_on_the_hour_and_the_day(
    work: Workspace, clock: FakeClock, moment: str, keys: list[str]
) -> None:
    at(work, clock, moment)
    assert [choice.key for choice in snooze_choices(work)] == keys


def test_the_last_choice_comes_first(work: Workspace, clock: FakeClock, note: int) -> None:
    at(work, clock, "2026-11-25 10:00")
    last = snooze_choices(work)[-1]
    snooze(work, note, last.until, last.key)
    assert snooze_choices(work)[0].key == last.key


def test_done_steps_are_not_announced(
    work: Workspace, clock: FakeClock, notifier: FakeNotifier, note: int
) -> None:
    at(work, clock, "2026-11-25 09:00")
    complete(work, note)
    assert remind(work, notifier) == []


def test_keys_and_steps_belong_together() -> None:
    assert step_of(key_of(17)) == 17
    assert step_of("digest") is None
    assert step_of("step-x") is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("move"), st.integers(-3 * 24 * 60, 5 * 24 * 60)),
            st.tuples(st.just("snooze"), st.integers(1, 3 * 24 * 60)),
            st.tuples(st.just("beat"), st.just(0)),
        ),
        max_size=25,
    )
)
def test_whatever_the_clock_does_a_step_fires_once_per_claim(doings: list[tuple[str, int]]) -> None:
    """Clock forwards and back: at most one pop-up and one more a snooze, and only when that is allowed."""
    clock, notifier = FakeClock(date(2026, 11, 24), time(9)), FakeNotifier()
    work = Workspace(open_memory_store(clock.now), clock, NoHolidays())
    step = lose(work, clock, "Rosa")
    at(work, clock, "2026-11-25 09:00")
    snoozes = 0
    for doing, minutes in doings:
        if doing == "move":
            clock.move(minutes=minutes)
            clock.instant = max(clock.instant, datetime(2026, 11, 24, tzinfo=UTC))
        elif doing == "snooze":
            snooze(work, step, clock.local_now() + timedelta(minutes=minutes))
            snoozes += 1
        before = len(notifier.shown)
        remind(work, notifier)
        if len(notifier.shown) > before:
            assert clock.today().weekday() < 5
            assert time(8, 30) <= clock.local_now().time() < time(18)
        assert next_moment(work) > clock.local_now()
    assert len(notifier.shown) <= 1 + snoozes
    # Nothing is lost: on a later working morning it has been announced.
    at(work, clock, "2027-01-11 10:00")
    remind(work, notifier)
    assert notifier.shown
    work.store.close()


def test_hundreds_of_announced_steps_never_hide_a_new_one(work: Workspace, clock: FakeClock) -> None:
    lose(work, clock, "Rosa Delgado")
    model = work.store.find(Step, kind="note")[0]
    with work.store.transaction():
        plan = work.store.get(Plan, model.plan)
        plans = work.store.add_all([plan._replace(id=0) for _ in range(1200)])
        work.store.add_all(
            [
                model._replace(id=0, plan=each.id, due=model.due - timedelta(days=40), state=StepState.READY)
                for each in plans
            ]
        )
    at(work, clock, "2026-11-24 10:00")
    assert len(claim(work)) == 1200
    assert claim(work) == []
    at(work, clock, "2026-11-25 10:00")
    assert [row.step for row in claim(work)] == [model.id]


@given(states=st.lists(st.sampled_from(list(StepState)), min_size=11, max_size=11))
@settings(max_examples=60, deadline=None)
def test_the_store_and_the_rows_agree_on_whose_turn_it_is(states: list[StepState]) -> None:
    clock = FakeClock(date(2026, 11, 20))
    work = Workspace(open_memory_store(clock.now), clock, NoHolidays())
    plan = record_loss(work, LossDraft("Rosa", learned_on=date(2026, 11, 20))).plan
    with work.store.transaction():
        for each in work.store.find(Step, plan=plan.id):
            work.store.remove(each)
        model = Step(plan.id, plan.contact, StepKind.NOTE, date(2026, 11, 20), date(2026, 11, 20))
        work.store.add_all(
            [model._replace(kind=kind, state=state) for kind, state in zip(StepKind, states, strict=True)]
        )
    until = date(2026, 11, 30)
    assert due_steps(work, until) == in_turn(work, work.store.queries.open_steps(until=until))
    work.store.close()
