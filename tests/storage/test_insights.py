# SPDX-License-Identifier: MIT
"""What is counted in SQL is counted once more from the records, one by one, and comes to the same."""

from collections import Counter
from datetime import UTC, date, datetime
from statistics import median_low

import pytest
from three_years import TODAY, live_through

from winback_desktop.domain.care import CheckIn, GoodDeed, Referral
from winback_desktop.domain.insights import Felt, KeptCount, PathCount, Referred, median_wait
from winback_desktop.domain.meetings import Return
from winback_desktop.domain.people import Contact, Interest
from winback_desktop.domain.practice import (
    Gift,
    GiftState,
    Loss,
    LossKind,
    Note,
    Plan,
    PlanState,
    Step,
    StepKind,
    StepState,
    Touch,
    TouchKind,
)
from winback_desktop.storage.opening import open_memory_store

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def store():
    opened = open_memory_store(lambda: NOW)
    live_through(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def figures(store):
    return store.queries.insights(TODAY)


@pytest.fixture(scope="module")
def known(store):
    """Records of people who are not deleted: counted plans by loss, returns by plan."""
    gone = {person.id for person in store.find(Contact) if person.deleted_at}
    plans = [plan for plan in store.find(Plan) if plan.contact not in gone]
    counted = [plan for plan in plans if plan.state is not PlanState.WITHDRAWN]
    losses = {loss.id: loss for loss in store.find(Loss)}
    noted = {one.plan: one for one in store.find(Return)}
    back = {
        plan.id: noted[plan.id].on if plan.id in noted else plan.state_since
        for plan in counted
        if plan.state is PlanState.REHIRED
    }
    return gone, counted, losses, noted, back


def test_the_sample_holds_what_is_hard_to_count(store, known, figures):
    gone, counted, _, _, back = known
    assert len(gone) > 2
    assert len(store.find(Plan)) - len(counted) > 5
    assert len(back) > 20
    assert figures.misdated > 0
    assert figures.lost_again > 2
    assert len(figures.spent) == len(figures.lifetimes) == 2


def test_losses_returns_and_deeds_by_year(store, known, figures):
    gone, counted, losses, _, back = known
    lost = Counter(losses[plan.loss].learned_on.year for plan in counted)
    returned = Counter(day.year for day in back.values())
    deeds = Counter(deed.on.year for deed in store.find(GoodDeed))
    deeds += Counter(
        touch.on.year
        for touch in store.find(Touch)
        if touch.kind is TouchKind.KINDNESS and touch.contact not in gone
    )
    years = sorted({*lost, *returned, *deeds})
    assert [tuple(year) for year in figures.years] == [
        (year, lost[year], returned[year], deeds[year]) for year in years
    ]


def test_time_to_return_and_returns_before_their_loss(known, figures):
    _, counted, losses, _, back = known
    waits = [(back[plan.id] - losses[plan.loss].learned_on).days for plan in counted if plan.id in back]
    assert {wait.days: wait.returns for wait in figures.waits} == Counter(days for days in waits if days >= 0)
    assert figures.misdated == sum(days < 0 for days in waits)
    assert median_wait(figures.waits) == median_low([days for days in waits if days >= 0])


def test_causes_beside_the_reasons_given(store, known, figures):
    gone, counted, losses, _, _ = known
    mine = Counter(losses[plan.loss].cause or "" for plan in counted)
    assert {one.cause: one.losses for one in figures.causes} == mine
    assert figures.causes[-1].cause == ""
    for one in figures.causes:
        said = Counter(
            loss.reason_given.lower()
            for loss in losses.values()
            if loss.contact not in gone and loss.reason_given and (loss.cause or "") == one.cause
        )
        most = sorted(said.values(), reverse=True)[:2]
        assert [said[reason.lower()] for reason in one.theirs] == most


def test_paths_and_steps_kept(store, known, figures):
    _, counted, _, _, back = known
    paths, returns = Counter(), Counter()
    for plan in counted:
        states = [step.state for step in store.find(Step, plan=plan.id) if step.kind is not StepKind.PAUSE]
        ended = plan.state in (PlanState.RESTING, PlanState.REHIRED, PlanState.CLOSED)
        if states == [StepState.DONE] * 3 and ended:
            path = "whole"
        elif states == [StepState.DONE] * 3:
            path = "other"
        elif StepState.SKIPPED in states or plan.state is PlanState.CLOSED:
            path = "left"
        else:
            path = "other"
        paths[path] += 1
        returns[path] += plan.id in back
    assert set(figures.paths) == {PathCount(path, paths[path], returns[path]) for path in paths}
    for kind, kept in zip((StepKind.NOTE, StepKind.LUNCH, StepKind.GIFT), figures.kept, strict=True):
        done = store.find(Step, kind=kind, state=StepState.DONE)
        assert kept == KeptCount(kind, len(done), sum(step.done_on <= step.due for step in done))


def test_money_is_never_added_across_currencies(store, known, figures):
    gone, counted, losses, noted, back = known
    spent = Counter()
    for gift in store.find(Gift):
        if gift.cost and gift.contact not in gone and gift.state not in (GiftState.IDEA, GiftState.CHOSEN):
            spent[gift.currency] += gift.cost
    assert {one.currency: one.amount for one in figures.spent} == spent
    yearly, so_far = Counter(), Counter()
    for plan in counted:
        one = noted.get(plan.id)
        if plan.id not in back or one is None or one.value is None:
            continue
        later = [
            loss.learned_on
            for loss in losses.values()
            if loss.contact == plan.contact and loss.id != plan.loss and loss.learned_on >= one.on
        ]
        until = min(later, default=TODAY)
        yearly[one.currency] += one.value
        so_far[one.currency] += int(one.value * max(0, (until - one.on).days) / 365.25)
    assert {one.currency: (one.yearly, one.so_far) for one in figures.lifetimes} == {
        currency: (yearly[currency], so_far[currency]) for currency in yearly
    }


def test_referrals_after_touches_and_losses_after_returns(store, known, figures):
    gone, _, losses, _, _ = known
    touches = {touch.id: touch.kind.value for touch in store.find(Touch)}
    found = Counter(touches.get(one.touch, "") for one in store.find(Referral) if one.contact not in gone)
    assert set(figures.referred) == {Referred(touch, number) for touch, number in found.items()}
    rehired = {plan.loss for plan in store.find(Plan, state=PlanState.REHIRED)}
    assert figures.lost_again == sum(
        loss.previous_loss in rehired for loss in losses.values() if loss.contact not in gone
    )


def test_check_ins_by_the_time_since_the_latest_loss(store, known, figures):
    _, counted, losses, _, _ = known
    learned = [losses[plan.loss].learned_on for plan in counted]
    checks, light = Counter(), Counter()
    for check in store.find(CheckIn):
        if check.on > TODAY:
            continue
        before = [day for day in learned if day <= check.on]
        days = (check.on - max(before)).days if before else None
        checks[days] += 1
        light[days] += check.level > 3
    assert set(figures.felt) == {Felt(days, checks[days], light[days]) for days in checks}
    assert Felt(None, 1, 1) in figures.felt


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_a_year_in_deeds(store, known, year):
    gone, counted, losses, _, back = known
    deeds = store.queries.year_in_deeds(year)

    def within(day):
        return day is not None and day.year == year

    def counts(record, field, **equal):
        return sum(
            within(getattr(one, field))
            for one in store.find(record, **equal)
            if getattr(one, "contact", None) not in gone
        )

    assert deeds.losses == sum(within(losses[plan.loss].learned_on) for plan in counted)
    assert deeds.notes == counts(Note, "posted_on")
    assert deeds.lunches == counts(Step, "done_on", kind=StepKind.LUNCH)
    assert deeds.gifts == counts(Step, "done_on", kind=StepKind.GIFT)
    assert deeds.touches == counts(Touch, "on")
    assert deeds.deeds == counts(GoodDeed, "on")
    assert deeds.heard == counts(Interest, "heard_on")
    assert len(deeds.names) == sum(within(day) for day in back.values())


def test_an_empty_store_has_nothing_to_tell():
    empty = open_memory_store(lambda: NOW)
    found = empty.queries.insights(TODAY)
    assert (found.losses, found.returns, found.years, found.waits) == (0, 0, (), ())
    assert all(kept.done == 0 for kept in found.kept)
    empty.close()


def test_counting_reads_no_table_row_by_row(store):
    """The large questions are answered from an index alone, so that 100,000 losses take no longer to read."""
    from winback_desktop.storage.reads import insights

    for question in (insights._LOSSES, insights._KEPT, insights._RETURNS, insights._UNDONE):
        plan = [row[3] for row in store._database.rows("EXPLAIN QUERY PLAN " + question)]
        scanned = [line for line in plan if line.startswith(("SCAN loss", "SCAN s", "SCAN p"))]
        assert all("COVERING INDEX" in line for line in scanned), plan


def test_one_person_alone(store):
    own = open_memory_store(lambda: NOW)
    with own.change("one"):
        person = own.add(Contact("Ann"))
        loss = own.add(Loss(person.id, LossKind.CLIENT, date(2026, 1, 5)))
        own.add(Plan(loss.id, person.id, PlanState.REHIRED, date(2026, 1, 7), state_since=date(2026, 1, 5)))
    found = own.queries.insights(TODAY)
    assert [tuple(year) for year in found.years] == [(2026, 1, 1, 0)]
    assert median_wait(found.waits) == 0
    own.close()
