# SPDX-License-Identifier: MIT
"""Drives work that comes in short steps between the window's own events, with a way to leave it off."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from winback_desktop.application.failures import Refused, StoreFault
from winback_desktop.application.long_work import Progress, Steps
from winback_desktop.application.ports import Store

_AT_A_STRETCH = 0.025
"""Seconds of steps before the window gets its turn."""
_UNNOTICED = 0.1
"""What is done within this many seconds is done at once, without a veil."""


class LongRun(QObject):
    """One piece of work; ``ended`` follows whatever became of it. ``leaving`` says what leaving it off means,
    on a button that says ``leave``."""

    progressed = Signal(int, int)
    """(done, total) steps."""
    ended = Signal()

    def __init__(
        self,
        store: Store,
        title: str,
        steps: Steps[Any],
        parent: QObject | None = None,
        *,
        leaving: str = "Leaving it off changes nothing.",
        leave: str = "Cancel",
    ) -> None:
        super().__init__(parent)
        self.title, self.leaving, self.leave = title, leaving, leave
        self.running = True
        self._store, self._steps = store, steps
        self.done: Callable[[Any], None] = lambda result: None
        self.failed: Callable[[str, str], None] = lambda sentence, field: None
        self.left: Callable[[], None] = lambda: None
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._go(_AT_A_STRETCH))

    def start(self) -> None:
        """Do it at once if it is short, or begin and go on between the window's events."""
        self._go(_UNNOTICED)
        if self.running:
            self._timer.start(0)

    def cancel(self) -> None:
        """Leave it off; its change is rolled back."""
        if self.running:
            self._store.held = False
            self._steps.close()
            self._end()
            self.left()

    def _go(self, seconds: float) -> None:
        self._store.held = False
        until = perf_counter() + seconds
        try:
            while True:
                progress: Progress = next(self._steps)
                if perf_counter() >= until:
                    break
        except StopIteration as end:
            self._end()
            self.done(end.value)
        except Refused as error:
            self._end()
            self.failed(str(error), error.field)
        except StoreFault as error:
            self._end()
            self.failed(str(error), "")
        else:
            self._store.held = True
            self.progressed.emit(progress.done, progress.total)

    def _end(self) -> None:
        self.running = False
        self._timer.stop()
        self.ended.emit()
