# SPDX-License-Identifier: MIT
"""What the customer list offers to choose from, and how it says things."""

from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import PointKind

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


def facts(whole: ContactCard) -> dict[str, str]:
    """What an entry says, by label, to compare two."""
    person = whole.contact
    kinds = {kind: [one.value for one in whole.points if one.kind is kind] for kind in PointKind}
    return {
        "Name": person.name,
        "Organisation": person.organisation,
        "E-mail": ", ".join(kinds[PointKind.EMAIL]),
        "Phone": ", ".join(kinds[PointKind.PHONE]),
        "Address": "; ".join(f"{one.street} {one.locality}".strip() for one in whole.addresses)[:200],
        "Enjoys": ", ".join(one.label for one in whole.interests)[:200],
        "Tags": ", ".join(person.tags),
        "What they told you": person.about[:200],
        "Customer since": person.customer_since.isoformat() if person.customer_since else "",
    }
