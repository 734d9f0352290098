# SPDX-License-Identifier: MIT
"""Interests and what to avoid: noted, refused in words, and what does not go together."""

from datetime import date

import pytest

from winback_desktop.application import keep_interests
from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_interests import add_interest
from winback_desktop.domain.people import Attitude, Constraint, ConstraintKind, Contact, Interest
from winback_desktop.domain.practice import Touch, TouchKind


@pytest.fixture
def rosa(work) -> int:
    with work.store.change("add Rosa"):
        return work.store.add(Contact("Rosa Berg")).id


def test_a_pasted_line_makes_several_each_in_its_category(work, rosa):
    found = keep_interests.add_interests(work, rosa, "opera, sourdough;\tchess\nopera")
    assert [(one.label, one.category) for one in found] == [
        ("opera", "Music, stage and screen"),
        ("sourdough", "Food and drink"),
        ("chess", "Games and puzzles"),
    ]
    assert work.store.undo() == "note what Rosa Berg enjoys"
    assert work.store.find(Interest) == []


def test_the_same_one_again_gains_words_and_stays_one(work, rosa):
    first = add_interest(work, rosa, "Grilling", "every Sunday")
    again = add_interest(work, rosa, "grilling", where="the fair", on=date(2026, 5, 1))
    assert again.id == first.id
    assert (again.words, again.heard_where, again.heard_on) == ("every Sunday", "the fair", date(2026, 5, 1))


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (lambda *who: add_interest(*who, "x" * 5000), "label"),
        (lambda *who: add_interest(*who, " \n "), "label"),
        (lambda *who: add_interest(*who, "opera", "y" * 5000), "words"),
        (lambda *who: add_interest(*who, "opera", on=date(2030, 1, 1)), "heard_on"),
        (lambda *who: keep_interests.add_interests(*who, ", ".join(map(str, range(60)))), "interests"),
        (lambda *who: keep_interests.add_constraint(*who, ConstraintKind.ALLERGY, " "), "avoid"),
        (lambda *who: keep_interests.add_constraint(*who, ConstraintKind.DIET, "z" * 500), "avoid"),
    ],
)
def test_what_cannot_be_right_gets_a_sentence_and_changes_nothing(work, rosa, act, field):
    with pytest.raises(Refused) as refused:
        act(work, rosa)
    assert refused.value.field == field
    assert str(refused.value).endswith(".")
    assert work.store.find(Interest) == work.store.find(Constraint) == []


@pytest.mark.parametrize(
    ("likes", "kind", "avoid", "said"),
    [
        ("whisky", ConstraintKind.OBSERVANCE, "halal", "They enjoy whisky, and you noted “halal”"),
        ("cheese", ConstraintKind.ALLERGY, "lactose", "They enjoy cheese, and you noted “lactose”"),
        ("grilling", ConstraintKind.DIET, "vegetarian", ""),
        ("chess", ConstraintKind.ALLERGY, "nuts", ""),
        ("ferrofluid", ConstraintKind.ALLERGY, "ferrofluid", ""),
    ],
)
def test_what_does_not_go_together_is_said_and_nothing_is_forbidden(work, rosa, likes, kind, avoid, said):
    add_interest(work, rosa, likes)
    keep_interests.add_constraint(work, rosa, kind, avoid)
    found = keep_interests.contradictions_of(work, rosa)
    assert found[0].startswith(said) if said else found == ()
    assert work.store.find(Constraint)
    assert work.store.find(Interest)


def test_a_dislike_and_what_was_once_true_contradict_nothing(work, rosa):
    keep_interests.add_constraint(work, rosa, ConstraintKind.ALCOHOL)
    add_interest(work, rosa, "wine", attitude=Attitude.DISLIKE)
    beer = add_interest(work, rosa, "beer")
    keep_interests.edit_interest(work, beer._replace(still_true=False))
    assert keep_interests.contradictions_of(work, rosa) == ()


def test_a_talk_is_listened_to_as_a_whole(work, rosa):
    with work.store.change("talk"):
        touch = work.store.add(Touch(rosa, TouchKind.CALL, date(2026, 5, 1), "rang", "has taken up sailing"))
    assert keep_interests.words_of(work, "touch", touch.id) == "rang\nhas taken up sailing"
    (heard,) = keep_interests.hear(work, rosa, keep_interests.words_of(work, "touch", touch.id))
    assert keep_interests.accept(work, rosa, heard).label == "sailing"
    assert keep_interests.hear(work, rosa, "has taken up sailing") == []
