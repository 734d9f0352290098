# SPDX-License-Identifier: MIT
"""Address labels on the sheets that stationers sell, many at once, with progress and a way out."""

from collections.abc import Generator, Sequence
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.domain.paper import INCH
from winback_desktop.ui.printing import faces
from winback_desktop.ui.printing.blocks import shortened
from winback_desktop.ui.printing.marks import Document, Face, Mark, Page, Text

_LARGEST, _SMALLEST, _LEADING = 4.4, 2.3, 1.32
_INSIDE = 3.5


class Stock(NamedTuple):
    """A sheet of labels; lengths in millimetres, steps from one label's corner to the next one's."""

    key: str
    label: str
    sheet_width: float
    sheet_height: float
    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    step_across: float
    step_down: float


STOCKS: tuple[Stock, ...] = (
    Stock("L7160", "A4, 21 labels of 63.5 × 38.1 mm", 210, 297, 3, 7, 63.5, 38.1, 7.2, 15.1, 66.0, 38.1),
    Stock("L7163", "A4, 14 labels of 99.1 × 38.1 mm", 210, 297, 2, 7, 99.1, 38.1, 4.65, 15.1, 101.6, 38.1),
    Stock(
        "5160",
        "US Letter, 30 labels of 2⅝ × 1 in",
        8.5 * INCH,
        11 * INCH,
        3,
        10,
        2.625 * INCH,
        INCH,
        0.1875 * INCH,
        0.5 * INCH,
        2.75 * INCH,
        INCH,
    ),
)


def compose(
    addresses: Sequence[tuple[str, ...]],
    stock: Stock,
    used: int = 0,
) -> Generator[int, None, Document]:
    """Draw one label for each address, the first ``used`` places of the first sheet being gone already.

    Yields after every label how many are done, so that the work can be left
    off. Raises `Refused` when there is nothing to print.
    """
    wanted = [lines for lines in addresses if len(lines) > 1]
    if not wanted:
        raise Refused("None of these customers has a postal address yet. Add one, then print labels.")
    on_sheet = stock.across * stock.down
    sheets: list[list[Mark]] = [[]]
    place = min(max(used, 0), on_sheet - 1)
    for number, lines in enumerate(wanted, start=1):
        if place == on_sheet:
            sheets.append([])
            place = 0
        x = stock.left + (place % stock.across) * stock.step_across
        y = stock.top + (place // stock.across) * stock.step_down
        sheets[-1].extend(_label(lines, stock, x, y))
        place += 1
        yield number
    pages = (Page(stock.sheet_width, stock.sheet_height, tuple(marks), "Address labels") for marks in sheets)
    return Document("Address labels", tuple(pages))


def _label(lines: tuple[str, ...], stock: Stock, x: float, y: float) -> list[Mark]:
    width, height = stock.width - 2 * _INSIDE, stock.height - 2 * _INSIDE
    widest = max(faces.width(words, Face.PLAIN, 10.0) for words in lines) / 10.0
    em = min(_LARGEST, width / max(widest, 0.1), height / (len(lines) * _LEADING))
    em = max(em, _SMALLEST)
    first = y + (stock.height - len(lines) * _LEADING * em) / 2 + 0.95 * em
    return [
        Text(x + _INSIDE, first + number * _LEADING * em, shortened(words, Face.PLAIN, em, width), em)
        for number, words in enumerate(lines)
    ]
