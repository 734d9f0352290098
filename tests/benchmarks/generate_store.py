# SPDX-License-Identifier: MIT
# ruff: noqa: SIM905 - lists of words read best as text
"""Makes realistic stores of 10, 1,000 or 100,000 customers, the same ones for the same seed.

    python tests/benchmarks/generate_store.py FOLDER [--customers N] [--today YYYY-MM-DD] [--seed N]

Each customer has a loss with its plan and three follow-ups, and five interests and notes; the days
lie before, on and after the given one.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from winback_desktop.application.ports import Store
from winback_desktop.domain.people import Contact, ContactPoint, Interest, PointKind, Role
from winback_desktop.domain.practice import (
    Loss,
    LossKind,
    Note,
    NoteState,
    Plan,
    PlanState,
    Step,
    StepKind,
    StepState,
)
from winback_desktop.storage.opening import open_store

_GIVEN = tuple(
    "Anna Ben Chiara David Émilie Farid Grace Hana Iván Jürgen Kofi Lena Marco Nadia Oskar Priya Quentin Rosa"
    " Sven Tomás Ulla Víctor Wanda Xenia Yusuf Zoë".split()
)
_SYLLABLES = tuple(
    "al ber car den ek fin gar hol is jan kel lor man nor os per ros sen tor ul ven wal zim".split()
)
_TRADES = tuple("Garden Studio Bakery Joinery Consulting Photography Books Catering Design Cycles".split())
_LIKES = tuple(
    "grilling,hiking,jazz,chess,roses,sailing,crime novels,coffee,pottery,cycling,opera,baking,birds,"
    "old maps,tea,climbing,theatre,football,fishing,gardening".split(",")
)
_WORDS = tuple(
    "thank you for the years together the door stays open we enjoyed every visit of yours and hope that the"
    " new house brings you joy and light all through spring".split()
)
_SPAN = 1200
_BATCH = 20_000


def fill(store: Store, customers: int, today: date, seed: int = 1) -> None:
    """Add ``customers`` with all that hangs on them to an empty store."""
    chance = random.Random(seed)
    for start in range(0, customers, _BATCH):
        count = min(_BATCH, customers - start)
        with store.transaction():
            _batch(store, chance, today, count)


def _batch(store: Store, chance: random.Random, today: date, count: int) -> None:
    people = store.add_all([_contact(chance, today) for _ in range(count)])
    learned = [today + timedelta(days=chance.randint(-_SPAN, -5)) for _ in people]
    # However many customers there are, only a few are being lost just now.
    for near in range(0, count, 5000):
        learned[near] = today - timedelta(days=chance.randint(0, 2))
    losses = store.add_all(
        [
            Loss(
                person.id,
                chance.choice((LossKind.CLIENT, LossKind.CLIENT, LossKind.PROSPECT)),
                day,
                value=chance.randrange(20_000, 2_000_000, 100),
                currency="EUR",
                reason_given=" ".join(chance.choices(_WORDS, k=5)),
                created_at=_noon(day),
            )
            for person, day in zip(people, learned, strict=True)
        ]
    )
    plans = store.add_all(
        [
            Plan(
                loss.id,
                loss.contact,
                _state(loss, today),
                quiet_until=loss.learned_on + timedelta(days=2),
                state_since=loss.learned_on + timedelta(days=183),
            )
            for loss in losses
        ]
    )
    steps = [step for plan, day in zip(plans, learned, strict=True) for step in _steps(plan, day, today)]
    store.add_all(steps)
    store.add_all(
        [ContactPoint(PointKind.EMAIL, f"p{person.id}@example.com", contact=person.id) for person in people]
    )
    store.add_all([interest for person in people for interest in _interests(chance, person, today)])
    store.add_all([note for person in people for note in _notes(chance, person, today)])


def _contact(chance: random.Random, today: date) -> Contact:
    given = chance.choice(_GIVEN)
    family = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).capitalize()
    return Contact(
        f"{given} {family}",
        given=given,
        family=family,
        organisation=f"{family} {chance.choice(_TRADES)}",
        roles=(chance.choice(list(Role)),),
        customer_since=today - timedelta(days=chance.randint(100, 6000)),
        created_at=_noon(today),
    )


def _state(loss: Loss, today: date) -> PlanState:
    age = (today - loss.learned_on).days
    if age <= 2:
        return PlanState.QUIET
    return PlanState.ACTIVE if age < 183 else (PlanState.RESTING, PlanState.REHIRED)[loss.contact % 3 == 0]


def _steps(plan: Plan, learned: date, today: date) -> Iterator[Step]:
    for kind, days in ((StepKind.NOTE, 3), (StepKind.LUNCH, 91), (StepKind.GIFT, 183)):
        due = learned + timedelta(days=days)
        late = due > today - timedelta(days=plan.contact % 40 // 38)
        state = StepState.PLANNED if late else StepState.DONE
        yield Step(plan.id, plan.contact, kind, due, due, state, done_on=None if late else due)


def _interests(chance: random.Random, person: Contact, today: date) -> Iterator[Interest]:
    for position, label in enumerate(chance.sample(_LIKES, 3)):
        words = " ".join(chance.choices(_WORDS, k=6))
        yield Interest(label, words=words, heard_on=today, position=position, contact=person.id)


def _notes(chance: random.Random, person: Contact, today: date) -> Iterator[Note]:
    for _ in range(2):
        text = " ".join(chance.choices(_WORDS, k=30))
        yield Note(
            person.id, text, state=NoteState.POSTED, posted_on=today - timedelta(days=chance.randrange(900))
        )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def main() -> None:
    """Make ``winback.db`` in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--customers", type=int, default=1000)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 20))
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    store = open_store(
        given.folder / "winback.db", clock_now=lambda: _noon(given.today), program_version="benchmark"
    )
    fill(store, given.customers, given.today, given.seed)
    store.close()


if __name__ == "__main__":
    main()
