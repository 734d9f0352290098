# SPDX-License-Identifier: MIT
"""Whom the owner may be losing touch with, and whom to turn to after a loss."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from winback_desktop.domain.wording import count_word, whole_years

CADENCES: tuple[tuple[int, str], ...] = (
    (14, "every two weeks"),
    (30, "every month"),
    (60, "every two months"),
    (90, "every quarter"),
    (180, "twice a year"),
    (365, "once a year"),
)
"""How often one may want to be in touch, in days and in words."""

USUAL_CADENCE = 60
MOST_PROPOSED = 3


class Regular(NamedTuple):
    """A best customer as the rules see one; ``held`` says why nothing is proposed now, or is empty."""

    contact: int
    name: str
    since: date | None
    last_on: date | None
    cadence: int
    referrals: int = 0
    held: str = ""


class Proposed(NamedTuple):
    """Somebody to turn to, and the reason in a sentence."""

    contact: int
    name: str
    reason: str


def cadence_words(days: int) -> str:
    """A rhythm in words."""
    return dict(CADENCES).get(days, f"every {days} days")


def is_losing_touch(last_on: date | None, cadence: int, today: date) -> bool:
    """Whether more days have passed than the owner wanted; somebody never met counts."""
    return last_on is None or (today - last_on).days > cadence


def since_words(last_on: date | None, today: date) -> str:
    """How long ago, roughly and in words."""
    if last_on is None:
        return "no contact noted yet"
    days = max(0, (today - last_on).days)
    if days < 2:
        return ("today", "yesterday")[days]
    if days < 14:
        return f"{count_word(days)} days ago"
    if days < 60:
        return f"{count_word(days // 7)} weeks ago"
    if days < 700:
        return f"{count_word(round(days / 30.4))} months ago"
    return f"{count_word(days // 365)} years ago"


def propose(regulars: Iterable[Regular], today: date, most: int = MOST_PROPOSED) -> tuple[Proposed, ...]:
    """One to three people to turn to, those one is losing touch with first; nobody who is held back."""
    free = [one for one in regulars if not one.held]
    ranked = sorted(free, key=lambda one: (-_stretch(one, today), one.contact))
    away = sum(is_losing_touch(one.last_on, one.cadence, today) for one in free)
    return tuple(
        Proposed(one.contact, one.name, proposal_reason(one, today))
        for one in ranked[: max(1, min(most, away))]
    )


def proposal_reason(one: Regular, today: date) -> str:
    """Why this person, in a sentence."""
    years = whole_years(one.since, today)
    if one.referrals:
        people = "somebody" if one.referrals == 1 else f"{count_word(one.referrals)} people"
        return f"They sent you {people}, and you were last in touch {since_words(one.last_on, today)}."
    if one.last_on is None:
        return "There is no contact noted yet; a hello is a good beginning."
    if is_losing_touch(one.last_on, one.cadence, today):
        wanted = cadence_words(one.cadence)
        return f"You were last in touch {since_words(one.last_on, today)}, and wanted to be {wanted}."
    if years:
        return f"With you for {count_word(years)} {'year' if years == 1 else 'years'}, and glad of it."
    return f"You were in touch {since_words(one.last_on, today)}; they are glad to have you."


def longest_unasked(people: Sequence[tuple[int, date | None]]) -> int:
    """Of (contact, last talk), the one not asked for longest; 0 when there is nobody."""
    if not people:
        return 0
    return min(people, key=lambda one: (one[1] or date.min, one[0]))[0]


def _stretch(one: Regular, today: date) -> float:
    """How many of their own rhythms have passed; somebody never met stands before everybody."""
    if one.last_on is None:
        return 1e6
    return (today - one.last_on).days / max(1, one.cadence)
