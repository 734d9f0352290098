# SPDX-License-Identifier: MIT
"""Two programs claim the same reminders and are killed at random moments: none doubled, none lost.

WINBACK_KILLS says how often; 200 are the figure that the program promises.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fakes import FakeClock, NoHolidays

from winback_desktop.application.due import due_steps
from winback_desktop.application.missed_reminders import missed
from winback_desktop.application.own_records import Reminder
from winback_desktop.application.owner import owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.remind import claim
from winback_desktop.domain.practice import CARE, Step
from winback_desktop.storage.opening import open_store

KILLS = int(os.environ.get("WINBACK_KILLS", "20"))
CLAIMER = Path(__file__).parent / "claimer.py"
FIRST = date(2026, 1, 10)
DAYS, A_DAY = 60, 4  # before the first lunch is near, so that notes alone are due
_A_KILL = 0.5  # seconds from one to the next, on average


@pytest.fixture
def work(tmp_path: Path):
    """Some notes due on each of many days, and nothing else to do."""
    clock = FakeClock()
    store = open_store(tmp_path / "winback.db", clock_now=clock.now, program_version="test")
    work = Workspace(store, clock, NoHolidays())
    save_owner(work, owner(work)._replace(country="US", work_week=tuple(range(7))))
    with store.transaction():
        for number in range(DAYS * A_DAY):
            day = FIRST + timedelta(days=number // A_DAY - 3)
            clock.instant = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            record_loss(work, LossDraft(f"Person {number}", learned_on=day))
        for step in store.find(Step, kind=CARE):
            store.remove(step)
    yield work
    store.close()


@pytest.mark.timeout(600)
def test_two_programs_killed_at_random_double_and_lose_nothing(
    work: Workspace, tmp_path: Path, record_property
) -> None:
    lines = tmp_path / "shown"
    lines.touch()
    chance = random.Random(7)
    a_day = KILLS * _A_KILL / DAYS
    command = [sys.executable, str(CLAIMER), str(tmp_path / "winback.db"), str(lines), FIRST.isoformat()]
    command += [str(time.monotonic()), str(a_day), str(DAYS)]
    running = [subprocess.Popen(command) for _ in range(2)]
    try:
        for _ in range(KILLS):
            time.sleep(chance.uniform(0, 2 * _A_KILL))
            victim = chance.randrange(2)
            running[victim].kill()
            running[victim].wait()
            running[victim] = subprocess.Popen(command)
        assert [each.wait(60) for each in running] == [0, 0]
    finally:
        for each in running:
            each.kill()
            each.wait()
    day = FIRST + timedelta(days=DAYS)
    work.clock.instant = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)  # type: ignore[attr-defined]
    shown = Counter(int(line) for line in lines.read_text().split())
    assert [step for step, times in shown.items() if times > 1] == []
    assert claim(work) == [], "nothing that was due is left without a claim"
    due = {row.step for row in due_steps(work)}
    assert len(due) == DAYS * A_DAY
    work.clock.move(minutes=5)  # type: ignore[attr-defined]
    told = {row.step for row in missed(work)}
    claimed = {each.step for each in work.store.find(Reminder)}
    for name, count in (("due", len(due)), ("shown", len(shown)), ("told_as_missed", len(told - set(shown)))):
        record_property(name, count)
    assert due <= claimed
    assert due - set(shown) <= told, "what was never shown is told as missed"
    assert set(shown) <= due, "and everything is still on the list"
