# SPDX-License-Identifier: MIT
"""Plans and applies the import of cards: again updates, never duplicates, one undo takes it back."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from winback_desktop.application.contact_names import LONGEST_NAME
from winback_desktop.application.match_cards import Known, Match
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.card_matching import derived_uid, marks_of, merged
from winback_desktop.domain.cards import ContactCard, Problem
from winback_desktop.domain.many_records import many_records
from winback_desktop.domain.people import (
    Address,
    Constraint,
    Contact,
    ContactPoint,
    ImportantDate,
    Interest,
)

_PARTS: tuple[type, ...] = (ContactPoint, Address, ImportantDate, Interest, Constraint)
_CHUNK = 5_000


class Action(StrEnum):
    """What the import does with a card."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    SKIP = "skip"


class Decision(StrEnum):
    """What the owner says about a card that seems to be known already."""

    MERGE = "merge"
    SKIP = "skip"
    KEEP_BOTH = "keep-both"


class ImportItem(NamedTuple):
    """One card of the file and what becomes of it.

    ``place`` is where it stands among the cards, from 0; decisions name it so. ``card`` is what will be
    stored. ``contact`` and ``known`` are the stored contact that it was taken for (0 and empty for none; 0
    with a name means an earlier card of the same file), ``because`` says why. ``doubtful`` ones are worth
    a question.
    """

    place: int
    card: ContactCard
    action: Action
    contact: int = 0
    known: str = ""
    because: str = ""
    doubtful: bool = False


class ImportPlan(NamedTuple):
    """What an import would do; nothing is stored yet. ``unreadable`` counts cards that could not be read."""

    items: tuple[ImportItem, ...]
    problems: tuple[Problem, ...]
    source: str = ""
    unreadable: int = 0

    def count(self, action: Action) -> int:
        """How many cards an action awaits; what could not be read counts as skipped."""
        counted = sum(1 for item in self.items if item.action is action)
        return counted + (self.unreadable if action is Action.SKIP else 0)

    @property
    def doubtful(self) -> tuple[ImportItem, ...]:
        """The cards to show side by side with whom they seem to be."""
        return tuple(item for item in self.items if item.doubtful)


class ImportResult(NamedTuple):
    """What an import did."""

    created: int
    updated: int
    unchanged: int
    skipped: int
    problems: tuple[Problem, ...]


def plan_import(
    work: Workspace,
    cards: Sequence[ContactCard],
    problems: Iterable[Problem] = (),
    *,
    source: str = "",
    unreadable: int = 0,
    decisions: Mapping[int, Decision] | None = None,
) -> ImportPlan:
    """Say for each card whether it is new, an update, unchanged or left out; stores nothing.

    A card is known again by its id, then by its e-mail, then by the same name with the same phone number
    or organisation. ``decisions`` overrides this by a card's place.
    """
    with many_records():
        return _planned(work, cards, list(problems), source, unreadable, decisions or {})


def _planned(
    work: Workspace,
    cards: Sequence[ContactCard],
    found: list[Problem],
    source: str,
    unreadable: int,
    decisions: Mapping[int, Decision],
) -> ImportPlan:
    known = Known(work)
    matches: list[Match] = []
    ready: list[ContactCard] = []
    for place, card in enumerate(cards):
        card = _fitting(card, place, found)
        told_apart = bool(card.contact.uid)
        uid = card.contact.uid or derived_uid(card)
        decision = decisions.get(place)
        marks = marks_of(card.contact, card.points)
        match = known.match(card, uid, marks)
        if decision is Decision.KEEP_BOTH and match.person >= 0:
            uid = known.unused(uid)
            match = Match(-1)
        elif decision is Decision.MERGE and match.person < 0 and match.near >= 0:
            match = Match(match.near, match.because)
        elif decision is Decision.SKIP:
            match = Match(-1, skip=True)
        card = card._replace(contact=card.contact._replace(uid=uid))
        if match.person < 0 and not match.skip:
            match = match._replace(person=known.add(place, uid, marks, told_apart=told_apart), new=True)
        if match.problem:
            found.append(Problem(_where(card, place), match.problem))
        ready.append(card)
        matches.append(match)
    return ImportPlan(_items(work, known, ready, matches), tuple(found), source, unreadable)


def apply_import(work: Workspace, plan: ImportPlan) -> ImportResult:
    """Store a plan as one change that can be undone, after a backup; raises StoreFault when that fails."""
    new = [item for item in plan.items if item.action is Action.CREATE]
    known = [item for item in plan.items if item.action is Action.UPDATE and item.contact]
    if new or known:
        # Sample data lives in memory only: there is nothing to lose.
        if work.store.path is not None and work.store.queries.counts().contacts:
            work.store.backup(reason="import")
        total = len(new) + len(known)
        people = f"{total:,} contact" + ("s" if total != 1 else "")
        label = f"import {people}" + (f" from {plan.source[:80]}" if plan.source else "")
        with many_records(), work.store.change(label):
            _store_new(work, [item.card for item in new])
            _store_known(work, [item.card for item in known])
    return ImportResult(
        len(new),
        plan.count(Action.UPDATE),
        plan.count(Action.UNCHANGED),
        plan.count(Action.SKIP),
        plan.problems,
    )


