# SPDX-License-Identifier: MIT
"""Writes contacts with the state of their plans as a table for spreadsheets."""

import csv
import io
from collections.abc import Iterable

from winback_desktop.domain.calendar_entries import ContactLine
from winback_desktop.domain.people import Address, PointKind
from winback_desktop.exchange import card_dates
from winback_desktop.exchange.countries import written

HEADERS = (
    "Name",
    "First name",
    "Last name",
    "Organisation",
    "Job title",
    "E-mail",
    "E-mail 2",
    "Phone",
    "Phone 2",
    "Website",
    "Street",
    "City",
    "Region",
    "Postal code",
    "Country",
    "Birthday",
    "Tags",
    "Roles",
    "Status",
    "Plan",
    "Next step",
    "Due",
)
_MARK = b"\xef\xbb\xbf"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_table(lines: Iterable[ContactLine], *, headed: bool = True) -> bytes:
    """The table as UTF-8 with a mark that spreadsheets know; nothing in it is taken for a formula.

    Without mark and headings it goes on where another part of the table ended.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    if headed:
        table.writerow(HEADERS)
    table.writerows([_safe(cell) for cell in _cells(line)] for line in lines)
    return (_MARK if headed else b"") + text.getvalue().encode("utf-8", "replace")


def _cells(line: ContactLine) -> list[str]:
    card, contact = line.card, line.card.contact
    points = {kind: [point.value for point in card.points if point.kind is kind] for kind in PointKind}
    emails, phones = [*points[PointKind.EMAIL], "", ""], [*points[PointKind.PHONE], "", ""]
    address = card.addresses[0] if card.addresses else Address()
    birthday = next((day for day in card.dates if day.label == "birthday"), None)
    return [
        contact.name,
        contact.given,
        contact.family,
        contact.organisation,
        contact.job_title,
        *emails[:2],
        *phones[:2],
        next(iter(points[PointKind.WEB]), ""),
        address.street,
        address.locality,
        address.region,
        address.postal_code,
        written(address.country, address.country_name),
        _birthday(card_dates.Day(birthday.month, birthday.day, birthday.year)) if birthday else "",
        "; ".join(contact.tags),
        "; ".join(contact.roles),
        contact.status.value,
        line.plan_state,
        line.next_step,
        line.next_due.isoformat() if line.next_due else "",
    ]


def _birthday(day: card_dates.Day) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}" if day.year else card_dates.written(day)


def _safe(cell: str) -> str:
    """An apostrophe before what a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
