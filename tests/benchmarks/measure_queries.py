# SPDX-License-Identifier: MIT
"""Reports how long each question of the screens takes; run by hand on a generated store.

python tests/benchmarks/measure_queries.py FOLDER [--today YYYY-MM-DD]
"""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from winback_desktop.domain.practice import Step
from winback_desktop.storage.opening import open_store


def milliseconds(question: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """The first time and the median of the following ones."""
    taken = []
    for _ in range(times):
        started = perf_counter()
        question()
        taken.append((perf_counter() - started) * 1000)
    return taken[0], median(taken[1:])


def main() -> None:
    """Ask every question and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 20))
    given = parser.parse_args()
    today: date = given.today

    def open_it() -> object:
        return open_store(
            given.folder / "winback.db",
            clock_now=lambda: datetime.combine(today, time(12), UTC),
            program_version="benchmark",
        )

    print(f"{'open':32}{milliseconds(open_it)[1]:9.2f} ms")
    store = open_store(
        given.folder / "winback.db",
        clock_now=lambda: datetime.combine(today, time(12), UTC),
        program_version="benchmark",
    )
    ask = store.queries
    first = today.replace(day=1) - timedelta(days=5)
    middle = ask.contacts(text="", after=("m", 0), limit=1)[0]
    person = middle.contact
    questions: dict[str, Callable[[], object]] = {
        "counts": ask.counts,
        "open steps until today": lambda: ask.open_steps(until=today),
        "open steps, next 7 days": lambda: ask.open_steps(after=today, until=today + timedelta(days=7)),
        "plans to advance": lambda: ask.plans_to_advance(today),
        "quiet plans": ask.quiet_plans,
        "resting plans": ask.resting_plans,
        "month of 42 days": lambda: ask.month(first, first + timedelta(days=41)),
        "contacts, first page": ask.contacts,
        "contacts, middle page": lambda: ask.contacts(after=(middle.sort_key, middle.contact)),
        "contacts with role": lambda: ask.contacts(role="best"),
        "contacts named 'an…'": lambda: ask.contacts(text="an"),
        "contacts named 'anna ber…'": lambda: ask.contacts(text="anna ber"),
        "contact total": ask.contact_total,
        "contact total with role": lambda: ask.contact_total(role="best"),
        "contact total 'an…'": lambda: ask.contact_total(text="an"),
        "interest labels": ask.interest_labels,
        "interest labels 'g…'": lambda: ask.interest_labels("g"),
        "interests with counts": ask.interest_counts,
        "interests with 'fish…'": lambda: ask.interest_counts("fish"),
        "who shares opera": lambda: ask.people_sharing("opera"),
        "gifts paid this year": lambda: ask.gifts_paid(date(today.year, 1, 1), date(today.year, 12, 31)),
        "three years of occasions": lambda: ask.occasions(
            date(today.year - 1, 1, 1), date(today.year + 1, 12, 31)
        ),
        "timeline": lambda: ask.timeline(person),
        "insights": lambda: ask.insights(today),
        "search 'a…'": lambda: ask.search("a"),
        "search 'ro…'": lambda: ask.search("ro"),
        "search 'roses…'": lambda: ask.search("roses"),
        "search 'anna berg…'": lambda: ask.search("anna berg"),
        "search 'zzzz…'": lambda: ask.search("zzzz"),
        "find steps of a contact": lambda: store.find(Step, contact=person),
    }
    for name, question in questions.items():
        cold, warm = milliseconds(question)
        print(f"{name:32}{warm:9.2f} ms   first {cold:9.2f} ms")
    store.close()


if __name__ == "__main__":
    main()
