# SPDX-License-Identifier: MIT
"""A composed note says every block, breaks no sentence and never reads like another one."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.application.note_words import lexicon
from winback_desktop.domain.note_blocks import (
    Block,
    Facts,
    Tone,
    choices,
    compose,
    fill,
    read_wording,
    values,
)
from winback_desktop.domain.note_check import check
from winback_desktop.domain.practice import LossKind

NOTES = Path(__file__).parents[2] / "resources" / "notes"
LANGUAGES = sorted(path.stem for path in NOTES.glob("??.txt"))
WORDS = {name: read_wording((NOTES / f"{name}.txt").read_text(encoding="utf-8"), name) for name in LANGUAGES}
ALL_KNOWN = Facts(
    "Rosa", "Frau", "Delgado", "Delgado Catering", "Ann Lee", 3, 2023, "The kitchen is my garden.", "opera"
)
NOTHING_KNOWN = Facts()
EVERY_NOTE = list(product(LANGUAGES, LossKind, Tone))


@pytest.mark.parametrize(("language", "kind", "tone"), EVERY_NOTE)
@pytest.mark.parametrize("facts", [ALL_KNOWN, Facts("Rosa", owner_name="Ann"), NOTHING_KNOWN])
def test_no_sentence_is_broken_whatever_is_unknown(language, kind, tone, facts):
    words = WORDS[language]
    for turn in range(12):
        note = compose(words, kind, tone, values(words, facts), 7, turn)
        assert not set("{}[]") & set(note)
        assert "  " not in note
        assert note.count("\n\n") >= 2
        assert " ," not in note
        assert ".." not in note


@pytest.mark.parametrize(("language", "kind", "tone"), EVERY_NOTE)
def test_a_note_is_as_long_as_a_card_takes(language, kind, tone):
    words = WORDS[language]
    known = values(words, ALL_KNOWN)
    low, high = {Tone.WARM: (60, 125), Tone.PLAIN: (45, 105), Tone.BRIEF: (28, 80)}[tone]
    for turn in range(12):
        assert low <= len(compose(words, kind, tone, known, 3, turn).split()) <= high


@pytest.mark.parametrize(("language", "kind", "tone"), EVERY_NOTE)
def test_every_block_but_the_specific_one_can_always_be_said(language, kind, tone):
    known = values(WORDS[language], NOTHING_KNOWN)
    for block in set(Block) - {Block.SPECIFIC}:
        assert choices(WORDS[language], block, kind, tone, known)
    assert choices(WORDS[language], Block.SPECIFIC, kind, tone, known) == []


@pytest.mark.parametrize(("language", "kind", "tone"), EVERY_NOTE)
def test_every_block_has_several_wordings(language, kind, tone):
    known = values(WORDS[language], Facts("Rosa"))
    for block in (Block.THANKS, Block.OPPORTUNITY, Block.MEANING, Block.DOOR, Block.FORWARD, Block.SIGN_OFF):
        ways = choices(WORDS[language], block, kind, tone, known)
        assert len(ways) >= 2
        assert len(ways) == len(set(ways))


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_hundred_customers_get_five_hundred_different_notes(language):
    words = WORDS[language]
    known = values(words, Facts("Rosa", owner_name="Ann"))
    notes = {compose(words, LossKind.CLIENT, Tone.WARM, known, contact) for contact in range(1, 501)}
    assert len(notes) == 500


@pytest.mark.parametrize(("language", "kind", "tone"), EVERY_NOTE)
def test_a_composed_note_passes_the_gentle_check(language, kind, tone):
    """Nothing the program proposes is ever marked by its own check, and nothing that matters is missing."""
    known = values(WORDS[language], ALL_KNOWN)
    for turn in range(30):
        note = compose(WORDS[language], kind, tone, known, 11, turn)
        seen = check(note, kind, "", lexicon(language))
        assert [found for found in seen if not found.good and not found.optional] == [], note


@given(st.integers(0, 10**12), st.integers(0, 50))
def test_another_wording_changes_every_paragraph(seed, turn):
    words = WORDS["en"]
    known = values(words, Facts("Rosa"))
    one = compose(words, LossKind.CLIENT, Tone.WARM, known, seed, turn).split("\n\n")
    two = compose(words, LossKind.CLIENT, Tone.WARM, known, seed, turn + 1).split("\n\n")
    assert one == compose(words, LossKind.CLIENT, Tone.WARM, known, seed, turn).split("\n\n")
    assert all(before != after for before, after in zip(one[1:], two[1:], strict=True))


@pytest.mark.parametrize(
    ("years", "said"), [(1, "a year"), (3, "three years"), (12, "twelve years"), (13, "13 years")]
)
def test_tenure_is_said_in_words(years, said):
    words = WORDS["en"]
    known = values(words, Facts("Rosa", years=years))
    assert known["tenure"] == said
    assert said in compose(words, LossKind.CLIENT, Tone.WARM, known, 1)


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_somebody_is_called_is_never_read_as_a_placeholder(name, organisation):
    known = {"first_name": "{owner_name}" + name, "owner_name": "SECRET" + organisation}
    assert fill("Dear {first_name},", known) == "Dear {owner_name}" + name + ","


def test_an_unknown_placeholder_is_marked_and_never_run():
    hostile = "{first_name.__class__} {0} {} {unheard_of} {first_name!r}"
    assert (
        fill(hostile, {"first_name": "Rosa"}) == "{first_name.__class__} {0} {} [unheard_of?] {first_name!r}"
    )


def test_personal_phrases_come_before_general_ones():
    words = read_wording("[thanks]\nThanks.\nThanks for {tenure}.\n[years]\na year\n{n} years", "en")
    known = values(words, Facts(years=1))
    assert choices(words, Block.THANKS, LossKind.CLIENT, Tone.WARM, known) == ["Thanks for a year."]
    assert choices(words, Block.THANKS, LossKind.CLIENT, Tone.WARM, {}) == ["Thanks."]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Dear you,", "Line 1 stands before the first [block]."),
        ("[greeting]\nHi", "Line 2 stands under an unknown block, “greeting”."),
        ("[thanks loud]\nTHANKS", "Line 2 stands under an unknown mark, “loud”."),
    ],
)
def test_a_broken_word_file_says_where(text, sentence):
    with pytest.raises(ValueError, match=r"^Line \d") as caught:
        read_wording(text, "en")
    assert str(caught.value) == sentence
