# SPDX-License-Identifier: MIT
"""The people the owner leans on: kept, suggested one at a time, and thanked by being remembered."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.care_steps import complete_care
from winback_desktop.application.contact_names import check_name, find_by_name
from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_contacts import add_contact, set_points
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.care import LeanOn
from winback_desktop.domain.people import Contact, ContactPoint, ContactStatus, PointKind, Role
from winback_desktop.domain.practice import StepKind, Touch, TouchKind
from winback_desktop.domain.touch_rhythm import longest_unasked

LONGEST_WHY = 500
LONGEST_TALK = 5_000


class Helper(NamedTuple):
    """Somebody to lean on; ``suggested`` marks the one not asked for longest."""

    contact: int
    name: str
    phone: str
    email: str
    why: str
    last_on: date | None
    suggested: bool


def helpers(work: Workspace) -> list[Helper]:
    """Everybody the owner leans on, the suggested one first."""
    rows = work.store.queries.kept_people(Role.LEAN_ON, work.clock.today())
    rows = [row for row in rows if row.status == ContactStatus.NORMAL]
    if not rows:
        return []
    stored = work.store.find(LeanOn, contact=tuple(row.contact for row in rows))
    why = {one.contact: one.why for one in stored}
    first = longest_unasked([(row.contact, row.last_on) for row in rows])
    found = [
        Helper(
            row.contact,
            row.name,
            row.phone,
            row.email,
            why.get(row.contact, ""),
            row.last_on,
            row.contact == first,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (not one.suggested, one.last_on or date.min))


def add_helper(work: Workspace, name: str, phone: str = "", email: str = "", why: str = "") -> Contact:
    """Put somebody on the list: a known contact by name, or a new one. Raises Refused naming the field."""
    name, why = check_name(name), _why(why)
    known = find_by_name(work, name)
    with work.store.change(f"lean on {name}"):
        if known is None:
            points = [
                ContactPoint(kind, value.strip(), position=place)
                for place, (kind, value) in enumerate(((PointKind.PHONE, phone), (PointKind.EMAIL, email)))
                if value.strip()
            ]
            known = add_contact(
                work, ContactCard(Contact(name, roles=(Role.LEAN_ON,)), tuple(points), (), (), (), ())
            )
        elif Role.LEAN_ON not in known.roles:
            known = work.store.save(
                known._replace(roles=(*known.roles, Role.LEAN_ON), updated_at=work.clock.now())
            )
            _keep_ways(work, known.id, phone, email)
        else:
            _keep_ways(work, known.id, phone, email)
        if why:
            _keep_why(work, known.id, why)
    return known


def edit_helper(work: Workspace, contact: int, phone: str, email: str, why: str) -> None:
    """Change how to reach somebody and why they help."""
    person, why = work.store.get(Contact, contact), _why(why)
    with work.store.change(f"change what is kept about {person.name}"):
        _keep_ways(work, contact, phone, email)
        _keep_why(work, contact, why)


def stop_leaning(work: Workspace, contact: int) -> None:
    """Take somebody off the list; the contact stays."""
    person = work.store.get(Contact, contact)
    with work.store.change(f"take {person.name} off the people you lean on"):
        roles = tuple(role for role in person.roles if role is not Role.LEAN_ON)
        work.store.save(person._replace(roles=roles, updated_at=work.clock.now()))


def log_talk(
    work: Workspace, contact: int, said: str = "", on: date | None = None, kind: TouchKind = TouchKind.CALL
) -> Touch:
    """Note a talk with somebody; the steps that asked for a talk are done. Raises Refused for a later day."""
    person, day = work.store.get(Contact, contact), on or work.clock.today()
    if day > work.clock.today():
        raise Refused("You can't have talked on a day that is still to come.", field="on")
    said = said.strip()
    if len(said) > LONGEST_TALK:
        raise Refused(f"Please keep it to {LONGEST_TALK:,} characters.", field="said")
    with work.store.change(f"note a talk with {person.name}"):
        complete_care(work, StepKind.TALK, f"A talk with {person.name}")
        return work.store.add(Touch(contact, kind, day, summary=said))


def talks_with(work: Workspace, contact: int, most: int = 5) -> list[Touch]:
    """The latest talks, newest first."""
    return work.store.find(Touch, contact=contact, order="-on", limit=most)


def _keep_why(work: Workspace, contact: int, why: str) -> None:
    stored = work.store.find(LeanOn, contact=contact)
    if stored:
        work.store.save(stored[0]._replace(why=why))
    elif why:
        work.store.add(LeanOn(contact, why))


def _keep_ways(work: Workspace, contact: int, phone: str, email: str) -> None:
    """Change the first phone and the first e-mail address; what was left empty stays as it is."""
    points = work.store.find(ContactPoint, contact=contact, order="position")
    new = list(points)
    for kind, value in ((PointKind.PHONE, phone.strip()), (PointKind.EMAIL, email.strip())):
        at = next((place for place, point in enumerate(new) if point.kind is kind), None)
        if value and at is None:
            new.append(ContactPoint(kind, value))
        elif value and at is not None:
            new[at] = new[at]._replace(value=value)
    if new != points:
        set_points(work, contact, new)


def _why(why: str) -> str:
    why = why.strip()
    if len(why) > LONGEST_WHY:
        raise Refused(f"Why they help takes at most {LONGEST_WHY} characters.", field="why")
    return why
