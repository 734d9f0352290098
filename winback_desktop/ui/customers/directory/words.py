# SPDX-License-Identifier: MIT
"""What the customer list offers to choose from, and how it says things."""

from winback_desktop.application.merge_contacts import birthday_of
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import PointKind
from winback_desktop.ui.customers.directory.rows import ComparedRow
from winback_desktop.ui.customers.person.important_days import write_day

_MOST = 200
"""Characters of a long text that are shown to compare."""

STATES = (
    ("", "Wherever they stand"),
    ("quiet", "Quiet time"),
    ("active", "On the path back"),
    ("resting", "The door is open"),
    ("paused", "Paused"),
    ("re-hired", "Came back"),
    ("closed-by-owner", "Plan closed"),
    ("none", "Never lost"),
    ("do-not-contact", "Do not contact"),
    ("deceased", "Has died"),
    ("organisation-gone", "Organisation gone"),
)
SILENCES = (
    ("", "Any contact"),
    ("30", "No contact for a month"),
    ("91", "No contact for 3 months"),
    ("182", "No contact for 6 months"),
    ("365", "No contact for a year"),
)
ORDERS = (
    ("name", "By name"),
    ("next", "Next step first"),
    ("last", "Longest silence first"),
)


def days_left(days: int) -> str:
    """How long a deleted person is kept."""
    if days <= 0:
        return "kept until you forget them"
    return f"kept for {days} more {'day' if days == 1 else 'days'}"


def compared(one: ContactCard, other: ContactCard) -> list[ComparedRow]:
    """Two entries side by side: what to choose from, what both have alike, and what is added up."""
    rows = []
    sides = _single(one), _single(other)
    for (key, label), first in sides[0].items():
        second = sides[1][key, label]
        if first or second:
            rows.append(ComparedRow(key, label, first, second, bool(first and second and first != second)))
    together = _together(one), _together(other)
    for label, first in together[0].items():
        second = together[1][label]
        if first or second:
            rows.append(ComparedRow("", label, first, second, False))
    return rows


def _single(whole: ContactCard) -> dict[tuple[str, str], str]:
    person = whole.contact
    since, birthday = person.customer_since, birthday_of(whole.dates)
    return {
        ("name", "Name"): person.name,
        ("organisation", "Organisation"): person.organisation,
        ("job_title", "Job title"): person.job_title,
        ("birthday", "Birthday"): write_day(birthday.month, birthday.day, birthday.year) if birthday else "",
        ("customer_since", "Customer since"): write_day(since.month, since.day, since.year) if since else "",
        ("language", "Language"): person.language,
    }


def _together(whole: ContactCard) -> dict[str, str]:
    person = whole.contact
    kinds = {kind: [point.value for point in whole.points if point.kind is kind] for kind in PointKind}
    return {
        "E-mail": ", ".join(kinds[PointKind.EMAIL]),
        "Phone": ", ".join(kinds[PointKind.PHONE]),
        "Address": "; ".join(f"{one.street} {one.locality}".strip() for one in whole.addresses)[:_MOST],
        "Enjoys": ", ".join(one.label for one in whole.interests)[:_MOST],
        "Tags": ", ".join(person.tags)[:_MOST],
        "What they told you": person.about[:_MOST],
    }
