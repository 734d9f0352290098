# SPDX-License-Identifier: MIT
"""One line of the customer list, ready to draw."""

from typing import NamedTuple


class PersonRow(NamedTuple):
    """A person. ``note`` says what is special ("re-hired"); ``next_kind`` picks icon and colour."""

    contact: int
    name: str = ""
    detail: str = ""
    note: str = ""
    shade: str = "note"
    next_kind: str = ""
    next_words: str = ""
    next_day: str = ""
    spoken: str = ""


class DeletedLine(NamedTuple):
    """Somebody among the recently deleted."""

    contact: int
    name: str
    detail: str


class PairRow(NamedTuple):
    """Two entries that may be one person, and by what."""

    first: int
    second: int
    names: str
    why: str


class ComparedRow(NamedTuple):
    """What two entries say about one thing. ``differ`` means that one has to be chosen, by ``key``; without
    a key what both say is added up."""

    key: str
    label: str
    one: str
    other: str
    differ: bool


class QuickRow(NamedTuple):
    """What the quick edit in the list shows, as typed."""

    name: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    tags: str = ""


class UsefulRow(NamedTuple):
    """Something to bring to customers; ``used`` says whom it was brought to."""

    key: str
    title: str
    is_news: bool
    used: str
