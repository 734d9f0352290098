# SPDX-License-Identifier: MIT
"""What the calendar reads: steps towards people first, sieved, with birthdays and touches beside them."""

from datetime import UTC, date, datetime

import pytest
from fakes import FakeClock

from winback_desktop.application.ports import Store, Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.people import Contact, ContactStatus, ImportantDate, Role
from winback_desktop.domain.practice import CARE, Touch, TouchKind

FEBRUARY = date(2027, 2, 1), date(2027, 2, 28)
SPAN = date(2026, 11, 1), date(2027, 6, 30)


@pytest.fixture
def store(work: Workspace, clock: FakeClock) -> Store:
    """Two losses of the same day, with everything that follows from them."""
    clock.instant = datetime(2026, 11, 19, 12, tzinfo=UTC)
    for name in ("Rosa", "Marcus"):
        record_loss(work, LossDraft(name, learned_on=date(2026, 11, 19)))
    return work.store


def test_a_29th_of_february_stands_on_the_28th_and_a_best_customer_beside_it(store: Store) -> None:
    with store.transaction():
        leap = store.add(Contact("Lea", roles=(Role.CLIENT, Role.BEST)))
        gone = store.add(Contact("Gone", status=ContactStatus.DECEASED))
        plain = store.add(Contact("Plain"))
        store.add(ImportantDate("Birthday", 2, 29, 1972, contact=leap.id))
        store.add(ImportantDate("Birthday", 2, 10, contact=gone.id))
        store.add(Touch(leap.id, TouchKind.CALL, date(2027, 2, 9)))
        store.add(Touch(plain.id, TouchKind.CALL, date(2027, 2, 9)))
    found = store.queries.occasions(*FEBRUARY)
    assert [(row.on.day, row.kind, row.name, row.words, row.years) for row in found] == [
        (9, "touch", "Lea", "call", 0),
        (28, "date", "Lea", "Birthday", 55),
    ]
    assert store.queries.occasions(*FEBRUARY, contact=plain.id) == []
    leap_year = store.queries.occasions(date(2028, 2, 20), date(2028, 3, 20))
    assert [row.on for row in leap_year] == [date(2028, 2, 29)]


def test_what_is_for_people_stands_before_what_is_for_the_owner(store: Store) -> None:
    days = store.queries.month(*SPAN, per_day=3).values()
    for day in days:
        care = [row.kind in CARE for row in day.rows]
        assert care == sorted(care)
        assert len(day.rows) == min(3, day.total)
    assert max(len(day.care) for day in days) > 1


def test_a_month_is_sieved_by_kind_and_person(store: Store) -> None:
    found = store.queries.month(*SPAN, kinds=("note", "gift")).values()
    assert {row.kind for day in found for row in day.rows} == {"note", "gift"}
    (rosa,) = store.find(Contact, name="Rosa")
    found = store.queries.month(*SPAN, contact=rosa.id).values()
    assert {row.name for day in found for row in day.rows} == {"Rosa"}
