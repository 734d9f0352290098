# SPDX-License-Identifier: MIT
"""Finds many phrases in a short text: by their first word, and compiled only when that word occurs."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_SPACE = r"[\s,]{1,3}"
_GAP = rf"(?:{_SPACE}[\w'-]+){{0,4}}?"
_PART = re.compile(r"\[[^\]]*\]\??|\S+")
_WORD = re.compile(r"\w+")
_FIRST = re.compile(r"\w+\*?")
_STEM = 3


class Word(NamedTuple):
    """A word of a text in small letters, and where it begins."""

    start: int
    word: str


def words_of(text: str) -> list[Word]:
    """The words of a text in order; an apostrophe or hyphen begins a new one."""
    return [Word(found.start(), found[0].lower()) for found in _WORD.finditer(text)]


class Phrases:
    """A list of phrases as ``note_lexicon.read_lexicon`` describes them; matching takes linear time."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = phrases
        self._needs: dict[int, list[frozenset[str]]] = {}
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_stem: dict[str, list[int]] = {}
        for number, phrase in enumerate(phrases):
            for first in _firsts(phrase):
                if first.endswith("*"):
                    self._by_stem.setdefault(first[:-1][:_STEM], []).append(number)
                else:
                    self._by_word.setdefault(first, []).append(number)

    def find(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """(start, end) of each phrase in ``text``, the longest where several begin, none inside another."""
        reached, there = 0, {word for _, word in words}
        for start, word in words:
            if start < reached:
                continue
            numbers = self._by_word.get(word, []) + self._by_stem.get(word[:_STEM], [])
            ends = [found.end() for n in numbers if (found := self._match(n, text, start, there))]
            if ends:
                reached = max(ends)
                yield start, reached

    def _match(self, number: int, text: str, start: int, there: set[str]) -> re.Match[str] | None:
        # Most phrases lack a word that the text would need: they are never compiled.
        if number not in self._needs:
            self._needs[number] = _needed(self._phrases[number])
        if any(need.isdisjoint(there) for need in self._needs[number]):
            return None
        if number not in self._compiled:
            self._compiled[number] = re.compile(_expression(self._phrases[number]), re.IGNORECASE)
        return self._compiled[number].match(text, start)


def _firsts(phrase: str) -> list[str]:
    """The words with which a phrase may begin, as far as the first apostrophe; ``word*`` keeps its star."""
    first = _PART.findall(phrase)[0]
    return [found[0] for option in _options(first) if (found := _FIRST.search(option.lower()))]


def _needed(phrase: str) -> list[frozenset[str]]:
    """For each part of a phrase the words of which a text must have one; parts with endings need none."""
    parts = [_options(part) for part in _PART.findall(phrase) if part != "..." and not part.endswith("]?")]
    return [
        frozenset(_WORD.findall(option.lower())[0] for option in options)
        for options in parts
        if all(_WORD.match(option) and "*" not in option for option in options)
    ]


def _options(part: str) -> list[str]:
    return [option for option in part.strip("[]?").split("|") if option] if part.startswith("[") else [part]


def _expression(phrase: str) -> str:
    """One phrase as a regular expression; every part of it is bounded."""
    parts: list[str] = []
    for part in _PART.findall(phrase):
        if part == "...":
            parts.append(_GAP)
            continue
        plain = "|".join(_SPACE.join(map(_ending, option.split())) for option in _options(part))
        said = f"{_SPACE if parts else ''}(?:{plain})"
        parts.append(f"(?:{said})?" if part.endswith("]?") else said)
    return f"{''.join(parts)}(?!\\w)"


def _ending(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")
