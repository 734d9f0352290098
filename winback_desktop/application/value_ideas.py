# SPDX-License-Identifier: MIT
"""The library of useful ideas, the log of what is new for our customers, and where each was used."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.failures import Missing, Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.meetings import NewsItem, ValueIdea, ValueUse
from winback_desktop.domain.people import Contact
from winback_desktop.domain.value import STARTERS, Offer, offers

LONGEST_TITLE = 160


class Use(NamedTuple):
    """Brought to somebody on a day."""

    contact: int
    name: str
    on: date


class ShelfItem(NamedTuple):
    """An idea of the library, or something from the log of what is new, and where it was used."""

    key: str
    title: str
    is_news: bool
    since: date | None
    uses: tuple[Use, ...]


def add_idea(work: Workspace, title: str, detail: str = "") -> ValueIdea:
    """Keep an idea for any customer; the same one added again stays one. Raises Refused for no words."""
    title = _title(title)
    for known in work.store.find(ValueIdea):
        if known.title.casefold() == title.casefold():
            return known
    with work.store.change(f"add “{_short(title)}” to your ideas"):
        return work.store.add(ValueIdea(title, detail.strip(), work.clock.today()))


def add_news(work: Workspace, title: str, detail: str = "") -> NewsItem:
    """Log something new that customers enjoy. Raises Refused for no words."""
    title = _title(title)
    with work.store.change(f"note what is new: “{_short(title)}”"):
        return work.store.add(NewsItem(title, detail.strip(), work.clock.today()))


def remove_offer(work: Workspace, key: str) -> None:
    """Take an idea or news away; what was brought to whom stays. Raises Refused for a starter."""
    kind, _, number = key.partition(":")
    if kind not in ("idea", "news"):
        raise Refused("This one comes with the program and goes once you have ideas of your own.")
    record = _stored(work, kind, int(number))
    with work.store.change(f"remove “{_short(record.title)}”"):
        work.store.remove(record)


def shelf(work: Workspace) -> list[ShelfItem]:
    """Everything that is new and every idea, the latest first, with where each was used; deleted people are
    left out."""
    news = work.store.find(NewsItem, order="-id")
    ideas = work.store.find(ValueIdea, order="-id")
    used = work.store.find(ValueUse, order="-on")
    people = {
        one.id: one.name
        for one in work.store.find(Contact, id=tuple({use.contact for use in used}), deleted_at=None)
    }

    def uses(field: str, number: int) -> tuple[Use, ...]:
        return tuple(
            Use(use.contact, people[use.contact], use.on)
            for use in used
            if getattr(use, field) == number and use.contact in people
        )

    return [
        *(ShelfItem(f"news:{one.id}", one.title, True, one.on, uses("news_item", one.id)) for one in news),
        *(
            ShelfItem(f"idea:{one.id}", one.title, False, one.added_on, uses("value_idea", one.id))
            for one in ideas
        ),
    ]


def offers_for(work: Workspace, contact: int) -> tuple[Offer, ...]:
    """What may be brought to somebody; nothing that they were given before."""
    store = work.store
    return offers(store.find(ValueIdea), store.find(NewsItem), store.find(ValueUse), contact)


def brought_to(work: Workspace, contact: int, meeting: int | None = None) -> list[ValueUse]:
    """What somebody was or will be given, in order; for one meeting where it is named."""
    if meeting is None:
        return work.store.find(ValueUse, contact=contact, order="on")
    return work.store.find(ValueUse, contact=contact, meeting=meeting)


def bring(work: Workspace, contact: int, key: str, meeting: int | None = None) -> ValueUse:
    """Choose something to bring to somebody; raises Refused when they were given it before."""
    if all(offer.key != key for offer in offers_for(work, contact)):
        raise Refused("They were given this before. Choose something else to bring.", field="bring")
    kind, _, number = key.partition(":")
    with work.store.change("choose what to bring"):
        record = (
            add_idea(work, STARTERS[int(number)]) if kind == "starter" else _stored(work, kind, int(number))
        )
        return work.store.add(
            ValueUse(
                contact,
                record.title,
                work.clock.today(),
                record.id if isinstance(record, ValueIdea) else None,
                record.id if isinstance(record, NewsItem) else None,
                meeting,
            )
        )


def leave(work: Workspace, use: int) -> None:
    """Not bring it after all."""
    stored = work.store.get(ValueUse, use)
    with work.store.change(f"leave “{_short(stored.title)}” at home"):
        work.store.remove(stored)


def _stored(work: Workspace, kind: str, number: int) -> ValueIdea | NewsItem:
    try:
        return work.store.get(ValueIdea, number) if kind == "idea" else work.store.get(NewsItem, number)
    except Missing:
        raise Missing("This is not in your list any more; choose something else.") from None


def _title(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise Refused("Say in a few words what it is.", field="title")
    if len(title) > LONGEST_TITLE:
        raise Refused(
            f"A few words are enough: at most {LONGEST_TITLE} characters, and this has {len(title):,}.",
            field="title",
        )
    return title


def _short(title: str) -> str:
    return title if len(title) <= 40 else title[:39].rstrip() + "…"
