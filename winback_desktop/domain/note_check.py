# SPDX-License-Identifier: MIT
"""Reads a note as the person will and says gently what is there, what is missing and what may hurt."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from winback_desktop.domain.note_lexicon import Lexicon, Rule
from winback_desktop.domain.note_phrases import Phrases, Word, words_of
from winback_desktop.domain.note_tone import MANNER_OF, Clues, Heard, Place, clues, listen
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
    r"[^.!?\n\[\]]{0,80}\b(?:why|really|(?<!what )(?:shall|may|can|could|should|would|did) (?:i|we|you))\b"
    r"[^.!?\n\[\]]{0,80}\?+",
    re.IGNORECASE,
)
"""A question that wants something; how the dog is may be asked."""
_OPEN_SPOT = re.compile(r"\[[^\[\]\n]*\]|\{[a-z_]+\}")
_SPECIFIC = re.compile(r"[“„«\"][^“”„«»\"\n]{4,}[”“»\"]|\b\d{1,4}\b")
_CLOSE_WORDS = 8
_NAME_WORDS = 3
_WARM = {"thanks": 1, "meaning": 4, "door": 1, "forward": 1}
"""How many places of a rule count as warmth."""
_WARM_ENOUGH = 2
_WARMTH_WEIGHT = 2
_MARK_WEIGHT, _HINT_WEIGHT, _SOFT_WEIGHT = 12, 5, 2
_SOFT = {"defence", "capitals"}
"""Rules with hints that mean the least: a “not” and a short name in capitals are in kind notes too."""
_SOUNDS_HURT, _SURELY_HURT = 0.0, 1.5
"""Of sentences that sound so, five in six and nine in ten are such as were judged to hurt."""
_LONGEST = 6_000
"""Characters that are read; no card holds a tenth of them, and typing must stay quick."""


class Finding(NamedTuple):
    """One thing the check saw. ``good`` is a tick; otherwise ``reason`` says why and ``kinder`` what to do.

    ``start`` and ``end`` are the phrase's place in the text; both are -1 where the whole note is meant.
    ``optional`` findings may stay open. A ``hint`` is a mark that most notes can carry.
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
    hint: bool = False
    times: int = 0

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
    read = _read(text, kind, first_name, lexicon)
    found = [*_presence(read, first_name, lexicon), *_length(text, lexicon, capacity)]
    if lexicon.tone is None:
        return [*found, *read.marks]
    score, heard = listen(lexicon.tone, _clues(read, first_name))
    kind_note = score <= 0
    found.append(_told("tone", kind_note, lexicon))
    return [*found, *_with_tone(text, read.marks, heard, kind_note, lexicon)]


def clues_in(text: str, kind: LossKind, first_name: str, lexicon: Lexicon) -> list[Clues]:
    """What the tone of each sentence is heard by; the weights are learned from it."""
    return _clues(_read(text, kind, first_name, lexicon), first_name)


class _Read(NamedTuple):
    """A text as the word lists see it: where each present rule holds, and what is marked."""

    even: str
    rules: list[Rule]
    present: dict[str, list[tuple[int, int]]]
    marks: list[Finding]


def _read(text: str, kind: LossKind, first_name: str, lexicon: Lexicon) -> _Read:
    even = text[:_LONGEST].translate(_APOSTROPHES)
    words = words_of(even)
    rules = [rule for rule in lexicon.rules if kind in rule.kinds]
    present = {
        rule.name: list(_unshielded(rule, rule.phrases, even, words)) for rule in rules if rule.present
    }
    marks = [*_looked_up(even, text, words, rules), *_counted(even, text, lexicon)]
    name = _signature(even)
    marks = [mark for mark in marks if mark.start < name and not _is_name(mark.phrase, first_name)]
    return _Read(even, rules, present, _apart(marks))


def _clues(read: _Read, first_name: str) -> list[Clues]:
    places = [Place(*span, "+", rule) for rule, spans in read.present.items() for span in spans]
    places += [Place(mark.start, mark.end, "~" if mark.hint else "!", mark.rule) for mark in read.marks]
    return clues(read.even, first_name, places)


def graceful(findings: list[Finding]) -> bool:
    """True when the note sounds kind; where no tone was learned, when its warmth outweighs its marks.

    The weights of the latter are few and whole, so that anybody can follow them by hand: thanks, an open door
    and looking forward count once each, for a reproach can end with a wish as well; what they meant counts up
    to four times. Against it stand the marks: one of them outweighs all but the warmest note, a hint only
    little warmth, and a mere “not” or “but” less still.
    """
    for finding in findings:
        if finding.rule == "tone":
            return finding.good
    there = {finding.rule: finding.times for finding in findings}
    warmth = sum(min(there.get(rule, 0), most) for rule, most in _WARM.items())
    hurt = sum(_weight(finding) for finding in findings if finding.marked)
    return warmth >= _WARM_ENOUGH and hurt <= _WARMTH_WEIGHT * warmth


