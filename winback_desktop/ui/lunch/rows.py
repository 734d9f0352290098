# SPDX-License-Identifier: MIT
"""The frozen rows that the lunch sheet draws."""

from datetime import date
from typing import NamedTuple

FORMS = (("lunch", "Lunch"), ("coffee", "Coffee"), ("call", "Call"), ("online", "Online"))


class BringRow(NamedTuple):
    """Something to bring: an offer by its ``key``, or what is chosen already by its ``use``."""

    title: str
    about: str = ""
    key: str = ""
    use: int = 0
    own: bool = False


class HeardRow(NamedTuple):
    """Something heard in the log, to note among what they enjoy or what to avoid."""

    place: int
    words: str
    because: str


class Screen(NamedTuple):
    """All of the sheet at one moment. ``days`` are proposed; ``agreed`` is the day they said yes to."""

    name: str
    form: str
    days: tuple[date, ...] = ()
    venue: str = ""
    mind: str = ""
    news: str = ""
    invitation: str = ""
    email: str = ""
    agreed: date | None = None
    at: str = ""
    easier: bool = False
    quiet: str = ""
    invited: bool = False
    chosen: tuple[BringRow, ...] = ()
    offers: tuple[BringRow, ...] = ()


class LogForm(NamedTuple):
    """The log as typed; ``accepted`` are the places of what was heard."""

    on: date | None
    form: str
    how: str
    heard: str
    next_words: str
    accepted: tuple[int, ...]
    counts: bool
