# SPDX-License-Identifier: MIT
"""The owner's own gift ideas as text: one added, changed or taken out, and a text of somebody's cleaned."""

import unicodedata
from typing import NamedTuple

from winback_desktop.domain.gift_catalogue import ANY, Catalogue, GiftKind, Idea

HEAD = (
    "# Gift ideas of my own. How it is written: subject = other, words; below it: kind price | idea | notes"
)


class OwnIdea(NamedTuple):
    """An idea as the owner writes it. ``holds`` names what is in it, ``band`` is a price band from 0 to 4;
    ``notes`` are further notes as written, ``line`` is where it stands, 0 for a new one."""

    subject: str
    title: str
    kind: GiftKind = GiftKind.THING
    band: int = 2
    holds: tuple[str, ...] = ()
    nothing_else: bool = False
    lead_days: int | None = None
    not_for: str = ""
    notes: tuple[str, ...] = ()
    line: int = 0


def cleaned(text: str) -> str:
    """A text without control signs and marks that turn the reading direction, its lines ended alike."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(2).split("\n")
    return "\n".join("".join(_kept(letter) for letter in line).rstrip() for line in lines)


def own_ideas(shelf: Catalogue) -> list[Idea]:
    """The owner's own ideas in a shelf, in the order of their text."""
    found = [idea for topic in shelf.topics.values() for idea in topic.ideas if idea.line]
    return sorted(found, key=lambda idea: idea.line)


def written(idea: OwnIdea) -> str:
    """The line of an idea."""
    notes = list(idea.notes)
    if idea.holds:
        notes.append(f"has {', '.join(idea.holds)}")
    if idea.nothing_else:
        notes.append("plain")
    if idea.lead_days is not None:
        notes.append(f"lead {idea.lead_days}")
    if idea.not_for.strip():
        notes.append(f"not-for {_plain(idea.not_for)}")
    line = f"  {idea.kind} {idea.band} | {_plain(idea.title)}"
    return f"{line} | {'; '.join(notes)}" if notes else line


def added(text: str, idea: OwnIdea) -> str:
    """The text with an idea at its end, below its subject."""
    body = text.rstrip("\n") or HEAD
    subject = _plain(idea.subject).replace("=", " ").replace("<", " ")
    return f"{body}\n{' '.join(subject.split())} =\n{written(idea)}\n"


def without(text: str, line: int) -> str:
    """The text without the idea on a line; a subject that holds nothing else goes with it."""
    lines = text.split("\n")
    place = line - 1
    del lines[place]
    before = lines[place - 1] if place else ""
    after = lines[place] if place < len(lines) else ""
    if before and not before[0].isspace() and before[0] not in "#=" and not after[:1].isspace():
        del lines[place - 1]
    return "\n".join(lines)


def text_of(base: Catalogue, shelf: Catalogue, ideas: list[Idea]) -> str:
    """Own ideas as a text of their own, below their subjects; ``base`` is what comes with the program."""
    lines = [HEAD]
    for name in dict.fromkeys(idea.topic for idea in ideas):
        topic, known = shelf.topics[name], base.topics.get(name)
        names = [one for one in topic.names if one != name and (known is None or one not in known.names)]
        wider = f" < {topic.parent}" if topic.parent and known is None else ""
        lines.append(f"{name}{wider} = {', '.join(names)}".rstrip())
        lines += [written(own_idea(idea)) for idea in ideas if idea.topic == name]
        if topic.gesture and (known is None or topic.gesture != known.gesture):
            lines.append(f"  gesture | {topic.gesture}")
    return "\n".join(lines) + "\n"


def own_idea(idea: Idea) -> OwnIdea:
    """An idea of the shelf as its owner wrote it."""
    marks = (("perishable", idea.perishable), ("size", idea.needs_size), ("flat", idea.posts_flat))
    notes = [word for word, said in marks if said]
    if idea.may:
        notes.append(f"may {', '.join(sorted(idea.may))}")
    if idea.eaten and idea.kind is not GiftKind.FOOD:
        notes.append("eaten")
    held = tuple(sorted(idea.has))
    return OwnIdea(
        idea.topic, idea.title, idea.kind, idea.band, held, idea.plain, idea.lead_days, idea.not_for,
        tuple(notes), idea.line,
    )  # fmt: skip


def subject_words(name: str) -> str:
    """A subject as it is shown."""
    return "anything" if name == ANY else name


def _plain(text: str) -> str:
    """Words that can't be taken for the text's own signs."""
    return " ".join(cleaned(text).replace("|", "/").replace(";", ",").split())


def _kept(letter: str) -> str:
    if letter == " " or unicodedata.category(letter)[0] != "C":
        return letter
    # Joiners belong to letters and pictures; everything else unseen does not.
    return letter if letter in "\u200c\u200d" else ""
