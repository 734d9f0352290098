# SPDX-License-Identifier: MIT
"""Asks what follows from a change: does a late note shift lunch and gift, was a talk the lunch?"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from winback_desktop.application.changes import Changes
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from winback_desktop.ui.plan_question import Question


class Planning(QObject):
    """Looks after each change that is offered for undo, whichever page or sheet made it."""

    def __init__(
        self,
        work: Workspace,
        operations: Operations,
        theme: Theme,
        window: Callable[[], QWidget],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._operations, self._theme, self._window = work, operations, theme, window
        self._kinds: frozenset[str] = frozenset()
        self._move = self._touch = 0
        self.question: Question | None = None
        operations.changed.connect(self._note)
        operations.undo_offered.connect(self._look)

    def _note(self, changes: Changes) -> None:
        self._kinds = changes.kinds

    def _look(self) -> None:
        kinds = self._kinds  # a question answered at once makes a change of its own
        if "stepmove" in kinds:
            self._look_at_moves()
        if "touch" in kinds:
            self._look_at_talks()

    def _look_at_moves(self) -> None:
        from winback_desktop.application.follow_up import moved_along
        from winback_desktop.application.late_note import (
            how_far,
            in_days,
            latest_late_note,
            shift_along,
            what_shifts,
        )

        known = self._move
        found = self._operations.run(lambda: moved_along(self._work, known))
        if found is None:
            return
        self._move, sentence = found
        if sentence:
            self._operations.remarked.emit(sentence)
        late = self._operations.run(lambda: latest_late_note(self._work, known))
        if late is None:
            return
        today = self._work.clock.today()
        steps, both = what_shifts(late), "both" if len(late.shifts) > 1 else "it"
        days = [
            f"the {each.kind} {'on' if place else 'would be on'} {short_day(each.to, today)} "
            f"instead of {short_day(each.due, today)}"
            for place, each in enumerate(late.shifts)
        ]
        self._ask(
            f"Shift {steps} with {late.name} too?",
            f"The note came {in_days(late)} later than planned. With as much time after it as before, "
            f"{', '.join(days)}. Leaving {'them' if len(days) > 1 else 'it'} is fine too.",
            f"Leave {'them' if len(late.shifts) > 1 else 'it'}",
            f"Shift {both} {how_far(late)}",
            lambda: self._operations.run(lambda: shift_along(self._work, late)),
        )

    def _look_at_talks(self) -> None:
        from winback_desktop.application.follow_up import count_as_lunch, lunch_question

        asked = self._operations.run(lambda: lunch_question(self._work, self._touch))
        if asked is None:
            return
        self._touch, question = asked
        if question is not None:
            self._ask(
                f"Count this as the lunch with {question.name}?",
                "A real talk is what the lunch is for. Keep it if you would still like to sit down together.",
                "Keep the lunch",
                "Count it",
                lambda: self._operations.run(lambda: count_as_lunch(self._work, question)),
            )

    def _ask(self, title: str, says: str, leave: str, do: str, act: Callable[[], object]) -> None:
        from winback_desktop.ui.plan_question import Question

        if self.question is not None:
            self.question.dismiss()
        self.question = Question(self._theme, self._window(), title, says, (leave, do), act)
        self.question.closed.connect(self._answered)
        self.question.open()
        self.question.do.setFocus()

    def _answered(self) -> None:
        if self.question is not None:
            QTimer.singleShot(0, self.question.deleteLater)
            self.question = None
