# SPDX-License-Identifier: MIT
"""The days on screen as a document: a month as one wide sheet, a week or an agenda as a list."""

from PySide6.QtCore import QLocale

from winback_desktop.domain.paper import SHEETS, Size
from winback_desktop.ui.calendar.presenter import MONTH, CalendarPresenter
from winback_desktop.ui.navigation import PrintWish
from winback_desktop.ui.printing import agenda, month
from winback_desktop.ui.printing.marks import Document


def print_wish(presenter: CalendarPresenter) -> PrintWish:
    """What the print sheet is asked for: to show these days, print them and save them as a PDF."""
    return PrintWish("days", text=presenter.title(), compose=lambda size: document_of(presenter, size))


def document_of(presenter: CalendarPresenter, size: Size = SHEETS[0]) -> Document:
    """The days with everything that fits on paper."""
    cells = presenter.printable()
    entries = tuple(
        agenda.Entry(cell.day, chip.name, chip.detail, chip.mark, "" if chip.care else chip.short)
        for cell in cells
        for chip in cell.chips
    )
    closed = tuple((cell.day, cell.closed) for cell in cells if cell.closed or cell.weekend)
    if presenter.mode == MONTH:
        first = next(cell.day for cell in cells if cell.inside)
        job = month.MonthJob(first, entries, closed, presenter.week_start, size, QLocale())
        return month.compose(job)
    return agenda.compose(agenda.AgendaJob(presenter.title(), entries, closed, size, QLocale()))