def _weight(mark: Finding) -> int:
    if not mark.hint:
        return _MARK_WEIGHT
    return _SOFT_WEIGHT if mark.rule in _SOFT else _HINT_WEIGHT


def _presence(read: _Read, first_name: str, lexicon: Lexicon) -> Iterator[Finding]:
    if first_name:
        named = re.search(rf"(?<!\w){re.escape(first_name)}(?!\w)", read.even, re.IGNORECASE)
        yield _told("name", bool(named), lexicon)
    for rule in read.rules:
        if rule.present:
            times = len(read.present[rule.name])
            if rule.name == "specific":
                times += bool(_SPECIFIC.search(read.even))
            said = rule.title, rule.reason, rule.kinder
            yield Finding(rule.name, times > 0, *said, optional=rule.optional, times=times)
    yield _told("sign-off", _signed(read.even), lexicon)


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


def _signature(text: str) -> int:
    """Where the name below the note begins, so that nobody called Price is marked; the end where none is."""
    last = text.rstrip().rpartition("\n")[2].strip()
    return text.rindex(last) if _signed(text) and len(last.split()) <= _NAME_WORDS else len(text)


def _length(text: str, lexicon: Lexicon, capacity: int | None) -> Iterator[Finding]:
    if capacity is not None:
        words = len(text.split())
        title, reason, kinder = lexicon.rule("length")
        reason = reason.replace("{words}", str(words)).replace("{capacity}", str(capacity))
        yield Finding("length", words <= capacity, title, reason, kinder)


def _looked_up(even: str, text: str, words: list[Word], rules: list[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if not rule.present:
            said = rule.title, rule.reason, rule.kinder
            for hint, phrases in ((False, rule.phrases), (True, rule.hints)):
                for start, end in _unshielded(rule, phrases, even, words):
                    yield _marked(rule.name, said, text, start, end, hint)


def _unshielded(rule: Rule, phrases: Phrases, text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    shields = list(rule.unless.find(text, words))
    for start, end in phrases.find(text, words):
        if not any(first < end and start < last for first, last in shields):
            yield start, end


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
            # A single "!" or one word in capitals may be joy or a name.
            single = len(hit[0]) == 1 if name == "exclamation" else len(hit[0].split()) == 1
            hint = name in {"exclamation", "capitals"} and single
            yield _marked(name, lexicon.rule(name), text, *hit.span(), hint)


def _marked(rule: str, said: tuple[str, str, str], text: str, start: int, end: int, hint: bool) -> Finding:
    return Finding(rule, False, *said, start, end, text[start:end], hint=hint)


def _with_tone(
    text: str, marks: list[Finding], heard: list[Heard], kind_note: bool, lexicon: Lexicon
) -> list[Finding]:
    """The marks, and the sentences that sound as if they hurt although no word list knows why.

    Where a sentence surely hurts, hints in it become marks if they say the same, and give way otherwise. In a
    note that sounds kind what is heard is a hint.
    """
    told = set(marks)
    for each in heard:
        surely = not kind_note and each.score > _SURELY_HURT
        inside = [mark for mark in marks if mark.start < each.end and each.start < mark.end]
        if each.score <= _SOUNDS_HURT or (inside and not surely) or any(not mark.hint for mark in inside):
            continue
        told.difference_update(inside)
        agreeing = [mark for mark in inside if MANNER_OF.get(mark.rule) == each.manner]
        told.update(mark._replace(hint=False) for mark in agreeing)
        if not agreeing:
            rule = f"tone-{each.manner or 'any'}"
            told.add(_marked(rule, lexicon.rule(rule), text, each.start, each.end, not surely))
    return sorted(told, key=lambda mark: mark.start)


def _apart(marks: Iterable[Finding]) -> list[Finding]:
    """The marks in the order of the text, one a place: a hint gives way, then the later, then the shorter."""
    kept: list[Finding] = []
    taken: set[int] = set()
    for mark in sorted(marks, key=lambda mark: (mark.hint, mark.start, -mark.end)):
        place = range(mark.start, mark.end)
        if taken.isdisjoint(place):
            kept.append(mark)
            taken.update(place)
    return sorted(kept, key=lambda mark: mark.start)
