# SPDX-License-Identifier: MIT
"""Three years of a small firm, made up with a fixed seed: losses, returns, gifts, referrals, oddities too."""

import random
from datetime import UTC, date, datetime, timedelta

from winback_desktop.application.ports import Store
from winback_desktop.domain.care import CheckIn, GoodDeed, Referral
from winback_desktop.domain.meetings import Return
from winback_desktop.domain.people import Contact, Interest
from winback_desktop.domain.practice import (
    PATH,
    Cause,
    Gift,
    GiftState,
    Loss,
    LossKind,
    Note,
    NoteState,
    Plan,
    PlanState,
    Step,
    StepKind,
    StepState,
    Touch,
    TouchKind,
)

TODAY = date(2026, 11, 20)
FIRST = date(2023, 11, 20)
_REASONS = ("too dear", "A cousin does it now", "Too dear", "", "moved away", "")
_ENDS = (
    PlanState.REHIRED, PlanState.RESTING, PlanState.CLOSED, PlanState.ACTIVE, PlanState.WITHDRAWN,
    PlanState.REHIRED, PlanState.RESTING,
)  # fmt: skip


def live_through(store: Store, seed: int = 7, losses: int = 90) -> None:
    """Fill an empty store."""
    chance = random.Random(seed)
    with store.change("three years"):
        for number in range(losses):
            _lose(store, chance, number)
        for _ in range(25):
            store.add(GoodDeed(_day(chance), who="somebody", how="a lift", at=_noon(TODAY)))
        for _ in range(60):
            store.add(CheckIn(_day(chance), "calm", chance.randint(1, 5), at=_noon(TODAY)))
        store.add(CheckIn(FIRST - timedelta(days=9), "well", 5))
        store.add(CheckIn(TODAY + timedelta(days=1), "too early", 5))


def _lose(store: Store, chance: random.Random, number: int) -> None:
    deleted = _noon(TODAY) if number % 23 == 5 else None
    person = store.add(Contact(f"Person {number}", deleted_at=deleted))
    learned = _day(chance)
    again = None
    for round_ in range(2 if number % 9 == 0 else 1):
        loss = store.add(
            Loss(
                person.id,
                chance.choice(list(LossKind)),
                learned,
                cause=chance.choice([None, *Cause]),
                reason_given=chance.choice(_REASONS),
                previous_loss=again,
            )
        )
        again = loss.id
        state = PlanState.REHIRED if number % 9 == 0 and not round_ else chance.choice(_ENDS)
        back = min(learned + timedelta(days=chance.randint(1, 500)), TODAY)
        plan = store.add(Plan(loss.id, person.id, state, learned + timedelta(days=2), state_since=back))
        touches = _walk(store, chance, plan, learned, state)
        if state is PlanState.REHIRED and chance.random() < 0.7:
            day = back if chance.random() > 0.1 else learned - timedelta(days=3)
            value = chance.choice([None, 120_000, 90_050])
            store.add(
                Return(person.id, plan.id, loss.id, day, value=value, currency=chance.choice(["EUR", "USD"]))
            )
        if touches and chance.random() < 0.3:
            touch = chance.choice([*touches, None])
            store.add(Referral(person.id, "A friend", back, touch=touch.id if touch else None))
        learned = min(back + timedelta(days=chance.randint(0, 90)), TODAY)


def _walk(store: Store, chance: random.Random, plan: Plan, learned: date, state: PlanState) -> list[Touch]:
    """Steps of the path, and what they left behind."""
    touches = []
    for kind, days in zip(PATH, (2, 3, 91, 183), strict=True):
        due = learned + timedelta(days=days)
        how = chance.choice([StepState.DONE] * 6 + [StepState.SKIPPED, StepState.DROPPED, StepState.PLANNED])
        if due > TODAY - timedelta(days=5):
            how = StepState.PLANNED
        done = due + timedelta(days=chance.choice([-1, 0, 0, 4])) if how is StepState.DONE else None
        step = store.add(Step(plan.id, plan.contact, kind, due, due, how, done_on=done))
        if kind is StepKind.NOTE and done:
            store.add(
                Note(plan.contact, "Thank you", plan.id, step.id, state=NoteState.POSTED, posted_on=done)
            )
        if kind is StepKind.LUNCH and done:
            touches.append(store.add(Touch(plan.contact, TouchKind.LUNCH, done, plan=plan.id, step=step.id)))
            store.add(Interest("jazz", heard_on=done, contact=plan.contact))
        if kind is StepKind.GIFT and done:
            touches.append(store.add(Touch(plan.contact, TouchKind.KINDNESS, done)))
            store.add(
                Gift(
                    plan.contact, "Tongs", state=chance.choice(list(GiftState)),
                    cost=chance.choice([None, 2500, 1999]), currency=chance.choice(["EUR", "USD"]),
                    on=done, plan=plan.id, step=step.id,
                )
            )  # fmt: skip
    return touches


def _day(chance: random.Random) -> date:
    return FIRST + timedelta(days=chance.randint(0, (TODAY - FIRST).days - 1))


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
