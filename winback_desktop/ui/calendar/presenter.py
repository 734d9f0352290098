# SPDX-License-Identifier: MIT
"""Chooses which days the calendar shows and turns the store's rows into chips."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.changes import Changes
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import DayRow, QuietRow
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.practice import CARE, Loss, StepState
from winback_desktop.domain.working_days import WorkingDays, add_months
from winback_desktop.ui.calendar import words
from winback_desktop.ui.calendar.chips import (
    agenda_lines,
    care_chip,
    in_order,
    occasion_chip,
    quiet_chip,
    step_chip,
)
from winback_desktop.ui.calendar.days_off import DaysOff
from winback_desktop.ui.calendar.moving import Moving
from winback_desktop.ui.calendar.reading import Reading
from winback_desktop.ui.calendar.rows import AgendaLine, Chip, DayCell
from winback_desktop.ui.calendar.sieve import Sieve
from winback_desktop.ui.calendar.words import EARLIEST, LATEST, within
from winback_desktop.ui.navigation import CUSTOMERS, PRINT, RECORD_LOSS, Navigator, PrintWish
from winback_desktop.ui.operations import Operations

MONTH, WEEK, AGENDA = "month", "week", "agenda"

_FEWEST, _WEEK_CHIPS, _DAY_CHIPS, _AGENDA_CHIPS = 4, 40, 200, 12
_PAPER_CHIPS = 30
_MOST_PEOPLE = 20
_AGENDA_DAYS = 42
_YEARS_AHEAD = timedelta(days=3 * 365)
_CONCERNS = {"step", "plan", "loss", "contact", "dayoff", "setting", "day", "importantdate", "touch", "gift"}


class CalendarPresenter(QObject):
    """The state of the calendar: a mode, and the day that is looked at."""

    changed = Signal()
    """Other days, or other things on them."""

    def __init__(
        self, work: Workspace, operations: Operations, navigator: Navigator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._operations, self._navigator = work, operations, navigator
        self._days: WorkingDays | None = None
        self._known: tuple[date, date] = (LATEST, EARLIEST)
        self._week_start = 0
        self._stale = True
        self.shown = False
        self.mode = MONTH
        self.day = self._anchor = work.clock.today()
        self.sieve = Sieve()
        self._per_day = {MONTH: _FEWEST, WEEK: _WEEK_CHIPS, AGENDA: _AGENDA_CHIPS}
        self.days_off = DaysOff(work, operations)
        self.moving = Moving(work, operations, self, self)
        self._reading = Reading(work, self._look_ahead, self)
        self.cells: list[DayCell] = []
        self.lines: list[AgendaLine] = []
        operations.changed.connect(self._on_changed)

    # --- Which days

    @property
    def today(self) -> date:
        """The owner's local date."""
        return self._work.clock.today()

    @property
    def country(self) -> str:
        """The owner's, for the size of paper."""
        return owner(self._work).country

    @property
    def week_start(self) -> int:
        """The first column's weekday, Monday = 0: the owner's choice, else the locale's."""
        return self._week_start

    def activate(self, day: date | None) -> None:
        """The page is shown, perhaps at a day."""
        self.shown = True
        if day is not None:
            self._look_at(day)
        elif self._stale:
            self.load()

    def set_mode(self, mode: str) -> None:
        """Show a month, a week or an agenda around the same day."""
        if mode in (MONTH, WEEK, AGENDA) and mode != self.mode:
            self.mode = mode
            self._look_at(self.day)

    def set_room(self, chips: int) -> None:
        """Show as many chips on a day of a month as there is room for, and ask for no more than that."""
        wanted = max(_FEWEST, chips + 1)  # one of them may turn out to be told by another chip
        if wanted != self._per_day[MONTH]:
            more = wanted > self._per_day[MONTH]
            self._per_day[MONTH] = wanted
            if more and self.mode == MONTH and not self._stale:
                self.load()

    def show_day(self, day: date) -> None:
        """Choose a day; other days are shown only when it is not on screen yet."""
        day = within(day)
        first, last = self.span()
        if first <= day <= last and not self._stale:
            self.day = day
        else:
            self._look_at(day)

    def turn(self, pages: int) -> None:
        """The month or week ``pages`` further on, with the same day of it chosen."""
        if self.mode == WEEK:
            self._look_at(self.day + timedelta(days=7 * pages))
        else:
            start = (
                self.day
                if self.mode == AGENDA
                else self._anchor.replace(day=self.day.day if self._in_month() else 1)
            )
            self._look_at(add_months(start, pages))

    def span(self) -> tuple[date, date]:
        """The first and the last day on screen."""
        return self._span_of(self._anchor)

    def _span_of(self, day: date) -> tuple[date, date]:
        if self.mode == AGENDA:
            return day, min(LATEST, day + timedelta(days=_AGENDA_DAYS - 1))
        if self.mode == WEEK:
            first = self._week_of(day)
            return first, first + timedelta(days=6)
        first = day.replace(day=1)
        following = add_months(first, 1) - timedelta(days=1)
        return self._week_of(first), self._week_of(following) + timedelta(days=6)

    def title(self, short: bool = False) -> str:
        """What is shown, as the page's title; ``short`` for a narrow window."""
        first, last = self.span()
        if self.mode == MONTH:
            return words.month_title(self._anchor, short)
        return words.week_title(first, last, short)

    def show_only(self, sieve: Sieve) -> None:
        """Show some kinds or one person alone, or everything again."""
        self.sieve = sieve
        self.load()

    def people(self) -> list[tuple[int, str]]:
        """Those on screen by name, to choose one of."""
        chips = [chip for cell in self._between(*self.span(), _PAPER_CHIPS) for chip in cell.chips]
        found = {chip.contact: chip.name for chip in chips if chip.contact and not chip.care}
        return sorted(found.items(), key=lambda pair: pair[1].casefold())[:_MOST_PEOPLE]

    # --- What stands on them

    def load(self) -> None:
        """Ask the store for the days on screen."""
        self._operations.run(self._load)

    def entries(self, day: date) -> tuple[DayCell, str]:
        """Everything on one day, and its name in words."""
        (cell,) = self._between(day, day, _DAY_CHIPS, merged=False)
        return cell, words.long_day(day)

    def printable(self) -> list[DayCell]:
        """The days on screen with everything that fits on paper."""
        first, last = self.span()
        return self._between(first, last, _PAPER_CHIPS, merged=False)

    def print(self, wish: PrintWish) -> None:
        """Ask for the print sheet, where the days are looked at, printed and saved as a PDF."""
        self._navigator.ask(PRINT, wish)

    def nothing_yet(self) -> bool:
        """True while no loss was ever recorded, so that no page of the calendar can show anything."""
        return not any(cell.total for cell in self.cells) and not self._work.store.find(Loss, limit=1)

    # --- What is done to them

    def open_person(self, contact: int) -> None:
        """Go to somebody's page."""
        if contact:
            self._navigator.go(CUSTOMERS, contact)

    def record_loss(self) -> None:
        """Ask for the new-loss sheet."""
        self._navigator.ask(RECORD_LOSS)

    # --- How rows become chips

    def _load(self) -> None:
        settings = owner(self._work)
        self._week_start = settings.week_start if settings.week_start >= 0 else words.local_week_start()
        first, last = self.span()
        cells = self._between(first, last, self._per_day[self.mode])
        self._stale = False
        if self.mode == AGENDA:
            self.lines = agenda_lines(cells)
        else:
            self.cells = cells
        self.changed.emit()
        self._reading.read_ahead_soon()

    def _look_ahead(self) -> None:
        # What goes wrong here goes wrong again, and is told, when the owner turns to that page.
        if self.shown:
            self._operations.run(self._read_ahead, refused=lambda *_: None)

    def _read_ahead(self) -> None:
        """The page after this one and the one before, and the holidays of years that may be looked at."""
        here = self._anchor
        if self.mode != AGENDA:
            for n in (1, -1):
                page = add_months(here, n) if self.mode == MONTH else here + timedelta(days=7 * n)
                self._reading.days(*self._span_of(within(page)), self._per_day[self.mode], self.sieve)
        self._calendar(within(here - _YEARS_AHEAD), within(here + _YEARS_AHEAD))

    def _between(self, first: date, last: date, per_day: int, merged: bool = True) -> list[DayCell]:
        """The days with their chips; ``merged`` makes one chip of several steps for the owner."""
        self._calendar(first, last)
        found, occasions, plans = self._reading.days(first, last, per_day, self.sieve)
        beside: dict[date, list[Chip]] = {}
        for plan, day in self._quiet(plans, first, last):
            beside.setdefault(day, []).append(quiet_chip(plan))
        for row in occasions:
            beside.setdefault(row.on, []).append(occasion_chip(row))
        today = self.today
        return [self._cell(row, beside.get(day, []), per_day, merged, today) for day, row in found.items()]

    def _cell(self, row: DayRow, beside: list[Chip], most: int, merged: bool, today: date) -> DayCell:
        day, calendar = row.day, self._calendar(row.day, row.day)
        quiet = {chip.contact for chip in beside if chip.kind == "pause"}
        merged = merged and len(row.care) > 1
        steps = [
            each
            for each in row.rows
            if not (each.kind == "pause" and each.contact in quiet)
            and not (merged and each.kind in CARE and each.state != StepState.DONE)
        ]
        hidden = sum(each.kind == "pause" and each.contact in quiet for each in row.rows)
        chips = beside + [step_chip(each) for each in steps]
        if merged:
            chips.append(care_chip(row.care))
            hidden += len(row.care) - 1
        return DayCell(
            day=day,
            inside=self.mode != MONTH or day.month == self._anchor.month,
            today=day == today,
            weekend=calendar.is_weekend(day),
            closed=calendar.name(day),
            chips=tuple(in_order(chips)[:most]),
            total=row.total - hidden + len(beside),
        )

    def _quiet(self, plans: list[QuietRow], first: date, last: date) -> list[tuple[QuietRow, date]]:
        """The people protected by quiet time with its working days on screen."""
        if "quiet" in self.sieve.hidden:
            return []
        found = []
        for plan in plans:
            if self.sieve.contact not in (0, plan.contact):
                continue
            day = max(first, plan.learned_on + timedelta(days=1))
            while day <= min(last, plan.quiet_until):
                if self._calendar(day, day).is_open(day):
                    found.append((plan, day))
                day += timedelta(days=1)
        return found

    def _calendar(self, first: date, last: date) -> WorkingDays:
        """Working days, kept until the owner changes something about them."""
        if self._days is None:
            # To compute years that are not stored yet takes a library that is slow to import: not at first.
            self._known = first.replace(month=1, day=1), last.replace(month=12, day=31)
        elif self._known[0] <= first and last <= self._known[1]:
            return self._days
        else:  # some years at once, so that turning on seldom has to ask
            known_first, known_last = self._known
            if first < known_first:
                known_first = within(first - _YEARS_AHEAD).replace(month=1, day=1)
            if last > known_last:
                known_last = within(last + _YEARS_AHEAD).replace(month=12, day=31)
            self._known = known_first, known_last
        self._days = working_days(self._work, *self._known)
        return self._days

    def _week_of(self, day: date) -> date:
        return day - timedelta(days=(day.weekday() - self._week_start) % 7)

    def _in_month(self) -> bool:
        return (self.day.year, self.day.month) == (self._anchor.year, self._anchor.month)

    def _look_at(self, day: date) -> None:
        self.day = self._anchor = within(day)
        self.load()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.kinds & _CONCERNS:
            return
        if changes.kinds & {"dayoff", "setting"}:
            self._days = None
        self._stale = True
        self._reading.forget()
        if self.shown:
            self.load()
