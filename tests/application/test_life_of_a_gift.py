# SPDX-License-Identifier: MIT
"""A gift from the idea to the day it arrives: what it costs, by when, and what the calendar shows of it."""

from datetime import date, timedelta

import pytest

from winback_desktop.application.choose_gift import buy_by, choose, chosen_gift, ideas_for, mark_gift
from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_limits import gift_notes, save_policy, spent_this_year, year_notes
from winback_desktop.application.keep_interests import add_interest
from winback_desktop.application.move_steps import complete, postpone
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.write_occasions import occasion_note
from winback_desktop.domain.moves import is_open
from winback_desktop.domain.note_occasions import Occasion
from winback_desktop.domain.people import Constraint, ConstraintKind, Contact
from winback_desktop.domain.practice import Gift, GiftPolicy, GiftState, Step, StepKind

YEAR = timedelta(days=365)


@pytest.fixture
def lost(work):
    """Rosa, who grills, lost today; her steps by kind."""
    save_owner(work, Owner(name="Dana", country="US"))
    recorded = record_loss(work, LossDraft("Rosa Delgado"))
    add_interest(work, recorded.contact.id, "grilling", "every Sunday")
    return recorded.contact.id, {step.kind: step for step in recorded.steps}


def pick(work, contact: int, title: str) -> Gift:
    return choose(
        work, contact, next(one for one in ideas_for(work, contact, limit=50) if one.title == title)
    )


def gift_days(work, contact: int = 0):
    today = work.clock.today()
    found = work.store.queries.occasions(today, today + YEAR, contact)
    return [(row.on, row.kind, row.words) for row in found if row.kind in ("buy", "send")]


def test_choosing_and_ordering_stand_21_and_10_days_before_the_gift(lost):
    _, steps = lost
    due = steps[StepKind.GIFT].due
    assert (due - steps[StepKind.CHOOSE_GIFT].due).days >= 21
    assert (due - steps[StepKind.ORDER_GIFT].due).days >= 10


def test_the_calendar_shows_by_when_to_buy_and_then_to_send(work, lost):
    contact, steps = lost
    due = steps[StepKind.GIFT].due
    gift = pick(work, contact, "Long tongs and a sturdy grill brush")
    assert gift.lead_days == 5
    assert gift_days(work) == [(due - timedelta(days=7), "buy", gift.title)]
    mark_gift(work, gift.id, GiftState.BOUGHT, cost=1990)
    assert gift_days(work) == [(due - timedelta(days=2), "send", gift.title)]
    mark_gift(work, gift.id, GiftState.SENT)
    assert gift_days(work) == []


def test_the_day_follows_a_gift_that_is_moved_and_goes_with_it(work, lost):
    contact, steps = lost
    pick(work, contact, "Long tongs and a sturdy grill brush")
    later = postpone(work, steps[StepKind.GIFT].id, steps[StepKind.GIFT].due + timedelta(days=14)).due
    assert [day for day, *_ in gift_days(work, contact)] == [later - timedelta(days=7)]
    assert gift_days(work, contact + 1) == []
    with work.store.change("leave it out"):
        step = work.store.get(Step, steps[StepKind.GIFT].id)
        work.store.save(step._replace(state="skipped"))
    assert gift_days(work) == []


def test_each_state_closes_the_steps_that_it_answers_once_quiet_time_is_over(work, clock, lost):
    contact, steps = lost

    def waiting() -> set[StepKind]:
        kinds = (StepKind.CHOOSE_GIFT, StepKind.ORDER_GIFT, StepKind.GIFT)
        return {kind for kind in kinds if is_open(work.store.get(Step, steps[kind].id))}

    pick(work, contact, "A cookbook about cooking over fire")
    assert len(waiting()) == 3
    clock.move(days=150)
    gift = pick(work, contact, "Long tongs and a sturdy grill brush")
    assert waiting() == {StepKind.ORDER_GIFT, StepKind.GIFT}
    mark_gift(work, gift.id, GiftState.BOUGHT)
    assert waiting() == {StepKind.GIFT}
    mark_gift(work, gift.id, GiftState.SENT)
    assert waiting() == set()
    work.store.undo()
    assert waiting() == {StepKind.GIFT}
    assert buy_by(work, chosen_gift(work, contact)) == steps[StepKind.GIFT].due - timedelta(days=2)


def test_time_together_has_nothing_to_buy(work, lost):
    contact, _ = lost
    pick(work, contact, "Come to their next cook-out and do the washing-up")
    assert gift_days(work) == []


