# SPDX-License-Identifier: MIT
"""How fast cards are read and stored, beside vobject in the same run; a script to start by hand."""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import vobject

sys.path.insert(0, str(Path(__file__).parents[1]))

from fakes import FakeClock, NoHolidays

from winback_desktop.application.import_contacts import apply_import, plan_import
from winback_desktop.application.ports import Workspace
from winback_desktop.exchange.vcard import read_vcards
from winback_desktop.storage.opening import open_store

CARD = """BEGIN:VCARD\r
VERSION:3.0\r
N:Example{n};Person;;;\r
FN:Person Example{n}\r
ORG:Firm {n}\r
EMAIL;TYPE=INTERNET;TYPE=WORK:person{n}@example.com\r
TEL;TYPE=CELL:+1 555 {n:07d}\r
ADR;TYPE=WORK:;;{n} Long Street;Springfield;;12345;United States\r
NOTE:Likes grilling\\, long walks and the sea\\, and says so every time we meet\r
  somewhere\r
END:VCARD\r
"""


def measured(job: Callable[[], object]) -> float:
    """Seconds a job takes, the best of three."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        job()
        times.append(time.perf_counter() - started)
    return min(times)


def main(count: int = 20_000, other: int = 1_000) -> None:
    """Print the rates and their ratio."""
    text = "".join(CARD.format(n=number) for number in range(count))
    data = text.encode()
    few = "".join(CARD.format(n=number) for number in range(other))
    ours = count / measured(lambda: read_vcards(data))
    theirs = other / measured(lambda: list(vobject.readComponents(few)))
    print(f"read: {ours:,.0f} cards/s; vobject {theirs:,.0f} cards/s; {ours / theirs:.1f} times as fast")
    clock = FakeClock(datetime(2026, 11, 24, tzinfo=UTC).date())
    reading = read_vcards(data)
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "winback.db", clock_now=clock.now, program_version="0")
        store.warm_up()
        work = Workspace(store, clock, NoHolidays())
        for label in ("first import", "same again"):
            started = time.perf_counter()
            plan = plan_import(work, reading.cards)
            planned = time.perf_counter()
            result = apply_import(work, plan)
            done = time.perf_counter()
            print(
                f"{label}: {result[:4]}; planned {count / (planned - started):,.0f}/s, "
                f"stored and indexed {count / (done - planned):,.0f}/s, "
                f"both {count / (done - started):,.0f}/s"
            )
        started = time.perf_counter()
        store.undo()
        print(f"undo: {count / (time.perf_counter() - started):,.0f}/s")
        store.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
