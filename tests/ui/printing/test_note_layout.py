# SPDX-License-Identifier: MIT
"""A note falls on a card in lines that fit, at a size that can be read, or is said not to fit."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from winback_desktop.domain import paper
from winback_desktop.ui.printing import faces, layout
from winback_desktop.ui.printing.marks import Face

A6 = paper.parse("A6")
SHORT = "Dear Rosa,\n\nThank you for three good years.\n\nWarmly,\nJonas"
FULL = "Dear Rosa,\n\n" + "It was a pleasure to cook and to plan with you all these years. " * 8
ENDLESS = "Thank you for everything. " * 120


def test_a_short_note_stands_at_a_comfortable_size() -> None:
    fitted = layout.fit(SHORT, A6)
    assert fitted.fits
    assert fitted.em == layout.preferred_em(A6)
    assert [line.words for line in fitted.lines] == SHORT.split("\n")
    assert fitted.advice.startswith("It fits, with room for")


def test_a_full_note_is_written_smaller_and_a_longer_one_is_too_long() -> None:
    fuller = layout.fit(FULL, A6)
    assert fuller.fits
    assert layout.SMALLEST_HAND <= fuller.em < layout.preferred_em(A6)
    assert "smaller" in fuller.advice
    endless = layout.fit(ENDLESS, A6)
    assert not endless.fits
    assert endless.em == layout.SMALLEST_HAND
    assert endless.over == len(endless.lines) - endless.room > 0
    assert "too many for the A6 card" in endless.advice


def test_a_larger_card_is_named_when_one_would_do() -> None:
    fitted = layout.fit(FULL * 3, A6)
    assert not fitted.fits
    assert fitted.larger is not None
    assert layout.fit(FULL * 3, fitted.larger).fits
    assert fitted.larger.label in fitted.advice
    american = layout.fit(FULL * 3, paper.parse("US-A2"))
    assert american.larger is None or american.larger.key.startswith("US-")


def test_an_empty_note_says_how_much_room_there_is() -> None:
    assert layout.fit("", A6).lines == ()
    assert layout.fit(" \n \n", A6).fits
    assert "room for about" in layout.fit("", A6).advice


def test_line_ends_and_hidden_characters_are_made_plain() -> None:
    assert layout.clean("a\r\nb\rc\td\x00\ud800e \n") == "a\nb\nc de"
    assert layout.clean("Zoe\u0308") == "Zoë"


def test_a_word_without_end_stays_on_the_card() -> None:
    fitted = layout.fit("W" * 300, A6)
    assert len(fitted.lines) > 3
    assert "".join(line.words for line in fitted.lines) == "W" * 300


def test_characters_beyond_the_first_plane_are_not_cut_in_two() -> None:
    text = "😀 good luck 😀 " * 20
    lines = layout.broken(text, Face.PLAIN, 5.0, 60.0)
    assert "".join("".join(line.words for line in lines).split()) == "".join(text.split())


def test_arabic_and_hebrew_read_from_the_right() -> None:
    lines = layout.broken("شكرا لك\nThank you\n«שלום»", Face.PLAIN, 5.0, 60.0)
    assert [line.rtl for line in lines] == [True, False, True]


@pytest.mark.parametrize("size", paper.CARDS, ids=lambda size: size.key)
def test_lines_stay_inside_the_margins_of_every_card(size: paper.Size) -> None:
    fitted = layout.fit(FULL, size)
    panel, border, ruled = size.panel, paper.margins(size), fitted.ruling
    assert fitted.fits
    assert ruled.x >= panel.x + border.left - 0.01
    assert ruled.x + ruled.width <= panel.x + panel.width - border.right + 0.01
    assert ruled.baselines[0] - 0.7 * ruled.em >= panel.y + border.top - 0.01
    assert ruled.baselines[-1] + 0.3 * ruled.em <= panel.y + panel.height - border.bottom + 0.01
    for line in fitted.lines:
        assert faces.width(line.words, Face.HAND, ruled.em) <= ruled.width + 0.05


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=400)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.sampled_from(paper.CARDS))
def test_no_word_is_lost_whatever_is_written(text: str, size: paper.Size) -> None:
    fitted = layout.fit(text, size)
    written = "".join("".join(line.words for line in fitted.lines).split())
    assert written == "".join(unicodedata.normalize("NFC", text).split())
    assert fitted.fits == (len(fitted.lines) <= fitted.room)
