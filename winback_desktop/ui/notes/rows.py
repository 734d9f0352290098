# SPDX-License-Identifier: MIT
"""What the Notes page shows, ready to be drawn."""

from typing import NamedTuple


class Heading(NamedTuple):
    """The head of the studio. ``quiet`` is the sentence of quiet time, or empty."""

    title: str
    subtitle: str
    state: str
    shade: str
    quiet: str
    may_go_out: bool
    may_unlock: bool
    posted: bool


class CheckLine(NamedTuple):
    """One line of the gentle check. ``start`` and ``end`` name a place in the text, or are -1.

    ``tone`` is ``good``, ``open``, ``mark`` or the weaker ``hint``; ``block`` is what one click would add,
    or empty.
    """

    tone: str
    title: str
    detail: str
    block: str = ""
    start: int = -1
    end: int = -1


class Memory(NamedTuple):
    """Something remembered, and the sentence that one click puts into the note."""

    title: str
    detail: str
    sentence: str


class BlockChoices(NamedTuple):
    """One building block with its wordings."""

    key: str
    words: str
    ways: tuple[str, ...]


class NoteRow(NamedTuple):
    """One line of the list of notes; ``target`` is what the notes page opens."""

    target: object
    name: str
    detail: str
    trailing: str


class PaperState(NamedTuple):
    """How the note falls on the chosen card: a sentence, 1.0 for full, and whether all of it fits."""

    advice: str
    fullness: float
    fits: bool
