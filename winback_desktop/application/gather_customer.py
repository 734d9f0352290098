# SPDX-License-Identifier: MIT
"""Gathers what the owner knows about somebody, in the order in which a sheet of paper tells it."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.gather_paper import envelope_lines
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import TimelineRow
from winback_desktop.domain.people import (
    Attitude,
    Constraint,
    Contact,
    ContactPoint,
    ImportantDate,
    Interest,
)
from winback_desktop.domain.practice import NoteState
from winback_desktop.domain.wording import short_day

_MOST = 60
_ANY_LEAP_YEAR = 2024


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
        ("Days to remember", tuple(_yearly(each) for each in days)),
        ("About", tuple(line for line in person.about.splitlines() if line.strip())),
        ("What happened", tuple(line for row in rows if (line := _happened(row)))),
    )
    about = " · ".join(part for part in (person.job_title, firm, since) if part)
    return CustomerOnPaper(person.name, about, tuple((title, lines) for title, lines in sections if lines))


def _told(interest: Interest) -> str:
    return f"{interest.label}: “{interest.words}”" if interest.words.strip() else interest.label


def _happened(row: TimelineRow) -> str:
    """A line of the timeline; empty for what is no event between them."""
    if row.kind == "loss":
        what = "Learned of the loss"
    elif row.kind == "touch":
        what = row.detail or row.title.capitalize()
    elif row.kind == "gift":
        what = f"Gift: {row.title}"
    else:
        what = "A note was posted" if (row.kind, row.title) == ("note", NoteState.POSTED) else ""
    return f"{short_day(row.on)}: {what}" if what else ""


def _yearly(each: ImportantDate) -> str:
    day = date(_ANY_LEAP_YEAR, each.month, each.day)
    return f"{each.label}: {day.day} {day:%B}" + (f" {each.year}" if each.year else "")
