# SPDX-License-Identifier: MIT
"""Walks, missions and rhythms: nothing is lost by a pause, a missed day or a changed clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain.care import GoodDeed, Mission, MissionPause, Walk, WalkAnswer
from winback_desktop.domain.care_wording import FEELINGS, SEEKING, opening_lines
from winback_desktop.domain.missions import (
    drawn_days,
    is_over,
    mission_sentence,
    running_days,
    target_problem,
)
from winback_desktop.domain.practice import TouchKind
from winback_desktop.domain.touch_rhythm import (
    Regular,
    is_losing_touch,
    longest_unasked,
    propose,
    since_words,
)
from winback_desktop.domain.walks import WalkState, kept_words, planned_end, walk_state, was_set_back

DAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ONE = timedelta(days=1)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(minutes=st.integers(5, 180), later=st.integers(-100_000, 100_000))
def test_a_walk_is_away_exactly_while_it_lasts(minutes, later):
    now = NOON + timedelta(minutes=later)
    state = walk_state(Walk(NOON, minutes), now)
    if -2 <= later < minutes:
        assert state is WalkState.AWAY
    elif later < minutes + 24 * 60 + 1:
        assert state is WalkState.BACK
    else:
        assert state is WalkState.PAST


def test_a_walk_ends_with_a_clock_set_back_with_coming_back_and_with_its_answer():
    walk = Walk(NOON, 20)
    assert was_set_back(walk, NOON - timedelta(hours=1))
    assert walk_state(walk, NOON - timedelta(hours=1)) is WalkState.BACK
    assert walk_state(walk._replace(back_at=NOON), NOON + timedelta(minutes=1)) is WalkState.BACK
    assert walk_state(walk._replace(answer=WalkAnswer.NOTHING), NOON) is WalkState.PAST
    assert planned_end(walk) == NOON + timedelta(minutes=20)


@pytest.mark.parametrize(
    ("answer", "words", "kept"),
    [
        (WalkAnswer.NEXT, " call Ines ", "After a walk, next: call Ines"),
        (WalkAnswer.LET_GO, "", "After a walk, let go"),
        (WalkAnswer.NOTHING, "", "After a walk"),
    ],
)
def test_what_a_walk_brought_is_kept_in_words(answer, words, kept):
    assert kept_words(answer, words) == kept


PAUSES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 15)), max_size=3)


@given(pauses=PAUSES, later=st.integers(0, 90))
def test_a_mission_always_has_seven_days_and_none_of_them_lies_in_a_pause(pauses, later):
    mission = Mission("m", 5, DAY)
    spans = [MissionPause(1, DAY + first * ONE, DAY + (first + length) * ONE) for first, length in pauses]
    days = running_days(mission, spans, DAY + later * ONE)
    assert len(set(days)) == 7
    assert list(days) == sorted(days)
    assert days[0] >= DAY
    assert not any(pause.first <= day < pause.resumed_on for day in days for pause in spans)


def test_a_pause_costs_nothing_and_a_mission_never_ends_within_one():
    mission, pause = Mission("m", 5, DAY), MissionPause(1, DAY + 2 * ONE)
    assert not is_over(mission, [pause], DAY + 30 * ONE)
    resumed = pause._replace(resumed_on=DAY + 30 * ONE)
    assert running_days(mission, [resumed], DAY + 30 * ONE)[1:3] == (DAY + ONE, DAY + 30 * ONE)
    assert not is_over(mission, [resumed], DAY + 34 * ONE)
    assert is_over(mission, [resumed], DAY + 35 * ONE)
    assert is_over(mission._replace(ended_on=DAY), [], DAY)


@given(on=st.lists(st.integers(0, 20), max_size=30), pauses=PAUSES)
def test_every_good_deed_is_drawn_on_one_of_the_days(on, pauses):
    spans = [MissionPause(1, DAY + first * ONE, DAY + (first + length) * ONE) for first, length in pauses]
    deeds = [GoodDeed(DAY + number * ONE) for number in on]
    days = drawn_days(Mission("m", 5, DAY), spans, deeds, DAY + 20 * ONE)
    assert sum(day.helped for day in days) == len(deeds)


@pytest.mark.parametrize("target", [0, -3, 501])
def test_a_mission_of_nobody_or_of_everybody_is_refused_in_a_sentence(target):
    assert target_problem(target).endswith(".")
    assert not target_problem(1)


@given(helped=st.integers(0, 40), target=st.integers(1, 40), over=st.booleans())
def test_nothing_is_ever_scored_against_the_owner(helped, target, over):
    said = mission_sentence(helped, target, over).lower()
    assert not any(word in said for word in ("only", "missed", "fail", "short", "should", "!"))


def regulars():
    name = st.text("abc", min_size=1, max_size=5)
    last = st.none() | DAYS
    return st.lists(
        st.builds(
            Regular, st.integers(1, 99), name, st.none() | DAYS, last, st.integers(1, 365), st.integers(0, 3),
            st.sampled_from(("", "held back")),
        ),
        max_size=8,
    )  # fmt: skip


@given(people=regulars(), today=DAYS)
def test_one_to_three_are_proposed_with_a_reason_and_nobody_who_is_held_back(people, today):
    free = [one for one in people if not one.held]
    found = propose(people, today)
    assert len(found) <= 3
    assert bool(found) == bool(free)
    assert all(one.reason.endswith(".") for one in found)
    assert {one.contact for one in found} <= {one.contact for one in free}


def test_whom_one_is_losing_touch_with_comes_first():
    near = Regular(1, "Near", None, DAY - 5 * ONE, 60)
    far = Regular(2, "Far", None, DAY - 100 * ONE, 30)
    never = Regular(3, "Never", None, None, 365)
    assert [one.contact for one in propose([near, far, never], DAY)] == [3, 2]
    assert [one.contact for one in propose([near], DAY)] == [1]
    assert is_losing_touch(None, 60, DAY)
    assert not is_losing_touch(DAY - 60 * ONE, 60, DAY)


def test_the_one_not_asked_for_longest_is_suggested():
    assert longest_unasked([(1, DAY), (2, None), (3, DAY - ONE)]) == 2
    assert longest_unasked([(1, DAY), (3, DAY - ONE)]) == 3
    assert longest_unasked([]) == 0


@given(day=st.none() | DAYS, today=DAYS)
def test_how_long_ago_is_said_in_words(day, today):
    assert since_words(day, today)
    assert "-" not in since_words(day, today)


def test_the_cards_speak_of_what_they_enjoy_and_never_of_money():
    for kind in (TouchKind.CALL, TouchKind.MEETING, TouchKind.KINDNESS, TouchKind.HELLO):
        for likes in ((), ("jazz", "maps")):
            said = " ".join(opening_lines(kind, "Ines", likes))
            assert said
            assert not any(word in said.lower() for word in ("price", "discount", "offer", "!"))
    assert "jazz" in " ".join(opening_lines(TouchKind.KINDNESS, "Ines", ("jazz",)))
    assert "Is there anything more I can do for you?" in " ".join(opening_lines(TouchKind.HELLO, "Ines", ()))


def test_there_are_more_than_five_words_and_three_kinds_to_look_for():
    assert len(set(FEELINGS)) > 5
    assert [key for key, _, ways in SEEKING if len(ways) >= 3] == ["advisor", "coach", "friend"]
