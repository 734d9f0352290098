# SPDX-License-Identifier: MIT
"""Every state that an owner put a plan into stays in the history, also after the next one."""

from datetime import timedelta

import pytest
from fakes import FakeClock, NoHolidays

from winback_desktop.application.advance import advance
from winback_desktop.application.change_plans import pause, rehire, rest, resume
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.history_words import history_words
from winback_desktop.domain.practice import PlanMove, PlanState
from winback_desktop.storage.opening import open_memory_store


@pytest.fixture
def work(clock: FakeClock):
    store = open_memory_store(clock.now)
    yield Workspace(store, clock, NoHolidays())
    store.close()


def states(work: Workspace, contact: int) -> list[tuple[str, str]]:
    lines = work.store.queries.timeline(contact, 50)
    told = [line for line in reversed(lines) if line.kind in ("state", "resumed")]
    return [(history_words(line.kind, line.title), line.detail) for line in told]


def test_a_pause_stays_in_the_history_after_they_came_back(work: Workspace, clock: FakeClock) -> None:
    recorded = record_loss(work, LossDraft("Rosa Delgado"))
    plan, contact = recorded.plan.id, recorded.contact.id
    clock.move(days=10)
    advance(work)
    pause(work, plan, clock.today() + timedelta(days=30), "I am travelling")
    clock.move(days=3)
    resume(work, plan)
    clock.move(days=40)
    rehire(work, plan)
    assert states(work, contact) == [
        ("Paused", "I am travelling"),
        ("Went on after the pause", ""),
        ("Came back", ""),
    ]


def test_each_state_is_told_once_and_undo_takes_its_move_back(work: Workspace, clock: FakeClock) -> None:
    recorded = record_loss(work, LossDraft("Rosa Delgado"))
    clock.move(days=10)
    rest(work, recorded.plan.id)
    assert states(work, recorded.contact.id) == [("Resting with the door open", "the door stays open")]
    work.store.undo()
    assert work.store.find(PlanMove) == []
    work.store.redo()
    (move,) = work.store.find(PlanMove)
    assert (move.state, move.on) == (PlanState.RESTING, clock.today())


def test_a_later_loss_closes_the_earlier_plan_in_the_history(work: Workspace, clock: FakeClock) -> None:
    first = record_loss(work, LossDraft("Rosa Delgado"))
    clock.move(days=10)
    record_loss(work, LossDraft("Rosa Delgado", contact=first.contact.id))
    (move,) = work.store.find(PlanMove, plan=first.plan.id)
    assert move.reason == "continued by the plan for a later loss"
    assert ("Plan closed", move.reason) in states(work, first.contact.id)
