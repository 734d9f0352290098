# SPDX-License-Identifier: MIT
"""Customers and other people: added, changed, marked, removed and brought back."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from winback_desktop.application.change_plans import end_for_status
from winback_desktop.application.contact_names import check_name
from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.contact_checks import day_problem
from winback_desktop.domain.people import (
    Address,
    Constraint,
    Contact,
    ContactPoint,
    ContactStatus,
    ImportantDate,
    Interest,
)

LONGEST_LINE = 300
LONGEST_ABOUT = 20_000
_Part = TypeVar("_Part", ContactPoint, Address, ImportantDate)
_Spot = TypeVar("_Spot", ContactPoint, Address)
_FIELD_WORDS = {
    "name": "the name of {}",
    "organisation": "the organisation of {}",
    "job_title": "the job title of {}",
    "language": "the language of {}",
    "customer_since": "how long {} is a customer",
    "roles": "the roles of {}",
    "tags": "the tags of {}",
    "about": "what {} told you",
}


def card(work: Workspace, contact: int) -> ContactCard:
    """A contact with everything that belongs on its card; raises Missing."""
    store = work.store
    return ContactCard(
        store.get(Contact, contact),
        tuple(store.find(ContactPoint, contact=contact, order="position")),
        tuple(store.find(Address, contact=contact, order="position")),
        tuple(store.find(ImportantDate, contact=contact)),
        tuple(store.find(Interest, contact=contact, order="position")),
        tuple(store.find(Constraint, contact=contact)),
    )


def add_contact(work: Workspace, new: ContactCard) -> Contact:
    """Store a new contact with its whole card; raises Refused naming the field that can't be right."""
    checked = _checked(work, new.contact)
    points = [_point(point) for point in new.points if point.value.strip()]
    addresses = [_address(address) for address in new.addresses]
    dates = [_date(day) for day in new.dates]
    now = work.clock.now()
    with work.store.change(f"add {checked.name}"):
        contact = work.store.add(checked._replace(created_at=now, updated_at=now))
        work.store.add_all(_placed(points, contact.id))
        work.store.add_all(_placed(addresses, contact.id))
        work.store.add_all(day._replace(contact=contact.id) for day in dates)
        work.store.add_all(
            one._replace(contact=contact.id, position=place) for place, one in enumerate(new.interests)
        )
        work.store.add_all(one._replace(contact=contact.id) for one in new.constraints)
    return contact


def edit_contact(work: Workspace, contact: Contact) -> Contact:
    """Write a contact's new values; unchanged ones change nothing. Raises Refused naming the field."""
    old = work.store.get(Contact, contact.id)
    new = _checked(work, contact)._replace(updated_at=old.updated_at)
    changed = [name for name in Contact._fields if getattr(new, name) != getattr(old, name)]
    if not changed:
        return old
    words = _FIELD_WORDS.get(changed[0], "the details of {}") if len(changed) == 1 else "the details of {}"
    with work.store.change("change " + words.format(old.name)):
        return work.store.save(new._replace(updated_at=work.clock.now()))


def set_points(work: Workspace, contact: int, points: Iterable[ContactPoint]) -> tuple[ContactPoint, ...]:
    """Replace all phones, e-mail addresses and web pages; empty ones are left out."""
    new = [_point(point) for point in points if point.value.strip()]
    return _set(work, contact, ContactPoint, _placed(new, contact), "the contact details")


def set_addresses(work: Workspace, contact: int, addresses: Iterable[Address]) -> tuple[Address, ...]:
    """Replace all postal addresses; raises Refused for a period that runs backwards."""
    new = [_address(address) for address in addresses]
    return _set(work, contact, Address, _placed(new, contact), "the address")


def set_dates(work: Workspace, contact: int, dates: Iterable[ImportantDate]) -> tuple[ImportantDate, ...]:
    """Replace all birthdays and anniversaries; raises Refused for a day that no calendar has."""
    new = [_date(day)._replace(contact=contact) for day in dates]
    return _set(work, contact, ImportantDate, new, "the important dates")


