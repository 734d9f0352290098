# SPDX-License-Identifier: MIT
"""Gathers what the owner knows about somebody, in the order in which a sheet of paper tells it."""

from typing import NamedTuple

from winback_desktop.application.gather_paper import envelope_lines
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.people import (
    Attitude,
    Constraint,
    Contact,
    ContactPoint,
    ImportantDate,
    Interest,
)
from winback_desktop.domain.wording import short_day

_MOST = 60


class CustomerOnPaper(NamedTuple):
    """A name, a line about them, and (heading, lines) in reading order; empty sections are left out."""

    name: str
    about: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]


def customer_on_paper(work: Workspace, contact: int) -> CustomerOnPaper:
    """Everything that belongs on a customer's sheet; no money, and no word of why something is avoided."""
    person = work.store.get(Contact, contact)
    since = f"customer since {short_day(person.customer_since)}" if person.customer_since else ""
    firm = "" if person.organisation == person.name else person.organisation
    interests = work.store.find(Interest, contact=contact, order="position")
    likes = tuple(_told(each) for each in interests if each.still_true and each.attitude is Attitude.LIKE)
    dislikes = tuple(each.label for each in interests if each.attitude is not Attitude.LIKE)
    avoid = tuple(each.avoid for each in work.store.find(Constraint, contact=contact) if each.avoid)
    points = work.store.find(ContactPoint, contact=contact, order="position")
    address = envelope_lines(work, contact)
    days = work.store.find(ImportantDate, contact=contact)
    rows = work.store.queries.timeline(contact, limit=_MOST)
    sections = (
        ("How to reach them", tuple(each.value for each in points)),
        ("Address", address if len(address) > 1 else ()),
        ("What they enjoy", likes),
        ("To avoid", (*dislikes, *avoid)),
        ("Days to remember", tuple(f"{each.label}: {each.day}.{each.month}." for each in days)),
        ("About", tuple(line for line in person.about.splitlines() if line.strip())),
        ("What happened", tuple(_happened(row.on, row.kind, row.title, row.detail) for row in rows)),
    )
    about = " · ".join(part for part in (person.job_title, firm, since) if part)
    return CustomerOnPaper(person.name, about, tuple((title, lines) for title, lines in sections if lines))


def _told(interest: Interest) -> str:
    return f"{interest.label}: “{interest.words}”" if interest.words.strip() else interest.label


def _happened(on, kind: str, title: str, detail: str) -> str:  # type: ignore[no-untyped-def]
    what = {"loss": "Learned of the loss", "touch": detail or title.capitalize()}.get(kind)
    what = what or " ".join(part for part in (kind.capitalize(), title.replace("-", " ")) if part)
    return f"{short_day(on)}: {what}"
