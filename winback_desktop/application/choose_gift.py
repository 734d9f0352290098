# SPDX-License-Identifier: MIT
"""Gift ideas for a customer, choosing one, and the gift's life until it is received or refused."""

from datetime import date, timedelta

from winback_desktop.application.change_plans import current_plan
from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_limits import PAID
from winback_desktop.application.gift_shelf import hidden, shelf
from winback_desktop.application.move_steps import complete
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.gifts import Occasion, Person, Ranking, Suggestion, rank
from winback_desktop.domain.moves import is_open, refusal
from winback_desktop.domain.people import Constraint, ConstraintKind, Contact, ContactStatus, Interest
from winback_desktop.domain.practice import OPEN_STATES, Gift, GiftState, Plan, Step, StepKind

_MOST = 1_000_000
_LONGEST_REASON = 500
POST_DAYS = 2
"""How long the post takes."""
_CLOSES = {
    GiftState.CHOSEN: (StepKind.CHOOSE_GIFT,),
    GiftState.BOUGHT: (StepKind.CHOOSE_GIFT, StepKind.ORDER_GIFT),
    GiftState.SENT: (StepKind.CHOOSE_GIFT, StepKind.ORDER_GIFT, StepKind.GIFT),
    GiftState.RECEIVED: (StepKind.CHOOSE_GIFT, StepKind.ORDER_GIFT, StepKind.GIFT),
}
"""The steps of a plan that a gift's new state has answered."""


def ideas_for(work: Workspace, contact: int, budget: int | None = None, limit: int = 12) -> list[Suggestion]:
    """Ideas that fit a customer, best first; none for somebody to whom nothing may be sent.

    ``budget`` is in whole units of the owner's currency; without one the owner's own setting holds.
    Raises Refused for a budget below zero, Missing for an unknown contact.
    """
    return list(ranking_for(work, contact, budget, limit).suggestions)


def ranking_for(work: Workspace, contact: int, budget: int | None = None, limit: int = 12) -> Ranking:
    """The ideas together with those set aside, for "Why not?"."""
    if budget is not None and not 0 <= budget <= _MOST:
        raise Refused("The budget for a gift is a number from 0 up.", field="budget")
    if work.store.get(Contact, contact).status is not ContactStatus.NORMAL:
        return Ranking((), ())
    interests = work.store.find(Interest, contact=contact, order="position")
    if not interests:
        return Ranking((), ())  # without reading the gift shelf
    settings = owner(work)
    person = Person(
        tuple(interests),
        tuple(work.store.find(Constraint, contact=contact)),
        tuple(work.store.find(Gift, contact=contact)),
        hidden(work),
    )
    occasion = Occasion(
        work.clock.today(),
        give_day(work, contact),
        settings.gift_budget if budget is None else budget,
        settings.currency,
    )
    return rank(shelf(work), person, occasion, limit)


def give_day(work: Workspace, contact: int) -> date | None:
    """The day the next gift is due, where one is planned."""
    steps = _open_gift_steps(work, contact=contact)
    return steps[0].due if steps else None


def choose(
    work: Workspace, contact: int, suggestion: Suggestion, plan: int | None = None, step: int | None = None
) -> Gift:
    """Settle on an idea; without a plan the customer's current one is meant.

    An earlier choice that was not bought yet goes back to being an idea. Raises Refused for somebody to
    whom nothing may be sent.
    """
    person = work.store.get(Contact, contact)
    if person.status is not ContactStatus.NORMAL:
        raise Refused(f"{person.name} is marked “{person.status}”, so no gift is planned.")
    if plan is None:
        current = current_plan(work, contact)
        plan = current.id if current else None
    if step is None and plan is not None:
        due = _open_gift_steps(work, plan=plan)
        step = due[0].id if due else None
    with work.store.change(f"choose a gift for {person.name}"):
        for earlier in work.store.find(Gift, contact=contact, state=GiftState.CHOSEN):
            if earlier.plan == plan:
                work.store.save(earlier._replace(state=GiftState.IDEA))
        _close(work, plan, _CLOSES[GiftState.CHOSEN])
        return work.store.add(
            Gift(
                contact=contact,
                title=suggestion.title,
                because=suggestion.because,
                idea=suggestion.idea,
                interest=suggestion.interest or None,
                currency=owner(work).currency,
                on=work.clock.today(),
                plan=plan,
                step=step,
                lead_days=suggestion.lead_days,
            )
        )


def mark_gift(
    work: Workspace, gift: int, state: GiftState, cost: int | None = None, reason: str = ""
) -> Gift:
    """Move a gift on; ``cost`` is in minor units of its currency, ``reason`` why it was refused or came back.

    A refused gift also notes that they prefer no gifts. Raises Refused for a cost below zero.
    """
    if cost is not None and not 0 <= cost < 10**12:
        raise Refused("The cost is a sum from 0 up.", field="cost")
    if len(reason) > _LONGEST_REASON:
        raise Refused(f"The reason takes at most {_LONGEST_REASON} characters.", field="reason")
    found = work.store.get(Gift, gift)
    person = work.store.get(Contact, found.contact)
    today = work.clock.today()
    with work.store.change(f"mark the gift for {person.name} as {state}"):
        changed = work.store.save(
            found._replace(
                state=state,
                cost=found.cost if cost is None else cost,
                on=today,
                reason=reason.strip(),
                # Money that went in December stays December's when the gift arrives in January.
                paid_on=(found.paid_on or today) if state in PAID else None,
            )
        )
        _close(work, changed.plan, _CLOSES.get(state, ()))
        noted = {one.kind for one in work.store.find(Constraint, contact=person.id)}
        if state is GiftState.REFUSED and ConstraintKind.NO_GIFTS not in noted:
            work.store.add(
                Constraint(ConstraintKind.NO_GIFTS, noted_on=work.clock.today(), contact=person.id)
            )
    return changed


def chosen_gift(work: Workspace, contact: int) -> Gift | None:
    """The gift that is chosen, bought or sent for a customer's current plan, where there is one."""
    under_way = (GiftState.CHOSEN, GiftState.BOUGHT, GiftState.SENT)
    gifts = work.store.find(Gift, contact=contact, state=under_way, order="-id", limit=1)
    return gifts[0] if gifts else None


def buy_by(work: Workspace, gift: Gift) -> date | None:
    """The last day on which a chosen gift can be bought, or a bought one posted, to arrive in time."""
    if gift.step is None or not gift.lead_days or gift.state not in (GiftState.CHOSEN, GiftState.BOUGHT):
        return None
    step = work.store.get(Step, gift.step)
    days = gift.lead_days if gift.state is GiftState.CHOSEN else 0
    return step.due - timedelta(days=days + POST_DAYS) if is_open(step) else None


def _close(work: Workspace, plan: int | None, kinds: tuple[StepKind, ...]) -> None:
    """Close the steps that what was just done has answered; quiet time and a pause leave them as they are."""
    if plan is None or not kinds:
        return
    stored, today = work.store.get(Plan, plan), work.clock.today()
    for step in work.store.find(Step, plan=plan, state=OPEN_STATES, order="due"):
        if step.kind in kinds and not refusal(step, stored, today):
            complete(work, step.id)


def _open_gift_steps(work: Workspace, **whose: int) -> list[Step]:
    steps = work.store.find(Step, state=OPEN_STATES, order="due", **whose)
    return [step for step in steps if step.kind is StepKind.GIFT]
