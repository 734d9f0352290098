# SPDX-License-Identifier: MIT
"""The calendar's words: names of days and months in the owner's locale, what is read aloud of a day."""

from datetime import date

from PySide6.QtCore import QLocale

from winback_desktop.ui.calendar.rows import Chip, DayCell

EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)
"""What the calendar can show."""


def within(day: date) -> date:
    """The nearest day that the calendar can show."""
    return max(EARLIEST, min(LATEST, day))


def month_title(day: date, short: bool = False) -> str:
    """ "November 2026", or "Nov 2026"."""
    name = QLocale().standaloneMonthName(day.month, _form(short))
    return f"{name[:1].upper()}{name[1:]} {day.year}"


def week_title(first: date, last: date, short: bool = False) -> str:
    """ "23 – 29 November 2026", with both months or years where they differ."""
    if first.year != last.year:
        return f"{_day_month(first, short)} {first.year} – {_day_month(last, short)} {last.year}"
    head = str(first.day) if first.month == last.month else _day_month(first, short)
    return f"{head} – {_day_month(last, short)} {last.year}"


def long_day(day: date) -> str:
    """ "Tuesday 24 November", with the year when it is not obvious to the caller."""
    return f"{QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)} {_day_month(day)}"


def weekday_names(first: int, form: QLocale.FormatType = QLocale.FormatType.ShortFormat) -> list[str]:
    """Seven names from the weekday ``first`` on, Monday = 0."""
    return [QLocale().standaloneDayName((first + i) % 7 + 1, form) for i in range(7)]


def local_week_start() -> int:
    """The locale's first day of the week, Monday = 0."""
    return QLocale().firstDayOfWeek().value - 1


def spoken_day(cell: DayCell) -> str:
    """ "Tuesday 24 November, today, 2 follow-ups: Write to Rosa, Lunch with Marcus"."""
    parts = [f"{long_day(cell.day)} {cell.day.year}"]
    if cell.today:
        parts.append("today")
    if cell.closed:
        parts.append(cell.closed)
    elif cell.weekend:
        parts.append("not a working day")
    text = ", ".join(parts)
    if not cell.total:
        return f"{text}, nothing planned"
    count = "1 follow-up" if cell.total == 1 else f"{cell.total} follow-ups"
    named = [spoken_chip(chip) for chip in cell.chips]
    if cell.total > len(named):
        named.append(f"and {cell.total - len(named)} more")
    return f"{text}, {count}: {', '.join(named)}"


def spoken_chip(chip: Chip) -> str:
    """What a chip stands for, in words."""
    return f"{chip.title}, {chip.mark}" if chip.mark else chip.title


def _day_month(day: date, short: bool = False) -> str:
    return f"{day.day} {QLocale().monthName(day.month, _form(short))}"


def _form(short: bool) -> QLocale.FormatType:
    return QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
