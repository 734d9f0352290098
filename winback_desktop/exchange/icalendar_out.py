# SPDX-License-Identifier: MIT
"""Writes calendar entries as iCalendar (RFC 5545): whole days, so that no time zone can be misread."""

from collections.abc import Iterable
from datetime import timedelta

from winback_desktop.domain.calendar_entries import CalendarEntry


def write_calendar(entries: Iterable[CalendarEntry], language: str = "EN") -> bytes:
    """The entries as one VCALENDAR, lines ended with CRLF and folded at 75 octets."""
    # Imported here: 70 ms that only an export needs.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Winback Desktop//Calendar//{language}")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Winback")
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry):  # type: ignore[no-untyped-def]
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.summary)
    if entry.description:
        event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if entry.remind_at is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.summary)
        alarm.add("trigger", timedelta(hours=entry.remind_at.hour, minutes=entry.remind_at.minute))
        event.add_component(alarm)
    return event
