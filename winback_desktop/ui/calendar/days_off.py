# SPDX-License-Identifier: MIT
"""The owner's own days off, as the calendar takes them and gives them back."""

from collections.abc import Callable
from datetime import date

from winback_desktop.application.keep_days_off import add_day_off, remove_day_off
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.working_days import DayOff
from winback_desktop.ui.operations import Operations


class DaysOff:
    """Both ways are undone by name."""

    def __init__(self, work: Workspace, operations: Operations) -> None:
        self._work, self._operations = work, operations

    def of(self, day: date) -> tuple[int, str] | None:
        """The entry that a day belongs to, with its name."""
        found = (each for each in self._work.store.find(DayOff) if each.first <= day <= each.last)
        entry = next(found, None)
        return (entry.id, entry.label or "Day off") if entry else None

    def add(
        self, first: date | None, last: date | None, label: str, refused: Callable[[str, str], None]
    ) -> bool:
        """Take days off; False when that was refused, in words."""
        if first is None:
            refused("Choose the first day off.", "first")
            return False
        return self._operations.run(lambda: add_day_off(self._work, first, last, label), refused) is not None

    def remove(self, entry: int) -> None:
        """Work on those days after all."""
        self._operations.run(lambda: remove_day_off(self._work, entry))
