# SPDX-License-Identifier: MIT
"""Where the owner works, guessed from the locale on the first day and changed in one line."""

from PySide6.QtCore import QLocale, QObject, Signal

from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import guess_owner, owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.operations import Operations


class Place(QObject):
    """The owner's country, region, working week and name as words and as choices."""

    changed = Signal()

    def __init__(self, work: Workspace, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._operations = work, operations

    def keep_guess(self) -> None:
        """Store what the locale suggests, unless the owner has said something already; never undoable."""
        if self._work.store.read_only or owner(self._work).confirmed:
            return
        guess = guess_owner(QLocale.system().name())
        try:
            with self._work.store.transaction():
                save_owner(self._work, guess._replace(name=owner(self._work).name))
        except Refused:
            # A country without known holidays: the default place stands until the owner says better.
            return
        self.changed.emit()

    def sentence(self) -> str:
        """ "United States · Monday to Friday"."""
        known = owner(self._work)
        region = f" ({known.subdivision})" if known.subdivision else ""
        return f"{country_name(known.country)}{region} · {week_words(known.work_week)}"

    def name(self) -> str:
        """The owner's name, or nothing."""
        return owner(self._work).name

    def country(self) -> str:
        """The owner's country code."""
        return owner(self._work).country

    def subdivision(self) -> str:
        """The owner's region code, or nothing."""
        return owner(self._work).subdivision

    def week(self) -> tuple[int, ...]:
        """The weekdays worked, Monday = 0."""
        return owner(self._work).work_week

    def countries(self) -> list[tuple[str, str]]:
        """(code, name) of every country whose holidays are known, by name."""
        return sorted(
            ((code, country_name(code)) for code in self._work.holidays.countries()),
            key=lambda pair: pair[1].casefold(),
        )

    def regions(self, country: str) -> list[tuple[str, str]]:
        """(code, words) of a country's regions, the whole country first."""
        try:
            codes = self._work.holidays.subdivisions(country)
        except Refused:
            codes = []
        return [("", "The whole country"), *((code, code) for code in codes)]

    def save(self, name: str, country: str, region: str, week: tuple[int, ...], refused) -> bool:
        """Store them; ``refused(sentence, field)`` hears what can't be right."""
        new = owner(self._work)._replace(name=name, country=country, subdivision=region, work_week=week)
        saved = self._operations.run(lambda: save_owner(self._work, new), refused) is not None
        if saved:
            self.changed.emit()
        return saved


def country_name(code: str) -> str:
    """A country's name in English, as the rest of the window."""
    territory = QLocale.codeToTerritory(code)
    return QLocale.territoryToString(territory) if territory != QLocale.Country.AnyTerritory else code


def day_names(form: QLocale.FormatType = QLocale.FormatType.LongFormat) -> list[str]:
    """Monday to Sunday."""
    return [QLocale().standaloneDayName(number, form) for number in range(1, 8)]


def week_words(week: tuple[int, ...]) -> str:
    """ "Monday to Friday" for days in a row (also across the weekend), else the days' names."""
    names, days = day_names(), set(week)
    if len(days) == 7:
        return "every day"
    starts = [day for day in days if (day - 1) % 7 not in days]
    if len(starts) == 1 and len(days) > 2:
        return f"{names[starts[0]]} to {names[(starts[0] + len(days) - 1) % 7]}"
    return ", ".join(names[day] for day in sorted(days))
