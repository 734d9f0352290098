# SPDX-License-Identifier: MIT
"""Writes a meeting as iCalendar (RFC 5545): a local time that means the same clock on both tables."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

_LENGTH = timedelta(minutes=90)


class MeetingEntry(NamedTuple):
    """One day on which two people meet, or may meet. ``at`` is None for a whole day."""

    uid: str
    day: date
    at: time | None
    summary: str
    place: str = ""
    agreed: bool = True


def write_meetings(entries: Iterable[MeetingEntry], stamp: datetime) -> bytes:
    """The entries as one file; days that are only proposed are tentative. ``stamp`` is aware UTC."""
    # Imported here: 70 ms that only a written file needs.
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Winback Desktop//Meeting//EN")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", stamp)
        event.add("summary", entry.summary)
        if entry.at is None:
            event.add("dtstart", entry.day)
            event.add("dtend", entry.day + timedelta(days=1))
        else:
            # Without a zone: the time on the clock where both sit, whatever the computers are set to.
            start = datetime.combine(entry.day, entry.at)
            event.add("dtstart", start)
            event.add("dtend", start + _LENGTH)
        if entry.place:
            event.add("location", entry.place)
        event.add("status", "CONFIRMED" if entry.agreed else "TENTATIVE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
