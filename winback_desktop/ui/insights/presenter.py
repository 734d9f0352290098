# SPDX-License-Identifier: MIT
"""Asks for the figures when the page is shown, and puts charts and the letter into files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from winback_desktop.application.changes import Changes
from winback_desktop.application.insights import (
    csv_of,
    file_name,
    insights,
    letter_years,
    text_of,
    yearly_letter,
)
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.insight_charts import Chart
from winback_desktop.ui.navigation import RECORD_LOSS, Navigator
from winback_desktop.ui.operations import Operations

_MINOR = 100


class InsightsPresenter(QObject):
    """``charts`` is what to draw, ``caution`` how far it carries, ``years`` what a letter can be about."""

    refreshed = Signal()

    def __init__(self, work: Workspace, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self._work, self._operations, self._navigator = work, operations, navigator
        self._stale = True
        self._day = work.clock.today()
        self.visible = False
        self._drawn: object = None
        self.caution = ""
        self.charts: tuple[Chart, ...] = ()
        self.years: tuple[int, ...] = ()
        operations.changed.connect(self._changed)

    def activate(self) -> None:
        """The page is shown: count again if something changed or another day began."""
        self.visible = True
        if self._stale or self._day != self._work.clock.today():
            self._count()

    def leave(self) -> None:
        """The page is hidden: no need to count until it is shown again."""
        self.visible = False

    def record_loss(self) -> None:
        """Open the new-loss sheet."""
        self._navigator.ask(RECORD_LOSS)

    def table_text(self, chart: Chart) -> str:
        """The table for the clipboard."""
        return text_of(chart)

    def suggested_name(self, chart: Chart, ending: str) -> str:
        """A name for a chart's file."""
        return f"{file_name(chart, self._work.clock.today())}.{ending}"

    def csv_bytes(self, chart: Chart) -> bytes:
        """The table for a spreadsheet, with a mark that tells it the encoding."""
        return b"\xef\xbb\xbf" + csv_of(chart).encode("utf-8", "replace")

    def letter(self, year: int) -> tuple[str, ...]:
        """The letter's paragraphs; empty when they could not be read."""
        return self._operations.run(lambda: yearly_letter(self._work, year)) or ()

    def put_out(self, write: Callable[[], object]) -> bool:
        """Write or print something; a refusal is said in the bar below."""
        return self._operations.run(lambda: write() or True) is not None

    def write(self, path: str, data: Callable[[], bytes]) -> bool:
        """Write a file whole or not at all."""

        def put() -> object:
            from winback_desktop.exchange.safe_file import write_file

            return write_file(Path(path), data())

        return self.put_out(put)

    def _changed(self, changes: Changes) -> None:
        self._stale = True
        if self.visible:
            self._count()

    def _count(self) -> None:
        found = self._operations.run(lambda: insights(self._work, _money))
        if found is None:
            return
        caution, charts, figures = found
        self._stale, self._day = False, figures.today
        new = (caution, charts, letter_years(self._work, figures))
        if new != self._drawn:
            # Only then: drawing anew closes a menu that is open and takes the keyboard away.
            self._drawn = new
            self.caution, self.charts, self.years = new
            self.refreshed.emit()


def _money(amount: int, currency: str) -> str:
    sum_ = QLocale().toString(amount / _MINOR, "f", 0 if amount % _MINOR == 0 else 2)
    return f"{sum_} {currency}".strip()
