# SPDX-License-Identifier: MIT
"""Paper is found by name or by measure, and an American name never means an ISO size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain import paper
from winback_desktop.domain.paper import Fold, Kind, UnknownSize


@pytest.mark.parametrize(
    ("text", "key", "width", "height"),
    [
        ("A6", "A6", 105, 148),
        (" a6 ", "A6", 105, 148),
        ("A5", "A5", 148, 210),
        ("A5 folded", "A5-folded", 210, 148),
        ("a5-folded", "A5-folded", 210, 148),
        ("99x210", "99x210", 99, 210),
        ("99×210", "99x210", 99, 210),
        ("99 x 210 mm", "99x210", 99, 210),
        ("US-A2", "US-A2", 107.95, 139.7),
        ("us a6", "US-A6", 114.3, 158.75),
        ("A7 US", "US-A7", 127, 177.8),
        ("5x7in", "US-A7", 127, 177.8),
        ('5" x 7"', "US-A7", 127, 177.8),
        ("5 x 7 inches", "US-A7", 127, 177.8),
        ("105x148mm", "A6", 105, 148),
        ("10,5 x 14,8 cm", "A6", 105, 148),
        ("hagaki", "hagaki", 100, 148),
        ("C6", "C6", 162, 114),
        ("DL", "DL", 220, 110),
        ("#10", "US-10", 241.3, 104.775),
        ("No. 10", "US-10", 241.3, 104.775),
        ("Yo-2", "Yo-2", 162, 114),
        ("nagagata 3", "Nagagata-3", 235, 120),
        ("148x105mm", "148x105mm", 148, 105),
        ("120x90mm", "120x90mm", 120, 90),
        ("Letter", "Letter", 215.9, 279.4),
    ],
)
def test_people_may_write_it_as_they_do(text: str, key: str, width: float, height: float) -> None:
    size = paper.parse(text)
    assert size.key == key
    assert (size.width, size.height) == pytest.approx((width, height))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A2", "US-A2"),
        ("a7", "US-A7"),
        ("5x7", "no unit"),
        ("letterbox", "no paper called"),
        ("", "no paper called"),
        ("10x10mm", "cannot be printed here"),
        ("2000x3000mm", "cannot be printed here"),
        ("105x", "no paper called"),
        ("-105x148mm", "no paper called"),
        ("9" * 400, "…"),
        ("1e9x2mm", "no paper called"),
    ],
)
def test_what_is_unclear_is_asked_in_words(text: str, words: str) -> None:
    with pytest.raises(UnknownSize) as refusal:
        paper.parse(text)
    assert words in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert len(str(refusal.value)) < 250


def test_an_american_name_is_never_an_iso_size() -> None:
    for name in ("A2", "A6", "A7"):
        american = paper.parse(f"US-{name}")
        assert american.label.startswith("US ")
        assert "in" in american.measure
    assert paper.parse("A6").measure == "105 × 148 mm"
    assert paper.parse("US-A6") != paper.parse("A6")


def test_a_name_can_mean_the_envelope_of_that_name() -> None:
    assert paper.parse("US-A7", Kind.ENVELOPE).key == "US-A7-envelope"
    assert paper.parse("US-A7").kind is Kind.CARD
    assert paper.parse("C6", Kind.ENVELOPE).key == "C6"


def test_every_size_is_found_by_its_own_key_and_measure() -> None:
    for size in paper.CARDS + paper.ENVELOPES + paper.SHEETS:
        assert paper.parse(size.key) == size
        assert "×" in size.measure


def test_every_card_has_an_envelope_that_takes_it() -> None:
    for card in paper.CARDS:
        envelope = paper.envelope_for(card)
        assert envelope is not None
        short, long = sorted((card.panel.width, card.panel.height))
        assert envelope.height > short
        assert envelope.width > long
    assert paper.envelope_for(paper.custom(100, 140)) == paper.parse("US-A2-envelope")
    assert paper.envelope_for(paper.custom(300, 300)) is None


def test_a_folded_card_is_written_on_its_right_or_lower_half() -> None:
    folded = paper.parse("A5-folded")
    assert folded.panel == paper.Panel(105, 0, 105, 148)
    assert folded._replace(fold=Fold.TOP).panel == paper.Panel(0, 74, 210, 74)


def test_each_country_has_its_usual_paper() -> None:
    assert (paper.usual_card("US").key, paper.usual_sheet("US").key) == ("US-A7", "Letter")
    assert (paper.usual_card("DE").key, paper.usual_sheet("DE").key) == ("A6", "A4")
    assert paper.usual_card("JP").key == "hagaki"


@given(st.floats(50, 450), st.floats(50, 450))
def test_any_printable_measure_is_kept(width: float, height: float) -> None:
    size = paper.custom(width, height)
    assert (size.width, size.height) == pytest.approx((width, height), abs=0.2)
    border = paper.margins(size)
    assert border.left + border.right < size.width
    assert border.top + border.bottom < size.height


@given(st.text(max_size=30))
def test_any_text_gives_a_size_or_a_sentence(text: str) -> None:
    try:
        size = paper.parse(text)
    except UnknownSize:
        return
    assert 50 <= size.width <= 450
