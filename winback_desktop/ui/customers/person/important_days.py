# SPDX-License-Identifier: MIT
"""Reads and writes birthdays as people type them, with or without a year."""

from PySide6.QtCore import QDate, QLocale

_WITH_YEAR = (
    "d MMM yyyy",
    "d MMMM yyyy",
    "MMM d yyyy",
    "MMMM d yyyy",
    "MMM d, yyyy",
    "MMMM d, yyyy",
    "yyyy-MM-dd",
    "d.M.yyyy",
)
_WITHOUT = ("d MMM", "d MMMM", "MMM d", "MMMM d", "d.M.", "d.M", "--MM-dd", "--MMdd")
_LEAP = " 2000"


def read_day(text: str) -> tuple[int, int, int | None] | None:
    """(month, day, year or None) of a typed day, 29 February too; None when it is none."""
    text = " ".join(text.split())
    locale, english = QLocale(), QLocale(QLocale.Language.English)
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    short = short if "yyyy" in short else short.replace("yy", "yyyy")
    for form in (*_WITH_YEAR, short):
        for speech in (locale, english):
            found = speech.toDate(text, form)
            if found.isValid():
                return found.month(), found.day(), found.year()
    for form in _WITHOUT:
        for speech in (locale, english):
            # A leap year is lent, so that 29 February can be read.
            found = speech.toDate(text + _LEAP, form + " yyyy")
            if found.isValid():
                return found.month(), found.day(), None
    return None


def write_day(month: int, day: int, year: int | None) -> str:
    """The day in the form that ``read_day`` reads back."""
    return QLocale().toString(QDate(year or 2000, month, day), "d MMM yyyy" if year else "d MMM")