def set_status(
    work: Workspace,
    contact: int,
    status: ContactStatus,
    note: str = "",
    *,
    since: date | None = None,
    channel: str = "",
    scope: str = "",
) -> Contact:
    """Mark a contact; do-not-contact, deceased and gone drop every outbound step at once.

    ``note`` says how it was said; ``channel`` and ``scope`` what it is about, empty for everything. Raises
    Refused for a day after today.
    """
    old = work.store.get(Contact, contact)
    note = _line(note, "status_note", "note")
    if since is not None and since > work.clock.today():
        raise Refused("They can't have said it after today; check the day.", field="since")
    marks = (status, note, channel, scope)
    if marks == (old.status, old.status_note, old.status_channel, old.status_scope):
        return old
    words = {
        ContactStatus.NORMAL: f"allow contact with {old.name} again",
        ContactStatus.DO_NOT_CONTACT: f"mark {old.name} as do not contact",
        ContactStatus.DECEASED: f"note that {old.name} has died",
        ContactStatus.ORGANISATION_GONE: f"note that the organisation of {old.name} is gone",
    }
    with work.store.change(words[status]):
        new = work.store.save(
            old._replace(
                status=status,
                status_since=since or work.clock.today(),
                status_note=note,
                status_channel=channel,
                status_scope=_line(scope, "scope", "scope"),
                updated_at=work.clock.now(),
            )
        )
        if status is not ContactStatus.NORMAL:
            end_for_status(work, new)
    return new


def remove_contact(work: Workspace, contact: int) -> Contact:
    """Put a contact among the recently deleted; nothing of it is lost."""
    old = work.store.get(Contact, contact)
    if old.deleted_at is not None:
        return old
    with work.store.change(f"delete {old.name}"):
        return work.store.save(old._replace(deleted_at=work.clock.now()))


def restore_contact(work: Workspace, contact: int) -> Contact:
    """Bring a deleted contact back with everything that belongs to it."""
    old = work.store.get(Contact, contact)
    if old.deleted_at is None:
        return old
    with work.store.change(f"restore {old.name}"):
        return work.store.save(old._replace(deleted_at=None))


def _set(work: Workspace, contact: int, kind: type[_Part], new: list[_Part], what: str) -> tuple[_Part, ...]:
    person = work.store.get(Contact, contact)
    old = work.store.find(kind, contact=contact)
    if [one._replace(id=0) for one in old] == [one._replace(id=0) for one in new]:
        return tuple(old)
    kept = {one.id: one for one in old}
    with work.store.change(f"change {what} of {person.name}"):
        wanted = {one.id for one in new if one.id in kept}
        for one in old:
            if one.id not in wanted:
                work.store.remove(one)
        stored = [
            work.store.save(one) if one.id in kept else work.store.add(one._replace(id=0)) for one in new
        ]
        work.store.save(person._replace(updated_at=work.clock.now()))
    return tuple(stored)


def _placed(parts: list[_Spot], contact: int) -> list[_Spot]:
    return [one._replace(contact=contact, position=place) for place, one in enumerate(parts)]


def _checked(work: Workspace, contact: Contact) -> Contact:
    if contact.customer_since is not None and contact.customer_since > work.clock.today():
        raise Refused("They can't have become a customer after today; check the day.", field="customer_since")
    if len(contact.about) > LONGEST_ABOUT:
        raise Refused(
            f"This field takes at most {LONGEST_ABOUT:,} characters. Shorten it a little.", field="about"
        )
    return contact._replace(
        name=check_name(contact.name),
        organisation=_line(contact.organisation, "organisation", "organisation"),
        job_title=_line(contact.job_title, "job_title", "job title"),
        language=_line(contact.language, "language", "language"),
    )


def _point(point: ContactPoint) -> ContactPoint:
    return point._replace(
        value=_line(point.value, point.kind.value, "entry"), label=_line(point.label, "label", "label")
    )


def _address(address: Address) -> Address:
    if address.valid_from and address.valid_to and address.valid_to < address.valid_from:
        raise Refused("The address ends before it begins; swap the two days.", field="valid_to")
    street = "\n".join(_line(line, "street", "street") for line in address.street.splitlines()[:8])
    country = address.country.strip().upper()
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise Refused("The country is its two letters, such as US, GB or DE.", field="country")
    return address._replace(
        street=street,
        country=country,
        extended=_line(address.extended, "extended", "address line"),
        locality=_line(address.locality, "locality", "town"),
        region=_line(address.region, "region", "region"),
        postal_code=_line(address.postal_code, "postal_code", "postal code"),
    )


def _date(day: ImportantDate) -> ImportantDate:
    problem = day_problem(day.month, day.day, day.year)
    if problem:
        raise Refused(problem, field="date")
    return day._replace(label=_line(day.label, "label", "name of the day") or "Birthday")


def _line(text: str, field: str, word: str) -> str:
    clean = " ".join(text.split())
    if len(clean) > LONGEST_LINE:
        raise Refused(
            f"The {word} takes at most {LONGEST_LINE} characters and this has {len(clean):,}. Shorten it.",
            field=field,
        )
    return clean
