# SPDX-License-Identifier: MIT
"""The gentle check's word lists find what is there, missing or hurtful, explain it and take linear time."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain.note_check import check, graceful
from winback_desktop.domain.note_lexicon import read_lexicon
from winback_desktop.domain.practice import LossKind

ROOT = Path(__file__).parents[2]
LEXICON = read_lexicon((ROOT / "resources/notes/check_en.txt").read_text(encoding="utf-8"), "en")
GRACEFUL = (
    "Dear Rosa,\n\nThank you for three years of working together, and for the opportunity. You and your "
    "business meant a lot to me.\n\nMy door stays open, and I look forward to talking again.\n\nWarmly,\nAnn"
)


def findings(text, kind=LossKind.CLIENT, name="Rosa", capacity=None):
    return check(text, kind, name, LEXICON, capacity)


def marks(text):
    return [(found.rule, found.phrase) for found in findings(text) if found.marked]


def missing(text, **given):
    return {found.rule for found in findings(text, **given) if not found.good and not found.marked}


def test_a_whole_note_has_every_tick_and_no_mark():
    assert all(found.good for found in findings(GRACEFUL))
    assert [found.rule for found in findings(GRACEFUL)] == [
        "name", "thanks", "opportunity", "specific", "meaning", "door", "forward", "sign-off",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("left_out", "rule"),
    [
        ("Dear Rosa,\n\n", "name"),
        ("Thank you for three years of working together, and for the opportunity. ", "thanks"),
        (", and for the opportunity", "opportunity"),
        (" three years of", "specific"),
        (" You and your business meant a lot to me.", "meaning"),
        ("My door stays open, and ", "door"),
        (", and I look forward to talking again", "forward"),
        ("\n\nWarmly,\nAnn", "sign-off"),
    ],
)
def test_what_is_missing_is_named(left_out, rule):
    assert rule in missing(GRACEFUL.replace(left_out, ""))


@pytest.mark.parametrize(
    ("sentence", "rule", "phrase"),
    [
        ("It was your mistake.", "blame", "your mistake"),
        ("We did our best.", "defence", "did our best"),
        ("Actually, it came on time.", "record", "Actually, it"),
        ("To be clear, it came on time.", "record", "To be clear"),
        ("As I said, it came on time.", "record", "As I said"),
        ("I know the price mattered.", "price", "price"),
        ("I can do it for €400.", "money", "€400"),
        ("Here is a special offer for you.", "selling", "special offer"),
        ("Good luck with that.", "sarcasm", "Good luck with that"),
        ("I feel like a failure.", "self-pity", "I feel like a"),
        ("After all I did for you.", "grievance", "After all I did"),
        ("I hope your new agency is kind.", "competitor", "your new agency"),
        ("I am SO SAD.", "capitals", "SO SAD"),
        ("Come back soon!!", "exclamation", "!!"),
        ("You once told me [what?].", "open-spot", "[what?]"),
        ("Why did you not call me?", "question", "Why did you not call me?"),
        ("In my defence, it was late.", "defence", "In my defence"),
    ],
)
def test_what_may_hurt_is_marked_in_place_and_explained(sentence, rule, phrase):
    text = GRACEFUL.replace("My door", f"{sentence} My door")
    found = next(found for found in findings(text) if found.marked and found.rule == rule)
    assert found.phrase == phrase
    assert text[found.start : found.end] == phrase
    assert found.reason.endswith(".")
    assert found.kinder.endswith((".", "”"))
    assert not graceful(findings(text))


@pytest.mark.parametrize(
    ("sentence", "rule", "phrase"),
    [
        ("I liked it, but it was late.", "record", "but"),
        ("It was clearly a good year.", "sarcasm", "clearly"),
        ("Your budget is your own.", "price", "budget"),
        ("I was there and it was not late.", "defence", "it was not"),
        ("It rained all day!", "exclamation", "!"),
        ("It was at NATO.", "capitals", "NATO"),
    ],
)
def test_what_most_notes_can_carry_is_a_hint_that_counts_where_warmth_is_scarce(sentence, rule, phrase):
    text = GRACEFUL.replace("My door", f"{sentence} My door")
    found = next(found for found in findings(text) if found.marked)
    assert (found.rule, found.phrase, found.hint) == (rule, phrase, True)
    assert text[found.start : found.end] == phrase
    assert found.reason.endswith(".")
    assert found.kinder.endswith((".", "”"))
    assert graceful(findings(text))
    assert not graceful(
        findings(f"Dear Rosa,\n\nThank you. {sentence} {sentence} {sentence} Call me.\n\nAnn")
    )


def test_a_strong_mark_is_never_hidden_by_a_hint_that_begins_earlier():
    assert marks("I can see that you didn't listen.") == [("blame", "you didn't listen")]


def test_friendly_questions_about_their_life_are_left_alone():
    assert marks("How is the dog? Is the garden dry? Where will you go in May?") == []


def test_the_name_below_the_note_is_never_marked():
    assert marks("Dear Rosa,\n\nThank you.\n\nEleanor Price") == []


def test_curly_apostrophes_and_line_ends_do_not_hide_a_phrase():
    assert marks("You didn’t\nlisten.") == [("blame", "You didn’t\nlisten")]


def test_one_place_gets_one_remark():
    places = [
        (found.start, found.end) for found in findings("As I said, it was your own mistake!!") if found.marked
    ]
    assert all(one[1] <= two[0] for one, two in pairwise(places))


def test_somebody_may_be_called_price():
    assert marks("Dear Price") == [("price", "Price")]
    assert not any(found.marked for found in findings("Dear Price", name="Price"))


def test_a_note_longer_than_the_card_is_told_how_long_it_is():
    found = next(found for found in findings(GRACEFUL, capacity=20) if found.rule == "length")
    assert not found.good
    assert found.reason == f"It has {len(GRACEFUL.split())} words, and this card holds about 20."
    assert next(found for found in findings(GRACEFUL, capacity=200) if found.rule == "length").good


@given(st.text(max_size=300), st.text(max_size=20), st.sampled_from(LossKind))
def test_any_text_is_read_and_every_mark_lies_inside_it(text, name, kind):
    for found in check(text, kind, name, LEXICON, 50):
        if found.marked:
            assert 0 <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.phrase


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["you ", "after all ", "[", "A", "your your ", "1.", "!", "as i ", "the day ", "\n"]
)
def test_no_text_makes_the_check_explode(piece):
    """At quadratic cost each of these would take minutes; it takes about a tenth of a second."""
    check(piece * 20_000, LossKind.CLIENT, "Rosa", LEXICON)


def test_a_broken_word_list_says_where():
    with pytest.raises(ValueError, match="Line 1 stands before the first rule"):
        read_lexicon("thank*", "en")


@pytest.mark.parametrize(
    "words", ["شكرا على ثلاث سنوات", "谢谢你们三年来的信任与合作", "Спасибо вам за эти годы", "młodość żółć"]
)
def test_letters_without_capitals_are_no_raised_voice(words):
    assert not [rule for rule, _ in marks(f"Dear Rosa,\n\n{words}\n\nAnn") if rule == "capitals"]
    assert [rule for rule, _ in marks("Dear Rosa,\n\nСПАСИБО ВАМ ЗА ВСЁ\n\nAnn") if rule == "capitals"]
