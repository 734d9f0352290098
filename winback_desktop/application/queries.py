# SPDX-License-Identifier: MIT
"""The rows that screens, lists and the command line show; ``questions`` is the port that answers them.

Rows hold only what is shown; single records come from the store.
"""

from datetime import date, datetime
from typing import NamedTuple


class StepRow(NamedTuple):
    """An open or finished step with the person it is for. Kinds and states are the enums' values."""

    step: int
    plan: int
    contact: int
    name: str
    organisation: str
    kind: str
    state: str
    due: date
    smaller: bool
    plan_state: str
    loss_kind: str
    learned_on: date
    customer_since: date | None


class PathNode(NamedTuple):
    """One node of a plan's path."""

    kind: str
    state: str
    due: date
    step: int


class QuietRow(NamedTuple):
    """A plan in quiet time: nothing is done towards this person until the note is due."""

    plan: int
    contact: int
    name: str
    organisation: str
    learned_on: date
    quiet_until: date
    note_due: date


class DayStep(NamedTuple):
    """A step as a day of the month shows it."""

    step: int
    contact: int
    name: str
    organisation: str
    kind: str
    state: str
    due: date
    smaller: bool


class DayRow(NamedTuple):
    """One day of the month: ``rows`` are fetched only for what is shown, steps towards people first;
    ``total`` counts all, ``care`` holds the kinds of the owner's own steps that are still open."""

    day: date
    total: int
    rows: tuple[DayStep, ...]
    care: tuple[str, ...] = ()


class OccasionRow(NamedTuple):
    """A birthday or anniversary (``kind`` is date, ``words`` its label, ``years`` how many times it came
    round, 0 if unknown), a contact with a best customer (touch, ``words`` the kind of touch), or the last
    day to buy or send a gift (buy, send, ``words`` the gift)."""

    on: date
    kind: str
    contact: int
    name: str
    words: str
    years: int


class ContactRow(NamedTuple):
    """One line of the customer list; ``(sort_key, contact)`` is where the next page begins."""

    contact: int
    name: str
    organisation: str
    roles: str
    tags: str
    status: str
    plan_state: str
    next_kind: str
    next_due: date | None
    sort_key: str = ""


class Sieve(NamedTuple):
    """Which contacts a list shows and in what order.

    ``state`` is that of the latest plan, a contact's status, or ``none`` for somebody never lost;
    ``organisation`` is part of its name; ``silent_since`` leaves out whom there was any contact with on that
    day or later; ``order`` is name, next (due first) or last (longest ago first).
    """

    text: str = ""
    role: str = ""
    state: str = ""
    tag: str = ""
    organisation: str = ""
    silent_since: date | None = None
    order: str = "name"


class DeletedRow(NamedTuple):
    """Somebody who was deleted and can be brought back."""

    contact: int
    name: str
    organisation: str
    deleted_at: datetime


class TimelineRow(NamedTuple):
    """One line of a person's history, newest first. ``kind`` picks icon and colour:
    loss, step, note, touch, gift, interest, referral, mail, early or state."""

    on: date
    kind: str
    title: str
    detail: str
    ref: int


class SharingRow(NamedTuple):
    """Somebody who enjoys a thing, and their own words about it."""

    contact: int
    name: str
    organisation: str
    words: str


class SearchHit(NamedTuple):
    """One result of a search: ``kind`` is contact, step, note, interest, loss, touch or gift."""

    kind: str
    ref: int
    contact: int
    title: str
    detail: str


class KeptPerson(NamedTuple):
    """Somebody with a role, and the last real contact of any kind: ``last_kind`` is a touch's kind, note or
    gift. ``plan_state`` is that of their latest plan, or empty."""

    contact: int
    name: str
    organisation: str
    status: str
    since: date | None
    last_on: date | None
    last_kind: str
    phone: str
    email: str
    plan_state: str


class OwnCare(NamedTuple):
    """Whether the latest walk is still to be answered, how many people were helped within a week, and up to
    three referrals to thank for as (contact, name, who was sent)."""

    walking: bool
    helped: int
    thanks: tuple[tuple[int, str, str], ...]


class Counts(NamedTuple):
    """How much is stored."""

    contacts: int
    losses: int
    open_steps: int
