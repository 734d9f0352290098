# SPDX-License-Identifier: MIT
"""Holds the unsent letter while the program runs, and shreds it on its day."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from winback_desktop.application.ports import Clock

LOOK_MS = 60_000
TERMS = (
    ("end", "When the program ends"),
    ("tonight", "At midnight"),
    ("tomorrow", "Tomorrow at midnight"),
    ("week", "In a week"),
)
"""(key, words) of when it is shredded; the end of the program always comes first."""
_DAYS = {"tonight": 1, "tomorrow": 2, "week": 7}


class UnsentLetter(QObject):
    """The only place where the letter is: nothing here stores, logs or hands it on."""

    shredded = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.text = ""
        self.term = "tonight"
        self._gone_on: date | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self.look)

    def write(self, text: str) -> None:
        """The letter as it stands now."""
        self.text = text
        if text and not self._watch.isActive():
            self.keep_until(self.term)

    def keep_until(self, term: str) -> None:
        """Choose when it is shredded, counted from today."""
        self.term = term
        days = _DAYS.get(term)
        self._gone_on = self._clock.today() + timedelta(days=days) if days else None
        self._watch.start()

    @property
    def gone_on(self) -> date | None:
        """The day on which it is shredded; None for the end of the program."""
        return self._gone_on

    def look(self) -> None:
        """Shred it when its day has come."""
        if self.text and self._gone_on is not None and self._clock.today() >= self._gone_on:
            self.shred()

    def shred(self) -> None:
        """Take every word away; nothing brings it back."""
        self.text = ""
        self._watch.stop()
        self.shredded.emit()
