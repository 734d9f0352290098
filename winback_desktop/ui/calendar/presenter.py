# SPDX-License-Identifier: MIT
"""Chooses which days the calendar shows, turns the store's rows into chips, and moves steps."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import Refused
from winback_desktop.application.move_steps import check_move, complete, postpone, warnings_for
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import DayRow, QuietRow, StepRow
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.practice import CARE, Loss, Plan, Step, StepKind, StepState
from winback_desktop.domain.wording import step_title, step_word
from winback_desktop.domain.working_days import WorkingDays, add_months
from winback_desktop.ui.calendar import words
from winback_desktop.ui.calendar.names import shown_name
from winback_desktop.ui.calendar.rows import AgendaLine, Chip, DayCell
from winback_desktop.ui.navigation import CUSTOMERS, RECORD_LOSS, Navigator
from winback_desktop.ui.operations import Operations

MONTH, WEEK, AGENDA = "month", "week", "agenda"
EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)

_MONTH_CHIPS, _WEEK_CHIPS, _DAY_CHIPS, _AGENDA_CHIPS = 6, 40, 200, 12
_PAPER_CHIPS = 30
_AGENDA_DAYS = 42
_CONCERNS = {"step", "plan", "loss", "contact", "dayoff", "setting", "day"}


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
        self.cells: list[DayCell] = []
        self.lines: list[AgendaLine] = []
        operations.changed.connect(self._on_changed)

    # --- Which days

    @property
    def today(self) -> date:
        """The owner's local date."""
        return self._work.clock.today()

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

    def show_day(self, day: date) -> None:
        """Choose a day; other days are shown only when it is not on screen yet."""
        day = _within(day)
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
        day = self._anchor
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

    # --- What stands on them

    def load(self) -> None:
        """Ask the store for the days on screen."""
        self._operations.run(self._load)

    def entries(self, day: date) -> tuple[DayCell, str]:
        """Everything on one day, and its name in words."""
        found = self._work.store.queries.month(day, day, _DAY_CHIPS)
        cell = self._cell(day, found.get(day), self._quiet(day, day), _DAY_CHIPS)
        return cell, words.long_day(day)

    def printable(self) -> list[DayCell]:
        """The days on screen with everything that fits on paper."""
        first, last = self.span()
        return self._between(first, last, _PAPER_CHIPS)

    def put_out(self, print_or_save: Callable[[], object]) -> None:
        """Print or save; what goes wrong is told like any other failure."""
        self._operations.run(print_or_save)

    def day_of(self, step: int) -> date | None:
        """Where a step stands now."""
        rows = self._work.store.find(Step, id=step)
        return rows[0].due if rows else None

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

    def complete(self, step: int) -> None:
        """Mark a step done."""
        self._operations.run(lambda: complete(self._work, step))

    def objection(self, step: int, day: date) -> str:
        """Why a step cannot be moved to a day; empty when it can."""
        try:
            record = self._work.store.get(Step, step)
            check_move(self._work, record, self._work.store.get(Plan, record.plan), day)
        except Refused as refused:
            return str(refused)
        return ""

    def warning(self, step: int, day: date) -> str:
        """What the owner should know before moving a step to a day; empty when all is well."""
        try:
            return " ".join(warnings_for(self._work, step, day))
        except Refused as refused:
            return str(refused)

    def move(self, step: int, day: date) -> bool:
        """Move a step to a day and say what follows; False when it was not allowed."""
        if self.day_of(step) in (day, None):
            return False
        warning = self.warning(step, day)
        if self._operations.run(lambda: postpone(self._work, step, day)) is None:
            return False
        if warning:
            self._operations.remarked.emit(warning)
        self.show_day(day)
        return True

    def shift(self, step: int, days: int) -> None:
        """Move a step by days, over days that are not worked when it goes by one."""
        start = self.day_of(step)
        if start is None:
            return
        target = _within(start + timedelta(days=days))
        calendar = self._calendar(target, target)
        if abs(days) == 1:
            target = calendar.on_or_after(target) if days > 0 else calendar.on_or_before(target)
        self.move(step, target)

    # --- How rows become chips

    def _load(self) -> None:
        settings = owner(self._work)
        self._week_start = settings.week_start if settings.week_start >= 0 else words.local_week_start()
        first, last = self.span()
        per_day = {MONTH: _MONTH_CHIPS, WEEK: _WEEK_CHIPS, AGENDA: _AGENDA_CHIPS}[self.mode]
        cells = self._between(first, last, per_day)
        self._stale = False
        if self.mode == AGENDA:
            self.lines = _lines(cells)
        else:
            self.cells = cells
        self.changed.emit()

    def _between(self, first: date, last: date, per_day: int) -> list[DayCell]:
        self._calendar(first, last)
        found = self._work.store.queries.month(first, last, per_day)
        quiet = self._quiet(first, last)
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return [self._cell(day, found.get(day), quiet, per_day) for day in days]

    def _cell(self, day: date, row: DayRow | None, quiet: dict[date, list[QuietRow]], most: int) -> DayCell:
        calendar = self._calendar(day, day)
        waiting = quiet.get(day, [])
        ending = {plan.plan for plan in waiting}
        steps = (
            [step for step in row.rows if not (step.kind == "pause" and step.plan in ending)] if row else []
        )
        hidden = len(row.rows) - len(steps) if row else 0
        chips = [_quiet_chip(plan) for plan in waiting[:most]] + [_chip(step) for step in steps]
        chips.sort(key=_weight)
        return DayCell(
            day=day,
            inside=self.mode != MONTH or day.month == self._anchor.month,
            today=day == self.today,
            weekend=calendar.is_weekend(day),
            closed=calendar.name(day),
            chips=tuple(chips[:most]),
            total=(row.total - hidden if row else 0) + len(waiting),
        )

    def _quiet(self, first: date, last: date) -> dict[date, list[QuietRow]]:
        """The quiet working days on screen with the people they protect."""
        days: dict[date, list[QuietRow]] = {}
        for plan in self._work.store.queries.quiet_plans():
            day = max(first, plan.learned_on + timedelta(days=1))
            while day <= min(last, plan.quiet_until):
                if self._calendar(day, day).is_open(day):
                    days.setdefault(day, []).append(plan)
                day += timedelta(days=1)
        return days

    def _calendar(self, first: date, last: date) -> WorkingDays:
        """Working days, kept until the owner changes something about them."""
        known_first, known_last = self._known
        if self._days is None or first < known_first or last > known_last:
            known_first = min(first, known_first if self._days else first).replace(month=1, day=1)
            known_last = max(last, known_last if self._days else last).replace(month=12, day=31)
            self._days = working_days(self._work, known_first, known_last)
            self._known = known_first, known_last
        return self._days

    def _week_of(self, day: date) -> date:
        return day - timedelta(days=(day.weekday() - self._week_start) % 7)

    def _in_month(self) -> bool:
        return (self.day.year, self.day.month) == (self._anchor.year, self._anchor.month)

    def _look_at(self, day: date) -> None:
        self.day = self._anchor = _within(day)
        self.load()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.kinds & _CONCERNS:
            return
        if changes.kinds & {"dayoff", "setting"}:
            self._days, self._known = None, (LATEST, EARLIEST)
        self._stale = True
        if self.shown:
            self.load()


