# SPDX-License-Identifier: MIT
"""The owner's own gift ideas: added, changed and taken out, read from a file; any idea hidden and shown."""

from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_shelf import (
    HIDDEN,
    OWN_IDEAS,
    OWN_SOURCE,
    catalogue,
    hidden,
    shelf,
)
from winback_desktop.application.ports import Workspace
from winback_desktop.domain import own_ideas
from winback_desktop.domain.gift_catalogue import (
    LONGEST_SUBJECT,
    LONGEST_TITLE,
    Catalogue,
    GiftKind,
    Idea,
    extended,
)
from winback_desktop.domain.gift_fit import contents
from winback_desktop.domain.own_ideas import OwnIdea

LONGEST_TEXT = 200_000
_MOST_TOLD = 20
_TOO_LONG = (
    f"That is more than {LONGEST_TEXT:,} characters of your own ideas, which is more than can be looked "
    "through quickly. Take out some that you don't need any more."
)


class Taken(NamedTuple):
    """What became of a file: how many ideas are new, how many were known, and which lines were left out."""

    added: int
    known: int
    problems: tuple[str, ...]


def own(work: Workspace) -> list[Idea]:
    """The owner's own ideas, in the order in which they were added."""
    return own_ideas.own_ideas(shelf(work))


def keep_idea(work: Workspace, idea: OwnIdea) -> Idea:
    """Add an idea, or change the one on ``idea.line``; raises Refused with the field that can't be right."""
    subject, title = " ".join(idea.subject.split()), " ".join(idea.title.split())
    if not subject:
        raise Refused("Say what it is for, such as grilling or roses.", field="subject")
    if len(subject) > LONGEST_SUBJECT:
        raise Refused(f"A subject takes at most {LONGEST_SUBJECT} characters.", field="subject")
    if not title:
        raise Refused("Say in a few words what the idea is.", field="title")
    if len(title) > LONGEST_TITLE:
        words = f"An idea takes at most {LONGEST_TITLE} characters and this has {len(title):,}."
        raise Refused(words, field="title")
    if idea.lead_days is not None and not 0 <= idea.lead_days <= 365:
        raise Refused("How long it takes is a number of days from 0 to 365.", field="lead_days")
    holds = []
    for word in idea.holds:
        try:
            holds.append(contents(word))
        except ValueError as why:
            raise Refused(_sentence(str(why)), field="holds") from None
    if idea.kind is GiftKind.TIME:
        idea = idea._replace(band=0)
    before = _text(work)
    if idea.line:
        before = own_ideas.without(before, idea.line)
    text = own_ideas.added(before, idea._replace(subject=subject, title=title, holds=tuple(holds)))
    new = _read(text)
    if len(new.problems) > len(_read(before).problems):
        raise Refused(_sentence(new.problems[-1].split(": ", 1)[1]), field="title")
    with work.store.change(f"{'change' if idea.line else 'add'} the gift idea “{title}”"):
        _store(work, text)
    return own_ideas.own_ideas(new)[-1]


def remove_idea(work: Workspace, idea: Idea) -> None:
    """Take one of the owner's own ideas away; what was given stays."""
    with work.store.change(f"remove the gift idea “{idea.title}”"):
        _store(work, own_ideas.without(_text(work), idea.line))


def hide_idea(work: Workspace, key: str, title: str) -> None:
    """Never suggest an idea again, to nobody."""
    key = key.partition(":")[0]
    with work.store.change(f"hide the gift idea “{title}”"):
        work.store.set_setting(HIDDEN, sorted(hidden(work) | {key}))


def show_idea(work: Workspace, key: str) -> None:
    """Suggest a hidden idea again."""
    with work.store.change("show a hidden gift idea again"):
        work.store.set_setting(HIDDEN, sorted(hidden(work) - {key}))


def hidden_ideas(work: Workspace) -> list[Idea]:
    """The ideas that are never suggested."""
    keys = hidden(work)
    return [idea for topic in shelf(work).topics.values() for idea in topic.ideas if idea.key in keys]


def take_ideas(work: Workspace, name: str, text: str) -> Taken:
    """Add the ideas of a file; lines that can't be understood are named and left out, the rest is kept.

    Raises Refused where nothing in it is an idea, or where it is too long.
    """
    if len(text) > LONGEST_TEXT:
        raise Refused(f"{name} is too long. {_TOO_LONG}")
    read = extended(shelf(work), name, own_ideas.cleaned(text), contents)
    known = {idea.key for idea in own(work)}
    fresh = [idea for idea in own_ideas.own_ideas(read) if idea.key not in known]
    again = [problem for problem in read.problems if problem.endswith(" already.")]
    problems = [problem for problem in read.problems if not problem.endswith(" already.")]
    if not fresh and not again:
        why = problems[0] if problems else "It is empty."
        raise Refused(
            f"There is no gift idea in {name} that we can read. {why} Write a subject such as “grilling =”, "
            "and below it “  thing 2 | Long tongs”."
        )
    if fresh:
        text = own_ideas.text_of(catalogue(), read, [*own(work), *fresh])
        with work.store.change(f"add gift ideas from {name}"):
            _store(work, text)
    if len(problems) > _MOST_TOLD:
        rest = len(problems) - _MOST_TOLD
        problems = [*problems[:_MOST_TOLD], f"{rest:,} more lines could not be read either."]
    return Taken(len(fresh), len(again), tuple(problems))


def ideas_text(work: Workspace) -> str:
    """The owner's own ideas as a text that can be edited and read in again."""
    found = shelf(work)
    return own_ideas.text_of(catalogue(), found, own_ideas.own_ideas(found))


def _read(text: str) -> Catalogue:
    return extended(catalogue(), OWN_SOURCE, text, contents)


def _text(work: Workspace) -> str:
    return str(work.store.setting(OWN_IDEAS) or "")


def _store(work: Workspace, text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise Refused(_TOO_LONG, field="title")
    work.store.set_setting(OWN_IDEAS, text if any(line[:1].isspace() for line in text.split("\n")) else None)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
