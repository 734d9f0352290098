# SPDX-License-Identifier: MIT
"""Offers the owner's settings as plain choices and stores each as soon as it is changed."""

from collections.abc import Callable
from datetime import date, time
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject, Signal

from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_limits import year_notes
from winback_desktop.application.keep_days_off import add_day_off, remove_day_off
from winback_desktop.application.owner import Owner, owner, save_owner
from winback_desktop.application.pause_everything import (
    pause_everything,
    paused_plans,
    resume_everything,
)
from winback_desktop.application.pause_reminders import (
    pause_choices,
    pause_reminders,
    pause_until_day,
    paused_until,
    resume_reminders,
)
from winback_desktop.application.ports import Workspace
from winback_desktop.application.reminder_hours import reminder_hours, save_reminder_hours
from winback_desktop.domain.working_days import DayOff
from winback_desktop.system.autostart import AutostartState, autostart, own_command
from winback_desktop.ui.navigation import EXPORT, GIFT_IDEAS, IMPORT, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.preferences import ON_CLOSE, Preferences

Refusal = Callable[[str, str], None]


class DayOffRow(NamedTuple):
    """One entry of own days off, ready to show."""

    id: int
    label: str
    days: str


class Settings(QObject):
    """Every setter stores at once; a refusal goes to ``refused(sentence, field)`` and changes nothing."""

    changed = Signal()
    refused = Signal(str, str)

    def __init__(self, workspace: Workspace, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self._work = workspace
        self._operations = operations
        self._navigator = navigator
        self._locale = QLocale()
        operations.changed.connect(self._on_changed)

    @property
    def owner(self) -> Owner:
        """The owner as stored."""
        return owner(self._work)

    def set_owner(self, **fields: object) -> None:
        """Change some of the owner's fields."""
        settings = self.owner
        if all(getattr(settings, name) == value for name, value in fields.items()):
            return
        self._run(lambda: save_owner(self._work, settings._replace(**fields)))  # type: ignore[arg-type]

    def set_budget(self, text: str, field: str = "gift_budget") -> None:
        """Change the budget for a gift or for all gifts of a year, typed as a whole number; no number at all
        means no budget for the year."""
        if not text and field == "gift_year_budget":
            text = "0"
        if not (text.isascii() and text.isdecimal() and len(text) <= 9):
            self.refused.emit("Write the budget as a whole number, such as 30.", field)
        else:
            self.set_owner(**{field: int(text)})

    def gift_year(self) -> str:
        """What the gifts of this year come to."""
        return " ".join(self._operations.run(lambda: year_notes(self._work)) or ())

    def ask_ideas(self) -> None:
        """Open the owner's own gift ideas."""
        self._navigator.ask(GIFT_IDEAS)

    def countries(self) -> list[tuple[str, str]]:
        """(code, name) of every country with known holidays, by name."""
        names = [(code, self._country_name(code)) for code in self._work.holidays.countries()]
        return sorted(names, key=lambda pair: pair[1].casefold())

    def subdivisions(self) -> list[tuple[str, str]]:
        """(code, words) of the country's regions, the whole country first."""
        try:
            codes = self._work.holidays.subdivisions(self.owner.country)
        except Refused:
            codes = []
        return [("", "The whole country"), *((code, code) for code in codes)]

    def weekdays(self) -> list[tuple[int, str, bool]]:
        """(day with Monday = 0, name, worked) in the locale's order."""
        first = int(self._locale.firstDayOfWeek().value) - 1
        days = [(first + n) % 7 for n in range(7)]
        worked = self.owner.work_week
        long = QLocale.FormatType.LongFormat
        return [(day, self._locale.standaloneDayName(day + 1, long), day in worked) for day in days]

    def set_weekday(self, day: int, worked: bool) -> None:
        """Add a day to the working week or take it out."""
        week = set(self.owner.work_week)
        week = week | {day} if worked else week - {day}
        self.set_owner(work_week=tuple(sorted(week)))

    def days_off(self) -> list[DayOffRow]:
        """Own days off that are not over, soonest first."""
        today = self._work.clock.today()
        entries = self._work.store.find(DayOff, order="first")
        return [
            DayOffRow(entry.id, entry.label or "Days off", self._range(entry.first, entry.last))
            for entry in entries
            if entry.last >= today
        ]

    def add_days_off(self, first: date | None, last: date | None, label: str) -> bool:
        """Add days off; True when they were stored."""
        if first is None:
            self.refused.emit("Choose the first day off.", "first")
            return False
        return self._run(lambda: add_day_off(self._work, first, last, label)) is not None

    def remove_days_off(self, entry: int) -> None:
        """Remove an entry; undo brings it back."""
        self._run(lambda: remove_day_off(self._work, entry))

    def hours(self) -> tuple[time, time, time, bool, bool]:
        """Reminder hour, start and end of quiet hours, whether names are kept out, and with a sound."""
        return tuple(reminder_hours(self._work))  # type: ignore[return-value]

    def set_hours(self, **fields: object) -> None:
        """Change some of the reminder hours."""
        hours = reminder_hours(self._work)
        if any(getattr(hours, name) != value for name, value in fields.items()):
            self._run(lambda: save_reminder_hours(self._work, hours._replace(**fields)))  # type: ignore[arg-type]

    def paused(self) -> str:
        """Says until when reminders are paused; empty when they are not."""
        until = paused_until(self._work)
        if until is None:
            return ""
        at = self._locale.toString(_qdate(until.date()), QLocale.FormatType.LongFormat)
        hour = f", {until:%H:%M}" if until.time() > time(0) else ""
        return f"Paused until {at}{hour}. What is due stays on Today."

    def pauses(self) -> tuple[str, ...]:
        """How long reminders can be paused, in words."""
        return tuple(choice.label for choice in pause_choices(self._work))

    def pause(self, place: int) -> None:
        """Pause for one of these."""
        until = pause_choices(self._work)[place].until
        self._operations.run(lambda: pause_reminders(self._work, until))

    def pause_until(self, day: date) -> None:
        """Pause until a day begins."""
        self._operations.run(lambda: pause_until_day(self._work, day))

    def resume(self) -> None:
        """Remind again from now on."""
        self._operations.run(lambda: resume_reminders(self._work))

    def waiting(self) -> str:
        """Says how many plans wait and until when; empty when none does."""
        count, until = paused_plans(self._work)
        if not count:
            return ""
        day = self._locale.toString(_qdate(until), QLocale.FormatType.LongFormat) if until else ""
        what = "One plan waits" if count == 1 else f"{count} plans wait"
        return f"{what} until {day}." if day else f"{what}."

    def pause_plans(self, until: date | None, reason: str, refused: Refusal) -> bool:
        """Let every plan wait until a day; False when that was refused, in words."""
        if until is None:
            refused("Choose the day on which to go on.", "until")
            return False
        return self._operations.run(lambda: pause_everything(self._work, until, reason), refused) is not None

    def resume_plans(self) -> None:
        """Go on with every plan today."""
        self._operations.run(lambda: resume_everything(self._work))

    def stays(self) -> bool:
        """Whether closing the window keeps the reminders going."""
        return bool(self._work.store.setting(ON_CLOSE) == "background")

    def set_stays(self, on: bool) -> None:
        """Choose what closing the window means."""
        Preferences(self._work.store).keep(ON_CLOSE, "background" if on else "quit")

    def starts(self) -> tuple[bool, str]:
        """Whether the program starts with the computer, and a hint where the system prevents it."""
        state = autostart().state()
        if state is AutostartState.SWITCHED_OFF_BY_SYSTEM:
            return False, "Your system's own settings for start-up programs have switched this off."
        return state is AutostartState.ON, ""

    def set_starts(self, on: bool) -> None:
        """Start with the computer, waiting in the tray, or not any more."""
        command = own_command("--background")
        self._run(lambda: autostart().turn_on(command) if on else autostart().turn_off())

    def today(self) -> date:
        """The owner's day, for the calendar of a date field."""
        return self._work.clock.today()

    def ask_import(self) -> None:
        """Open the import."""
        self._navigator.ask(IMPORT)

    def ask_export(self) -> None:
        """Open the export."""
        self._navigator.ask(EXPORT)

    def _on_changed(self) -> None:
        self.changed.emit()

    def _run(self, use_case: Callable[[], object]) -> object:
        refusals: list[tuple[str, str]] = []
        done = self._operations.run(
            lambda: use_case() or True, lambda sentence, field: refusals.append((sentence, field))
        )
        if refusals:
            self.changed.emit()  # shows the stored value again, and only then says why
            self.refused.emit(*refusals[0])
        return done

    def _range(self, first: date, last: date) -> str:
        short = QLocale.FormatType.ShortFormat
        days = [self._locale.toString(_qdate(day), short) for day in (first, last)]
        return days[0] if first == last else f"{days[0]} to {days[1]}"

    def _country_name(self, code: str) -> str:
        territory = QLocale.codeToTerritory(code)
        return QLocale.territoryToString(territory) if territory != QLocale.Country.AnyCountry else code


def _qdate(day: date):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QDate

    return QDate(day.year, day.month, day.day)
