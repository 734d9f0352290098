# SPDX-License-Identifier: MIT
"""Says softly that a walk is over, once, and lets the screens show everything again."""

from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import StoreFault
from winback_desktop.application.own_records import Announcement
from winback_desktop.application.take_walk import answer_walk, claim_return, walk_now
from winback_desktop.domain.care import WalkAnswer
from winback_desktop.ui.announcing import Announcing

KEY = "walk"
"""The key of the announcement."""

_BUTTONS = (("next", "Next"), ("let-go", "Let go"), ("nothing", "Nothing"))


class Walking(Announcing):
    """A walk that ended while the program was off counts too."""

    _shown = False

    def _on_beat(self) -> None:
        try:
            walk = claim_return(self._work)
        except StoreFault:
            return  # busy or full; the next beat tries again
        if walk is not None:
            self._shown = True
            self._announce(
                Announcement(
                    KEY,
                    "Welcome back",
                    "Your walk is over. What did you bring with you? Each is a good answer.",
                    _BUTTONS,
                )
            )

    def _answer(self, _key: str, button: str) -> None:
        present = walk_now(self._work)
        answers = {answer.value: answer for answer in WalkAnswer}
        if present is None or button not in answers or answers[button] is WalkAnswer.NEXT:
            # What comes next wants a line; it is asked for on Today.
            self._show_today()
            return
        self._operations.run(lambda: answer_walk(self._work, present.walk.id, answers[button]))

    def _on_changed(self, changes: Changes) -> None:
        if self._shown and walk_now(self._work) is None:
            self._shown = False
            self._notifier.withdraw(KEY)
