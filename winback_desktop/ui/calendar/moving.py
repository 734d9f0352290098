# SPDX-License-Identifier: MIT
"""Moves the calendar's steps to other days: what speaks against it, what to know, what follows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.failures import Refused
from winback_desktop.application.move_early import HeldBack, held_back, move_early
from winback_desktop.application.move_steps import complete, postpone, warnings_for
from winback_desktop.application.ports import Workspace
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.practice import Step
from winback_desktop.ui.calendar import words
from winback_desktop.ui.operations import Operations

RefusedInWords = Callable[[str, str], None]


class ShowsDays(Protocol):
    """The part of the calendar that a move needs."""

    def show_day(self, day: date) -> None:
        """Look at the day to which a step went."""


class Moving(QObject):
    """What the mouse, Alt with arrows and the menu ask for."""

    held_back = Signal(object)
    """A ``HeldBack``: quiet time keeps a step from the day it was moved to, and the owner may choose."""

    def __init__(self, work: Workspace, operations: Operations, calendar: ShowsDays, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._operations, self._calendar = work, operations, calendar

    def day_of(self, step: int) -> date | None:
        """Where a step stands now."""
        rows = self._work.store.find(Step, id=step)
        return rows[0].due if rows else None

    def complete(self, step: int) -> None:
        """Mark a step done."""
        self._operations.run(lambda: complete(self._work, step))

    def objection(self, step: int, day: date) -> str:
        """Why a step cannot be moved to a day; empty when it can."""
        try:
            held_back(self._work, step, day)
        except Refused as refused:
            return str(refused)
        return ""

    def warning(self, step: int, day: date) -> str:
        """What the owner should know before moving a step to a day; empty when all is well."""
        try:
            held = held_back(self._work, step, day)
            found = warnings_for(self._work, step, day)
        except Refused as refused:
            return str(refused)
        if held is not None:
            found = (f"Quiet time with {held.name} lasts through {words.long_day(held.quiet_until)}.", *found)
        return " ".join(found)

    def move(self, step: int, day: date) -> bool:
        """Move a step to a day and say what follows; False when it did not move, or not yet."""
        if self.day_of(step) in (day, None):
            return False
        met: list[HeldBack | None] = []
        self._operations.run(lambda: met.append(held_back(self._work, step, day)))
        if met == [None]:
            return self._moved(step, day, lambda: postpone(self._work, step, day))
        if met:
            self.held_back.emit(met[0])
        return False

    def move_early(self, step: int, day: date, reason: str, refused: RefusedInWords) -> bool:
        """Move a step into quiet time, which ends for a reason; ``refused`` hears why not."""
        return self._moved(step, day, lambda: move_early(self._work, step, day, reason), refused)

    def shift(self, step: int, days: int) -> None:
        """Move a step by days, over days that are not worked when it goes by one."""
        start = self.day_of(step)
        if start is None:
            return
        target = words.within(start + timedelta(days=days))
        if abs(days) == 1:
            calendar = working_days(self._work, target, target)
            target = calendar.on_or_after(target) if days > 0 else calendar.on_or_before(target)
        self.move(step, target)

    def _moved(
        self, step: int, day: date, move: Callable[[], object], refused: RefusedInWords | None = None
    ) -> bool:
        warning = " ".join(warnings_for(self._work, step, day))
        if self._operations.run(move, refused) is None:
            return False
        if warning:
            self._operations.remarked.emit(warning)
        self._calendar.show_day(day)
        return True
