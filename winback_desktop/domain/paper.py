# SPDX-License-Identifier: MIT
"""Paper by its true size: cards, envelopes and sheets in millimetres, found by the names people use.

ISO sizes are those of ISO 216 and ISO 269; the American card and envelope
names (A2, A6, A7, No. 10) are the stationery trade's and differ from the ISO
sizes of the same name, so that they always carry "US" here; hagaki, Yo-2 and
Nagagata-3 are those of Japan Post and JIS S 5502.
"""

import re
from enum import StrEnum
from typing import NamedTuple

INCH = 25.4
SMALLEST, LARGEST = 50.0, 450.0


class UnknownSize(ValueError):
    """A size was asked for that no paper here has. ``str(error)`` is a whole sentence for people."""


class Kind(StrEnum):
    """What a piece of paper is for."""

    CARD = "card"
    ENVELOPE = "envelope"
    SHEET = "sheet"


class Fold(StrEnum):
    """How a card is folded; the words stand on the panel that is read last."""

    FLAT = "flat"
    SIDE = "side"
    TOP = "top"


class Margins(NamedTuple):
    """The empty border of a page, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float


class Panel(NamedTuple):
    """The part of a page that takes the words, in millimetres from the page's top left corner."""

    x: float
    y: float
    width: float
    height: float


class Size(NamedTuple):
    """A piece of paper lying flat, as it goes through the printer; lengths in millimetres."""

    key: str
    label: str
    width: float
    height: float
    kind: Kind = Kind.CARD
    fold: Fold = Fold.FLAT

    @property
    def panel(self) -> Panel:
        """Where the words go: the whole page, or the right or lower half of a folded one."""
        if self.fold is Fold.SIDE:
            return Panel(self.width / 2, 0, self.width / 2, self.height)
        if self.fold is Fold.TOP:
            return Panel(0, self.height / 2, self.width, self.height / 2)
        return Panel(0, 0, self.width, self.height)

    @property
    def measure(self) -> str:
        """The size in words: ``105 × 148 mm``, or inches for an American one."""
        if self.key.startswith(("US-", "Letter")):
            return f"{_number(self.width / INCH)} × {_number(self.height / INCH)} in"
        return f"{_number(self.width)} × {_number(self.height)} mm"


def _inches(
    key: str,
    label: str,
    width: float,
    height: float,
    kind: Kind = Kind.CARD,
    fold: Fold = Fold.FLAT,
) -> Size:
    return Size(key, label, width * INCH, height * INCH, kind, fold)


CARDS: tuple[Size, ...] = (
    Size("A6", "A6 card", 105, 148),
    Size("A5", "A5 card", 148, 210),
    Size("A5-folded", "A5 folded to A6", 210, 148, fold=Fold.SIDE),
    Size("A5-top-folded", "A5 folded at the top", 148, 210, fold=Fold.TOP),
    Size("A4-folded", "A4 folded to A5", 297, 210, fold=Fold.SIDE),
    Size("A4-top-folded", "A4 folded at the top", 210, 297, fold=Fold.TOP),
    Size("99x210", "Tall card, a third of A4", 99, 210),
    _inches("US-A2", "US A2 card", 4.25, 5.5),
    _inches("US-A6", "US A6 card", 4.5, 6.25),
    _inches("US-A7", "US A7 card", 5, 7),
    _inches("US-A2-folded", "US A2 card, side fold", 8.5, 5.5, fold=Fold.SIDE),
    _inches("US-A7-folded", "US A7 card, side fold", 10, 7, fold=Fold.SIDE),
    _inches("US-A2-top-folded", "US A2 card, top fold", 5.5, 8.5, fold=Fold.TOP),
    _inches("US-A7-top-folded", "US A7 card, top fold", 7, 10, fold=Fold.TOP),
    _inches("Letter-folded", "US Letter folded in half", 11, 8.5, fold=Fold.SIDE),
    _inches("Letter-third", "A third of US Letter", 8.5, 11 / 3),
    Size("hagaki", "Hagaki postcard", 100, 148),
)

