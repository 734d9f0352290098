# SPDX-License-Identifier: MIT
"""Light questions: three at most, from what is missing, and never about what is theirs alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.application.gift_shelf import catalogue
from winback_desktop.domain.light_questions import _BY_CATEGORY, is_private, light_questions
from winback_desktop.domain.people import Asked, Attitude, Constraint, ConstraintKind, Interest

TODAY = date(2026, 11, 24)
LONG_AGO = date(2023, 1, 9)
NUTS = Constraint(ConstraintKind.ALLERGY, "nuts")


def topics(interests=(), constraints=(), asked=()) -> list[str]:
    return [one.topic for one in light_questions(interests, constraints, asked, TODAY)]


def test_of_somebody_unknown_it_asks_for_the_weekend_food_and_the_table():
    assert topics() == ["weekend", "Food and drink", "table"]


def test_a_subject_that_is_known_and_a_table_that_is_known_are_not_asked_for():
    grills = Interest("grilling", "Food and drink", heard_on=TODAY)
    assert topics([grills], [NUTS]) == [
        "Outdoors and travel",
        "Music, stage and screen",
        "Books and words",
    ]


def test_what_was_told_long_ago_or_was_a_guess_is_asked_again_one_at_a_time():
    old = Interest("opera", "Music, stage and screen", heard_on=LONG_AGO, id=4)
    unsure = Interest("chess", "Games and puzzles", heard_on=TODAY, certainty=1, id=5)
    found = light_questions([old, unsure], [NUTS], (), TODAY)
    assert found[0] == ("interest:4", "You once told me about opera. How is that going?", found[0].why)
    assert found[0].why == "You heard of it in January 2023."
    assert topics([old, unsure], [NUTS], [Asked("interest:4", TODAY)])[0] == "interest:5"


@pytest.mark.parametrize(
    "interest",
    [
        Interest("her chemotherapy", heard_on=LONG_AGO),
        Interest("the church choir", heard_on=LONG_AGO),
        Interest("gardening", words="since her husband died", heard_on=LONG_AGO),
        Interest("shares and funds", heard_on=LONG_AGO),
        Interest("opera", attitude=Attitude.DISLIKE, heard_on=LONG_AGO),
        Interest("opera", still_true=False, heard_on=LONG_AGO),
        Interest("x" * 70, heard_on=LONG_AGO),
    ],
)
def test_what_is_private_or_over_is_never_asked_about(interest):
    assert not any(topic.startswith("interest:") for topic in topics([interest]))


def test_asked_rests_for_a_year_and_not_now_for_two_months():
    for answer, days in (("asked", 365), ("not-now", 60)):
        assert "weekend" not in topics(asked=[Asked("weekend", TODAY - timedelta(days=days - 1), answer)])
        assert "weekend" in topics(asked=[Asked("weekend", TODAY - timedelta(days=days), answer)])


def test_no_question_of_ours_is_private_and_each_belongs_to_the_shelf():
    assert set(_BY_CATEGORY) < set(catalogue().categories)
    assert not any(is_private(words) for words in _BY_CATEGORY.values())
    assert not {"Home and family", "Wellbeing and giving"} & set(_BY_CATEGORY)


@given(
    st.lists(st.sampled_from([None, *_BY_CATEGORY]), max_size=12),
    st.lists(st.sampled_from(["weekend", "table", *_BY_CATEGORY]), max_size=12),
)
def test_three_at_most_nothing_twice_and_nothing_that_waits(categories, waiting):
    interests = [Interest("it", category or "", heard_on=TODAY) for category in categories]
    found = topics(interests, (), [Asked(topic, TODAY) for topic in waiting])
    assert len(found) == len(set(found)) <= 3
    assert not set(found) & (set(waiting) | {one.category for one in interests})
