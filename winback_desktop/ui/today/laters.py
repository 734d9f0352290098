# SPDX-License-Identifier: MIT
"""What the owner does about later, each as one change that can be taken back."""

from collections.abc import Callable

from winback_desktop.application import snooze, spread_due
from winback_desktop.application.missed_reminders import put_missed_away
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.today import later
from winback_desktop.ui.today.rows import LaterChoice


class Laters:
    """Made when it is needed, so that the first screen does without it."""

    def __init__(self, work: Workspace, operations: Operations) -> None:
        self._work, self._operations = work, operations

    def choices(self) -> list[LaterChoice]:
        """Moments later today and days to move a step to, the last choice first."""
        return self._run(lambda: later.later_choices(self._work)) or []

    def moments(self) -> list[LaterChoice]:
        """Moments at which to be reminded, the last choice first."""
        return self._run(lambda: later.remind_choices(self._work)) or []

    def put_off(self, step: int, choice: LaterChoice) -> None:
        """Be reminded later today or move a step to a day, and say what is worth knowing about that day."""
        if remark := self._run(lambda: later.put_off(self._work, step, choice)):
            self._operations.remarked.emit(remark)

    def remind(self, step: int, choice: LaterChoice) -> None:
        """Be reminded at another moment of what sleeps already."""
        self._run(lambda: later.be_reminded(self._work, step, choice))

    def wake(self, step: int) -> None:
        """Put what sleeps back on today's list."""
        self._run(lambda: snooze.wake(self._work, step))

    def put_missed_away(self) -> None:
        """The owner has read which reminders were missed."""
        self._run(lambda: put_missed_away(self._work))

    def spread(self) -> None:
        """Keep some of what is due today and move the rest on."""
        self._run(lambda: spread_due.spread(self._work))

    def _run(self, use_case: Callable):
        return self._operations.run(use_case)
