# SPDX-License-Identifier: MIT
"""Several cards on a sheet, labels, the calibration sheet and the customer's sheet."""

import pytest
from PySide6.QtGui import QImage, QPainter
from test_compositions import inside, words

from winback_desktop.application.failures import Refused
from winback_desktop.domain import paper
from winback_desktop.domain.paper import Fold
from winback_desktop.ui.printing import calibration, card, cover, customer_sheet, labels
from winback_desktop.ui.printing.card import CardJob, Mode
from winback_desktop.ui.printing.customer_sheet import CustomerJob, Section
from winback_desktop.ui.printing.imposition import on_sheets
from winback_desktop.ui.printing.marks import Box, Document, Page, Rule, Text
from winback_desktop.ui.printing.output import at_once
from winback_desktop.ui.printing.painting import paint
from winback_desktop.ui.printing.reach import check_edges, free_edge

A4 = paper.parse("A4")
ADDRESS = ("Rosa Delgado", "12 Harbour Street", "LONDON", "EC1Y 8SY")


@pytest.mark.parametrize(
    ("key", "sheet", "copies", "sheets"),
    [("A6", "A4", 4, 2), ("A5", "A4", 2, 2), ("US-A2", "Letter", 2, 1)],
)
def test_cards_lie_apart_on_a_sheet_with_cut_marks_outside_them(
    key: str, sheet: str, copies: int, sheets: int
) -> None:
    document = card.compose(CardJob("Thank you, Rosa.", paper.parse(key), Mode.HAND))
    put = on_sheets(document, paper.parse(sheet), copies)
    assert len(put.pages) == sheets
    assert words(put).count("Thank you, Rosa.") == copies
    assert all(inside(page, 3.0) for page in put.pages)
    for page in put.pages:
        cards = sum(isinstance(mark, Text) for mark in page.marks)
        assert sum(isinstance(mark, Rule) for mark in page.marks) == 8 * cards


def test_a_card_as_large_as_the_sheet_is_printed_and_a_larger_one_refused() -> None:
    folded = card.compose(CardJob("Thank you", paper.parse("A4-folded"), Mode.HAND))
    (page,) = on_sheets(folded, A4).pages
    assert (page.width, page.height) == (297, 210)
    (page,) = on_sheets(card.compose(CardJob("Thank you", paper.parse("99x210"), Mode.HAND)), A4, 2).pages
    assert words(Document("", (page,))) == "Thank you Thank you"
    with pytest.raises(Refused, match="does not go on the A4 sheet"):
        on_sheets(card.compose(CardJob("Thank you", paper.custom(310, 200), Mode.HAND)), A4)


@pytest.mark.parametrize("stock", labels.STOCKS, ids=lambda stock: stock.key)
def test_labels_stay_on_the_sheet_and_skip_places_already_used(stock: labels.Stock) -> None:
    assert stock.left + (stock.across - 1) * stock.step_across + stock.width <= stock.sheet_width
    assert stock.top + (stock.down - 1) * stock.step_down + stock.height <= stock.sheet_height
    on_sheet = stock.across * stock.down
    document = at_once(labels.compose([ADDRESS, ("Nobody",)] * (on_sheet + 1), stock, used=3))
    assert len(document.pages) == 2
    assert words(document).count("Rosa Delgado") == on_sheet + 1
    first = next(mark for mark in document.pages[0].marks if isinstance(mark, Text))
    assert first.x >= stock.left + (3 % stock.across) * stock.step_across
    assert all(inside(page, 3.0) for page in document.pages)


def test_a_long_address_stays_on_its_label() -> None:
    stock = labels.STOCKS[0]
    document = at_once(labels.compose([("x" * 300, *("line",) * 8)], stock))
    for mark in document.pages[0].marks:
        assert isinstance(mark, Text)
        assert stock.top <= mark.baseline - 0.8 * mark.size
        assert mark.baseline + 0.25 * mark.size <= stock.top + stock.height
    assert inside(document.pages[0], 3.0)


def test_labels_tell_how_far_they_are_and_can_be_left_off() -> None:
    steps = labels.compose([ADDRESS] * 200, labels.STOCKS[0])
    assert [next(steps) for _ in range(50)] == list(range(1, 51))
    steps.close()
    with pytest.raises(Refused, match="postal address"):
        at_once(labels.compose([("Rosa",)], labels.STOCKS[0]))


