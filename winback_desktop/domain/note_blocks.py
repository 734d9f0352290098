# SPDX-License-Identifier: MIT
"""Puts a thank-you note together from building blocks, so that it says what matters and no two read alike."""

import math
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from winback_desktop.domain.practice import LossKind

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_SALT = 2_654_435_761  # Knuth's multiplicative hash: neighbouring seeds land far apart.
PLACEHOLDERS = frozenset(
    (
        "first_name",
        "dear",
        "honorific",
        "family_name",
        "organisation",
        "owner_name",
        "tenure",
        "since",
        "their_words",
        "interest",
        "referred",
        "mourned",
    )
)
"""What `values` can know."""
_ALWAYS_KNOWN = frozenset({"first_name", "owner_name"})


class Block(StrEnum):
    """What a note says, in the order in which it says it."""

    SALUTATION = "salutation"
    THANKS = "thanks"
    OPPORTUNITY = "opportunity"
    SPECIFIC = "specific"
    MEANING = "meaning"
    DOOR = "door"
    FORWARD = "forward"
    SIGN_OFF = "sign-off"


class Tone(StrEnum):
    """How a note sounds."""

    WARM = "warm"
    PLAIN = "plain"
    BRIEF = "brief"


_PARAGRAPHS = {
    Tone.WARM: (
        (Block.THANKS, Block.OPPORTUNITY),
        (Block.SPECIFIC, Block.MEANING),
        (Block.DOOR, Block.FORWARD),
    ),
    Tone.PLAIN: (
        (Block.THANKS, Block.OPPORTUNITY),
        (Block.SPECIFIC, Block.MEANING, Block.DOOR, Block.FORWARD),
    ),
    Tone.BRIEF: (
        (Block.THANKS, Block.OPPORTUNITY, Block.SPECIFIC, Block.MEANING, Block.DOOR, Block.FORWARD),
    ),
}


class Phrase(NamedTuple):
    """One way to say one block. ``fallback`` phrases serve only when no other can be said."""

    block: Block
    text: str
    kinds: tuple[LossKind, ...]
    tones: tuple[Tone, ...]
    fallback: bool = False


class Wording(NamedTuple):
    """The phrases of one language. ``years`` says one, two, … years; ``dear`` the salutation by honorific."""

    language: str
    phrases: tuple[Phrase, ...]
    years: tuple[str, ...]
    many_years: str
    dear: Mapping[str, str]


class Facts(NamedTuple):
    """What is known about the person and the owner; what is empty is left out of the note."""

    first_name: str = ""
    honorific: str = ""
    family_name: str = ""
    organisation: str = ""
    owner_name: str = ""
    years: int = 0
    since: int = 0
    their_words: str = ""
    interest: str = ""
    referred: str = ""
    mourned: str = ""
    """Who has died, where a note goes to their family."""


def read_wording(text: str, language: str) -> Wording:
    """The phrases of a word file: ``[block kinds tones]`` heads, then one phrase a line; # is a comment.

    A head that names no kind or tone counts for all of them. Raises ValueError with the line's number.
    """
    phrases: list[Phrase] = []
    years: list[str] = []
    dear: dict[str, str] = {}
    head: list[str] = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            head = line[1:-1].split()
        elif not head:
            raise ValueError(f"Line {number} stands before the first [block].")
        elif head == ["years"]:
            years.append(line)
        elif head == ["dear"]:
            honorific, _, word = line.partition("=")
            dear[honorific.strip().casefold()] = word.strip()
        else:
            phrases.append(_phrase(head, line, number))
    many = years.pop() if years else ""
    return Wording(language, tuple(phrases), tuple(years), many, dear)


def _phrase(head: list[str], text: str, number: int) -> Phrase:
    try:
        block, marks = Block(head[0]), set(head[1:])
    except ValueError:
        raise ValueError(f"Line {number} stands under an unknown block, “{head[0]}”.") from None
    kinds = tuple(kind for kind in LossKind if kind in marks) or tuple(LossKind)
    tones = tuple(tone for tone in Tone if tone in marks) or tuple(Tone)
    unknown = marks - set(LossKind) - set(Tone) - {"fallback"}
    if unknown:
        raise ValueError(f"Line {number} stands under an unknown mark, “{min(unknown)}”.")
    return Phrase(block, text, kinds, tones, "fallback" in marks)


def values(wording: Wording, facts: Facts) -> dict[str, str]:
    """What each placeholder stands for; only those that are known are in it."""
    tenure = ""
    if facts.years > 0:
        few = facts.years <= len(wording.years)
        tenure = (
            wording.years[facts.years - 1] if few else wording.many_years.replace("{n}", str(facts.years))
        )
    dear = wording.dear.get(facts.honorific.casefold().rstrip("."), "") if facts.family_name else ""
    known = {
        "first_name": facts.first_name,
        "dear": dear,
        "honorific": facts.honorific,
        "family_name": facts.family_name,
        "organisation": facts.organisation,
        "owner_name": facts.owner_name,
        "tenure": tenure,
        "since": str(facts.since) if facts.since else "",
        "their_words": facts.their_words.strip(' \t\n"“”„«».,;'),
        "interest": facts.interest.strip(),
        "referred": facts.referred,
        "mourned": facts.mourned,
    }
    return {name: " ".join(value.split()) for name, value in known.items() if value.strip()}


def fill(text: str, known: Mapping[str, str]) -> str:
    """The text with its placeholders filled in, once and as plain text; unknown ones become ``[name?]``."""
    return _PLACEHOLDER.sub(lambda found: known.get(found[1], f"[{found[1]}?]"), text)


def choices(
    wording: Wording, block: Block, kind: LossKind, tone: Tone, known: Mapping[str, str]
) -> list[str]:
    """Every way to say a block with what is known, filled in; the personal ones where there are any."""
    fitting = [
        phrase
        for phrase in wording.phrases
        if phrase.block is block
        and kind in phrase.kinds
        and tone in phrase.tones
        and all(name in known for name in _PLACEHOLDER.findall(phrase.text))
    ]
    usual = [phrase for phrase in fitting if not phrase.fallback]
    personal = [phrase for phrase in usual if set(_PLACEHOLDER.findall(phrase.text)) - _ALWAYS_KNOWN]
    return [fill(phrase.text, known) for phrase in personal or usual or fitting]


def compose(
    wording: Wording,
    kind: LossKind,
    tone: Tone,
    known: Mapping[str, str],
    seed: int,
    turn: int = 0,
) -> str:
    """A whole note. The same seed gives the same note; each ``turn`` rewords every block that can be.

    Seeds are spread over all combinations, so people with different ids get different notes until
    every combination has been used.
    """
    said = {block: choices(wording, block, kind, tone, known) for block in Block}
    rest = seed * _SALT % max(1, math.prod(len(options) for options in said.values() if options))
    picked: dict[Block, str] = {}
    for block, options in said.items():
        if options:
            rest, place = divmod(rest, len(options))
            picked[block] = options[(place + turn) % len(options)]
    body = [" ".join(picked[block] for block in part if block in picked) for part in _PARAGRAPHS[tone]]
    close = "\n".join(filter(None, (picked.get(Block.SIGN_OFF, ""), known.get("owner_name", ""))))
    return "\n\n".join(filter(None, (picked.get(Block.SALUTATION, ""), *body, close)))
