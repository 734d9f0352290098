# SPDX-License-Identifier: MIT
"""Says softly that a walk is over, once, and lets the screens show everything again."""

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.failures import StoreFault
from winback_desktop.application.own_records import Announcement
from winback_desktop.application.ports import Notifier, Workspace
from winback_desktop.application.take_walk import answer_walk, claim_return, walk_now
from winback_desktop.domain.care import WalkAnswer
from winback_desktop.ui.heartbeat import Heartbeat
from winback_desktop.ui.navigation import TODAY, Navigator
from winback_desktop.ui.operations import Operations

KEY = "walk"
"""The key of the announcement."""

_BUTTONS = (("next", "Next"), ("let-go", "Let go"), ("nothing", "Nothing"))


class Walking(QObject):
    """Stands between the heartbeat and the notifier; a walk that ended while the program was off counts."""

    raise_wanted = Signal()
    """The owner wants to write down what comes next: show the window."""
    _pressed = Signal(str, str)

    def __init__(
        self,
        work: Workspace,
        operations: Operations,
        navigator: Navigator,
        notifier: Notifier,
        heartbeat: Heartbeat,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._operations, self._navigator = work, operations, navigator
        self._notifier = notifier
        self._shown = False
        self._pressed.connect(self._answer)  # queued: buttons are pressed on the notifier's thread
        operations.changed.connect(self._on_changed)
        heartbeat.beat.connect(self._on_beat)

    def _on_beat(self) -> None:
        try:
            walk = claim_return(self._work)
        except StoreFault:
            return  # busy or full; the next beat tries again
        if walk is not None:
            self._shown = True
            self._notifier.announce(
                Announcement(
                    KEY,
                    "Welcome back",
                    "Your walk is over. What did you bring with you? Each is a good answer.",
                    _BUTTONS,
                ),
                self._pressed.emit,
            )

    def _answer(self, _key: str, button: str) -> None:
        present = walk_now(self._work)
        answers = {answer.value: answer for answer in WalkAnswer}
        if present is None or button not in answers or answers[button] is WalkAnswer.NEXT:
            # What comes next wants a line; it is asked for on Today.
            self._navigator.go(TODAY)
            self.raise_wanted.emit()
            return
        self._operations.run(lambda: answer_walk(self._work, present.walk.id, answers[button]))

    def _on_changed(self, changes: object) -> None:
        if self._shown and walk_now(self._work) is None:
            self._shown = False
            self._notifier.withdraw(KEY)
