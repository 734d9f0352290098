# SPDX-License-Identifier: MIT
"""What the owner does for themselves: check-ins, walks, talks, the game, and dismissing what is unwanted."""

from datetime import UTC, date, datetime, timedelta

import pytest
from fakes import FakeClock, FakeNotifier

from winback_desktop.application import care_steps, play_game, take_walk
from winback_desktop.application.check_in import check_in, mood, own_words, remove_check_in
from winback_desktop.application.export_data import gather_archive
from winback_desktop.application.failures import Missing, Refused
from winback_desktop.application.lean_on import (
    add_helper,
    edit_helper,
    helpers,
    log_talk,
    stop_leaning,
    talks_with,
)
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.remind import due_now, next_moment, remind
from winback_desktop.domain.care import CheckIn, GoodDeed, Walk, WalkAnswer
from winback_desktop.domain.people import Contact, Role
from winback_desktop.domain.practice import Step, StepKind, StepState


@pytest.fixture
def rosa(work: Workspace):
    return record_loss(work, LossDraft("Rosa Delgado", learned_on=work.clock.today()))


def step(work: Workspace, kind: StepKind) -> Step:
    return work.store.find(Step, kind=kind, order="-id")[0]


# Check-in


def test_a_check_in_is_kept_undoable_and_drawn_beside_the_losses(work: Workspace, clock: FakeClock, rosa):
    check_in(work, "  quite  calm ", 4, " slept ")
    clock.move(days=3)
    check_in(work, "tired", 2)
    found = mood(work)
    assert [(one.word, one.level) for one in found.points] == [("quite calm", 4), ("tired", 2)]
    assert found.losses == (date(2026, 11, 24),)
    assert own_words(work) == ["tired", "quite calm"]
    remove_check_in(work, found.points[0].id)
    assert len(mood(work).points) == 1
    work.store.undo()
    work.store.undo()
    assert [one.word for one in work.store.find(CheckIn)] == ["quite calm"]


@pytest.mark.parametrize(
    ("word", "level", "line", "field"),
    [("calm", 0, "", "level"), ("calm", 6, "", "level"), (" ", 3, "", "word"), ("x" * 41, 3, "", "word"),
     ("calm", 3, "x" * 2001, "line")],
)  # fmt: skip
def test_a_check_in_that_says_nothing_gets_a_sentence(work: Workspace, word, level, line, field):
    with pytest.raises(Refused) as refused:
        check_in(work, word, level, line)
    assert refused.value.field == field
    assert work.store.find(CheckIn) == []


def test_check_ins_leave_only_when_asked_for(work: Workspace):
    check_in(work, "calm", 4)
    assert gather_archive(work).records[CheckIn] == ()
    assert len(gather_archive(work, private=True).records[CheckIn]) == 1


# Walk


def test_a_walk_silences_reminders_and_its_answer_stays_with_the_plan(
    work: Workspace, clock: FakeClock, rosa
):
    clock.move(days=1)
    assert due_now(work)
    walk = take_walk.begin_walk(work, 20)
    assert walk.plan == rosa.plan.id
    assert due_now(work) == []
    assert remind(work, FakeNotifier()) == []
    assert next_moment(work) == take_walk.walking_until(work) == datetime(2026, 11, 25, 9, 20, tzinfo=UTC)
    clock.move(minutes=20)
    assert due_now(work)
    assert take_walk.claim_return(work).id == walk.id
    assert take_walk.claim_return(work) is None
    take_walk.answer_walk(work, walk.id, WalkAnswer.LET_GO, "the price")
    done = step(work, StepKind.WALK)
    assert (done.state, done.reason, done.plan) == (
        StepState.DONE, "After a walk, let go: the price", rosa.plan.id,
    )  # fmt: skip
    assert take_walk.walk_now(work) is None
    work.store.undo()
    assert step(work, StepKind.WALK).state is StepState.READY
    assert take_walk.walk_now(work).walk.id == walk.id


def test_a_walk_needs_no_loss_and_coming_back_early_is_not_announced(work: Workspace, clock: FakeClock):
    take_walk.begin_walk(work, 60)
    with pytest.raises(Refused, match="until 10:00"):
        take_walk.begin_walk(work, 15)
    clock.move(minutes=5)
    take_walk.come_back(work)
    now = take_walk.walk_now(work)
    assert (now.away, now.walk.plan) == (False, None)
    assert take_walk.claim_return(work) is None
    take_walk.answer_walk(work, now.walk.id, WalkAnswer.NOTHING)
    assert work.store.find(Walk)[0].back_at == clock.now()


