# SPDX-License-Identifier: MIT
"""Breaks a note into the lines that a card holds, at a hand size that can be read and written."""

import unicodedata
from typing import NamedTuple

from PySide6.QtGui import QTextLayout, QTextOption

from winback_desktop.domain import paper
from winback_desktop.domain.paper import Size
from winback_desktop.ui.printing.faces import MEASURED, UNITS, font
from winback_desktop.ui.printing.further_faces import further
from winback_desktop.ui.printing.marks import Face

SMALLEST_HAND = 4.4
"""Em of the handwriting below which it is hard to read (its small letters are then 1.8 mm high)."""
LARGEST_HAND = 7.4
LONGEST_NOTE = 3000
"""Characters; far more than any card holds, and measuring more would make typing slow."""

_PITCH = 1.27
_ASCENT, _DESCENT = 0.9, 0.32
_STEP = 0.1


class Line(NamedTuple):
    """One line as it falls on the card; ``rtl`` when it reads from the right."""

    words: str
    rtl: bool = False


class Ruling(NamedTuple):
    """Where lines of writing stand: the block they fill and their baselines, in millimetres on the page."""

    x: float
    width: float
    em: float
    baselines: tuple[float, ...]

    @property
    def pitch(self) -> float:
        """From one line to the next."""
        return self.em * _PITCH


class Fit(NamedTuple):
    """How a note falls on a card.

    ``lines`` is the whole note, also when it does not fit; ``room`` is how many
    lines the card takes at ``em`` (millimetres); ``over`` is how many are too
    many. ``larger`` is the next card that would take it all, if there is one.
    """

    size: Size
    lines: tuple[Line, ...]
    ruling: Ruling
    preferred_em: float
    larger: Size | None = None

    @property
    def em(self) -> float:
        """The size of the letters."""
        return self.ruling.em

    @property
    def room(self) -> int:
        """Lines that the card takes."""
        return len(self.ruling.baselines)

    @property
    def over(self) -> int:
        """Lines that do not fit."""
        return max(0, len(self.lines) - self.room)

    @property
    def fits(self) -> bool:
        """Whether all of it stands on the card."""
        return self.over == 0

    @property
    def fullness(self) -> float:
        """How full the card is, 1.0 being full: for a gauge."""
        return len(self.lines) / max(1, self.room)

    @property
    def advice(self) -> str:
        """One sentence for the person writing."""
        if not self.lines:
            return f"The {self.size.label} has room for about {self.room} lines."
        if not self.fits:
            lines = "One line is" if self.over == 1 else f"{self.over} lines are"
            other = f", or take the {self.larger.label} ({self.larger.measure})" if self.larger else ""
            return f"{lines} too many for the {self.size.label}. Shorten the note a little{other}."
        if self.em < self.preferred_em - _STEP / 2:
            return f"It fits the {self.size.label}, written a little smaller."
        spare = self.room - len(self.lines)
        if spare == 0:
            return f"It fills the {self.size.label} exactly."
        return f"It fits, with room for {'one more line' if spare == 1 else f'{spare} more lines'}."


