# SPDX-License-Identifier: MIT
"""Finds which subjects of the gift shelf somebody's own words are about, and how closely."""

from typing import NamedTuple

from winback_desktop.domain.gift_catalogue import Catalogue, Topic
from winback_desktop.domain.plain_words import Phrase, parts, phrase, spoken_words

_WIDER = 0.55
_NAME_ONLY = 0.4


class Heard(NamedTuple):
    """A subject found in words; ``closeness`` runs from 0 to 1, 1 when they name just this subject.

    ``start`` and ``length`` say which words it was.
    """

    topic: Topic
    closeness: float
    start: int
    length: int

    @property
    def exact(self) -> bool:
        """Whether the words name this subject and nothing else."""
        return self.closeness == 1.0


def subjects_in(catalogue: Catalogue, text: str) -> list[Heard]:
    """The subjects that a text names, closest first; each word counts once, for the longest phrase.

    A word that looks like a proper name ("her spaniel Biscuit") only counts when nothing else was found.
    """
    words = spoken_words(text)
    whole = catalogue.phrases.get(tuple(word for word, _ in words))
    if whole is not None:
        return [Heard(catalogue.topics[whole], 1.0, 0, len(words))]
    plain = tuple("" if is_name else word for word, is_name in words)
    found = _runs(catalogue, plain, 1.0)
    if not found:
        found = _runs(catalogue, tuple(word for word, _ in words), 1.0 if len(words) < 3 else _NAME_ONLY)
    best: dict[str, Heard] = {}
    for heard in found:
        known = best.get(heard.topic.name)
        if known is None or known.closeness < heard.closeness:
            best[heard.topic.name] = heard
    return sorted(best.values(), key=lambda heard: (-heard.closeness, heard.start))


def widened(catalogue: Catalogue, heard: list[Heard]) -> list[Heard]:
    """The subjects and, behind them, the wider ones they belong to."""
    known = {one.topic.name for one in heard}
    wider = []
    for one in heard:
        parent = one.topic.parent
        if parent and parent not in known:
            known.add(parent)
            wider.append(one._replace(topic=catalogue.topics[parent], closeness=one.closeness * _WIDER))
    return heard + wider


def guess_category(catalogue: Catalogue, label: str) -> str:
    """The category that an interest probably belongs to, or nothing."""
    heard = subjects_in(catalogue, label)
    return heard[0].topic.category if heard else ""


def mentions(text: Phrase, wanted: Phrase) -> bool:
    """Whether a text holds the wanted words side by side."""
    return bool(wanted) and any(part == wanted for _, part in parts(text, len(wanted)))


def same_words(first: str, second: str) -> bool:
    """Whether two titles say the same thing, small differences aside."""
    a, b = set(phrase(first)), set(phrase(second))
    return bool(a) and len(a & b) >= 0.75 * len(a | b)


def _runs(catalogue: Catalogue, words: Phrase, weight: float) -> list[Heard]:
    taken = [False] * len(words)
    found = []
    said = sum(map(bool, words)) or 1
    for start, run in parts(words, catalogue.longest):
        name = catalogue.phrases.get(run)
        if name is not None and not any(taken[start : start + len(run)]):
            taken[start : start + len(run)] = [True] * len(run)
            share = len(run) / said
            closeness = weight * (1.0 if share == 1 else 0.7 + 0.2 * share)
            found.append(Heard(catalogue.topics[name], closeness, start, len(run)))
    return found