def _items(
    work: Workspace, known: Known, cards: Sequence[ContactCard], matches: Sequence[Match]
) -> tuple[ImportItem, ...]:
    stored = _stored_cards(work, {known.stored(match.person) for match in matches} - {0})
    # What each person's card has become so far: several cards of a file may be about one person.
    now: dict[int, ContactCard] = {}
    owner: dict[int, int] = {}
    items: list[ImportItem] = []
    for place, (card, match) in enumerate(zip(cards, matches, strict=True)):
        if match.skip:
            items.append(ImportItem(place, card, Action.SKIP, because=match.because, doubtful=match.doubtful))
            continue
        person, contact = match.person, known.stored(match.person)
        if match.new:
            now[person], owner[person] = card, place
            name = known.name(match.near) if match.near >= 0 else ""
            items.append(
                ImportItem(place, card, Action.CREATE, 0, name, match.because, doubtful=match.doubtful)
            )
            continue
        before = now.get(person) or stored[contact]
        after = merged(before, card, keep_name=match.keep_name)
        if not before.contact.uid and card.contact.uid.startswith("import-") and _same(before, after):
            after = before
        action = Action.UNCHANGED if after == before else Action.UPDATE
        said = ImportItem(place, after, action, contact, before.contact.name, match.because, match.doubtful)
        if person in owner and after != before:
            # The earlier item of this person stores what all its cards together say.
            first = owner[person]
            items[first] = items[first]._replace(card=after)
            said = said._replace(contact=0)
        elif action is Action.UPDATE:
            owner[person] = place
        now[person] = after
        items.append(said)
    return tuple(items)


def _same(before: ContactCard, after: ContactCard) -> bool:
    """Whether nothing but a derived id would be new."""
    return after._replace(contact=after.contact._replace(uid="")) == before


def _stored_cards(work: Workspace, ids: set[int]) -> dict[int, ContactCard]:
    """The whole cards of stored contacts, in few questions to the store."""
    wanted = sorted(ids)
    parts: dict[type, dict[int, list[Any]]] = {kind: {} for kind in _PARTS}
    contacts: dict[int, Contact] = {}
    for at in range(0, len(wanted), _CHUNK):
        chunk = tuple(wanted[at : at + _CHUNK])
        contacts |= {contact.id: contact for contact in work.store.find(Contact, id=chunk)}
        for kind, groups in parts.items():
            found: list[Any] = work.store.find(kind, contact=chunk)
            for record in found:
                groups.setdefault(record.contact, []).append(record)
    return {
        number: ContactCard(contact, *(tuple(parts[kind].get(number, ())) for kind in _PARTS))
        for number, contact in contacts.items()
    }


def _store_new(work: Workspace, cards: Sequence[ContactCard]) -> None:
    now = work.clock.now()
    contacts = work.store.add_all(
        card.contact._replace(created_at=card.contact.created_at or now, updated_at=now, id=0)
        for card in cards
    )
    hanging: list[list[Any]] = [[] for _ in _PARTS]
    for contact, card in zip(contacts, cards, strict=True):
        for added, records in zip(hanging, _parts(card), strict=True):
            added += _belonging(records, contact.id)
    for added in hanging:
        work.store.add_all(added)


def _store_known(work: Workspace, cards: Sequence[ContactCard]) -> None:
    now = work.clock.now()
    before = _stored_cards(work, {card.contact.id for card in cards})
    new: list[list[Any]] = [[] for _ in _PARTS]
    for card in cards:
        contact = card.contact.id
        work.store.save(card.contact._replace(updated_at=now))
        for added, records, stored in zip(new, _parts(card), _parts(before[contact]), strict=True):
            for record in records:
                if not record.id:
                    added.append(record._replace(contact=contact))
                elif record not in stored:
                    work.store.save(record)
    for added in new:
        work.store.add_all(added)


def _belonging(records: tuple[Any, ...], contact: int) -> list[Any]:
    return [record._replace(contact=contact) for record in records]


def _parts(card: ContactCard) -> tuple[tuple[Any, ...], ...]:
    """What hangs on the contact, in the order of ``_PARTS``."""
    return card.points, card.addresses, card.dates, card.interests, card.constraints


def _fitting(card: ContactCard, place: int, problems: list[Problem]) -> ContactCard:
    """A name longer than names can be is shortened; the whole of it goes into the notes."""
    contact = card.contact
    if len(contact.name) <= LONGEST_NAME:
        return card
    problems.append(
        Problem(
            _where(card, place),
            f"The name has {len(contact.name):,} characters; it was shortened and kept whole in the notes.",
        )
    )
    about = "\n\n".join(part for part in (contact.name, contact.about) if part)
    return card._replace(contact=contact._replace(name=contact.name[: LONGEST_NAME - 1] + "…", about=about))


def _where(card: ContactCard, place: int) -> str:
    name = card.contact.name
    return f"contact {place + 1} ({name[:40]}{'…' if len(name) > 40 else ''})"