@pytest.mark.parametrize("minutes", [0, -20, 4, 181])
def test_an_odd_walk_gets_a_sentence(work: Workspace, minutes: int):
    with pytest.raises(Refused) as refused:
        take_walk.begin_walk(work, minutes)
    assert refused.value.field == "minutes"


def test_a_clock_set_back_ends_the_walk_with_a_word_and_loses_nothing(work: Workspace, clock: FakeClock):
    take_walk.begin_walk(work, 30)
    clock.move(hours=-3)
    now = take_walk.walk_now(work)
    assert (now.away, now.clock_moved) == (False, True)
    take_walk.answer_walk(work, now.walk.id, WalkAnswer.NEXT, "call Ines")
    kept = work.store.find(Walk)[0]
    assert kept.words == "call Ines"
    assert kept.back_at >= kept.started_at


def test_a_walk_over_the_end_of_summer_time_lasts_as_long_as_any(work: Workspace, clock: FakeClock):
    from zoneinfo import ZoneInfo

    zone = ZoneInfo("Europe/Berlin")  # on 25 October 2026 the hour from two to three comes twice
    clock.instant = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
    local = work._replace(clock=_Zoned(clock, zone))
    take_walk.begin_walk(local, 20)
    assert f"{take_walk.walking_until(local):%H:%M %Z}" == "02:10 CET"
    clock.move(minutes=19)
    assert take_walk.walk_now(local).away
    clock.move(minutes=1)
    assert not take_walk.walk_now(local).away


class _Zoned:
    def __init__(self, clock: FakeClock, zone) -> None:
        self._clock, self._zone = clock, zone

    def now(self) -> datetime:
        return self._clock.now()

    def local_now(self) -> datetime:
        return self._clock.now().astimezone(self._zone)

    def today(self) -> date:
        return self.local_now().date()


def test_a_walk_is_asked_about_for_a_day_and_not_for_ever(work: Workspace, clock: FakeClock):
    take_walk.begin_walk(work, 15)
    clock.move(hours=23)
    assert take_walk.walk_now(work) is not None
    clock.move(hours=2)
    assert take_walk.walk_now(work) is None


# People to lean on


def test_the_one_not_asked_for_longest_is_suggested_and_a_talk_answers_the_step(
    work: Workspace, clock: FakeClock, rosa
):
    sam = add_helper(work, "Sam Whitfield", "+1 555", "", "asks good questions")
    nadia = add_helper(work, "Nadia Romero", "", "nadia@example.com")
    log_talk(work, sam.id, "about Rosa")
    assert step(work, StepKind.TALK).state is StepState.DONE
    found = helpers(work)
    assert [(one.name, one.suggested) for one in found] == [("Nadia Romero", True), ("Sam Whitfield", False)]
    assert (found[1].phone, found[1].why, found[1].last_on) == (
        "+1 555",
        "asks good questions",
        clock.today(),
    )
    assert [touch.summary for touch in talks_with(work, sam.id)] == ["about Rosa"]
    edit_helper(work, nadia.id, "+44 20", "", "laughs")
    nadia_row = next(one for one in helpers(work) if one.contact == nadia.id)
    assert (nadia_row.phone, nadia_row.email, nadia_row.why) == ("+44 20", "nadia@example.com", "laughs")
    stop_leaning(work, nadia.id)
    assert [one.name for one in helpers(work)] == ["Sam Whitfield"]
    work.store.undo()
    assert len(helpers(work)) == 2


def test_somebody_known_keeps_what_is_known_and_gains_the_role(work: Workspace, clock: FakeClock):
    with work.store.change("a client"):
        known = work.store.add(Contact("Ines Moreau", roles=(Role.CLIENT, Role.BEST)))
    assert add_helper(work, " ines moreau ", "+33 1").id == known.id
    assert work.store.get(Contact, known.id).roles == (Role.CLIENT, Role.BEST, Role.LEAN_ON)
    with pytest.raises(Refused, match="still to come"):
        log_talk(work, known.id, on=clock.today() + timedelta(days=1))
    with pytest.raises(Refused) as refused:
        add_helper(work, "  ")
    assert refused.value.field == "name"


