# SPDX-License-Identifier: MIT
"""Tells whether two cards are about the same person, and joins them without losing a word."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar

from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Address, Contact, ContactPoint, PointKind

R = TypeVar("R")

_PHONE_DIGITS = 8
_NO_WORD = re.compile(r"[\W_]+")
_NO_DIGIT = re.compile(r"\D+")
_KEPT_FROM_STORED = frozenset(
    {"about", "tags", "roles", "uid", "name", "id", "status", "status_since", "status_note"}
    | {"status_channel", "status_scope"}
)


class Marks(NamedTuple):
    """What a person is recognised by, in a form that compares."""

    name: str
    emails: frozenset[str]
    phones: frozenset[str]
    organisation: str

    @property
    def bare(self) -> bool:
        """Nothing but a name is known."""
        return not (self.emails or self.phones or self.organisation)


def name_key(text: str) -> str:
    """A name without case, accents and punctuation."""
    text = text.casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text if text.isalnum() else _NO_WORD.sub(" ", text).strip() or text


def point_key(point: ContactPoint) -> str:
    """What makes two contact points the same: an e-mail's case and a number's blanks do not matter."""
    if point.kind is PointKind.EMAIL:
        return point.value.strip().casefold()
    if point.kind is PointKind.WEB:
        return point.value.strip().rstrip("/").casefold().removeprefix("https://").removeprefix("http://")
    digits = _NO_DIGIT.sub("", point.value)
    # 0171 and +49 171 are the same telephone: the end of a number tells.
    return (
        digits[-_PHONE_DIGITS:] if len(digits) >= _PHONE_DIGITS else digits or point.value.strip().casefold()
    )


def marks_of(contact: Contact, points: Iterable[ContactPoint]) -> Marks:
    """What a contact is recognised by."""
    emails, phones = [], []
    for point in points:
        if point.kind is PointKind.EMAIL:
            emails.append(point.value.strip().casefold())
        elif point.kind is PointKind.PHONE:
            phones.append(point_key(point))
    return Marks(name_key(contact.name), frozenset(emails), frozenset(phones), name_key(contact.organisation))


def derived_uid(card: ContactCard) -> str:
    """A lasting id for a card that brought none, so that it is known again after the owner renamed it."""
    first: dict[PointKind, str] = {}
    for point in card.points:
        first.setdefault(point.kind, point_key(point))
    place = card.addresses[0] if card.addresses else Address()
    detail = (
        first.get(PointKind.EMAIL)
        or first.get(PointKind.PHONE)
        or name_key(card.contact.organisation)
        or f"{place.postal_code} {place.locality}".strip()
    )
    text = f"{name_key(card.contact.name)}\n{detail}"
    return f"import-{blake2b(text.encode('utf-8', 'replace'), digest_size=12).hexdigest()}"


def related_names(one: str, other: str) -> bool:
    """Whether two name keys may well belong to one person: a word in common, or one is an e-mail address."""
    words, others = one.split(), other.split()
    if any(len(word) > 1 and word in others for word in words):
        return True
    initials = {word for word in words if len(word) == 1}, {word for word in others if len(word) == 1}
    return any(word[0] in initials[1] for word in words) or any(word[0] in initials[0] for word in others)


def merged(stored: ContactCard, card: ContactCard, *, keep_name: bool = False) -> ContactCard:
    """The stored card with what the other one adds or corrects.

    What is empty in the new card never overwrites; notes, tags, points, addresses and interests are
    added to, not replaced. Records that were stored keep their ids, new ones have none.
    """
    return ContactCard(
        _merged_contact(stored.contact, card.contact, keep_name),
        _joined(stored.points, card.points, lambda point: (point.kind, point_key(point)), _label_filled),
        _joined(stored.addresses, card.addresses, _place, _label_filled),
        _joined(stored.dates, card.dates, lambda day: day.label, _day_corrected),
        _joined(stored.interests, card.interests, lambda interest: name_key(interest.label), _as_stored),
        _joined(stored.constraints, card.constraints, lambda one: (one.kind, one.avoid), _as_stored),
    )


def _merged_contact(stored: Contact, new: Contact, keep_name: bool) -> Contact:
    changes: dict[str, Any] = {
        field: value
        for field, value in zip(Contact._fields, new, strict=True)
        if value and field not in _KEPT_FROM_STORED and not (keep_name and field in ("given", "family"))
    }
    if not keep_name:
        changes["name"] = new.name
    if not stored.uid:
        changes["uid"] = new.uid
    if new.about and new.about not in stored.about:
        changes["about"] = f"{stored.about}\n\n{new.about}" if stored.about else new.about
    changes["tags"] = tuple(dict.fromkeys((*stored.tags, *new.tags)))
    changes["roles"] = tuple(dict.fromkeys((*stored.roles, *new.roles)))
    return stored._replace(**changes)


def _joined(
    stored: tuple[R, ...], new: tuple[R, ...], key: Callable[[R], Any], join: Callable[[R, R], R]
) -> tuple[R, ...]:
    if not new:
        return stored
    known = {key(record): record for record in reversed(stored)}
    fresh: dict[Any, R] = {}
    for record in new:
        mark = key(record)
        if mark in known:
            known[mark] = join(known[mark], record)
        else:
            fresh.setdefault(mark, record)
    # A point listed twice by the owner stays listed twice; only the first takes part.
    seen: set[Any] = set()
    result: list[R] = []
    for record in stored:
        mark = key(record)
        result.append(record if mark in seen else known[mark])
        seen.add(mark)
    for at, record in enumerate(fresh.values(), len(stored)):
        result.append(record._replace(position=at) if hasattr(record, "position") else record)  # type: ignore[attr-defined]
    return tuple(result)


def _label_filled(stored: Any, new: Any) -> Any:
    return stored if stored.label or not new.label else stored._replace(label=new.label)


def _day_corrected(stored: Any, new: Any) -> Any:
    if (stored.month, stored.day) == (new.month, new.day) and new.year is None:
        return stored
    return stored._replace(month=new.month, day=new.day, year=new.year)


def _as_stored(stored: R, new: R) -> R:
    return stored


def _place(address: Address) -> tuple[str, ...]:
    parts = (address.street, address.extended, address.po_box, address.locality, address.postal_code)
    return tuple(name_key(part) for part in parts)
