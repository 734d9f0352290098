# SPDX-License-Identifier: MIT
"""What stands on a page, as plain records in millimetres: words, rules and boxes."""

from enum import StrEnum
from typing import NamedTuple


class Face(StrEnum):
    """The letters that words are set in."""

    HAND = "hand"
    PLAIN = "plain"
    BOLD = "bold"


# Inks on white paper: the same in every theme, because paper is white in every theme.
INK = "#1F2423"
SOFT_INK = "#4A524F"
PALE_INK = "#A6B1B9"
RULE = "#C9D1D6"
FAINT = "#E6E3DC"
SHADE = "#F4EFE6"


class Text(NamedTuple):
    """One line of words with its left end at ``x`` (its right end with ``rtl``); ``size`` is the em."""

    x: float
    baseline: float
    words: str
    size: float
    face: Face = Face.PLAIN
    ink: str = INK
    rtl: bool = False


class Rule(NamedTuple):
    """A straight line; ``dashed`` marks folds and cuts."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.2
    ink: str = RULE
    dashed: bool = False


class Box(NamedTuple):
    """A rectangle, filled and without an outline."""

    x: float
    y: float
    width: float
    height: float
    ink: str = SHADE


Mark = Text | Rule | Box


class Page(NamedTuple):
    """One side of a sheet of ``width`` × ``height`` millimetres; ``title`` names it for people.

    With ``upside_down`` everything on it is drawn turned by half a turn.
    """

    width: float
    height: float
    marks: tuple[Mark, ...] = ()
    title: str = ""
    upside_down: bool = False

    @property
    def words(self) -> str:
        """All the words on the page in reading order, one line each."""
        return "\n".join(mark.words for mark in self.marks if isinstance(mark, Text))


class Document(NamedTuple):
    """Pages that belong together. ``title`` says what they are and never whom they are for."""

    title: str
    pages: tuple[Page, ...]