# The game


def test_a_mission_counts_pauses_and_ends_without_ever_costing_anything(
    work: Workspace, clock: FakeClock, rosa
):
    play_game.start_mission(work, "  Paperwork  ", 3)
    assert step(work, StepKind.GAME).state is StepState.UNDER_WAY
    play_game.help_one(work, "the baker", "her till")
    play_game.pause_mission(work)
    clock.move(days=20)
    paused = play_game.standing(work)
    assert (paused.paused, paused.over, paused.helped) == (True, False, 1)
    play_game.resume_mission(work)
    play_game.help_one(work)
    play_game.help_one(work)
    assert step(work, StepKind.GAME).state is StepState.DONE
    found = play_game.standing(work)
    assert (found.helped, found.best, found.over, found.is_best) == (3, 3, False, True)
    clock.move(days=8)
    assert play_game.standing(work).over
    play_game.finish_mission(work)
    play_game.start_mission(work, "", 1)
    assert play_game.standing(work).best == 3


def test_a_mission_of_nobody_and_a_second_one_get_a_sentence(work: Workspace):
    with pytest.raises(Refused) as refused:
        play_game.start_mission(work, "Nobody", 0)
    assert refused.value.field == "target"
    assert play_game.standing(work) is None
    play_game.start_mission(work, "One", 1)
    with pytest.raises(Refused, match="One"):
        play_game.start_mission(work, "Two", 2)
    play_game.finish_mission(work)
    with pytest.raises(Refused):
        play_game.finish_mission(work)
    with pytest.raises(Refused):
        play_game.pause_mission(work)


def test_helping_somebody_needs_no_mission_and_no_contact_and_never_makes_one(work: Workspace):
    deed = play_game.help_one(work, "a stranger")
    assert (deed.mission, work.store.find(Contact)) == (None, [])
    with pytest.raises(Missing):
        play_game.edit_deed(work, deed.id, "a stranger", "the way", customer="Nobody Known")
    assert work.store.find(Contact) == []
    with work.store.change("a client"):
        known = work.store.add(Contact("Paul Berg"))
    assert play_game.edit_deed(work, deed.id, "Paul", "the way", "paul berg").customer == known.id
    play_game.remove_deed(work, deed.id)
    assert play_game.ledger(work) == []
    work.store.undo()
    assert play_game.ledger(work)[0].how == "the way"


def test_undo_takes_back_one_more_helped_with_its_step(work: Workspace, rosa):
    play_game.start_mission(work, "One", 1)
    play_game.help_one(work)
    assert step(work, StepKind.GAME).state is StepState.DONE
    work.store.undo()
    assert (step(work, StepKind.GAME).state, work.store.find(GoodDeed)) == (StepState.UNDER_WAY, [])


# One at a time, and dismissed for good


def test_one_thing_is_suggested_at_a_time_and_dismissing_it_is_for_good(
    work: Workspace, clock: FakeClock, rosa
):
    clock.move(days=1)
    assert care_steps.suggested(work).kind == StepKind.WALK
    care_steps.dismiss(work, StepKind.WALK)
    assert care_steps.suggested(work).kind == StepKind.TALK
    assert step(work, StepKind.WALK).state is StepState.DROPPED
    again = record_loss(work, LossDraft("Tom Okafor", learned_on=clock.today()))
    assert StepKind.WALK not in {one.kind for one in again.steps}
    assert StepKind.TALK in {one.kind for one in again.steps}
    care_steps.suggest_again(work, StepKind.WALK)
    assert care_steps.dismissed(work) == ()
    more = record_loss(work, LossDraft("Jun Kim", learned_on=clock.today()))
    assert StepKind.WALK in {one.kind for one in more.steps}
    with pytest.raises(Refused):
        care_steps.dismiss(work, StepKind.NOTE)


def test_undo_brings_a_dismissed_kind_back(work: Workspace, rosa):
    care_steps.dismiss(work, StepKind.GAME)
    work.store.undo()
    assert care_steps.dismissed(work) == ()
    assert step(work, StepKind.GAME).state is StepState.PLANNED
