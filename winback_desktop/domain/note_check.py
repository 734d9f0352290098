# SPDX-License-Identifier: MIT
"""Reads a note as the person will and says gently what is there, what is missing and what may hurt."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from winback_desktop.domain.note_lexicon import Lexicon, Rule
from winback_desktop.domain.note_phrases import Word, words_of
from winback_desktop.domain.practice import LossKind

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_AMOUNT = r"\d(?:[\d.,]{0,12}\d)?"
_MONEY = re.compile(
    rf"[$€£¥₹]\s?{_AMOUNT}|(?<![\d.,]){_AMOUNT}\s?(?:[%$€£¥₹]|(?:per ?cent|euros?|dollars?|pounds?)\b)",
    re.IGNORECASE,
)
_SHOUTED = re.compile(
    r"(?<!\w)[^\W\d_a-zß-ÿ]{4,}(?!\w)|(?<!\w)[^\W\d_a-zß-ÿ]{2,}(?:\s+[^\W\d_a-zß-ÿ]{2,})+(?!\w)"
)
_EXCLAIMED = re.compile(r"!+")
_ASKED = re.compile(
    r"[^.!?\n\[\]]{0,80}\b(?:wh[yo]|what|really|shall|may|could|would|did|do|does|is|are|was|were)\b"
    r"[^.!?\n\[\]]{0,80}\?+",
    re.IGNORECASE,
)
_OPEN_SPOT = re.compile(r"\[[^\[\]\n]*\]|\{[a-z_]+\}")
_SPECIFIC = re.compile(r"[“„«\"][^“”„«»\"\n]{4,}[”“»\"]|\b\d{1,4}\b")
_CLOSE_WORDS = 8
_LONGEST = 6_000
"""Characters that are read; no card holds a tenth of them, and typing must stay quick."""


class Finding(NamedTuple):
    """One thing the check saw. ``good`` is a tick; otherwise ``reason`` says why and ``kinder`` what to do.

    ``start`` and ``end`` are the phrase's place in the text; both are -1 where the whole note is meant.
    ``optional`` findings may stay open.
    """

    rule: str
    good: bool
    title: str
    reason: str = ""
    kinder: str = ""
    start: int = -1
    end: int = -1
    phrase: str = ""
    optional: bool = False

    @property
    def marked(self) -> bool:
        """True for a phrase that may hurt, false for something that is there or missing."""
        return self.start >= 0 and not self.good


def check(
    text: str, kind: LossKind, first_name: str, lexicon: Lexicon, capacity: int | None = None
) -> list[Finding]:
    """What is there or missing, in the order of a note, then the marked phrases in the order of the text.

    ``capacity`` is how many words the card holds. Takes linear time; explains and never forbids.
    """
    even = text[:_LONGEST].translate(_APOSTROPHES)
    words = words_of(even)
    rules = [rule for rule in lexicon.rules if kind in rule.kinds]
    found = [*_presence(even, words, rules, first_name, lexicon), *_length(text, lexicon, capacity)]
    marks = [*_looked_up(even, text, words, rules), *_counted(even, text, lexicon)]
    marks = [mark for mark in marks if not _is_name(mark.phrase, first_name)]
    return [*found, *_apart(sorted(marks, key=lambda mark: (mark.start, -mark.end)))]


def graceful(findings: list[Finding]) -> bool:
    """True when nothing is marked, and the note says thanks and at least one thing that is warm.

    Warm means what they meant, the open door or looking forward: people say these in more ways than any
    list knows, so a missing one alone proves little.
    """
    there = {finding.rule for finding in findings if finding.good}
    whole = "thanks" in there and not there.isdisjoint({"meaning", "door", "forward"})
    return whole and not any(finding.marked for finding in findings)


def _presence(
    text: str, words: list[Word], rules: list[Rule], first_name: str, lexicon: Lexicon
) -> Iterator[Finding]:
    if first_name:
        named = re.search(rf"(?<!\w){re.escape(first_name)}(?!\w)", text, re.IGNORECASE)
        yield _told("name", bool(named), lexicon)
    for rule in rules:
        if rule.present:
            good = rule.phrases.occur_in(text, words)
            if rule.name == "specific":
                good = good or bool(_SPECIFIC.search(text))
            yield Finding(rule.name, good, rule.title, rule.reason, rule.kinder, optional=rule.optional)
    yield _told("sign-off", _signed(text), lexicon)


def _is_name(phrase: str, first_name: str) -> bool:
    """A customer may be called Bill or Frank."""
    return phrase.casefold() in first_name.casefold().split() or phrase == first_name


def _told(name: str, good: bool, lexicon: Lexicon) -> Finding:
    return Finding(name, good, *lexicon.rule(name))


def _signed(text: str) -> bool:
    """A note is signed when its last line is a name: short, and not the end of a sentence."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return False
    return len(lines[-1].split()) <= _CLOSE_WORDS and lines[-1][-1] not in ".?!,:;"


def _length(text: str, lexicon: Lexicon, capacity: int | None) -> Iterator[Finding]:
    if capacity is not None:
        words = len(text.split())
        title, reason, kinder = lexicon.rule("length")
        reason = reason.replace("{words}", str(words)).replace("{capacity}", str(capacity))
        yield Finding("length", words <= capacity, title, reason, kinder)


def _looked_up(even: str, text: str, words: list[Word], rules: list[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if not rule.present:
            shields = list(rule.unless.find(even, words))
            for start, end in rule.phrases.find(even, words):
                if not any(first < end and start < last for first, last in shields):
                    yield Finding(
                        rule.name, False, rule.title, rule.reason, rule.kinder, start, end, text[start:end]
                    )


def _counted(even: str, text: str, lexicon: Lexicon) -> Iterator[Finding]:
    counted = (
        ("money", _MONEY),
        ("capitals", _SHOUTED),
        ("exclamation", _EXCLAIMED),
        ("question", _ASKED),
        ("open-spot", _OPEN_SPOT),
    )
    for name, pattern in counted:
        for hit in pattern.finditer(even):
            # Arabic and Chinese have no capitals; the pattern knows only the small letters of the West.
            if name == "capitals" and not hit[0].isupper():
                continue
            said = lexicon.rule(name)
            yield Finding(name, False, *said, hit.start(), hit.end(), text[hit.start() : hit.end()])


def _apart(marks: list[Finding]) -> Iterator[Finding]:
    """The marks without those that lie inside an earlier one: one place, one remark."""
    reached = -1
    for mark in marks:
        if mark.start >= reached:
            yield mark
            reached = mark.end
