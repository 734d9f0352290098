# SPDX-License-Identifier: MIT
"""Gathers what leaves the program: cards, calendar, table and the complete archive, one person's too."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, NamedTuple, Protocol, TypeVar

from winback_desktop.application.failures import Missing, Refused
from winback_desktop.application.long_work import Progress, Steps
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import ContactRow, StepRow
from winback_desktop.domain.archives import ARCHIVED, PRIVATE, Archive
from winback_desktop.domain.calendar_entries import CalendarEntry, ContactLine
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.many_records import many_records
from winback_desktop.domain.people import (
    Address,
    Constraint,
    Contact,
    ContactPoint,
    ImportantDate,
    Interest,
)
from winback_desktop.domain.practice import CARE, Loss, Plan, Step, StepKind, StepMove
from winback_desktop.domain.wording import step_title, step_word

R = TypeVar("R")

ENDINGS = (".vcf", ".ics", ".csv", ".json")
_PAGE = 1_000
_CHUNK = 5_000
_STEP = 300
_ALL = 10_000_000
_PERSONAL = tuple(kind for kind in ARCHIVED if "contact" in kind._fields)  # type: ignore[attr-defined]


class Writers(Protocol):
    """Turns gathered records into a file's bytes; ``exchange.formats`` is one."""

    def write_vcards(self, cards: Iterable[ContactCard]) -> bytes:
        """Contacts as vCard."""

    def write_calendar(self, entries: Iterable[CalendarEntry], language: str = "EN") -> bytes:
        """Entries as iCalendar."""

    def write_table(self, lines: Iterable[ContactLine], *, headed: bool = True) -> bytes:
        """Contacts as a table for spreadsheets; without its headings where it goes on."""

    def write_archive(self, archive: Archive) -> bytes:
        """Everything as JSON."""


class Exported(NamedTuple):
    """A file's bytes and what is in them."""

    data: bytes
    counts: dict[str, int]


def export(
    work: Workspace,
    ending: str,
    writers: Writers,
    *,
    names: bool = False,
    care: bool = False,
    program: str = "",
) -> Exported:
    """What a file with this ending holds: .vcf, .ics, .csv or .json (the complete archive).

    Calendar entries name nobody unless ``names`` is set, and leave the owner's own care out unless
    ``care`` is; so does the archive with the check-ins. Raises Refused for another ending.
    """
    ending = ending.lower()
    with many_records():
        if ending == ".vcf":
            cards = gather_cards(work)
            return Exported(writers.write_vcards(cards), {"contacts": len(cards)})
        if ending == ".ics":
            entries = gather_entries(work, names=names, care=care)
            return Exported(writers.write_calendar(entries), {"entries": len(entries)})
        if ending == ".csv":
            lines = gather_lines(work)
            return Exported(writers.write_table(lines), {"contacts": len(lines)})
        if ending == ".json":
            archive = gather_archive(work, program, private=care)
            return Exported(writers.write_archive(archive), archive.counts())
    raise Refused(
        f"“{ending or 'no ending'}” is no kind of file that can be written. "
        f"End the file's name with one of {', '.join(ENDINGS)}.",
        field="file",
    )


def export_people(work: Workspace, ending: str, writers: Writers, contacts: Sequence[int]) -> Steps[bytes]:
    """Cards (.vcf) or a table (.csv) of some people, step by step, in their order; raises Refused for another
    ending."""
    ending = ending.lower()
    if ending not in (".vcf", ".csv"):
        raise Refused("People are written as .vcf or .csv. End the file's name so.", field="file")
    parts: list[bytes] = []
    for at in range(0, len(contacts), _STEP):
        part = contacts[at : at + _STEP]
        if ending == ".vcf":
            parts.append(writers.write_vcards(gather_cards(work, part)))
        else:
            parts.append(writers.write_table(gather_lines(work, part), headed=not at))
        yield Progress(at + len(part), len(contacts))
    return b"".join(parts)


def export_person(
    work: Workspace, contact: int, writers: Writers, *, program: str = ""
) -> dict[str, Exported]:
    """All that is kept about one person, as .vcf, .ics and .json by ending; raises Missing."""
    person = work.store.get(Contact, contact)
    if person.deleted_at is not None:
        raise Missing("This person was deleted. Bring them back first, then export.")
    cards = _cards(work, [person])
    entries = gather_entries(work, names=True, care=True, contact=contact)
    records: dict[type, tuple[Any, ...]] = {Contact: (person,)}
    for kind in _PERSONAL:
        records[kind] = tuple(work.store.find(kind, contact=contact))
    steps = tuple(step.id for step in records[Step])
    records[StepMove] = tuple(_by(work, StepMove, "step", steps))
    archive = Archive(records, {}, work.clock.now(), program)
    return {
        ".vcf": Exported(writers.write_vcards(cards), {"contacts": 1}),
        ".ics": Exported(writers.write_calendar(entries), {"entries": len(entries)}),
        ".json": Exported(writers.write_archive(archive), archive.counts()),
    }


