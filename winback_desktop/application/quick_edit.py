# SPDX-License-Identifier: MIT
"""The few things about a person that are edited right in the list, stored as one change."""

from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_contacts import edit_contact, set_points
from winback_desktop.application.keep_many import MOST_TAGS, split_tags
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.people import Contact, ContactPoint, PointKind


class QuickCard(NamedTuple):
    """``phone`` and ``email`` are the first ones; ``tags`` are divided by commas."""

    contact: int
    name: str
    organisation: str = ""
    phone: str = ""
    email: str = ""
    tags: str = ""


def quick_card(work: Workspace, contact: int) -> QuickCard:
    """What is stored now; raises Missing."""
    person = work.store.get(Contact, contact)
    points = work.store.find(ContactPoint, contact=contact, order="position")
    phone, email = (_first(points, kind) for kind in (PointKind.PHONE, PointKind.EMAIL))
    return QuickCard(
        contact,
        person.name,
        person.organisation,
        phone.value if phone else "",
        email.value if email else "",
        ", ".join(person.tags),
    )


def save_quick_card(work: Workspace, card: QuickCard) -> Contact:
    """Store what differs; an emptied phone or e-mail goes, further ones stay. Raises Refused."""
    person = work.store.get(Contact, card.contact)
    tags = tuple(split_tags(card.tags))
    if len(tags) > MOST_TAGS:
        raise Refused(f"These are {len(tags)} tags; {MOST_TAGS} is the most. Take some away.", field="tag")
    old = work.store.find(ContactPoint, contact=card.contact, order="position")
    points = list(old)
    for kind, value in ((PointKind.PHONE, card.phone), (PointKind.EMAIL, card.email)):
        first = _first(old, kind)
        if first is None:
            points.append(ContactPoint(kind, value, contact=card.contact))
        else:
            points[points.index(first)] = first._replace(value=value)
    with work.store.change(f"edit {person.name}"):
        edited = edit_contact(
            work, person._replace(name=card.name, organisation=card.organisation, tags=tags)
        )
        if [(one.kind, one.value.strip()) for one in points if one.value.strip()] != [
            (one.kind, one.value) for one in old
        ]:
            set_points(work, card.contact, points)
    return edited


def _first(points: list[ContactPoint], kind: PointKind) -> ContactPoint | None:
    return next((point for point in points if point.kind is kind), None)