def clean(text: str) -> str:
    """The note as it is drawn: composed accents, plain line ends, no tabs or control characters."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\u2028", "\n")
    kept = (c for c in unified if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    lines = [line.rstrip() for line in unicodedata.normalize("NFC", "".join(kept)).split("\n")]
    return "\n".join(lines).strip("\n")


def fit(text: str, size: Size) -> Fit:
    """Lay ``text`` out on ``size``: in a comfortable hand if it fits, else down to `SMALLEST_HAND`."""
    note = _Shaped(clean(text)[:LONGEST_NOTE], Face.HAND)
    preferred = preferred_em(size)
    comfortable = _tried(note, size, preferred, preferred)
    if comfortable.fits:
        return comfortable
    smallest = _whole(note, size, SMALLEST_HAND, preferred)
    if not smallest.fits:
        return smallest._replace(larger=_next_larger(note, size))
    best, low, high = smallest, round(SMALLEST_HAND / _STEP), round(preferred / _STEP)
    while high - low > 1:
        middle = (low + high) // 2
        tried = _tried(note, size, round(middle * _STEP, 1), preferred)
        if tried.fits:
            best, low = tried, middle
        else:
            high = middle
    return best


def preferred_em(size: Size) -> float:
    """The comfortable size of the hand on this paper, in millimetres."""
    panel = size.panel
    suited = 0.062 * min(panel.width, panel.height)
    return round(min(max(suited, SMALLEST_HAND), LARGEST_HAND), 1)


def ruling(size: Size, em: float) -> Ruling:
    """The lines of writing on ``size`` for a hand of ``em`` millimetres, from margin to margin."""
    panel, border = size.panel, paper.margins(size)
    top = panel.y + border.top + _ASCENT * em
    last = panel.y + panel.height - border.bottom - _DESCENT * em
    count = max(1, int((last - top) / (em * _PITCH) + 1e-6) + 1)
    # What is left over goes above and below alike, a little more below: it then looks centred.
    rest = max(0.0, last - top - (count - 1) * em * _PITCH)
    baselines = tuple(top + 0.4 * rest + number * em * _PITCH for number in range(count))
    return Ruling(panel.x + border.left, panel.width - border.left - border.right, em, baselines)


def broken(
    text: str,
    face: Face,
    em: float,
    width: float,
    most: int = LONGEST_NOTE,
) -> tuple[Line, ...]:
    """Break ``text`` at ``width`` millimetres by Unicode's rules; an endless word is broken anywhere.

    Stops soon after ``most`` lines, for whoever only asks whether there are more.
    """
    return _Shaped(text, face).lines(em, width, most)


class _Shaped:
    """Paragraphs whose letters are shaped once, which is the slow part, and then broken at any width."""

    def __init__(self, text: str, face: Face) -> None:
        self._paragraphs = [_Paragraph(paragraph, face) for paragraph in text.split("\n")] if text else []

    def lines(self, em: float, width: float, most: int = LONGEST_NOTE) -> tuple[Line, ...]:
        """The lines at ``em`` in ``width`` millimetres, at least ``most`` + 1 where there are more."""
        lines: list[Line] = []
        for paragraph in self._paragraphs:
            if len(lines) > most:
                break
            lines.extend(paragraph.lines(width * UNITS * MEASURED / em, most))
        return tuple(lines)


class _Paragraph:
    def __init__(self, words: str, face: Face) -> None:
        self._rtl = _from_the_right(words)
        # Qt counts in UTF-16 units and Python in characters: slice the bytes.
        self._units = words.encode("utf-16-le")
        self._layout: QTextLayout | None = None
        if words.strip():
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            self._layout = QTextLayout(words, font(face, MEASURED, further(words, face)))
            self._layout.setTextOption(option)
            # Ending the layout, or beginning it again, would forget the shapes.
            self._layout.beginLayout()

    def lines(self, width: float, most: int) -> list[Line]:
        """``width`` is in font units."""
        layout = self._layout
        if layout is None:
            return [Line("")]
        found: list[Line] = []
        layout.clearLayout()
        while len(found) <= most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
            found.append(Line(self._units[start:end].decode("utf-16-le", "replace").rstrip(), self._rtl))
        return found


def _whole(note: _Shaped, size: Size, em: float, preferred: float) -> Fit:
    ruled = ruling(size, em)
    return Fit(size, note.lines(em, ruled.width), ruled, preferred)


def _tried(note: _Shaped, size: Size, em: float, preferred: float) -> Fit:
    """Like `_whole`, but lines are only counted until they are too many."""
    ruled = ruling(size, em)
    return Fit(size, note.lines(em, ruled.width, len(ruled.baselines)), ruled, preferred)


def _next_larger(note: _Shaped, size: Size) -> Size | None:
    """The smallest card that takes the note; American cards for an American card, ISO ones otherwise."""
    american = size.key.startswith("US-") or size.key == "Letter-third"
    families = [card for card in paper.CARDS if card.key.startswith("US-") == american]
    for card in sorted(families, key=lambda card: card.panel.width * card.panel.height):
        area = card.panel.width * card.panel.height
        if area > size.panel.width * size.panel.height and _tried(note, card, SMALLEST_HAND, 0).fits:
            return card
    return None


def _from_the_right(paragraph: str) -> bool:
    for character in paragraph:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