ENVELOPES: tuple[Size, ...] = (
    Size("C6", "C6 envelope", 162, 114, Kind.ENVELOPE),
    Size("C5", "C5 envelope", 229, 162, Kind.ENVELOPE),
    Size("DL", "DL envelope", 220, 110, Kind.ENVELOPE),
    _inches("US-10", "US No. 10 envelope", 9.5, 4.125, Kind.ENVELOPE),
    _inches("US-A2-envelope", "US A2 envelope", 5.75, 4.375, Kind.ENVELOPE),
    _inches("US-A6-envelope", "US A6 envelope", 6.5, 4.75, Kind.ENVELOPE),
    _inches("US-A7-envelope", "US A7 envelope", 7.25, 5.25, Kind.ENVELOPE),
    Size("Yo-2", "Yo-2 envelope", 162, 114, Kind.ENVELOPE),
    Size("Nagagata-3", "Nagagata-3 envelope", 235, 120, Kind.ENVELOPE),
)

SHEETS: tuple[Size, ...] = (
    Size("A4", "A4 sheet", 210, 297, Kind.SHEET),
    _inches("Letter", "US Letter sheet", 8.5, 11, Kind.SHEET),
)

_BY_KEY = {size.key: size for size in CARDS + ENVELOPES + SHEETS}

_OTHER_NAMES = {
    "a5folded": "A5-folded",
    "a5fold": "A5-folded",
    "foldeda5": "A5-folded",
    "a4folded": "A4-folded",
    "foldeda4": "A4-folded",
    "a4third": "99x210",
    "a4thirds": "99x210",
    "third": "99x210",
    "letterthirds": "Letter-third",
    "postcard": "A6",
    "isoa6": "A6",
    "isoa5": "A5",
    "a2us": "US-A2",
    "a6us": "US-A6",
    "a7us": "US-A7",
    "us5x7": "US-A7",
    "10": "US-10",
    "no10": "US-10",
    "usno10": "US-10",
    "com10": "US-10",
    "yo2": "Yo-2",
    "you2": "Yo-2",
    "youkei2": "Yo-2",
    "naga3": "Nagagata-3",
    "nagagata3": "Nagagata-3",
    "chou3": "Nagagata-3",
    "usletter": "Letter",
} | {re.sub(r"[^a-z0-9]", "", key.lower()): key for key in _BY_KEY}

_ENVELOPE_OF = {
    "A6": "C6",
    "A5": "C5",
    "A5-folded": "C6",
    "A5-top-folded": "C6",
    "A4-folded": "C5",
    "A4-top-folded": "C5",
    "99x210": "DL",
    "US-A2": "US-A2-envelope",
    "US-A6": "US-A6-envelope",
    "US-A7": "US-A7-envelope",
    "US-A2-folded": "US-A2-envelope",
    "US-A7-folded": "US-A7-envelope",
    "US-A2-top-folded": "US-A2-envelope",
    "US-A7-top-folded": "US-A7-envelope",
    "Letter-third": "US-10",
    "hagaki": "Yo-2",
}

_LETTER_COUNTRIES = frozenset(("US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA", "PR", "SV"))

_UNITS = {"mm": 1.0, "cm": 10.0, "in": INCH, '"': INCH, "″": INCH, "inch": INCH, "inches": INCH}
_CUSTOM = re.compile(
    r"""^(?P<width>\d{1,5}(?:\.\d{1,4})?)\s*(?P<first>mm|cm|inches|inch|in|"|″)?
        \s*x\s*
        (?P<height>\d{1,5}(?:\.\d{1,4})?)\s*(?P<unit>mm|cm|inches|inch|in|"|″)?$""",
    re.VERBOSE,
)


