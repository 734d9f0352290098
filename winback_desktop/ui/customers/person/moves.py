# SPDX-License-Identifier: MIT
"""What the owner does on the path back: done, later, smaller, left out, came back, resting."""

from collections.abc import Callable
from datetime import date, timedelta

from winback_desktop.application import change_plans, move_steps, welcome_back
from winback_desktop.application.ports import Workspace
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.moves import path_kind
from winback_desktop.domain.practice import StepKind
from winback_desktop.ui.customers.person.rows import NextStep, PathCard, Screen
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.navigation import LUNCH, NOTES, RECORD_LOSS, WELCOME_BACK, Navigator
from winback_desktop.ui.operations import Operations


class Moves:
    """Moves the steps and the plan of the person shown."""

    def __init__(
        self,
        work: Workspace,
        operations: Operations,
        navigator: Navigator,
        shown: Callable[[], Screen],
        keep: Callable[[str, Callable[[], object]], bool],
    ) -> None:
        self._work, self._operations, self._navigator = work, operations, navigator
        self._shown, self._keep = shown, keep

    def act(self, now: NextStep, plan: int) -> None:
        """The current step's own button: to the note, or to the lunch."""
        if path_kind(StepKind(now.kind)) is StepKind.LUNCH:
            self._navigator.ask(LUNCH, now.step)
        else:
            self.write_note(plan)

    def write_note(self, plan: int) -> None:
        """Go to the note."""
        self._navigator.go(NOTES, plan)

    def record_loss(self) -> None:
        """Open the new-loss sheet for this person."""
        self._navigator.ask(RECORD_LOSS, self._shown().contact)

    def done(self, step: int) -> None:
        """Mark a step done."""
        self._keep("", lambda: move_steps.complete(self._work, step))

    def later(self, step: int, day: date) -> None:
        """Move a step to a day, and say what is worth knowing about that day."""
        warnings = self._operations.run(lambda: move_steps.warnings_for(self._work, step, day))
        if self._keep("", lambda: move_steps.postpone(self._work, step, day)) and warnings:
            self._operations.remarked.emit(" ".join(warnings))

    def make_smaller(self, step: int) -> None:
        """Make a step smaller."""
        self._keep("", lambda: move_steps.make_smaller(self._work, step))

    def skip(self, step: int, reason: str) -> bool:
        """Leave a step out with a reason; False when it was refused."""
        return self._keep("reason", lambda: move_steps.skip(self._work, step, reason))

    def rehired(self) -> None:
        """They came back."""
        path = self._path()
        if path and self._keep("", lambda: welcome_back.come_back(self._work, path.plan)):
            self._navigator.ask(WELCOME_BACK, path.plan)

    def rest(self) -> None:
        """Let the plan rest with the door open."""
        path = self._path()
        if path:
            self._keep("", lambda: change_plans.rest(self._work, path.plan))

    def close(self, reason: str) -> bool:
        """End the plan for a reason of the owner's; False when it was refused."""
        path = self._path()
        return bool(path) and self._keep("reason", lambda: change_plans.close(self._work, path.plan, reason))

    def later_days(self) -> list[tuple[str, date]]:
        """Working days to move a step to, each once, with words."""
        today = self.today()
        days = self._operations.run(lambda: working_days(self._work, today, today + timedelta(days=40)))
        if days is None:
            return []
        found: dict[date, str] = {}
        for words, day in (
            ("Next working day", days.next_open(today)),
            ("Next week", days.on_or_after(today + timedelta(days=7 - today.weekday()))),
            ("In two weeks", days.on_or_after(today + timedelta(days=14))),
            ("In a month", days.on_or_after(today + timedelta(days=30))),
        ):
            found.setdefault(day, f"{words}, {short_day(day, today)}")
        return [(words, day) for day, words in found.items()]

    def today(self) -> date:
        """The owner's date."""
        return self._work.clock.today()

    def _path(self) -> PathCard | None:
        return self._shown().path
