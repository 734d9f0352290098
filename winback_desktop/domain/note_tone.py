# SPDX-License-Identifier: MIT
"""Hears how a note's sentences sound beside those of thousands of notes that were judged."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log, sqrt
from typing import NamedTuple

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+[\"'”’»)]*|\n|$)")
_TOKEN = re.compile(r"[\w']+|[?!.,;:…—–\"“”«»¿¡]")
_NUMBER = re.compile(r"\d[\d.,]*")
_START, _END, _NAME = "<s>", "</s>", "NAME"
_LONGEST_GRAM = 3
_APART = range(2, 6)
"""How far apart two words may stand to be heard together."""
MANNERS = {"t": "them", "s": "self", "d": "deal"}
"""A sentence hurts as a word against them, about oneself, or as a deal; with its letter in the file."""
MANNER_OF = {
    **dict.fromkeys(("blame", "grievance", "sarcasm", "competitor", "shouting"), "them"),
    **dict.fromkeys(("defence", "record", "self-pity"), "self"),
    **dict.fromkeys(("price", "money", "selling", "pressure"), "deal"),
}
"""The manner in which a rule's phrases hurt."""
_NO_SECOND = -4.0
"""What stands for the second sentence of a note that has only one."""
_SHORTEST_NAME = 3


class Clues(NamedTuple):
    """A sentence's place in the text, and what in it may tell how it sounds."""

    start: int
    end: int
    grams: frozenset[str]


class Place(NamedTuple):
    """Where a rule of the word lists found something; ``sign`` is + for what is good, ! and ~ for marks."""

    start: int
    end: int
    sign: str
    rule: str


class Weight(NamedTuple):
    """What one word, pair or rule adds to a sentence and to a note (above 0: it rather hurts), and how.

    ``manner`` is one of `MANNERS` or empty.
    """

    sentence: float
    note: float
    manner: str


class Heard(NamedTuple):
    """A sentence and how it sounds: above 0, it rather hurts, in the ``manner`` if one stands out."""

    start: int
    end: int
    score: float
    manner: str


class ToneModel:
    """One language's weights, as `read_tone_model` describes them."""

    def __init__(self, heads: dict[str, tuple[float, ...]], lines: dict[str, str]) -> None:
        self.sentence_bias, self.note_bias, self.bias = heads["bias"]
        self.mix = heads["mix"]
        self._lines = lines

    def weights(self, grams: Iterable[str]) -> list[Weight]:
        """Those of the known ones. Of tens of thousands of lines only the few asked for are read."""
        return [_weight(line) for gram in grams if (line := self._lines.get(gram)) is not None]


def read_tone_model(text: str) -> ToneModel:
    """The weights of a file, parted by tabs and in hundredths; # is a comment.

    A line ``bias`` has those of sentence, note and mix, a line ``mix`` the four of `signs`; then comes one
    clue a line with its weights for sentence and note and the letter of its manner, or none.

    Raises ValueError for a line without a tab and KeyError where a head is missing.
    """
    lines = [line.split("\t", 1) for line in text.splitlines() if not line.startswith("#")]
    heads = {head: tuple(int(value) / 100 for value in values.split("\t")) for head, values in lines[:2]}
    return ToneModel(heads, dict(lines[2:]))


def clues(text: str, name: str, places: Sequence[Place]) -> list[Clues]:
    """What each sentence of a text says: words, pairs and triples, words a little apart, and rules found."""
    names = {word for word in _TOKEN.findall(name) if len(word) >= _SHORTEST_NAME}
    found = []
    for sentence in _SENTENCE.finditer(text):
        words = list(_plain(sentence[0], names))
        if not any(word[0].isalnum() for word in words):
            continue
        start = sentence.end() - len(sentence[0].lstrip())
        end = sentence.start() + len(sentence[0].rstrip())
        rules = {f"{p.sign}{p.rule}" for p in places if p.start < end and start < p.end}
        grams = frozenset((*_grams(words), *rules, f"={min(5, len(words) // 4)}"))
        found.append(Clues(start, end, grams))
    return found


def listen(model: ToneModel, sentences: Sequence[Clues]) -> tuple[float, list[Heard]]:
    """How the note sounds (above 0: worth another look) and each of its sentences."""
    found, heard = signs(model, sentences)
    return model.bias + sum(a * b for a, b in zip(model.mix, found, strict=True)), heard


def signs(model: ToneModel, sentences: Sequence[Clues]) -> tuple[tuple[float, ...], list[Heard]]:
    """What the mix weighs: the worst sentence, the second, all together and the note; and each sentence."""
    heard = [_heard(model, sentence) for sentence in sentences]
    scores = sorted((each.score for each in heard), reverse=True)
    together = log(sum(exp(score) for score in scores)) if scores else _NO_SECOND
    first, second = (*scores, _NO_SECOND, _NO_SECOND)[:2]
    return (first, second, together, _note_score(model, sentences)), heard


def _heard(model: ToneModel, sentence: Clues) -> Heard:
    known = [weight for weight in model.weights(sentence.grams) if weight.sentence]
    score = model.sentence_bias + _spread(weight.sentence for weight in known)
    manners = [weight.manner for weight in known if weight.manner]
    outstanding = (manner for manner in MANNERS.values() if 2 * manners.count(manner) > len(manners))
    return Heard(sentence.start, sentence.end, score, next(outstanding, ""))


def _note_score(model: ToneModel, sentences: Sequence[Clues]) -> float:
    grams = frozenset().union(*(sentence.grams for sentence in sentences))
    return model.note_bias + _spread(weight.note for weight in model.weights(grams) if weight.note)


def _spread(weights: Iterable[float]) -> float:
    """Their sum over the root of how many they are, so that a long text is not louder than a short one."""
    # Sorted, for sets have no order and a sum of fractions depends on it.
    values = sorted(weights)
    return sum(values) / sqrt(max(1, len(values)))


def _weight(line: str) -> Weight:
    sentence, note, letter = line.split("\t")
    return Weight(int(sentence) / 100, int(note) / 100, MANNERS[letter] if letter else "")


def _plain(sentence: str, names: set[str]) -> Iterator[str]:
    """Its words in small letters; every number and every name of theirs sounds the same, however long."""
    before = ""
    for word in _TOKEN.findall(sentence):
        bare = word.strip("'")
        if bare in names or bare.partition("'")[0] in names:
            word = _NAME
        elif _NUMBER.fullmatch(word):
            word = "0"
        else:
            word = word.lower()
        if word != _NAME or before != _NAME:
            yield word
        before = word


def _grams(words: Sequence[str]) -> Iterator[str]:
    marked = [_START, *words, _END]
    for size in range(1, _LONGEST_GRAM + 1):
        for at in range(len(marked) - size + 1):
            yield " ".join(marked[at : at + size])
    spoken = [word for word in marked if word[0].isalnum() or word in (_START, _END)]
    for at, word in enumerate(spoken):
        for apart in _APART:
            if at + apart < len(spoken):
                yield f"{word} _ {spoken[at + apart]}"
