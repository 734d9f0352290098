# SPDX-License-Identifier: MIT
"""Does long work in small slices between the events of the window, so that it can be watched and left off."""

from collections.abc import Generator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from winback_desktop.application.failures import Refused, StoreFault

SLICE = 0.02
"""Seconds of work before the window gets its turn."""


class Batch(QObject):
    """Runs one generator. ``finished`` brings its result; ``refused`` a sentence and the field concerned."""

    progressed = Signal(int)
    finished = Signal(object)
    refused = Signal(str, str)
    cancelled = Signal()

    def __init__(self, steps: Generator[int, None, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def running(self) -> bool:
        """Whether there is still something to do."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin with the next turn of the event loop."""
        self._timer.start()

    def cancel(self) -> None:
        """Leave it off; what was half done is thrown away."""
        if self._timer.isActive():
            self._timer.stop()
            self._steps.close()
            self.cancelled.emit()

    def _work(self) -> None:
        until, done = perf_counter() + SLICE, 0
        try:
            while perf_counter() < until:
                done = next(self._steps)
        except StopIteration as end:
            self._timer.stop()
            self.finished.emit(end.value)
            return
        except (Refused, StoreFault) as error:
            self._timer.stop()
            self.refused.emit(str(error), getattr(error, "field", ""))
            return
        self.progressed.emit(done)
