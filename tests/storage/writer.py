# SPDX-License-Identifier: MIT
"""A program of its own that writes until it is killed; for the tests of crashes and of two at once.

python writer.py FILE add       adds contacts and says the number of each once it is saved
python writer.py FILE claim N   claims reminders for steps 1 to N and says which it got
python writer.py FILE open      opens the file and says whether it is sound
"""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from winback_desktop.application.own_records import Reminder
from winback_desktop.domain.people import Contact, Interest
from winback_desktop.storage.opening import open_store
from winback_desktop.storage.store import SqliteStore


def _now() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def _add(store: SqliteStore) -> None:
    round_number = 0
    while True:
        round_number += 1
        with store.change(f"add {round_number}"):
            person = store.add(Contact(f"Person {round_number}", about="words " * 200))
            store.add_all([Interest("jazz", words="more " * 50, contact=person.id) for _ in range(5)])
        print(person.id, flush=True)
        if round_number % 5 == 0:
            store.undo()
            print(-person.id, flush=True)


def _claim(store: SqliteStore, steps: int) -> None:
    for step in range(1, steps + 1):
        with store.transaction():
            free = not store.find(Reminder, step=step)
            if free:
                store.add(Reminder(step, date(2026, 1, 1), _now(), "me"))
        if free:
            print(step, flush=True)


if __name__ == "__main__":
    opened = open_store(Path(sys.argv[1]), clock_now=_now, program_version="0.1.0")
    if sys.argv[2] == "add":
        _add(opened)
    elif sys.argv[2] == "claim":
        _claim(opened, int(sys.argv[3]))
    else:
        print("sound" if opened.check() == [] else "unsound")
    opened.close()
