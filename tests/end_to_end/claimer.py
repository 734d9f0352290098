# SPDX-License-Identifier: MIT
"""Claims reminders day after day over a shared file until it is killed; each line it writes is a pop-up.

claimer.py FILE LINES FIRST_DAY STARTED_AT SECONDS_A_DAY DAYS
"""

import os
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from fakes import FakeClock, NoHolidays

from winback_desktop.application.advance import advance
from winback_desktop.application.failures import StoreFault
from winback_desktop.application.ports import Workspace
from winback_desktop.application.remind import claim, confirm
from winback_desktop.storage.opening import open_store

file, lines, first = Path(sys.argv[1]), sys.argv[2], date.fromisoformat(sys.argv[3])
started, a_day, days = float(sys.argv[4]), float(sys.argv[5]), int(sys.argv[6])
clock = FakeClock()
work = Workspace(open_store(file, clock_now=clock.now, program_version="test"), clock, NoHolidays())
shown = os.open(lines, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
passed = 0
while passed < days:
    passed = min(days, int((time.monotonic() - started) / a_day))
    day = first + timedelta(days=passed)
    clock.instant = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    try:
        advance(work)
        rows = claim(work, str(os.getpid()))
        for row in rows:
            os.write(shown, f"{row.step}\n".encode())
        confirm(work, rows)
    except StoreFault:
        continue  # the other one is writing; the next beat tries again