def parse(text: str, kind: Kind | None = None) -> Size:
    """Find the paper that ``text`` names (``A6``, ``US-A7``, ``5x7in``, ``105x148mm``).

    With ``kind``, a name that belongs to a card and an envelope alike means
    that one (``US-A7``). Raises `UnknownSize` with a sentence when nothing
    fits, when a unit is missing, or when a name would mean two sizes.
    """
    wanted = " ".join(text.lower().replace("×", "x").replace(",", ".").split())
    # "No. 10" is a name with a dot; in "10.5" the dot belongs to the number.
    name = re.sub(r"[^a-z0-9.]|\.(?!\d)", "", wanted)
    if kind is Kind.ENVELOPE and (key := _OTHER_NAMES.get(f"{name}envelope")):
        return _BY_KEY[key]
    if key := _OTHER_NAMES.get(name):
        return _BY_KEY[key]
    if name in ("a2", "a7"):
        raise UnknownSize(_two_meanings(name.upper()))
    if match := _CUSTOM.match(wanted):
        return _custom(text, match, kind or Kind.CARD)
    raise UnknownSize(
        f"There is no paper called “{_short(text)}” here. Write a name such as A6, A5, US-A7 or hagaki, "
        "or a size with its unit such as 105x148mm or 5x7in."
    )


def custom(width: float, height: float, kind: Kind = Kind.CARD) -> Size:
    """A size of the owner's own, in millimetres; raises `UnknownSize` when no printer could take it."""
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise UnknownSize(
            f"A page of {_number(width)} × {_number(height)} mm cannot be printed here. "
            f"Choose both sides between {_number(SMALLEST)} and {_number(LARGEST)} mm."
        )
    for size in _BY_KEY.values():
        same = abs(size.width - width) < 0.2 and abs(size.height - height) < 0.2
        if size.kind is kind and size.fold is Fold.FLAT and same:
            return size
    measure = f"{_number(width)} × {_number(height)} mm"
    return Size(measure.replace(" ", "").replace("×", "x"), measure, width, height, kind)


def envelope_for(card: Size) -> Size | None:
    """The envelope made for ``card``, or the smallest here that takes it, or None when none does."""
    if key := _ENVELOPE_OF.get(card.key):
        return _BY_KEY[key]
    short, long = sorted((card.panel.width, card.panel.height))
    fitting = [size for size in ENVELOPES if size.height >= short + 3 and size.width >= long + 3]
    return min(fitting, key=lambda size: size.width * size.height, default=None)


def usual_card(country: str) -> Size:
    """The card that shops in ``country`` (ISO 3166-1 alpha-2) sell most."""
    if country in _LETTER_COUNTRIES:
        return _BY_KEY["US-A7"]
    return _BY_KEY["hagaki" if country == "JP" else "A6"]


def usual_sheet(country: str) -> Size:
    """Letter where offices use it, A4 elsewhere."""
    return _BY_KEY["Letter" if country in _LETTER_COUNTRIES else "A4"]


def margins(size: Size) -> Margins:
    """A border that looks right and that every usual printer can keep clear, in millimetres."""
    if size.kind is Kind.SHEET:
        return Margins(18, 18, 18, 18)
    if size.kind is Kind.ENVELOPE:
        return Margins(10, 10, 10, 16)
    side = min(max(0.09 * min(size.panel.width, size.panel.height), 6.0), 16.0)
    return Margins(side, side, side, side)


def _custom(text: str, match: re.Match[str], kind: Kind) -> Size:
    width, height = float(match["width"]), float(match["height"])
    unit = match["unit"] or match["first"]
    if unit is None:
        if min(width, height) < SMALLEST:
            shown = _short(text)
            raise UnknownSize(f"“{shown}” has no unit. Write {shown}in, {shown}cm or {shown}mm.")
        unit = "mm"
    return custom(width * _UNITS[match["first"] or unit], height * _UNITS[unit], kind)


def _two_meanings(name: str) -> str:
    american = _BY_KEY[f"US-{name}"]
    iso = "420 × 594 mm, a poster" if name == "A2" else "74 × 105 mm"
    other = "" if name == "A2" else " or 74x105mm for the ISO one"
    return (
        f"{name} names two sizes: ISO {name} is {iso}, the American {name} card is {american.measure}. "
        f"Write US-{name} for the American one{other}."
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _short(text: str) -> str:
    return text.strip() if len(text.strip()) <= 40 else text.strip()[:39] + "…"
