# SPDX-License-Identifier: MIT
"""The outer side of a folded card: a few words in the handwriting face on its front, the back left empty."""

from winback_desktop.application.failures import Refused
from winback_desktop.domain.paper import Fold, Panel, Size
from winback_desktop.ui.printing import faces, layout
from winback_desktop.ui.printing.marks import Document, Face, Mark, Page, Rule, Text

LONGEST = 80
_LARGEST, _SMALLEST = 17.0, 6.0
_LEADING = 1.2


def compose(words: str, size: Size) -> Document:
    """Draw the outer side as it lies when the card is turned over; raises `Refused` for too many words."""
    words = layout.clean(words).strip()
    if len(words) > LONGEST:
        raise Refused("These words are too many for the front of a card. Keep two or three.", "cover")
    if missing := faces.uncovered(words, Face.HAND):
        raise Refused(faces.uncovered_sentence(missing, Face.HAND), "cover")
    front = size.panel
    marks: list[Mark] = []
    if words:
        marks.extend(_written(words, front))
    return Document("Card cover", (Page(size.width, size.height, tuple(marks), "The front of the card"),))


def _written(words: str, front: Panel) -> list[Mark]:
    room = 0.76 * front.width
    widest = max(faces.width(word, Face.HAND, 10.0) for word in words.split()) / 10.0
    em = min(_LARGEST, room / widest)
    if em < _SMALLEST:
        raise Refused("A word is too long for the front of this card. Choose a shorter one.", "cover")
    lines = layout.broken(words, Face.HAND, em, room)
    while len(lines) * _LEADING * em > 0.7 * front.height and em > _SMALLEST:
        em -= 0.5
        lines = layout.broken(words, Face.HAND, em, room)
    # A little above the middle, where the eye takes the middle to be.
    first = front.y + 0.46 * front.height - (len(lines) - 1) * _LEADING * em / 2 + 0.25 * em
    marks: list[Mark] = []
    for number, line in enumerate(lines):
        x = front.x + (front.width - faces.width(line.words, Face.HAND, em)) / 2
        marks.append(Text(x, first + number * _LEADING * em, line.words, em, Face.HAND))
    below = first + (len(lines) - 1) * _LEADING * em + 0.85 * em
    middle = front.x + front.width / 2
    marks.append(Rule(middle - 9, below, middle + 9, below, 0.25))
    return marks


def folds(size: Size) -> bool:
    """Whether a card has an outer side that can be printed on."""
    return size.fold is not Fold.FLAT
