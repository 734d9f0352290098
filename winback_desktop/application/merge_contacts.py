# SPDX-License-Identifier: MIT
"""Two entries of one person made one: found by what they share, joined without losing anything, undoable."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from winback_desktop.application.change_plans import current_plan, end_for_status
from winback_desktop.application.failures import Refused
from winback_desktop.application.long_work import Progress, Steps
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import Sieve
from winback_desktop.domain.archives import ARCHIVED
from winback_desktop.domain.card_matching import name_key, point_key
from winback_desktop.domain.care import BestCustomer, GoodDeed, LeanOn
from winback_desktop.domain.people import (
    Address,
    Constraint,
    Contact,
    ContactPoint,
    ContactStatus,
    ImportantDate,
    Interest,
    PointKind,
)
from winback_desktop.domain.practice import Gift

_PARTS: dict[type, Callable[[Any], Any]] = {
    ContactPoint: lambda one: (one.kind, point_key(one)),
    Address: lambda one: name_key(f"{one.street} {one.postal_code} {one.locality}"),
    ImportantDate: lambda one: (name_key(one.label), one.month, one.day),
    Interest: lambda one: name_key(one.label),
    Constraint: lambda one: (one.kind, name_key(one.avoid)),
}
_ONCE: tuple[type, ...] = (LeanOn, BestCustomer)
_NAME = ("name", "given", "family", "additional", "honorific", "suffix", "nickname")
_FILLED = (*_NAME, "organisation", "job_title", "language", "uid")
CHOOSABLE = ("name", "organisation", "job_title", "language", "customer_since", "birthday")
"""What only one of the two entries can be right about."""
_BIGGEST_GROUP = 5
_STEP = 500
_NOTHING: Mapping[str, int] = MappingProxyType({})


class Likeness(NamedTuple):
    """Two contacts that may be one person, and by what."""

    first: int
    second: int
    why: str


def likely_duplicates(work: Workspace, limit: int = 60) -> Steps[list[Likeness]]:
    """Pairs with the same e-mail, phone number or name, in that order; each pair once.

    What more than five share, such as a firm's switchboard, says nothing.
    """
    groups: dict[str, dict[Any, list[int]]] = {
        "the same e-mail": defaultdict(list),
        "the same phone number": defaultdict(list),
        "the same name": defaultdict(list),
    }
    everybody = sorted(work.store.queries.contact_ids(Sieve()))
    for at in range(0, len(everybody), _STEP):
        part = everybody[at : at + _STEP]
        for point in work.store.find(
            ContactPoint, contact=tuple(part), kind=(PointKind.EMAIL, PointKind.PHONE)
        ):
            if key := point_key(point):
                why = "the same e-mail" if point.kind is PointKind.EMAIL else "the same phone number"
                groups[why][key].append(point.contact)
        for contact, name in work.store.pick(Contact, ("name",), part):
            groups["the same name"][tuple(sorted(name_key(name).split()))].append(contact)
        yield Progress(at, len(everybody))
    found: dict[tuple[int, int], Likeness] = {}
    for why, sharing in groups.items():
        for contacts in sharing.values():
            ids = sorted(set(contacts))
            if 1 < len(ids) <= _BIGGEST_GROUP:
                for other in ids[1:]:
                    found.setdefault((ids[0], other), Likeness(ids[0], other, why))
                    if len(found) >= limit:
                        return list(found.values())
    return list(found.values())


def merge(work: Workspace, keep: int, other: int, right: Mapping[str, int] = _NOTHING) -> Contact:
    """Give everything of ``other`` to ``keep`` and put the empty entry among the recently deleted.

    ``right`` says by field (of ``CHOOSABLE``) which of the two is right where both say something; otherwise
    ``keep`` is, and the earlier day of ``customer_since``. Free words, tags, contact details and days are
    added up. A mark such as do-not-contact of either holds. Raises Refused for one person with themselves,
    for somebody deleted, and while both are on the path back.
    """
    if keep == other:
        raise Refused("This is one and the same entry, so there is nothing to merge. Choose two.")
    kept, gone = work.store.get(Contact, keep), work.store.get(Contact, other)
    if kept.deleted_at or gone.deleted_at:
        raise Refused("One of them was deleted. Bring them back first, then merge.")
    if current_plan(work, keep) and current_plan(work, other):
        raise Refused("Both are on the path back. Close one of the two plans first, then merge.")
    now = work.clock.now()
    joined = _joined(kept, gone, {field for field, contact in right.items() if contact == other}, right)
    with work.store.change(f"merge {gone.name} into {kept.name}"):
        _settle_birthday(work, keep, other, theirs=right.get("birthday") == other)
        for kind, key in _PARTS.items():
            _move_parts(work, kind, key, keep, other)
        for kind in ARCHIVED:
            if "contact" in kind._fields and kind not in _PARTS:  # type: ignore[attr-defined]
                if kind in _ONCE and work.store.find(kind, contact=keep):
                    continue
                theirs: list[Any] = work.store.find(kind, contact=other)
                work.store.save_all([one._replace(contact=keep) for one in theirs])
        deeds = work.store.find(GoodDeed, customer=other)
        work.store.save_all([deed._replace(customer=keep) for deed in deeds])
        work.store.save(gone._replace(deleted_at=now, uid="", updated_at=now))
        merged = work.store.save(joined._replace(updated_at=now))
        if merged.status is not ContactStatus.NORMAL:
            end_for_status(work, merged)
    return merged


def birthday_of(dates: Iterable[ImportantDate]) -> ImportantDate | None:
    """The birthday among important days."""
    return next((day for day in dates if name_key(day.label) == "birthday"), None)


def _settle_birthday(work: Workspace, keep: int, other: int, *, theirs: bool) -> None:
    """Nobody has two birthdays; one whose year is known says more than the same day without it."""
    mine = birthday_of(work.store.find(ImportantDate, contact=keep))
    others = birthday_of(work.store.find(ImportantDate, contact=other))
    if mine is None or others is None:
        return
    same_day = (mine.month, mine.day) == (others.month, others.day)
    if theirs or (same_day and mine.year is None):
        work.store.save(mine._replace(month=others.month, day=others.day, year=others.year or None))
    work.store.remove(others)


def _move_parts(work: Workspace, kind: type, key: Callable[[Any], Any], keep: int, other: int) -> None:
    stored: list[Any] = work.store.find(kind, contact=keep)
    theirs: list[Any] = work.store.find(kind, contact=other)
    mine = {key(one): one for one in stored}
    place = len(mine)
    for one in theirs:
        same = mine.get(key(one))
        if same is None:
            moved = one._replace(contact=keep)
            work.store.save(moved._replace(position=place) if "position" in one._fields else moved)
            place += 1
        elif kind is Interest:
            gifts = work.store.find(Gift, interest=one.id)
            work.store.save_all([gift._replace(interest=same.id) for gift in gifts])


def _joined(kept: Contact, gone: Contact, theirs: set[str], chosen: Mapping[str, int]) -> Contact:
    if "name" in theirs:
        theirs = theirs.union(_NAME)
    changes: dict[str, Any] = {
        field: getattr(gone, field) for field in _FILLED if field in theirs or not getattr(kept, field)
    }
    if gone.about and gone.about not in kept.about:
        changes["about"] = f"{kept.about}\n\n{gone.about}" if kept.about else gone.about
    changes["tags"] = tuple(dict.fromkeys((*kept.tags, *gone.tags)))
    changes["roles"] = tuple(dict.fromkeys((*kept.roles, *gone.roles)))
    known = [day for day in (kept.customer_since, gone.customer_since) if day]
    changes["customer_since"] = min(known, default=None)
    if len(known) == 2 and "customer_since" in chosen:
        changes["customer_since"] = (gone if "customer_since" in theirs else kept).customer_since
    if kept.status is ContactStatus.NORMAL:
        for field in ("status", "status_since", "status_note", "status_channel", "status_scope"):
            changes[field] = getattr(gone, field)
    return kept._replace(**changes)
