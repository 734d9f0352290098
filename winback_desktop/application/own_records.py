# SPDX-License-Identifier: MIT
"""Records that are the program's own and not the practice's: drafts, reminders, announcements."""

from datetime import date, datetime
from typing import NamedTuple


class Draft(NamedTuple):
    """What was typed into a form that was dismissed, kept under a key; ``content`` is JSON text."""

    key: str
    content: str
    id: int = 0


class Reminder(NamedTuple):
    """What was announced of a step: claimed before, shown after, acknowledged by the owner.

    Instants are aware UTC. ``due`` is the step's day when it was claimed, so a moved step is announced anew.
    """

    step: int
    due: date
    claimed_at: datetime | None = None
    claimed_by: str = ""
    shown_at: datetime | None = None
    acknowledged_at: datetime | None = None
    id: int = 0


class Holiday(NamedTuple):
    """One public holiday with its name in the owner's language."""

    day: date
    name: str


class Announcement(NamedTuple):
    """One native notification: plain text, a stable key to withdraw it by, and buttons as (id, label)."""

    key: str
    title: str
    body: str
    buttons: tuple[tuple[str, str], ...] = ()
    sound: bool = False