def _lines(cells: list[DayCell]) -> list[AgendaLine]:
    lines: list[AgendaLine] = []
    for cell in cells:
        if not cell.total and not cell.closed and not cell.today:
            continue
        heading = words.long_day(cell.day)
        extra = " · ".join(filter(None, ("today" if cell.today else "", cell.closed)))
        lines.append(AgendaLine(cell.day, f"{heading} · {extra}" if extra else heading, today=cell.today))
        lines += [AgendaLine(cell.day, "", chip, today=cell.today) for chip in cell.chips]
        if cell.total > len(cell.chips):
            lines.append(AgendaLine(cell.day, "", more=cell.total - len(cell.chips), today=cell.today))
    return lines


def _chip(row: StepRow) -> Chip:
    name, kind = shown_name(row.name), StepKind(row.kind)
    title = step_title(kind, name, row.smaller)
    done = row.state == StepState.DONE and kind is not StepKind.PAUSE
    if kind in CARE:
        return Chip(row.step, row.contact, row.kind, title, step_word(kind), title, done, care=True)
    return Chip(row.step, row.contact, row.kind, name, step_word(kind), title, done)


def _quiet_chip(plan: QuietRow) -> Chip:
    name = shown_name(plan.name)
    return Chip(0, plan.contact, "pause", name, "Quiet day", f"Quiet day with {name}", False)


def _weight(chip: Chip) -> tuple[bool, bool, bool]:
    """What reaches out first, then quiet days, then care; done things last."""
    return chip.done, chip.care, chip.kind == "pause"


def _within(day: date) -> date:
    return max(EARLIEST, min(LATEST, day))
