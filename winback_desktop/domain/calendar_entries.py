# SPDX-License-Identifier: MIT
"""What stands in a calendar or a table that leaves the program, and nothing more."""

from datetime import date, datetime, time
from typing import NamedTuple

from winback_desktop.domain.cards import ContactCard


class CalendarEntry(NamedTuple):
    """A whole day in a calendar. ``uid`` stays the same for ever; ``sequence`` and ``changed_at`` move only
    when the entry really changed. ``remind_at`` is local time on that day, None for no alarm."""

    uid: str
    day: date
    summary: str
    changed_at: datetime
    sequence: int = 0
    description: str = ""
    remind_at: time | None = time(9, 0)


class ContactLine(NamedTuple):
    """One line of the contact table: the card and how far its plan is."""

    card: ContactCard
    plan_state: str = ""
    next_step: str = ""
    next_due: date | None = None
