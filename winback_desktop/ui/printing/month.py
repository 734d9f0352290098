# SPDX-License-Identifier: MIT
"""A month on one wide sheet: the steps in their days, days off shaded and named."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QLocale

from winback_desktop.domain import paper
from winback_desktop.domain.paper import Size
from winback_desktop.ui.printing import faces
from winback_desktop.ui.printing.agenda import ENGLISH, Entry
from winback_desktop.ui.printing.blocks import shortened
from winback_desktop.ui.printing.marks import (
    INK,
    SHADE,
    SOFT_INK,
    Box,
    Document,
    Face,
    Mark,
    Page,
    Rule,
    Text,
)

_EDGE = 12.0
_WORDS = 3.0
_SIZES = (_WORDS, 2.8, 2.6, 2.4)


class MonthJob(NamedTuple):
    """``first`` is any day of the month; ``closed`` names days not worked, an empty name only shades.

    ``week_start`` is a weekday with 0 for Monday, or -1 for the locale's.
    """

    first: date
    entries: tuple[Entry, ...] = ()
    closed: tuple[tuple[date, str], ...] = ()
    week_start: int = -1
    size: Size = paper.SHEETS[0]
    locale: QLocale = ENGLISH


class _Grid(NamedTuple):
    left: float
    top: float
    width: float
    height: float


def compose(job: MonthJob) -> Document:
    """Draw the month's page; days with more than fit end in "+2 more"."""
    short, long = sorted((job.size.width, job.size.height))
    first = job.first.replace(day=1)
    week_start = job.week_start if job.week_start >= 0 else job.locale.firstDayOfWeek().value - 1
    start = first - timedelta(days=(first.weekday() - week_start) % 7)
    length = calendar.monthrange(first.year, first.month)[1]
    weeks = -(-((first - start).days + length) // 7)
    grid = _Grid(_EDGE, _EDGE + 20, (long - 2 * _EDGE) / 7, (short - 2 * _EDGE - 20) / weeks)
    marks = [*_heading(job, first, start, grid)]
    closed = dict(job.closed)
    for number in range(7 * weeks):
        day = start + timedelta(days=number)
        x, y = grid.left + (number % 7) * grid.width, grid.top + (number // 7) * grid.height
        if day.month == first.month:
            today = [entry for entry in job.entries if entry.day == day]
            marks.extend(_cell(day, x, y, grid, closed.get(day), today))
    marks.extend(_lines(grid, weeks))
    return Document("Month", (Page(long, short, tuple(marks), "Month"),))


def _heading(job: MonthJob, first: date, start: date, grid: _Grid) -> list[Mark]:
    name = job.locale.standaloneMonthName(first.month)
    marks: list[Mark] = [Text(_EDGE, _EDGE + 7, f"{name} {first.year}", 8.0, Face.BOLD)]
    for number in range(7):
        weekday = (start + timedelta(days=number)).isoweekday()
        words = job.locale.standaloneDayName(weekday)
        words = shortened(words, Face.PLAIN, 3.4, grid.width - 3)
        marks.append(
            Text(grid.left + number * grid.width + 1.5, grid.top - 2, words, 3.4, Face.PLAIN, SOFT_INK)
        )
    return marks


def _cell(day: date, x: float, y: float, grid: _Grid, closed: str | None, entries: list[Entry]) -> list[Mark]:
    marks: list[Mark] = []
    if closed is not None:
        marks.append(Box(x, y, grid.width, grid.height, SHADE))
    marks.append(Text(x + 1.5, y + 4.6, str(day.day), 3.8, Face.BOLD, SOFT_INK if closed else INK))
    if closed:
        words = shortened(closed, Face.PLAIN, 2.7, grid.width - 10)
        marks.append(Text(x + 8, y + 4.5, words, 2.7, Face.PLAIN, SOFT_INK))
    baseline, pitch = y + 9.4, 1.45 * _WORDS
    room = max(1, int((y + grid.height - 1.2 - baseline) / pitch) + 1)
    shown = entries if len(entries) <= room else entries[: room - 1]
    for entry in shown:
        marks.append(_entry(entry, x + 1.5, baseline, grid.width - 3))
        baseline += pitch
    if len(shown) < len(entries):
        words = f"+{len(entries) - len(shown)} more"
        marks.append(Text(x + 1.5, baseline, words, _WORDS, Face.PLAIN, SOFT_INK))
    return marks


def _entry(entry: Entry, x: float, baseline: float, width: float) -> Text:
    """One entry on one line: smaller first, then with a short name, then the name alone, then cut."""
    whole = [f"{entry.what}: {name}" for name in (entry.person, entry.short) if name]
    for words in (*whole, entry.person):
        for em in _SIZES:
            if faces.width(words, Face.PLAIN, em) <= width:
                return Text(x, baseline, words, em)
    return Text(x, baseline, shortened(entry.person, Face.PLAIN, _SIZES[-1], width), _SIZES[-1])


def _lines(grid: _Grid, weeks: int) -> list[Mark]:
    right, bottom = grid.left + 7 * grid.width, grid.top + weeks * grid.height
    across = [
        Rule(grid.left, grid.top + row * grid.height, right, grid.top + row * grid.height)
        for row in range(weeks + 1)
    ]
    down = [
        Rule(grid.left + column * grid.width, grid.top, grid.left + column * grid.width, bottom)
        for column in range(8)
    ]
    return [*across, *down]
