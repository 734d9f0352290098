# SPDX-License-Identifier: MIT
"""Days as people say them, in the words of the owner's locale."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


def short_day(day: date, today: date | None = None) -> str:
    """ "Wed 25 Nov", with the year when it is another than today's."""
    form = "ddd d MMM" if today is not None and day.year == today.year else "ddd d MMM yyyy"
    return QLocale().toString(_qt(day), form)


def long_day(day: date) -> str:
    """ "Tuesday 24 November"."""
    return QLocale().toString(_qt(day), "dddd d MMMM")


def since_day(day: date, today: date) -> str:
    """ "Tue" within the last week, else "Tue 10 Nov"."""
    return QLocale().toString(_qt(day), "ddd") if (today - day).days < 7 else short_day(day, today)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
