# SPDX-License-Identifier: MIT
"""What is composed for paper: every mode of the note, the envelope, the brief, the agenda, month and tag."""

from datetime import date, timedelta

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.domain import paper
from winback_desktop.ui.printing import agenda, brief, card, envelope, faces, month, tag
from winback_desktop.ui.printing.agenda import AgendaJob, Entry
from winback_desktop.ui.printing.brief import BriefJob
from winback_desktop.ui.printing.card import CardJob, Mode
from winback_desktop.ui.printing.envelope import EnvelopeJob
from winback_desktop.ui.printing.marks import PALE_INK, Document, Face, Page, Rule, Text
from winback_desktop.ui.printing.month import MonthJob
from winback_desktop.ui.printing.tag import TagJob

A6 = paper.parse("A6")
NOTE = "Dear Rosa,\n\nThank you for three good years. The door stays open.\n\nWarmly,\nJonas"
ADDRESS = ("Rosa Delgado", "Gala Kitchen", "12 Harbour Street", "LONDON", "EC1Y 8SY", "UNITED KINGDOM")


def inside(page: Page, edge: float) -> bool:
    """Whether all that stands on the page keeps ``edge`` millimetres clear."""
    for mark in page.marks:
        if isinstance(mark, Text):
            wide = faces.width(mark.words, mark.face, mark.size)
            left = mark.x - wide if mark.rtl else mark.x
            box = (left, mark.baseline - 0.8 * mark.size, left + wide, mark.baseline + 0.3 * mark.size)
        elif isinstance(mark, Rule):
            box = (min(mark.x1, mark.x2), min(mark.y1, mark.y2), max(mark.x1, mark.x2), max(mark.y1, mark.y2))
        else:
            box = (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        kept = (
            box[0] >= edge and box[1] >= edge and box[2] <= page.width - edge and box[3] <= page.height - edge
        )
        if not kept:
            return False
    return True


def words(document: Document) -> str:
    return " ".join(" ".join(page.words for page in document.pages).split())


@pytest.mark.parametrize("size", paper.CARDS, ids=lambda size: size.key)
@pytest.mark.parametrize("mode", [Mode.COPY, Mode.RULED, Mode.HAND, Mode.PLAIN])
def test_every_mode_holds_the_whole_note_inside_the_paper(size: paper.Size, mode: Mode) -> None:
    document = card.compose(CardJob(NOTE, size, mode))
    assert words(document) == " ".join(NOTE.split())
    assert len(document.pages) == (2 if mode is Mode.COPY else 1)
    for page in document.pages:
        assert (page.width, page.height) == (size.width, size.height)
        assert inside(page, 4.5)


def test_copying_by_hand_comes_with_a_ruled_sheet_for_the_same_lines() -> None:
    text, underlay = card.compose(CardJob(NOTE, A6, Mode.COPY)).pages
    traced = card.compose(CardJob(NOTE, A6, Mode.RULED)).pages[0]
    lines = [mark for mark in underlay.marks if isinstance(mark, Rule)]
    pale = [mark for mark in traced.marks if isinstance(mark, Text)]
    assert [mark.words for mark in text.marks] == [mark.words for mark in pale]
    assert all(mark.ink == PALE_INK and mark.face is Face.HAND for mark in pale)
    assert {mark.y1 for mark in lines} == {mark.y1 for mark in traced.marks if isinstance(mark, Rule)}


@pytest.mark.parametrize("mode", [Mode.COPY, Mode.RULED, Mode.HAND, Mode.PLAIN])
def test_an_empty_note_is_not_printed(mode: Mode) -> None:
    with pytest.raises(Refused, match="still empty"):
        card.compose(CardJob(" \n\t\n", A6, mode))


def test_the_ruled_sheet_alone_needs_no_note() -> None:
    (page,) = card.compose(CardJob("", A6, Mode.UNDERLAY)).pages
    assert len(page.marks) > 8


@pytest.mark.parametrize("length", [3_000, 100_000])
@pytest.mark.parametrize("mode", list(Mode)[:4])
def test_a_note_that_is_too_long_is_refused_in_words(length: int, mode: Mode) -> None:
    with pytest.raises(Refused, match="Shorten"):
        card.compose(CardJob("Thank you. " * (length // 11), A6, mode))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Thank you 😀", "emoji: 😀"),
        ("شكرا جزيلا", "Arabic letters"),
        ("谢谢你", "Chinese characters: 谢 你"),
        ("ありがとう", "Hiragana letters"),
        ("Thank you ☃ 谢", "emoji and Chinese characters"),
    ],
)
def test_letters_that_the_handwriting_lacks_are_named(text: str, named: str) -> None:
    for mode in (Mode.HAND, Mode.RULED):
        with pytest.raises(Refused) as refusal:
            card.compose(CardJob(text, A6, mode))
        assert named in str(refusal.value)
        assert "copy by hand" in str(refusal.value)


@pytest.mark.parametrize(
    "text", ["Dziękuję, Łukaszu!", "Köszönöm, Ők", "Спасибо, Юля", "Ευχαριστώ πολύ", "Tack så mycket — “vän”"]
)
def test_europes_letters_are_in_the_handwriting(text: str) -> None:
    assert words(card.compose(CardJob(text, A6, Mode.HAND))) == text


def test_the_preview_never_refuses_and_shows_only_what_the_card_holds() -> None:
    for text in ("", "😀" * 50, "Thank you. " * 900):
        document, fitted = card.preview(CardJob(text, A6, Mode.RULED))
        assert inside(document.pages[0], 4.5)
        assert fitted.fits == (len(text) < 1000)


@pytest.mark.parametrize("size", paper.ENVELOPES, ids=lambda size: size.key)
def test_an_envelope_keeps_stamp_and_barcode_zones_clear(size: paper.Size) -> None:
    (page,) = envelope.compose(EnvelopeJob(ADDRESS, size, ("Jonas Weiß", "Rosenweg 5", "50667 Köln"))).pages
    assert inside(page, 8.0)
    for mark in page.marks:
        assert isinstance(mark, Text)
        assert mark.baseline + 0.3 * mark.size <= page.height - envelope.CLEAR_BELOW + 0.5
        end = mark.x + faces.width(mark.words, mark.face, mark.size)
        assert end <= page.width - envelope.STAMP_WIDTH or mark.baseline - mark.size >= envelope.STAMP_HEIGHT
    address = [mark.words for mark in page.marks if isinstance(mark, Text)][3:]
    assert tuple(address) == ADDRESS


def test_an_envelope_without_an_address_is_refused_in_words() -> None:
    with pytest.raises(Refused, match="no postal address yet"):
        envelope.compose(EnvelopeJob(("Rosa",), paper.parse("C6")))
    with pytest.raises(Refused, match="too long for this envelope"):
        envelope.compose(EnvelopeJob(("Rosa", "x" * 400), paper.parse("C6")))


def test_a_brief_is_one_page_however_much_is_known() -> None:
    much = tuple(f"News number {number} " + "with a long story behind it " * 9 for number in range(40))
    for job in (
        BriefJob("Rosa"),
        BriefJob("Rosa", "Gala", "Friday", "Nonna", much, much, much, much, size=paper.parse("Letter")),
    ):
        (page,) = brief.compose(job).pages
        assert inside(page, 10.0)
        assert "How are things with you?" in page.words
        assert "What I bring" in page.words


def test_an_agenda_runs_over_pages_and_loses_nothing() -> None:
    first = date(2026, 11, 2)
    entries = tuple(Entry(first + timedelta(days=number), f"Person {number}", "Note") for number in range(70))
    document = agenda.compose(AgendaJob("November", entries, ((first, "Some holiday"),)))
    assert len(document.pages) > 1
    assert all(inside(page, 10.0) for page in document.pages)
    for entry in entries:
        assert f"{entry.what} {entry.person}" in words(document)
    assert "Some holiday" in document.pages[0].words
    assert f"Page 1 of {len(document.pages)}" in document.pages[0].words
    assert "Nothing is planned" in agenda.compose(AgendaJob("December", ())).pages[0].words


@pytest.mark.parametrize(
    ("day", "start"), [(date(2026, 2, 9), 0), (date(2026, 8, 31), 6), (date(2027, 5, 1), 5)]
)
def test_a_month_has_all_its_days_and_says_how_many_more(day: date, start: int) -> None:
    entries = tuple(Entry(day, f"Person {number}", "Note") for number in range(30))
    (page,) = month.compose(MonthJob(day, entries, ((day, "A holiday"),), start)).pages
    texts = [mark.words for mark in page.marks if isinstance(mark, Text)]
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    assert [word for word in texts if word.isdigit()] == [str(number) for number in range(1, last.day + 1)]
    shown = sum(word.startswith("Note: ") for word in texts)
    assert f"+{30 - shown} more" in texts
    assert "A holiday" in texts
    assert page.width > page.height
    assert inside(page, 8.0)


@pytest.mark.parametrize(("country", "first"), [("US", "Sunday"), ("DE", "Monday"), ("", "Monday")])
def test_a_month_starts_its_weeks_as_the_country_does(country: str, first: str) -> None:
    job = MonthJob(date(2026, 11, 1), locale=agenda.locale_of(country))
    texts = [mark.words for mark in month.compose(job).pages[0].marks if isinstance(mark, Text)]
    assert texts[:2] == ["November 2026", first]


def test_a_name_in_the_month_is_kept_by_writing_smaller() -> None:
    entry = Entry(date(2026, 11, 25), "Ellen Voss", "Thank-you note")
    (page,) = month.compose(MonthJob(date(2026, 11, 1), (entry,))).pages
    assert "Ellen Voss" in page.words  # how much stands before it depends on the system's font


def test_a_gift_tag_holds_its_words_or_says_that_they_are_too_many() -> None:
    (page,) = tag.compose(TagJob("For Rosa,\nfor the next long evening at the grill.")).pages
    assert (page.width, page.height) == (90, 55)
    assert inside(page, 5.0)
    assert inside(tag.compose(TagJob("W" * 60)).pages[0], 5.0)
    for text in ("", "Thank you. " * 60):
        with pytest.raises(Refused):
            tag.compose(TagJob(text))
