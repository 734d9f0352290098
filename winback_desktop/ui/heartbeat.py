# SPDX-License-Identifier: MIT
"""The one timer: looks at the wall clock every 30 seconds, and again on focus, resume and a new day."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from winback_desktop.application.ports import Clock

_EVERY = 30_000
_AFTER_START = 3_000
_AFTER_RESUME = 10_000  # the desktop and its notification service need a moment after sleep
_SLEPT = timedelta(seconds=120)
_TOO_SOON = timedelta(seconds=2)


class Heartbeat(QObject):
    """Emits ``beat``; whoever listens decides by the clock and must bear any number of beats."""

    beat = Signal()
    day_changed = Signal(object)
    """The new local ``date``; before the beat of that day, and also when the clock was set back."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day: date = clock.today()
        self._last: datetime = clock.now()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)  # a very coarse one wakes twice for each shot
        self._timer.timeout.connect(self._on_time)

    def start(self) -> None:
        """Begin, a little after the window was painted; also beats when the program gets the focus."""
        self._last = self._clock.now()
        self._timer.start(_AFTER_START)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_focus)

    def stop(self) -> None:
        """No more beats."""
        self._timer.stop()

    def _on_time(self) -> None:
        slept = abs(self._clock.now() - self._last) > _SLEPT
        self._last = self._clock.now()
        self._timer.start(_AFTER_RESUME if slept else _EVERY)
        if not slept:
            self._beat()

    def _on_focus(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            gap = abs(self._clock.now() - self._last)
            if _TOO_SOON < gap <= _SLEPT:
                self._beat()
            elif gap > _SLEPT:
                self._on_time()

    def _beat(self) -> None:
        self._last = self._clock.now()
        today = self._clock.today()
        if today != self._day:
            self._day = today
            self.day_changed.emit(today)
        self.beat.emit()
