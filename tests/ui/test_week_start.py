# SPDX-License-Identifier: MIT
"""The week begins where the owner says, else where the locale says: month, week, small months, paper."""

from collections.abc import Iterator
from datetime import date

import pytest
from fakes import FakeClock
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget
from sample_month import sample_month

from winback_desktop.application.gather_paper import month_on_paper
from winback_desktop.application.owner import owner, save_owner
from winback_desktop.ui.calendar.paper import document_of
from winback_desktop.ui.calendar.view import CalendarView
from winback_desktop.ui.navigation import CALENDAR, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.pages import build_page
from winback_desktop.ui.printing import month
from winback_desktop.ui.printing.marks import Document, Text
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.dates import DateField

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
LOCALES = {MONDAY: "de_DE", SUNDAY: "en_US", SATURDAY: "ar_EG"}


@pytest.fixture
def in_locale() -> Iterator[object]:
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


def first_heading(document: Document) -> str:
    """The name over the first column of a printed month."""
    texts = [mark.words for mark in document.pages[0].marks if isinstance(mark, Text)]
    return texts[1]


@pytest.mark.parametrize("wanted", [-1, MONDAY, SATURDAY, SUNDAY])
@pytest.mark.parametrize("usual", [MONDAY, SUNDAY])
def test_every_month_and_week_begins_where_the_owner_says(
    qtbot, theme: Theme, clock: FakeClock, in_locale, usual: int, wanted: int
) -> None:
    in_locale(LOCALES[usual])
    work = sample_month(clock)
    theme.week_start = lambda: owner(work).week_start
    page = build_page(CALENDAR, work, Operations(work.store), Navigator(), theme)
    assert isinstance(page, CalendarView)
    qtbot.addWidget(page)
    page.resize(1028, 800)
    page.show()
    page.activate()
    save_owner(work, owner(work)._replace(week_start=wanted))
    begins = wanted if wanted >= 0 else usual
    presenter, bar = page._presenter, page._frame.weekdays
    short = QLocale().standaloneDayName(begins + 1, QLocale.FormatType.ShortFormat)
    long = QLocale().standaloneDayName(begins + 1)
    for mode, days in (("month", 35), ("week", 7)):
        presenter.set_mode(mode)
        cells = presenter.cells
        assert len(cells) in (days, days + 7) if mode == "month" else len(cells) == days
        assert cells[0].day.weekday() == begins
        assert any(cell.day == clock.today() for cell in cells)
        assert page._grid.model().headerData(0, Qt.Orientation.Horizontal) == short
        assert bar._names[0] == short
    presenter.set_mode("month")
    assert first_heading(document_of(presenter)) == long
    found = month_on_paper(work, clock.today())
    job = month.MonthJob(found.first, (), found.closed, found.week_start, locale=QLocale())
    assert first_heading(month.compose(job)) == long
    field = DateField(theme, "A day", date(2026, 11, 24), parent=page)
    field.show()
    for opened_by, open_ in ((page, page._jump), (field, field.open_calendar)):
        open_()
        small = opened_by.findChild(QCalendarWidget)
        assert small.firstDayOfWeek() == Qt.DayOfWeek(begins + 1)
        small.window().close()
    page.hide()
    work.store.close()
