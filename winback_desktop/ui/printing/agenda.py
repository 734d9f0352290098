# SPDX-License-Identifier: MIT
"""The agenda on paper: what is due, day by day, on as many pages as it takes."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QLocale

from winback_desktop.domain import paper
from winback_desktop.domain.paper import Size
from winback_desktop.ui.printing import faces
from winback_desktop.ui.printing.blocks import Column, shortened
from winback_desktop.ui.printing.marks import FAINT, INK, RULE, SOFT_INK, Document, Face, Page, Rule, Text

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)

_BASE = 3.7


def locale_of(country: str) -> QLocale:
    """English words with the days and dates as ``country`` (ISO 3166-1 alpha-2) is used to."""
    return QLocale(f"en_{country}") if country else ENGLISH


class Entry(NamedTuple):
    """One thing on one day: ``what`` (Note, Lunch …) for ``person``, with a few words of ``detail``.

    ``short`` is the person's name in fewer letters, for the narrow columns of a month.
    """

    day: date
    person: str
    what: str
    detail: str = ""
    short: str = ""


class AgendaJob(NamedTuple):
    """``heading`` says what the list covers. ``closed`` names days that are not worked."""

    heading: str
    entries: tuple[Entry, ...]
    closed: tuple[tuple[date, str], ...] = ()
    size: Size = paper.SHEETS[0]
    locale: QLocale = ENGLISH


def compose(job: AgendaJob) -> Document:
    """Draw the agenda; a day's heading never stands alone at the foot of a page."""
    border = paper.margins(job.size)
    width = job.size.width - border.left - border.right
    bottom = job.size.height - border.bottom - 8
    closed = dict(job.closed)
    columns = [_started(job, border.left, border.top, width, bottom)]
    for day in sorted({entry.day for entry in job.entries}):
        today = [entry for entry in job.entries if entry.day == day]
        if columns[-1].y + 4.6 * _BASE > bottom:
            columns.append(Column(border.left, border.top, width, bottom))
        _day(columns[-1], day, closed.get(day, ""), job.locale)
        for entry in today:
            if columns[-1].y + 1.9 * _BASE > bottom:
                columns.append(Column(border.left, border.top, width, bottom))
            _entry(columns[-1], entry)
    if not job.entries:
        columns[0].space(2 * _BASE)
        columns[0].write("Nothing is planned for these days.", _BASE, ink=SOFT_INK)
    return Document("Agenda", tuple(_page(job, columns, number) for number in range(len(columns))))


def _started(job: AgendaJob, x: float, y: float, width: float, bottom: float) -> Column:
    column = Column(x, y, width, bottom)
    column.write(shortened(job.heading, Face.BOLD, 2 * _BASE, width), 2 * _BASE, Face.BOLD, leading=1.5)
    return column


def _day(column: Column, day: date, closed: str, locale: QLocale) -> None:
    column.space(1.3 * _BASE)
    words = locale.toString(day, "dddd d MMMM")
    column.marks.append(Text(column.x, column.y + 1.1 * _BASE, words, 1.1 * _BASE, Face.BOLD))
    if closed:
        x = column.x + faces.width(words, Face.BOLD, 1.1 * _BASE) + 3
        shown = shortened(closed, Face.PLAIN, _BASE, column.x + column.width - x)
        column.marks.append(Text(x, column.y + 1.1 * _BASE, shown, _BASE, Face.PLAIN, SOFT_INK))
    column.space(1.7 * _BASE)
    column.rule(RULE)
    column.space(0.5 * _BASE)


def _entry(column: Column, entry: Entry) -> None:
    baseline = column.y + 1.25 * _BASE
    box = 0.95 * _BASE
    left, top = column.x + 0.3, baseline - 0.85 * _BASE
    edges = (
        (left, top, left + box, top),
        (left + box, top, left + box, top + box),
        (left + box, top + box, left, top + box),
        (left, top + box, left, top),
    )
    column.marks.extend(Rule(*edge, 0.25, SOFT_INK) for edge in edges)
    parts = (
        (column.x + 7, 0.18 * column.width, entry.what, Face.PLAIN, SOFT_INK),
        (column.x + 7 + 0.2 * column.width, 0.33 * column.width, entry.person, Face.BOLD, INK),
        (column.x + 7 + 0.55 * column.width, 0.45 * column.width - 7, entry.detail, Face.PLAIN, INK),
    )
    for x, width, words, face, ink in parts:
        if words:
            column.marks.append(Text(x, baseline, shortened(words, face, _BASE, width), _BASE, face, ink))
    column.space(1.9 * _BASE)


def _page(job: AgendaJob, columns: list[Column], number: int) -> Page:
    column = columns[number]
    foot = job.size.height - paper.margins(job.size).bottom + 2
    words = f"Page {number + 1} of {len(columns)}"
    right = column.x + column.width - faces.width(words, Face.PLAIN, 3.2)
    marks = (
        *column.marks,
        Rule(column.x, foot - 6, column.x + column.width, foot - 6, 0.2, FAINT),
        Text(right, foot, words, 3.2, Face.PLAIN, SOFT_INK),
    )
    return Page(job.size.width, job.size.height, marks, "Agenda")
