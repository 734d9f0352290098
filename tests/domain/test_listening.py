# SPDX-License-Identifier: MIT
"""Listening: what a free sentence says about interests and things to avoid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.application.gift_shelf import catalogue
from winback_desktop.domain.listening import listen
from winback_desktop.domain.people import Interest

SHELF = catalogue()


def heard(text: str) -> tuple[set[str], set[str], set[str]]:
    likes, dislikes, avoids = set(), set(), set()
    for one in listen(SHELF, text):
        if isinstance(one.record, Interest):
            (likes if one.record.attitude == "like" else dislikes).add(one.record.label)
        else:
            avoids.add(f"{one.record.kind} {one.record.avoid}".strip())
    return likes, dislikes, avoids


@pytest.mark.parametrize(
    ("text", "likes", "dislikes", "avoids"),
    [
        (
            "told me at the fair that he grills every Sunday with his brother, allergic to nuts",
            {"grilling"},
            set(),
            {"allergy nuts"},
        ),
        ("Loves opera and trout fishing but hates golf.", {"opera", "trout fishing"}, {"golf"}, set()),
        (
            "She plays the cello; vegetarian, doesn't drink.",
            {"cello"},
            set(),
            {"diet vegetarian", "alcohol alcohol"},
        ),
        ("He's into ferrofluid sculptures", {"ferrofluid sculptures"}, set(), set()),
        ("Has a spaniel called Biscuit", {"spaniel"}, set(), set()),
        ("Doesn't eat pork or shellfish.", set(), set(), {"diet pork", "diet shellfish"}),
        ("prefers no gifts", set(), set(), {"no-gifts"}),
        ("lactose intolerant, keeps kosher", set(), set(), {"allergy lactose", "observance kosher"}),
        ("Has a nut allergy and hay fever", set(), set(), {"allergy nut", "allergy hay fever"}),
        ("We talked about the invoice. He was upset about the delay.", set(), set(), set()),
        ("I can take care of it; she runs a bakery and the books are done.", set(), set(), set()),
        ("We wished each other the best and will write.", set(), set(), set()),
        ("She bakes, sails and loves cars.", {"baking", "sailing", "cars"}, set(), set()),
        ("", set(), set(), set()),
    ],
)
def test_it_hears_what_was_said(text: str, likes: set, dislikes: set, avoids: set) -> None:
    assert heard(text) == (likes, dislikes, avoids)


def test_it_says_where_and_in_which_words() -> None:
    text = "Told me at the spring fair that she grills every Sunday. Allergic to nuts."
    grilling, nuts = listen(SHELF, text)
    assert grilling.record.heard_where == "the spring fair"
    assert grilling.record.words == "Told me at the spring fair that she grills every Sunday"
    assert grilling.record.category == "Food and drink"
    assert nuts.because == "Allergic to nuts"


@given(st.text(max_size=400))
def test_any_text_is_heard_out(text: str) -> None:
    for one in listen(SHELF, text):
        assert one.label.strip()


def test_a_very_long_text_takes_no_long_time() -> None:
    assert len(listen(SHELF, "likes a b c d e f " * 20_000)) < 200
