# SPDX-License-Identifier: MIT
"""Recording a loss, through the real store."""

from datetime import date, timedelta

import pytest
from fakes import FakeClock

from winback_desktop.application.advance import advance
from winback_desktop.application.change_plans import withdraw
from winback_desktop.application.due import due_steps
from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.moves import is_outbound
from winback_desktop.domain.people import Contact, ContactStatus, Role
from winback_desktop.domain.practice import CARE, Loss, LossKind, Plan, PlanState, Step, StepKind, StepState

FRIDAY = date(2026, 11, 20)


def at(clock: FakeClock, day: date) -> None:
    clock.move(days=(day - clock.today()).days)


def test_only_the_name_is_needed(work: Workspace, clock: FakeClock) -> None:
    at(clock, FRIDAY)
    recorded = record_loss(work, LossDraft("  Rosa   Delgado "))
    assert recorded.contact.name == "Rosa Delgado"
    assert recorded.contact.roles == (Role.CLIENT,)
    assert recorded.loss.cause is None, "no blame is pre-selected"
    assert recorded.plan.state is PlanState.QUIET
    due = {step.kind: step.due for step in recorded.steps}
    assert due[StepKind.PAUSE] == date(2026, 11, 24)
    assert due[StepKind.NOTE] == date(2026, 11, 25)
    assert due[StepKind.LUNCH] == date(2027, 2, 22)
    assert due[StepKind.GIFT] == date(2027, 5, 20)


def test_nothing_outbound_is_due_in_quiet_time(work: Workspace, clock: FakeClock) -> None:
    at(clock, FRIDAY)
    record_loss(work, LossDraft("Rosa"))
    while clock.today() <= date(2026, 11, 24):
        advance(work)
        assert all(row.kind in CARE for row in due_steps(work)), clock.today()
        clock.move(days=1)
    advance(work)
    assert [row.kind for row in due_steps(work) if row.kind not in CARE] == ["note"]
    assert work.store.queries.quiet_plans() == []


def test_a_known_customer_is_found_by_name_whatever_the_case(work: Workspace) -> None:
    first = record_loss(work, LossDraft("José Ångström", kind=LossKind.PROSPECT))
    again = record_loss(work, LossDraft("josé ångström"))
    assert again.contact.id == first.contact.id
    assert again.contact.roles == (Role.PROSPECT, Role.CLIENT)


def test_a_second_loss_before_the_first_gets_a_sentence(work: Workspace) -> None:
    first = record_loss(work, LossDraft("Rosa", learned_on=FRIDAY))
    with pytest.raises(Refused, match="noted already") as refused:
        record_loss(work, LossDraft("Rosa", learned_on=FRIDAY - timedelta(days=1)))
    assert refused.value.field == "learned_on"
    assert work.store.find(Loss) == [first.loss]
    withdraw(work, first.plan.id)
    record_loss(work, LossDraft("Rosa", learned_on=FRIDAY - timedelta(days=1)))


def test_a_second_loss_continues_the_first_plan_and_never_doubles_the_lunch(work: Workspace) -> None:
    first = record_loss(work, LossDraft("Rosa"))
    second = record_loss(work, LossDraft("Rosa"))
    assert second.loss.previous_loss == first.loss.id
    assert work.store.get(Plan, first.plan.id).state is PlanState.CLOSED
    lunches = work.store.find(Step, contact=first.contact.id, kind=StepKind.LUNCH)
    assert [step.state for step in lunches] == [StepState.DROPPED, StepState.PLANNED]


def test_one_undo_takes_all_of_it_back(work: Workspace) -> None:
    record_loss(work, LossDraft("Rosa"))
    assert work.store.undo() == "record the loss of Rosa"
    assert work.store.find(Contact) == work.store.find(Plan) == work.store.find(Step) == []
    assert work.store.redo() == "record the loss of Rosa"
    assert len(work.store.find(Plan)) == 1
    assert len(work.store.find(Step)) == 11


def test_learned_late_the_clock_starts_when_learned_or_today(work: Workspace, clock: FakeClock) -> None:
    long_ago = clock.today() - timedelta(days=40)
    late = record_loss(work, LossDraft("Rosa", learned_on=long_ago))
    assert late.plan.state is PlanState.ACTIVE
    fresh = record_loss(work, LossDraft("Tom", learned_on=long_ago, short_pause=True))
    assert fresh.plan.state is PlanState.QUIET
    assert fresh.loss.learned_on == long_ago


def test_nothing_outbound_for_somebody_who_wants_none(work: Workspace) -> None:
    with work.store.change("add"):
        silent = work.store.add(Contact("Kim", status=ContactStatus.DO_NOT_CONTACT))
    recorded = record_loss(work, LossDraft(contact=silent.id))
    assert recorded.plan.state is PlanState.DO_NOT_CONTACT
    assert recorded.steps
    assert not any(is_outbound(step.kind) for step in recorded.steps)


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (LossDraft(""), "name", "who it is"),
        (LossDraft(" \t\u200d "), "name", "who it is"),
        (LossDraft("x" * 10_000), "name", "10,000 characters"),
        (LossDraft("Rosa", learned_on=date(2026, 11, 25)), "learned_on", "after today"),
        (LossDraft("Rosa", learned_on=date(1, 1, 1)), "learned_on", "out of range"),
        (LossDraft("Rosa", learned_on=FRIDAY, happened_on=date(2026, 11, 21)), "happened_on", "check both"),
        (LossDraft("Rosa", value=-1), "value", "from 0 up"),
    ],
)
def test_bad_input_is_refused_in_words_and_stores_nothing(
    work: Workspace, draft: LossDraft, field: str, words: str
) -> None:
    with pytest.raises(Refused, match=words) as refused:
        record_loss(work, draft)
    assert refused.value.field == field
    assert work.store.find(Contact) == []


@pytest.mark.parametrize(
    "name", ['<img src="/etc/hostname">', "👩‍🍳 Zoë", "مريم حسن", "O'Brien & Sons", "%s {name}"]
)
def test_any_readable_name_is_kept_as_it_is(work: Workspace, name: str) -> None:
    recorded = record_loss(work, LossDraft(name))
    assert work.store.get(Contact, recorded.contact.id).name == name
    assert work.store.undo() == f"record the loss of {name}"


def test_the_owners_place_and_pace_count(work: Workspace, clock: FakeClock) -> None:
    at(clock, date(2026, 12, 23))
    save_owner(work, owner(work)._replace(country="gb", subdivision="eng", quiet_days=3))
    due = {step.kind: step.due for step in record_loss(work, LossDraft("Rosa")).steps}
    assert due[StepKind.PAUSE] == date(2026, 12, 30)
    assert due[StepKind.NOTE] == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"country": "XX"}, "country"),
        ({"subdivision": "ZZ"}, "subdivision"),
        ({"work_week": ()}, "work_week"),
        ({"quiet_days": 1}, "quiet_days"),
        ({"lunch_months": 6, "gift_months": 6}, "lunch_months"),
        ({"gift_budget": -1}, "gift_budget"),
    ],
)
def test_impossible_settings_are_refused(work: Workspace, change: dict[str, object], field: str) -> None:
    before = owner(work)
    with pytest.raises(Refused) as refused:
        save_owner(work, before._replace(**change))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert owner(work) == before
