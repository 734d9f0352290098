# SPDX-License-Identifier: MIT
"""Says which dates moved along with a late note, and asks whether a talk counts as the lunch."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from winback_desktop.application import follow_up
from winback_desktop.application.changes import Changes
from winback_desktop.application.follow_up import LunchQuestion
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


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
        self.question: LunchSheet | None = None
        operations.changed.connect(self._note)
        operations.undo_offered.connect(self._look)

    def _note(self, changes: Changes) -> None:
        self._kinds = changes.kinds

    def _look(self) -> None:
        if "stepmove" in self._kinds:
            found = self._operations.run(lambda: follow_up.moved_along(self._work, self._move))
            if found is not None:
                self._move, sentence = found
                if sentence:
                    self._operations.remarked.emit(sentence)
        if "touch" in self._kinds:
            asked = self._operations.run(lambda: follow_up.lunch_question(self._work, self._touch))
            if asked is not None:
                self._touch, question = asked
                if question is not None:
                    self._ask(question)

    def _ask(self, question: LunchQuestion) -> None:
        self.question = LunchSheet(self._theme, self._window(), question, self._count)
        self.question.closed.connect(self._answered)
        self.question.open()
        self.question.count.setFocus()

    def _count(self, question: LunchQuestion) -> None:
        self._operations.run(lambda: follow_up.count_as_lunch(self._work, question))

    def _answered(self) -> None:
        if self.question is not None:
            QTimer.singleShot(0, self.question.deleteLater)
            self.question = None


class LunchSheet(Sheet):
    """One question with two equal answers."""

    def __init__(
        self, theme: Theme, window: QWidget, question: LunchQuestion, count: Callable[[LunchQuestion], None]
    ) -> None:
        super().__init__(theme, window, f"Count this as the lunch with {question.name}?", width=480)
        says = "A real talk is what the lunch is for. If you would still like to sit down together, keep it."
        self.content.addWidget(PlainLabel(theme, says, "body", wrap=True))
        keep = SecondaryButton(theme, "Keep the lunch")
        keep.clicked.connect(self.dismiss)
        self.count = PrimaryButton(theme, "Count it", "check")
        self.count.clicked.connect(lambda: (self.finish(), count(question)))
        self.buttons.addStretch(1)
        self.buttons.addWidget(keep)
        self.buttons.addWidget(self.count)
