# SPDX-License-Identifier: MIT
"""Birthdays, anniversaries, days for gifts and contacts with best customers, for the calendar."""

from datetime import date

from winback_desktop.application.queries import OccasionRow
from winback_desktop.domain.important_days import kept_on, which_time
from winback_desktop.domain.people import ContactStatus, Role
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.gifts import gift_days

_DATES = """
SELECT d.contact, c.name, d.label, d.month, d.day, d.year
FROM important_date d INDEXED BY important_date_by_day CROSS JOIN contact c ON c.id = d.contact
WHERE d.month = ? AND c.deleted_at IS NULL AND c.status = ? AND (? = 0 OR d.contact = ?)
ORDER BY d.day, d.id LIMIT ?
"""
_TOUCHES = """
SELECT t.contact, c.name, t.kind, t."on"
FROM touch t INDEXED BY touch_by_day CROSS JOIN contact c ON c.id = t.contact
WHERE t."on" BETWEEN ?2 AND ?3 AND (?4 = 0 OR t.contact = ?4) AND c.deleted_at IS NULL
    AND instr(char(10) || c.roles || char(10), char(10) || ?1 || char(10))
ORDER BY t."on", t.id LIMIT ?5
"""
_MOST_A_MONTH = 300
_MOST_TOUCHES = 3000


def occasions(database: Database, first: date, last: date, contact: int) -> list[OccasionRow]:
    """What falls on the days from first to last, by day; at most some hundred a month."""
    found = _dates(database, first, last, contact) + _touches(database, first, last, contact)
    found += gift_days(database, first, last, contact)
    return sorted(found, key=lambda row: row.on)


def _dates(database: Database, first: date, last: date, contact: int) -> list[OccasionRow]:
    months = sorted(
        {
            (first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1)
            for n in range((last.year - first.year) * 12 + last.month - first.month + 1)
        }
    )
    found = []
    for year, month in months:
        status = ContactStatus.NORMAL.value
        for who, name, label, _, day, since in database.rows(
            _DATES, (month, status, contact, contact, _MOST_A_MONTH)
        ):
            on = kept_on(month, day, year)
            if first <= on <= last:
                found.append(OccasionRow(on, "date", who, name, label, which_time(since, year)))
    return found


def _touches(database: Database, first: date, last: date, contact: int) -> list[OccasionRow]:
    return [
        OccasionRow(date.fromisoformat(on), "touch", who, name, kind, 0)
        for who, name, kind, on in database.rows(
            _TOUCHES,
            (Role.BEST.value, first.isoformat(), last.isoformat(), contact, _MOST_TOUCHES),
        )
    ]
