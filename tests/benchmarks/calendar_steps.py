# SPDX-License-Identifier: MIT
"""Reports what a page of the calendar costs, turned and painted; run by hand on a generated store.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/calendar_steps.py FOLDER [--months 60] [--passes 4]

CPU time of one step, from the key press to the painted page, nothing read ahead. Other programs make single
steps dearer, so the best of some passes is told for each month, and then the median and the worst month.
"""

import argparse
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from winback_desktop.application.ports import Workspace
from winback_desktop.opening import clock_for
from winback_desktop.storage.opening import open_store
from winback_desktop.system.public_holidays import PublicHolidays
from winback_desktop.ui.main_window import MainWindow
from winback_desktop.ui.navigation import CALENDAR, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme

_SETTLING = 400  # milliseconds


def main() -> None:
    """Turn months back from half a year ahead, a few times over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 20))
    parser.add_argument("--months", type=int, default=60)
    parser.add_argument("--passes", type=int, default=4)
    given = parser.parse_args()
    application = QApplication([])
    store = open_store(
        given.folder / "winback.db",
        clock_now=lambda: datetime.combine(given.today, time(12), UTC),
        program_version="benchmark",
    )
    work = Workspace(store, clock_for(given.today), PublicHolidays())
    navigator = Navigator()
    window = MainWindow(work, Operations(store), navigator, Theme(application, "light"))
    window.resize(1240, 800)
    window.show()
    navigator.go(CALENDAR)
    presenter = window.page(CALENDAR)._presenter
    QTest.qWait(_SETTLING)  # the holidays of the years around are computed once
    passes = []
    for _ in range(given.passes):
        presenter.show_day(given.today + timedelta(days=190))
        presenter._reading.forget()
        application.processEvents()
        taken = []
        for _ in range(given.months):
            started = process_time()
            presenter.turn(-1)
            application.processEvents()
            taken.append((process_time() - started) * 1000)
        passes.append(taken)
    best = [min(month) for month in zip(*passes, strict=True)]
    grid = window.page(CALENDAR)._grid.viewport()
    presenter.show_day(given.today - timedelta(days=90))
    application.processEvents()
    painted = []
    for _ in range(30):
        started = process_time()
        grid.repaint()
        painted.append((process_time() - started) * 1000)
    entries = max(cell.total for cell in presenter.cells)
    print(f"a step, {given.months} months: median {median(best):.1f} ms, worst {max(best):.1f} ms")
    print(f"a first pass: median {median(passes[0]):.1f} ms, worst {max(passes[0]):.1f} ms")
    print(f"painting a month with up to {entries} entries a day: {min(painted):.1f} ms")


if __name__ == "__main__":
    main()