def test_second_sides_lie_behind_the_first_ones() -> None:
    size = paper.custom(60, 60)
    for fold in (Fold.SIDE, Fold.TOP):
        front = Document("", (Page(size.width, size.height, (Text(0, 0, "in", 4),)),))
        (sheet,) = on_sheets(front, A4, 4).pages
        (behind,) = on_sheets(front, A4, 4, fold).pages
        for before, after in zip(
            (mark for mark in sheet.marks if isinstance(mark, Text)),
            (mark for mark in behind.marks if isinstance(mark, Text)),
            strict=True,
        ):
            if fold is Fold.TOP:
                assert after.x == pytest.approx(before.x)
                assert after.baseline == pytest.approx(sheet.height - before.baseline - size.height)
            else:
                assert after.baseline == pytest.approx(before.baseline)
                assert after.x == pytest.approx(sheet.width - before.x - size.width)


@pytest.mark.parametrize("size", [each for each in paper.CARDS if each.fold is not Fold.FLAT])
def test_a_cover_stands_on_the_front_of_a_folded_card(size: paper.Size) -> None:
    (page,) = cover.compose("Thank you", size).pages
    assert page.words == "Thank you"
    assert inside(page, 5.0)
    text = next(mark for mark in page.marks if isinstance(mark, Text))
    panel = size.panel
    assert panel.x < text.x < panel.x + panel.width
    assert panel.y < text.baseline < panel.y + panel.height
    for bad in ("x" * 79, "thank you " * 20):
        with pytest.raises(Refused):
            cover.compose(bad, size)


def test_words_in_the_border_that_a_printer_leaves_empty_are_refused() -> None:
    page = Page(100, 100, (Text(6, 50, "near the edge", 4),))
    assert free_edge(page) == pytest.approx(6)
    check_edges(Document("", (page,)), 5.9)
    with pytest.raises(Refused, match="empty at the edges"):
        check_edges(Document("", (page,)), 6.4)
    assert free_edge(Page(100, 60)) == 30


def test_what_is_upside_down_is_drawn_upside_down() -> None:
    page = Page(40, 20, (Box(0, 0, 10, 5, "#000000"),), upside_down=True)
    picture = QImage(40, 20, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    paint(painter, page, 1.0)
    painter.end()
    assert picture.pixelColor(35, 17).lightness() == 0
    assert picture.pixelColor(5, 2).lightness() == 255


@pytest.mark.parametrize("key", ["A4", "Letter"])
def test_the_calibration_sheet_has_its_lines_where_it_says(key: str) -> None:
    (page,) = calibration.compose(paper.parse(key)).pages
    rules = [mark for mark in page.marks if isinstance(mark, Rule)]
    assert any(mark.x1 == mark.x2 == calibration.FROM_EDGE for mark in rules)
    assert any(mark.y1 == mark.y2 == calibration.FROM_EDGE for mark in rules)
    assert any(mark.x2 - mark.x1 == pytest.approx(100) for mark in rules)
    assert inside(page, 10.0)


@pytest.mark.parametrize("dots", [4.0, 10.0])
def test_a_millimetre_is_a_millimetre_at_any_resolution(dots: float) -> None:
    (page,) = calibration.compose(A4).pages
    picture = QImage(int(page.width * dots), int(page.height * dots), QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    paint(painter, page, dots)
    painter.end()
    row, column = int(20 * dots), int(20 * dots)
    dark = [x for x in range(picture.width()) if picture.pixelColor(x, row).lightness() < 200]
    assert sum(dark) / len(dark) / dots == pytest.approx(calibration.FROM_EDGE, abs=0.15)
    dark = [y for y in range(picture.height()) if picture.pixelColor(column, y).lightness() < 200]
    assert sum(dark) / len(dark) / dots == pytest.approx(calibration.FROM_EDGE, abs=0.15)


def test_a_customers_sheet_loses_nothing_over_its_pages() -> None:
    timeline = tuple(f"On day {number} we spoke about the garden and the new kitchen" for number in range(90))
    job = CustomerJob("Rosa", "Gala Kitchen", (Section("Timeline", timeline), Section("Empty", ())))
    document = customer_sheet.compose(job)
    assert len(document.pages) > 1
    assert all(line in words(document) for line in timeline)
    assert "Empty" not in words(document)
    assert all(inside(page, 10.0) for page in document.pages)
