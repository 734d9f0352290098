# SPDX-License-Identifier: MIT
"""Announces what is due at each heartbeat, answers the buttons and takes back what was handled."""

import os
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal

from winback_desktop.application import remind, snooze
from winback_desktop.application.advance import advance
from winback_desktop.application.announce import announcements, step_of, steps_behind
from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import StoreFault
from winback_desktop.application.missed_reminders import note_missed
from winback_desktop.ui.announcing import Announcing
from winback_desktop.ui.preferences import Preferences

TOLD = "reminders.told_unable"


class Reminding(Announcing):
    """Looks again only when something may have changed."""

    unable = Signal(str)
    """Emitted from any thread with a sentence when the desktop can't show notifications."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self._look_at: datetime | None = None
        self._looked_back = False
        self._shown: dict[str, tuple[int, ...]] = {}
        self.unable.connect(self._tell_unable)
        self._heartbeat.day_changed.connect(self._on_new_day)

    def _on_beat(self) -> None:
        local = self._work.clock.local_now()
        if self._look_at is not None and local < self._look_at:
            return
        try:
            if not self._looked_back:
                note_missed(self._work)
                self._looked_back = True
            rows = remind.claim(self._work, by=f"window {os.getpid()}")
            for announcement in announcements(self._work, rows):
                self._shown[announcement.key] = steps_behind(announcement.key, rows)
                self._announce(announcement)
            remind.confirm(self._work, rows)
            self._look_at = remind.next_moment(self._work)
        except StoreFault:
            return  # busy or full; the next beat tries again, and every page says so when it is used

    def _on_changed(self, changes: Changes) -> None:
        self._look_at = None
        if self._shown and changes.kinds & {"step", "plan", "reminder", "contact", "setting"}:
            self._withdraw_handled()

    def _on_new_day(self) -> None:
        self._look_at = None
        self._operations.run(lambda: advance(self._work))
        # Pages show days as words; without a change in the data nothing else would make them look again.
        self._operations.changed.emit(Changes("", frozenset({"day", "step", "plan"}), undoable=False))

    def _tell_unable(self, sentence: str) -> None:
        """Once for good: who cannot or will not install anything has the Today page."""
        if not self._work.store.setting(TOLD):
            Preferences(self._work.store).keep(TOLD, True)
            self._operations.remarked.emit(sentence)

    def _withdraw_handled(self) -> None:
        queries, today = self._work.store.queries, self._work.clock.today()
        asleep = {row.step for row, _ in snooze.snoozed(self._work)}
        for key, steps in list(self._shown.items()):
            # One that is still to do keeps a digest of hundreds where it is.
            left = queries.due_steps(today, len(asleep) + 1, among=steps)
            if all(row.step in asleep for row in left):
                del self._shown[key]
                self._notifier.withdraw(key)

    def _answer(self, key: str, button: str) -> None:
        step = step_of(key)
        if button == "done" and step is not None:
            from winback_desktop.application.move_steps import complete

            self._operations.run(lambda: complete(self._work, step))
        elif button == "later":
            self._later(key)
        else:
            self._show_today()

    def _later(self, key: str) -> None:
        """As the owner chose last time; other choices are on the Today page."""
        choices = self._operations.run(lambda: snooze.snooze_choices(self._work))
        if not choices:
            return
        first = choices[0]
        for step in self._shown.pop(key, (step_of(key),)):
            if step is not None:
                self._operations.run(
                    lambda step=step: snooze.snooze(self._work, step, first.until, first.key),
                    refused=lambda *_: None,  # done or moved meanwhile: nothing is left to put off
                )