def test_its_whole_life_with_cost_and_reason_each_step_undoable(work, lost):
    contact, _ = lost
    gift = pick(work, contact, "Long tongs and a sturdy grill brush")
    for state in (GiftState.BOUGHT, GiftState.SENT, GiftState.RETURNED):
        gift = mark_gift(work, gift.id, state, 1990 if state is GiftState.BOUGHT else None, "too large")
    assert (gift.state, gift.cost, gift.reason) == (GiftState.RETURNED, 1990, "too large")
    work.store.undo()
    assert chosen_gift(work, contact).state is GiftState.SENT
    mark_gift(work, gift.id, GiftState.REFUSED, reason="their firm")
    assert [one.kind for one in work.store.find(Constraint, contact=contact)] == [ConstraintKind.NO_GIFTS]


def test_a_budget_below_zero_and_a_reason_without_end_are_refused(work, lost):
    contact, _ = lost
    gift = pick(work, contact, "Long tongs and a sturdy grill brush")
    for act, field in (
        (lambda: ideas_for(work, contact, budget=-1), "budget"),
        (lambda: mark_gift(work, gift.id, GiftState.BOUGHT, cost=-5), "cost"),
        (lambda: mark_gift(work, gift.id, GiftState.REFUSED, reason="x" * 5000), "reason"),
        (lambda: save_owner(work, Owner(gift_year_budget=-1)), "gift_year_budget"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.field == field
    assert chosen_gift(work, contact) == gift


def give(work, cost: int, currency: str, paid_on: date, state: GiftState = GiftState.RECEIVED) -> int:
    with work.store.change("give something"):
        person = work.store.add(Contact(f"Person {cost} {currency}"))
        gift = Gift(person.id, "A thing", state=state, cost=cost, currency=currency, on=work.clock.today())
        work.store.add(gift._replace(paid_on=paid_on))
    return person.id


def test_a_year_is_added_up_over_everybody_and_each_currency_by_itself(work):
    today = work.clock.today()
    for cost, currency, day in (
        (5000, "USD", today),
        (2550, "USD", today),
        (9900, "EUR", today),
        (7777, "USD", today - YEAR),
    ):
        give(work, cost, currency, day)
    give(work, 1111, "USD", today, GiftState.CHOSEN)
    euros = "In other currencies €99, counted by themselves."
    assert year_notes(work) == ("Gifts to everybody this year: $75.50.", euros)
    save_owner(work, Owner(gift_year_budget=100))
    assert year_notes(work) == ("Gifts to everybody this year: $75.50 of $100.", euros)
    assert year_notes(work, more=2500)[0] == "With this, gifts to everybody come to $100.50 of $100."
    assert year_notes(work, more=2500)[2].startswith("That is $0.50 above what you set for the year.")


def test_money_that_went_in_december_stays_in_its_year(work, clock, lost):
    contact, _ = lost
    gift = pick(work, contact, "Long tongs and a sturdy grill brush")
    mark_gift(work, gift.id, GiftState.BOUGHT, cost=1990)
    assert spent_this_year(work, contact) == {"USD": 1990}
    clock.move(days=45)
    mark_gift(work, gift.id, GiftState.SENT)
    assert spent_this_year(work, contact) == {}
    assert year_notes(work) == ()


def test_what_a_firm_accepts_warns_with_source_and_day_and_forbids_nothing(work, lost):
    contact, _ = lost
    with work.store.change("name the firm"):
        person = work.store.save(work.store.get(Contact, contact)._replace(organisation="City Hall"))
    save_policy(work, GiftPolicy("city hall", 2000, None, "USD", "their web page", work.clock.today(), ""))
    notes = gift_notes(work, person)
    assert notes[0] == "city hall lets its people accept $20 a gift (their web page, checked 24 Nov 2026)."
    assert notes[1] == "Your budget for a gift is above that. This is a reminder and no advice."
    assert ideas_for(work, contact)


def test_a_done_gift_asks_for_nothing_more(work, lost):
    contact, steps = lost
    pick(work, contact, "Long tongs and a sturdy grill brush")
    work.clock.move(days=190)
    complete(work, steps[StepKind.GIFT].id)
    assert gift_days(work) == []


def test_the_card_speaks_of_what_the_gift_was_chosen_for_and_never_quotes_a_jotting(work, lost):
    contact, _ = lost
    add_interest(work, contact, "opera", "My season ticket is sacred")
    add_interest(work, contact, "chess", "told me at the fair that he plays chess")
    opera = next(one for one in ideas_for(work, contact, limit=50) if "“opera”" in one.because)
    choose(work, contact, opera)
    assert "“My season ticket is sacred”" in occasion_note(work, contact, Occasion.GIFT).text
    chess = next(one for one in ideas_for(work, contact, limit=50) if "“chess”" in one.because)
    choose(work, contact, chess)
    text = occasion_note(work, contact, Occasion.GIFT).text
    assert "chess" in text
    assert "told me at the fair" not in text