def gather_cards(work: Workspace, contacts: Sequence[int] | None = None) -> list[ContactCard]:
    """The cards of all contacts that are not deleted, or of the given ones."""
    if contacts is None:
        return _cards(work, work.store.find(Contact, deleted_at=None, order="name"))
    return _cards(work, [one for one in _by(work, Contact, "id", contacts) if one.deleted_at is None])


def gather_lines(work: Workspace, contacts: Sequence[int] | None = None) -> list[ContactLine]:
    """All contacts in name order, or the given ones in theirs, with the state of their plans."""
    cards = {card.contact.id: card for card in gather_cards(work, contacts)}
    if contacts is not None:
        rows = work.store.queries.contact_rows(contacts)
        return [_line(cards[row.contact], row) for row in rows if row.contact in cards]
    lines: list[ContactLine] = []
    after: tuple[str, int] | None = None
    while page := work.store.queries.contacts(after=after, limit=_PAGE):
        lines += (_line(cards[row.contact], row) for row in page if row.contact in cards)
        after = (page[-1].sort_key, page[-1].contact)
    return lines


def gather_entries(
    work: Workspace, *, names: bool = False, care: bool = False, contact: int = 0
) -> list[CalendarEntry]:
    """The open steps as whole days. Quiet time is no entry: there is nothing to do."""
    rows = [
        row
        for row in work.store.queries.open_steps(limit=_ALL)
        if row.kind != StepKind.PAUSE
        and (care or row.kind not in CARE)
        and (not contact or row.contact == contact)
    ]
    moves: dict[int, list[StepMove]] = {}
    for move in _by(work, StepMove, "step", tuple(row.step for row in rows)):
        moves.setdefault(move.step, []).append(move)
    plans = {plan.id: plan for plan in _by(work, Plan, "id", tuple({row.plan for row in rows}))}
    losses = {loss.id: loss for loss in _by(work, Loss, "id", tuple({plan.loss for plan in plans.values()}))}
    return [_entry(work, row, moves.get(row.step, []), losses[plans[row.plan].loss], names) for row in rows]


def gather_archive(work: Workspace, program: str = "", *, private: bool = False) -> Archive:
    """Every record and setting; the owner's check-ins only when ``private``."""
    records: dict[type, tuple[Any, ...]] = {
        kind: tuple(work.store.find(kind)) if private or kind not in PRIVATE else () for kind in ARCHIVED
    }
    return Archive(records, work.store.settings(), work.clock.now(), program)


def _cards(work: Workspace, contacts: Sequence[Contact]) -> list[ContactCard]:
    groups: list[dict[int, list[Any]]] = []
    ids = tuple(contact.id for contact in contacts)
    for kind in (ContactPoint, Address, ImportantDate, Interest, Constraint):
        group: dict[int, list[Any]] = {}
        found: list[Any] = _by(work, kind, "contact", ids)
        for record in found:
            group.setdefault(record.contact, []).append(record)
        groups.append(group)
    return [
        ContactCard(contact, *(tuple(group.get(contact.id, ())) for group in groups)) for contact in contacts
    ]


def _by(work: Workspace, kind: type[R], field: str, values: Sequence[int]) -> list[R]:
    """Records whose field is one of many values, asked for in parts."""
    found: list[R] = []
    for at in range(0, len(values), _CHUNK):
        equal: dict[str, Any] = {field: tuple(values[at : at + _CHUNK])}
        found += work.store.find(kind, **equal)
    return found


def _line(card: ContactCard, row: ContactRow) -> ContactLine:
    next_step = step_word(StepKind(row.next_kind)) if row.next_kind else ""
    return ContactLine(card, row.plan_state, next_step, row.next_due)


def _entry(work: Workspace, row: StepRow, moves: list[StepMove], loss: Loss, names: bool) -> CalendarEntry:
    kind = StepKind(row.kind)
    moved = [move for move in moves if move.from_due != move.to_due]
    changed: datetime = moved[-1].at if moved else loss.created_at or work.clock.now()
    return CalendarEntry(
        _uid(row.step, loss),
        row.due,
        step_title(kind, row.name, row.smaller) if names else step_word(kind),
        changed,
        len(moved),
    )


def _uid(step: int, loss: Loss) -> str:
    """An id that stays, says nothing about anybody, and differs from those of another data file."""
    text = f"{step} {loss.id} {loss.created_at.isoformat() if loss.created_at else ''}"
    return f"{blake2b(text.encode(), digest_size=16).hexdigest()}@winback-desktop"
