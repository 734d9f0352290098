# SPDX-License-Identifier: MIT
"""Gathers what goes on paper: address lines for an envelope, a month's follow-ups for a sheet."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import DayStep
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain import postal
from winback_desktop.domain.country_names import english_name
from winback_desktop.domain.people import Address, Contact, ContactStatus

MOST_PEOPLE = 500
_UNREACHABLE = {ContactStatus.DO_NOT_CONTACT, ContactStatus.DECEASED, ContactStatus.ORGANISATION_GONE}


class MonthOnPaper(NamedTuple):
    """A month's follow-ups in order, and its closed days with their names (empty for a weekend).

    ``country`` and ``week_start`` are the owner's, for the sheet's size, language and first column.
    """

    first: date
    rows: tuple[DayStep, ...]
    closed: tuple[tuple[date, str], ...]
    country: str
    week_start: int


class Addressee(NamedTuple):
    """Somebody a letter could go to; ``town`` is empty where no address is known."""

    contact: int
    name: str
    town: str


def current_address(work: Workspace, contact: int) -> Address | None:
    """The address that holds today and from which no mail came back, or None."""
    today = work.clock.today()
    for address in work.store.find(Address, contact=contact, order="position"):
        started = address.valid_from is None or address.valid_from <= today
        ended = address.valid_to is not None and address.valid_to < today
        if started and not ended and address.returned_on is None:
            return address
    return None


def envelope_lines(work: Workspace, contact: int) -> tuple[str, ...]:
    """The address lines in the order of the destination's post; only the name where no address is known."""
    person = work.store.get(Contact, contact)
    address = current_address(work, contact)
    if address is None:
        return (person.name,)
    firm = "" if person.organisation == person.name else person.organisation
    return postal.lines(address, person.name, firm, owner(work).country)


def sender_lines(work: Workspace, contact: int = 0) -> tuple[str, ...]:
    """The owner's return address, line by line; with its country when it goes abroad to ``contact``."""
    settings = owner(work)
    lines = [line.strip() for line in settings.return_address.splitlines() if line.strip()]
    if not lines:
        return ()
    address = current_address(work, contact) if contact else None
    to = address.country.upper() if address else ""
    own = english_name(settings.country).upper()
    if to and to != settings.country and own and lines[-1].upper() != own:
        lines.append(own)
    return tuple(line for line in (settings.name, *lines) if line)


def people_to_write_to(work: Workspace, text: str = "", role: str = "") -> list[Addressee]:
    """At most `MOST_PEOPLE` contacts found by words and a role, with the town a letter would go to;
    those without an address come last."""
    rows = work.store.queries.contacts(text=text, role=role, limit=MOST_PEOPLE)
    reachable = [row for row in rows if row.status not in _UNREACHABLE]
    found = [Addressee(row.contact, row.name, _town(work, row.contact)) for row in reachable]
    return sorted(found, key=lambda each: not each.town)


def _town(work: Workspace, contact: int) -> str:
    address = current_address(work, contact)
    return (address.locality or address.postal_code) if address and postal.is_complete(address) else ""


def month_on_paper(work: Workspace, day: date) -> MonthOnPaper:
    """Everything that stands on the days of the month around ``day``."""
    first = day.replace(day=1)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    found = work.store.queries.month(first, last, per_day=500)
    rows = tuple(row for wanted in sorted(found) for row in found[wanted].rows)
    days = working_days(work, first, last)
    month = (first + timedelta(days=number) for number in range(last.day))
    closed = tuple((day, days.name(day)) for day in month if days.name(day) or not days.is_open(day))
    settings = owner(work)
    return MonthOnPaper(first, rows, closed, settings.country, settings.week_start)
