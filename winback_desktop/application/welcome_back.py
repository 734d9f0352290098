# SPDX-License-Identifier: MIT
"""A customer came back: the day, what helped, and what their second lifetime is worth."""

from winback_desktop.application.change_plans import rehire
from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import check_day
from winback_desktop.domain.meetings import Return
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Loss, Plan, PlanState
from winback_desktop.domain.wording import short_day

LONGEST = 2_000


def return_of(work: Workspace, plan_id: int) -> Return:
    """What is noted of a return; without notes a new one, not stored yet, on the day it was marked."""
    found = work.store.find(Return, plan=plan_id)
    if found:
        return found[0]
    plan = work.store.get(Plan, plan_id)
    loss = work.store.get(Loss, plan.loss)
    known = plan.state_since if plan.state is PlanState.REHIRED else None
    return Return(
        plan.contact,
        plan.id,
        plan.loss,
        known or work.clock.today(),
        value=loss.value,
        currency=loss.currency or owner(work).currency,
    )


def come_back(work: Workspace, plan_id: int) -> Plan:
    """They came back today: the plan becomes re-hired and the return is noted as it is offered, in one step.

    Raises Refused when the plan has ended.
    """
    name = work.store.get(Contact, work.store.get(Plan, plan_id).contact).name
    with work.store.change(_marked(name)):
        rehire(work, plan_id)
        welcome_back(work, return_of(work, plan_id))
    return work.store.get(Plan, plan_id)


def welcome_back(work: Workspace, new: Return) -> Return:
    """Keep a return with what helped; the plan becomes re-hired if it is not yet.

    What is added right after they were marked as re-hired belongs to that change. Raises Refused for a day
    after today or before the loss, and for a value below zero.
    """
    plan = work.store.get(Plan, new.plan)
    loss = work.store.get(Loss, plan.loss)
    name = work.store.get(Contact, plan.contact).name
    check_day(new.on, "on")
    if new.on > work.clock.today():
        raise Refused("They can't have come back on a day that is still to come.", field="on")
    if new.on < loss.learned_on:
        raise Refused(
            f"You learned of the loss on {short_day(loss.learned_on)}, so the return can't be before that. "
            "Check the day, or correct the loss.",
            field="on",
        )
    if new.value is not None and not 0 <= new.value < 10**15:
        raise Refused("The value is a sum from 0 up.", field="value")
    if len(new.helped) > LONGEST:
        raise Refused(f"That is too long; {LONGEST:,} characters are enough.", field="helped")
    kept = new._replace(helped=new.helped.strip(), contact=plan.contact, loss=plan.loss)
    if kept.id and kept == work.store.get(Return, kept.id):
        return kept
    with work.store.change(f"note how {name} came back", joins=_marked(name)):
        if plan.state is not PlanState.REHIRED:
            rehire(work, plan.id)
        # One day for all: what the history, the customer's page and the figures say is the same.
        work.store.save(work.store.get(Plan, plan.id)._replace(state_since=kept.on))
        return work.store.save(kept) if kept.id else work.store.add(kept)


def _marked(name: str) -> str:
    return f"mark {name} as re-hired"
