# SPDX-License-Identifier: MIT
"""The board of best customers: how they stand, whom the owner may be losing touch with, whom to turn to."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.care_steps import complete_care, open_care
from winback_desktop.application.contact_names import check_name, find_by_name
from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import KeptPerson
from winback_desktop.domain.care import BestCustomer, Referral
from winback_desktop.domain.care_wording import hello_text, opening_lines
from winback_desktop.domain.people import Contact, ContactStatus, Role
from winback_desktop.domain.practice import PlanState, StepKind, Touch, TouchKind
from winback_desktop.domain.touch_rhythm import (
    USUAL_CADENCE,
    Proposed,
    Regular,
    is_losing_touch,
    propose,
)

LONGEST_WORDS = 5_000


class BoardRow(NamedTuple):
    """A best customer; ``held`` says why nothing should be done towards them now, or is empty."""

    contact: int
    name: str
    organisation: str
    since: date | None
    last_on: date | None
    last_kind: str
    value: int | None
    currency: str
    cadence: int
    referrals: int
    losing_touch: bool
    held: str


class Board(NamedTuple):
    """Everybody on the board, those one is losing touch with first; ``after`` names the latest loss that
    asks for it, ``proposed`` whom to turn to."""

    rows: tuple[BoardRow, ...]
    proposed: tuple[Proposed, ...]
    after: str


class TouchCard(NamedTuple):
    """What helps with one kind of touch: lines to say or do, a text to send, and ways to reach them."""

    contact: int
    name: str
    kind: TouchKind
    lines: tuple[str, ...]
    text: str
    phone: str
    email: str
    held: str


def board(work: Workspace) -> Board:
    """The board as it stands today."""
    today = work.clock.today()
    people = work.store.queries.kept_people(Role.BEST, today)
    if not people:
        return Board((), (), "")
    ids = tuple(one.contact for one in people)
    kept = {one.contact: one for one in work.store.find(BestCustomer, contact=ids)}
    sent: dict[int, int] = {}
    for referral in work.store.find(Referral, contact=ids):
        sent[referral.contact] = sent.get(referral.contact, 0) + 1
    quiet = _quiet_firms(work)
    rows = [_row(one, kept.get(one.contact), sent.get(one.contact, 0), quiet, today) for one in people]
    rows.sort(key=lambda row: (not row.losing_touch, row.last_on or date.min, row.name))
    steps = open_care(work, StepKind.BEST_CUSTOMER)
    regulars = [
        Regular(row.contact, row.name, row.since, row.last_on, row.cadence, row.referrals, row.held)
        for row in rows
    ]
    return Board(tuple(rows), propose(regulars, today), steps[-1].name if steps else "")


def add_best(work: Workspace, name: str) -> Contact:
    """Put somebody on the board: a known contact by name, or a new client."""
    name = check_name(name)
    known = find_by_name(work, name)
    now = work.clock.now()
    with work.store.change(f"count {name} among your best customers"):
        if known is None:
            return work.store.add(
                Contact(name, roles=(Role.CLIENT, Role.BEST), created_at=now, updated_at=now)
            )
        if Role.BEST in known.roles:
            return known
        return work.store.save(known._replace(roles=(*known.roles, Role.BEST), updated_at=now))


def take_off(work: Workspace, contact: int) -> None:
    """Take somebody off the board; the customer and all that is known stays."""
    person = work.store.get(Contact, contact)
    with work.store.change(f"take {person.name} off your best customers"):
        roles = tuple(role for role in person.roles if role is not Role.BEST)
        work.store.save(person._replace(roles=roles, updated_at=work.clock.now()))


def keep_best(work: Workspace, contact: int, value: int | None, currency: str, cadence: int) -> BestCustomer:
    """Keep what a customer is worth a year (minor units) and how often to be in touch, in days."""
    person = work.store.get(Contact, contact)
    currency = (currency.strip().upper() or owner(work).currency) if value is not None else ""
    if value is not None and not 0 <= value < 10**15:
        raise Refused("The value is a sum from 0 up.", field="value")
    if currency and not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise Refused("A currency has three letters, such as USD, EUR or GBP.", field="currency")
    if not 1 <= cadence <= 3650:
        raise Refused("Choose how often you want to be in touch.", field="cadence")
    stored = work.store.find(BestCustomer, contact=contact)
    new = BestCustomer(contact, value, currency, cadence)
    if stored and stored[0]._replace(id=0) == new:
        return stored[0]
    with work.store.change(f"change how {person.name} stands"):
        return work.store.save(new._replace(id=stored[0].id)) if stored else work.store.add(new)


def touch_card(work: Workspace, contact: int, kind: TouchKind) -> TouchCard:
    """What helps with a call, a meeting, an act of kindness or a hello."""
    person = work.store.get(Contact, contact)
    people = work.store.queries.kept_people(Role.BEST, work.clock.today())
    row = next((one for one in people if one.contact == contact), None)
    likes = work.store.queries.interests_of((contact,)).get(contact, ())
    first = person.given or person.name.split()[0]
    text = hello_text(first, owner(work).name) if kind is TouchKind.HELLO else ""
    held = _held(row, _quiet_firms(work)) if row else ""
    return TouchCard(
        contact,
        person.name,
        kind,
        opening_lines(kind, first, likes),
        text,
        row.phone if row else "",
        row.email if row else "",
        held,
    )


def log_touch(
    work: Workspace,
    contact: int,
    kind: TouchKind,
    summary: str = "",
    heard: str = "",
    on: date | None = None,
) -> Touch:
    """Note a contact that really took place; the steps that asked for a best customer are done.

    Raises Refused for a day that is still to come.
    """
    person, day = work.store.get(Contact, contact), on or work.clock.today()
    if day > work.clock.today():
        raise Refused("It can't have taken place on a day that is still to come.", field="on")
    if max(len(summary), len(heard)) > LONGEST_WORDS:
        raise Refused(f"Please keep it to {LONGEST_WORDS:,} characters.", field="summary")
    with work.store.change(f"note being in touch with {person.name}"):
        if Role.BEST in person.roles:
            complete_care(work, StepKind.BEST_CUSTOMER, f"In touch with {person.name}")
        return work.store.add(Touch(contact, kind, day, summary.strip(), heard.strip()))


def _row(
    one: KeptPerson, kept: BestCustomer | None, referrals: int, quiet: dict[str, str], today: date
) -> BoardRow:
    cadence = kept.cadence if kept else USUAL_CADENCE
    held = _held(one, quiet)
    return BoardRow(
        one.contact,
        one.name,
        one.organisation,
        one.since,
        one.last_on,
        one.last_kind,
        kept.value if kept else None,
        kept.currency if kept else "",
        cadence,
        referrals,
        not held and is_losing_touch(one.last_on, cadence, today),
        held,
    )


def _quiet_firms(work: Workspace) -> dict[str, str]:
    """The firms of those in quiet time, with the person's name."""
    rows = work.store.queries.quiet_plans()
    return {row.organisation.casefold(): row.name for row in rows if row.organisation}


def _held(one: KeptPerson, quiet: dict[str, str]) -> str:
    """Why nothing is done towards somebody now, as a sentence; empty when nothing stands in the way."""
    if one.status != ContactStatus.NORMAL:
        return {
            ContactStatus.DO_NOT_CONTACT: "Asked not to be contacted.",
            ContactStatus.DECEASED: "Has died.",
            ContactStatus.ORGANISATION_GONE: "The organisation is gone.",
        }[ContactStatus(one.status)]
    if one.plan_state == PlanState.QUIET:
        return "In quiet time. It will be offered again afterwards."
    lost = quiet.get(one.organisation.casefold()) if one.organisation else None
    if lost:
        return f"{lost}, of the same firm, is in quiet time. It will be offered again afterwards."
    return ""
