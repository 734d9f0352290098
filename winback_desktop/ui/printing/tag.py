# SPDX-License-Identifier: MIT
"""A gift tag: few words in the handwriting face, with a mark where the ribbon goes through."""

from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.domain.paper import Fold, Kind, Size
from winback_desktop.ui.printing import faces, layout
from winback_desktop.ui.printing.marks import RULE, Document, Face, Mark, Page, Rule, Text

TAG = Size("tag", "Gift tag", 90, 55, Kind.CARD, Fold.FLAT)

_LEFT, _EDGE = 18.0, 6.0
_LARGEST, _SMALLEST = 8.5, 4.4
_LEADING = 1.25


class TagJob(NamedTuple):
    """The words of the tag, with their own line ends."""

    text: str
    size: Size = TAG


def compose(job: TagJob) -> Document:
    """Draw the tag, its words in the middle; raises `Refused` when they are missing or too many."""
    words = layout.clean(job.text)
    if not words.strip():
        raise Refused("The gift tag is still empty. Write a few words first, then print it.", "text")
    if missing := faces.uncovered(words, Face.HAND):
        raise Refused(faces.uncovered_sentence(missing, Face.HAND), "text")
    size = job.size
    width, height = size.width - _LEFT - _EDGE, size.height - 2 * _EDGE
    em = _LARGEST
    lines = layout.broken(words[:600], Face.HAND, em, width)
    while len(lines) * _LEADING * em > height or _breaks_a_word(words, em, width):
        em -= 0.2
        if em < _SMALLEST:
            raise Refused("These words are too many for a gift tag. Keep a line or two.", "text")
        lines = layout.broken(words[:600], Face.HAND, em, width)
    first = (size.height - len(lines) * _LEADING * em) / 2 + 0.95 * em
    marks: list[Mark] = [*_hole(size)]
    for number, line in enumerate(lines):
        free = width - faces.width(line.words, Face.HAND, em)
        x = _LEFT + max(0.0, free) / 2
        marks.append(Text(x, first + number * _LEADING * em, line.words, em, Face.HAND))
    return Document("Gift tag", (Page(size.width, size.height, tuple(marks), "Gift tag"),))


def _breaks_a_word(words: str, em: float, width: float) -> bool:
    longest = max(words.split(), key=len)
    return em > _SMALLEST + 0.2 and faces.width(longest, Face.HAND, em) > width


def _hole(size: Size) -> tuple[Mark, ...]:
    """A small cross: punch the hole here."""
    x, y = 9.0, size.height / 2
    return (Rule(x - 2, y, x + 2, y, 0.2, RULE), Rule(x, y - 2, x, y + 2, 0.2, RULE))
