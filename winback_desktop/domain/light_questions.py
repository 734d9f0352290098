# SPDX-License-Identifier: MIT
"""Light questions for the next meeting, from what is not known of somebody yet; never about what is theirs
alone: health, faith, politics, money, the family's troubles."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from winback_desktop.domain.people import Asked, Attitude, Constraint, ConstraintKind, Interest
from winback_desktop.domain.plain_words import fold

MOST = 3
ASKED, NOT_NOW = "asked", "not-now"
_WAITS = {ASKED: timedelta(days=365), NOT_NOW: timedelta(days=60)}
_STALE = timedelta(days=730)
_UNSURE = 2
_LONGEST_LABEL = 40
_TABLE = "table"
_WEEKEND = "weekend"
_TABLE_KINDS = frozenset({ConstraintKind.DIET, ConstraintKind.ALLERGY, ConstraintKind.OBSERVANCE})

_BY_CATEGORY = {
    "Food and drink": "Where did you last eat really well?",
    "Outdoors and travel": "Where would you go if you had a free week?",
    "Music, stage and screen": "What did you watch or listen to lately that stayed with you?",
    "Books and words": "What are you reading at the moment?",
    "Sport and movement": "Do you play a sport, or follow one?",
    "Animals": "Is there an animal at home that runs the place?",
    "Garden and nature": "Do you have a garden or a balcony, or a favourite spot outdoors?",
    "Making and crafts": "Do you make things with your hands when there is time?",
    "Games and puzzles": "Do you like to play something, with cards, on a board or on a screen?",
    "Culture and places": "Which town would you like to see once more?",
    "Science and technology": "Is there something you could read about for hours?",
    "Collecting": "Is there anything that you collect?",
}
_PRIVATE = re.compile(
    r"\b(ill|illness\w*|sick\w*|cancer|tumou?r|disease\w*|doctor\w*|hospital\w*|hospice|surger\w+|operation\w*"
    r"|medic\w+|\w*therap\w+|depress\w+|anxi\w+|burn-?out|pregnan\w+|miscarr\w+|fertil\w+|diet\w*|weight|slimming"
    r"|health\w*|diabet\w+|rehab|sober|alcoholi\w+|addict\w+|church\w*|chapel|mosque|synagogue|temple|pray\w*"
    r"|faith|religi\w+|bible|koran|quran|god|mass|worship|pilgrim\w+|politic\w*|elections?|vot(?:e|es|ing)"
    r"|campaign\w*|democrat\w*|republican\w*|labour|tory|brexit|immigra\w+|abortion|money|salar(?:y|ies)|debts?"
    r"|loans?|mortgage\w*|invest\w+|shares|stock|tax(?:es)?|inherit\w+|lawsuit\w*|divorc\w+|separat\w+"
    r"|widow\w*|funeral\w*|grave\w*|late (?:wife|husband|mother|father|son|daughter)|died|death|dying)\b"
)


class LightQuestion(NamedTuple):
    """A question to ask in passing. ``topic`` tells it apart for one person, ``why`` says what it is for."""

    topic: str
    words: str
    why: str


def light_questions(
    interests: Iterable[Interest],
    constraints: Iterable[Constraint],
    asked: Iterable[Asked],
    today: date,
    categories: Iterable[str] = _BY_CATEGORY,
) -> tuple[LightQuestion, ...]:
    """Up to three: one about what was told long ago, one for the table, and subjects never talked about."""
    interests = list(interests)
    waiting = {one.topic for one in asked if today < one.on + _WAITS.get(one.answer, _WAITS[ASKED])}
    known = {one.category for one in interests}
    told = [
        question for one in interests if (question := _still(one, today)) and question.topic not in waiting
    ]
    found = told[:1]
    if not interests and _WEEKEND not in waiting:
        why = "Nothing is noted yet of what they enjoy."
        found.append(LightQuestion(_WEEKEND, "What does a good weekend look like for you?", why))
    table = _TABLE not in waiting and not any(one.kind in _TABLE_KINDS for one in constraints)
    subjects = [
        LightQuestion(category, _BY_CATEGORY[category], f"Nothing is noted yet under {category.lower()}.")
        for category in categories
        if category in _BY_CATEGORY and category not in known and category not in waiting
    ]
    if table:
        words = "Is there anything I should leave out when I book a table or bring something to eat?"
        why = "Nothing is noted about what to avoid."
        subjects.insert(min(1, len(subjects)), LightQuestion(_TABLE, words, why))
    return tuple((found + subjects)[:MOST])


def is_private(text: str) -> bool:
    """Whether words touch on something that is asked about only when they bring it up themselves."""
    return _PRIVATE.search(fold(text)) is not None


def _still(interest: Interest, today: date) -> LightQuestion | None:
    """Whether it is worth asking if something still holds: told long ago, or never quite sure."""
    if interest.attitude is Attitude.DISLIKE or not interest.still_true:
        return None
    old = interest.heard_on is not None and today - interest.heard_on > _STALE
    if not old and interest.certainty > _UNSURE:
        return None
    label = " ".join(interest.label.split())
    if len(label) > _LONGEST_LABEL or is_private(f"{label} {interest.words}"):
        return None
    why = f"You heard of it in {interest.heard_on:%B %Y}." if old else "You were not quite sure of it."
    return LightQuestion(
        f"interest:{interest.id}", f"You once told me about {label}. How is that going?", why
    )
