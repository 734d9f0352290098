# SPDX-License-Identifier: MIT
"""Hears interests and things to avoid in the owner's free words, and says in which words it heard them."""

import re
from typing import NamedTuple

from winback_desktop.domain.gift_catalogue import Catalogue
from winback_desktop.domain.gift_fit import is_known
from winback_desktop.domain.gift_topics import Heard, guess_category, subjects_in
from winback_desktop.domain.people import Attitude, Constraint, ConstraintKind, Interest
from winback_desktop.domain.plain_words import fold, phrase, spoken_words

_LONGEST = 20_000
_SENTENCE = re.compile(r"[.!?;\n]+\s*")
_CLAUSE = re.compile(
    r",\s*|\s+(?:but|though|although|while"
    r"|and (?=(?:he|she|they|is|has|loves?|likes?|hates?|allergic)\b))\s*"
)
_WHERE = re.compile(
    r"\b(?:told|said|mentioned|talked|spoke|heard|chatted|met)\b[^.,;]*?\b(?:at|on|during|over|in)\s+"
    r"((?:the |a |an |our |his |her |their )?[^\W\d_][\w'’ -]{1,40}?)"
    r"(?=\s+(?:that|about|how)\b|[,.;:]|$)",
    re.IGNORECASE,
)
_THING = (
    r"([^\W_][\w'’ -]*?)"
    r"(?=\s+(?:every|each|on|at|in|with|since|when|because|so|from|for|after|all|very)\b|[,.;]|$)"
)
_AVOIDS: tuple[tuple[re.Pattern[str], ConstraintKind], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"\ballergic to ([^.;]+)", ConstraintKind.ALLERGY),
        (r"\b(?:an? |has an? )?([\w-]+(?: fever)?) (?:allergy|intoleran\w+)\b", ConstraintKind.ALLERGY),
        (r"\b(?:intolerant (?:of|to)|can(?:no|')t tolerate) ([^.;]+)", ConstraintKind.ALLERGY),
        (r"\b([\w]+)[- ]intolerant\b", ConstraintKind.ALLERGY),
        (r"\b(hay fever)\b", ConstraintKind.ALLERGY),
        (
            r"\b(vegetarian|vegan|pescetarian|pescatarian|coeliac|celiac|diabetic|gluten[- ]free)\b",
            ConstraintKind.DIET,
        ),
        (
            r"\b(?:does(?:n'?t| not)|do(?:n'?t| not)|never|won't) eats? ([^.;]+)",
            ConstraintKind.DIET,
        ),
        (r"\b(halal|kosher)\b", ConstraintKind.OBSERVANCE),
        (r"\b(?:fasts?|fasting)\b (?:during |in |for )?([\w ]+)", ConstraintKind.OBSERVANCE),
        (
            r"\b(?:(?:does(?:n'?t| not)|do(?:n'?t| not)|never) drinks?(?! (?:coffee|tea|milk))"
            r"|no (alcohol)|teetotal\w*"
            r"|sober|stopped drinking|gave up (?:alcohol|drinking))\b",
            ConstraintKind.ALCOHOL,
        ),
        (
            r"\b(?:no (perfume|scents?|fragrance)|sensitive to (?:perfumes?|scents?|smells|fragrances?))\b",
            ConstraintKind.FRAGRANCE,
        ),
        (
            r"\b(?:prefers? no (?:gifts|presents)|no (?:gifts|presents)\b|may not accept (?:gifts|presents)"
            r"|(?:does(?:n'?t| not)) (?:want|like|accept) (?:gifts|presents))",
            ConstraintKind.NO_GIFTS,
        ),
    )
)
_DISLIKES = re.compile(
    r"\b(?:hates?|dislikes?|can(?:no|')t stand|(?:does|do)(?:n'?t| not) (?:like|enjoy|care for)"
    r"|is bored by|not a fan of)\s+(?:the |a |an )?" + _THING,
    re.IGNORECASE,
)
_LIKES = re.compile(
    r"(?:\b(?:loves?|enjoys?|likes?|adores?|collects?|plays?|is into|really into|mad about|crazy about"
    r"|keen on|fan of|passionate about|dreams? of|has taken up|took up|learning|learns)|'s into)"
    r"\s+(?:the |a |an )?" + _THING,
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_AND = re.compile(r",|\band\b|\bor\b|&|/", re.IGNORECASE)
_STOP = re.compile(r"\b(?:but|because|so|although|since|when|while|with|he|she|they)\b.*", re.IGNORECASE)
# Said in passing they are no interest: "we can", "take care", "runs a bakery", "the books are done".
_IN_PASSING = """
best book booked booking books can cannot car card care cared careful cares caring cars cost costs
family families fund funds learn learned learning learns paper papers play playing plays put puts putting
read run runs safe sea serve set stay staying swing think thinking thinks thought train training voice
walk walked work working works workshop write writes writing written
"""
_EVERYDAY = frozenset(_IN_PASSING.split())
_EMPTY = frozenset(map(phrase, ("it", "that", "this", "them", "him", "her", "to", "us", "me", "you", "")))


class Proposal(NamedTuple):
    """Something heard: an interest or a constraint to accept, and the words in which it was heard."""

    record: Interest | Constraint
    because: str

    @property
    def label(self) -> str:
        """What to show on the chip."""
        if isinstance(self.record, Interest):
            return self.record.label
        return self.record.avoid or self.record.kind.value


def listen(catalogue: Catalogue, text: str) -> list[Proposal]:
    """What a free text says about interests and things to avoid, in the order of the text, nothing twice."""
    found: list[Proposal] = []
    where = ""
    for sentence in _SENTENCE.split(text.replace("’", "'")[:_LONGEST]):
        said = _WHERE.search(sentence)
        where = " ".join(said.group(1).split()) if said else where
        rest = sentence.replace(said.group(0), " ") if said else sentence
        avoided, rest = _hear_avoided(rest)
        found += avoided
        for clause in _CLAUSE.split(rest):
            found += _hear_interests(catalogue, clause or "", where, " ".join(sentence.split()))
    return _once(found)


def _hear_avoided(sentence: str) -> tuple[list[Proposal], str]:
    found = []
    rest = sentence
    for pattern, kind in _AVOIDS:
        for match in pattern.finditer(sentence):
            group = next((one for one in match.groups() if one), "") if match.groups() else ""
            because = " ".join(match.group(0).split(",")[0].split()) if kind is ConstraintKind.DIET else ""
            avoids = _avoided(group) if kind is not ConstraintKind.NO_GIFTS else [""]
            if kind is ConstraintKind.ALCOHOL:
                avoids = ["alcohol"]
            elif kind is ConstraintKind.FRAGRANCE:
                avoids = ["fragrance"]
            for avoid in avoids:
                said = because or " ".join(match.group(0).split())
                found.append(Proposal(Constraint(kind, avoid), said))
            rest = rest.replace(match.group(0), " , ")
    return found, rest


def _avoided(group: str) -> list[str]:
    """The single things of a list; after the first only what is known, so that talk is not taken."""
    pieces = [_STOP.sub("", piece).strip(" .") for piece in _AND.split(group)]
    pieces = [piece for piece in pieces if piece]
    return [piece for number, piece in enumerate(pieces) if number == 0 or is_known(piece)][:6]


def _hear_interests(catalogue: Catalogue, clause: str, where: str, sentence: str) -> list[Proposal]:
    found: list[Proposal] = []
    for pattern, attitude in ((_DISLIKES, Attitude.DISLIKE), (_LIKES, Attitude.LIKE)):
        for match in pattern.finditer(clause):
            for label in _AND.split(match.group(1)):
                label = " ".join(label.split()).strip("'- ")
                heard = subjects_in(catalogue, label)
                if heard and heard[0].closeness == 1.0:
                    found.append(_interest(catalogue, _own_word(heard[0], label), attitude, where, sentence))
                elif 2 < len(label) <= 40 and len(label.split()) <= 5 and not _says_nothing(label):
                    found.append(_interest(catalogue, label, attitude, where, sentence))
            clause = clause.replace(match.group(0), " ")
    said = [word for word in _WORD.findall(clause) if word not in ("s", "S")]
    for one in subjects_in(catalogue, clause):
        words = said[one.start : one.start + one.length]
        if all(fold(word) in _EVERYDAY for word in words):
            continue
        found.append(_interest(catalogue, _own_word(one, clause), Attitude.LIKE, where, sentence))
    return found


def _says_nothing(label: str) -> bool:
    return phrase(label) in _EMPTY or fold(label) in _EVERYDAY


def _own_word(heard: Heard, text: str) -> str:
    """The subject's name that comes nearest to the word that was said: "trout fishing", not "fly fishing"."""
    said = tuple(word for word, _ in spoken_words(text))[heard.start : heard.start + heard.length]
    return next((name for name in heard.topic.names if phrase(name) == said), heard.topic.name)


def _interest(catalogue: Catalogue, label: str, attitude: Attitude, where: str, sentence: str) -> Proposal:
    category = guess_category(catalogue, label)
    words = sentence[:500]
    return Proposal(Interest(label, category, words, heard_where=where, attitude=attitude), words)


def _once(found: list[Proposal]) -> list[Proposal]:
    seen: dict[tuple[str, object], Proposal] = {}
    for one in found:
        kind = "interest" if isinstance(one.record, Interest) else one.record.kind.value
        seen.setdefault((kind, phrase(one.label)), one)
    return list(seen.values())
