# SPDX-License-Identifier: MIT
"""Something of value to bring along: what was not used with this person yet comes first."""

from collections.abc import Iterable
from typing import NamedTuple

from winback_desktop.domain.meetings import NewsItem, ValueIdea, ValueUse
from winback_desktop.domain.plain_words import fold

STARTERS: tuple[str, ...] = (
    "An introduction to somebody they would like to know",
    "A checklist of mine that saves an afternoon",
    "An article or book about what they are working on",
    "Something I noticed that would help their customers",
    "A tool or a trick that other customers of mine enjoy",
    "A good supplier or craftsman I can vouch for",
)
"""Ideas to begin with; one becomes the owner's own as soon as it is chosen."""


class Offer(NamedTuple):
    """Something that may be brought. ``key`` is ``idea:3``, ``news:4`` or ``starter:0``; ``used_with`` is how
    many people it was brought to so far."""

    key: str
    title: str
    detail: str = ""
    news: bool = False
    used_with: int = 0


def offers(
    ideas: Iterable[ValueIdea], news: Iterable[NewsItem], uses: Iterable[ValueUse], contact: int
) -> tuple[Offer, ...]:
    """What may be brought to somebody: news first, then ideas, then starters; nothing they were given."""
    used = list(uses)
    given = {fold(use.title) for use in used if use.contact == contact}
    found = [
        Offer(f"news:{one.id}", one.title, one.detail, True, _people(used, "news_item", one.id))
        for one in sorted(news, key=lambda one: -one.id)
    ]
    found += [
        Offer(f"idea:{one.id}", one.title, one.detail, False, _people(used, "value_idea", one.id))
        for one in sorted(ideas, key=lambda one: -one.id)
    ]
    own = {fold(one.title) for one in found}
    found += [
        Offer(f"starter:{place}", title) for place, title in enumerate(STARTERS) if fold(title) not in own
    ]
    return tuple(one for one in found if fold(one.title) not in given)


def _people(uses: list[ValueUse], field: str, number: int) -> int:
    return len({use.contact for use in uses if getattr(use, field) == number})
