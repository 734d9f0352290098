# SPDX-License-Identifier: MIT
"""Moving a whole plan: re-hired, resting, closed, paused, withdrawn, unlocked or kept quiet longer."""

from datetime import date

from winback_desktop.application.advance import advance_plan
from winback_desktop.application.failures import Refused
from winback_desktop.application.move_steps import close_open_steps, shift_open_steps
from winback_desktop.application.plan_states import enter
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import check_day
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.moves import LIVE, UNENDED
from winback_desktop.domain.people import Contact, ContactStatus, Role
from winback_desktop.domain.practice import CARE, OPEN_STATES, Plan, PlanState, Step, StepKind
from winback_desktop.domain.wording import short_day

_ENDED_BY_STATUS = {
    ContactStatus.DO_NOT_CONTACT: PlanState.DO_NOT_CONTACT,
    ContactStatus.DECEASED: PlanState.DECEASED,
    ContactStatus.ORGANISATION_GONE: PlanState.ORGANISATION_GONE,
}


def rehire(work: Workspace, plan_id: int) -> Plan:
    """The customer came back, at any time; what was still planned is dropped. Raises Refused when ended."""
    plan = _unended(work, plan_id)
    contact = work.store.get(Contact, plan.contact)
    if contact.status is not ContactStatus.NORMAL:
        raise Refused(f"{contact.name} is marked “{contact.status}”. Change that first.")
    with work.store.change(f"mark {contact.name} as re-hired"):
        close_open_steps(work, plan, "they came back")
        if Role.CLIENT not in contact.roles:
            work.store.save(
                contact._replace(roles=(*contact.roles, Role.CLIENT), updated_at=work.clock.now())
            )
        return enter(work, plan, PlanState.REHIRED)


def rest(work: Workspace, plan_id: int) -> Plan:
    """Let a plan rest with the door open; what was still planned is dropped."""
    plan = _unended(work, plan_id)
    with work.store.change(f"let the plan for {_name(work, plan)} rest"):
        close_open_steps(work, plan, "resting with the door open")
        return enter(work, plan, PlanState.RESTING, "the door stays open")


def close(work: Workspace, plan_id: int, reason: str) -> Plan:
    """End a plan for the owner's own reason, which is kept. Raises Refused without one."""
    plan = _unended(work, plan_id)
    reason = _needed(reason, "Please say why, if only a word; it stays with the plan.")
    with work.store.change(f"close the plan for {_name(work, plan)}"):
        close_open_steps(work, plan, reason)
        return enter(work, plan, PlanState.CLOSED, reason)


def withdraw(work: Workspace, plan_id: int, reason: str = "") -> Plan:
    """It was no loss after all: the plan ends and the loss is not counted."""
    plan = _unended(work, plan_id)
    with work.store.change(f"withdraw the loss of {_name(work, plan)}"):
        close_open_steps(work, plan, reason or "it was no loss")
        return enter(work, plan, PlanState.WITHDRAWN, reason or "it was no loss")


def pause(work: Workspace, plan_id: int, until: date, reason: str) -> Plan:
    """Pause a plan until a day and move its open steps on by as long. Raises Refused for a past day."""
    plan = _live(work, plan_id)
    today = work.clock.today()
    if check_day(until, "until") <= today:
        raise Refused("Choose a day after today to pause until.", field="until")
    with work.store.change(f"pause the plan for {_name(work, plan)}"):
        shift_open_steps(work, plan, today, until, reason or "paused")
        return enter(work, plan, PlanState.PAUSED, reason.strip(), paused_from=plan.state, paused_until=until)


def resume(work: Workspace, plan_id: int) -> Plan:
    """Go on with a paused plan today; its steps keep the days the pause gave them."""
    plan = work.store.get(Plan, plan_id)
    if plan.state is not PlanState.PAUSED:
        raise Refused("This plan is not paused.")
    with work.store.change(f"resume the plan for {_name(work, plan)}"):
        awake = enter(work, plan, plan.paused_from or PlanState.ACTIVE)
        return advance_plan(work, awake)[0]


def unlock_early(work: Workspace, plan_id: int, reason: str) -> Plan:
    """End quiet time before its day, for a typed reason that is kept. Raises Refused without one."""
    plan = _live(work, plan_id)
    reason = _needed(reason, "Please type why it can't wait; the reason stays with the plan.")
    today = work.clock.today()
    if plan.unlocked_on is not None or today > plan.quiet_until:
        raise Refused("Quiet time is over already; there is nothing to unlock.")
    with work.store.change(f"unlock quiet time with {_name(work, plan)}"):
        opened = work.store.save(plan._replace(unlocked_on=today, unlock_reason=reason))
        return advance_plan(work, opened)[0]


def lengthen_quiet(work: Workspace, plan_id: int, until: date) -> Plan:
    """Keep quiet for longer, through ``until``; a note due before follows on the next working day."""
    plan = _live(work, plan_id)
    check_day(until, "until")
    if until <= plan.quiet_until or until < work.clock.today():
        raise Refused(
            f"Quiet time lasts through {short_day(plan.quiet_until)} already; choose a later day.",
            field="until",
        )
    days = working_days(work, until, until)
    with work.store.change(f"keep quiet for longer with {_name(work, plan)}"):
        longer = work.store.save(plan._replace(quiet_until=until, unlocked_on=None, unlock_reason=""))
        note_due = days.next_open(until)
        for step in work.store.find(Step, plan=plan.id, state=OPEN_STATES):
            if step.kind is StepKind.PAUSE:
                work.store.save(step._replace(due=until))
            elif step.kind not in CARE and step.due < note_due:
                work.store.save(step._replace(due=note_due))
        return advance_plan(work, longer)[0]


def end_for_status(work: Workspace, contact: Contact) -> None:
    """Drop every outbound step of somebody who may not be written to, inside the caller's transaction.

    Care steps stay: the owner's own walk and talk have nothing to do with it.
    """
    ended = _ENDED_BY_STATUS[contact.status]
    for plan in work.store.find(Plan, contact=contact.id, state=UNENDED):
        close_open_steps(work, plan, f"{contact.name} is marked “{contact.status}”", outbound_only=True)
        enter(work, plan, ended, contact.status_note)


def current_plan(work: Workspace, contact_id: int) -> Plan | None:
    """The contact's latest plan that hasn't ended, or None."""
    plans = work.store.find(Plan, contact=contact_id, state=UNENDED, order="-id", limit=1)
    return plans[0] if plans else None


def _unended(work: Workspace, plan_id: int) -> Plan:
    plan = work.store.get(Plan, plan_id)
    if plan.state not in UNENDED:
        raise Refused(f"This plan has ended ({plan.state}). Undo brings it back.")
    return plan


def _live(work: Workspace, plan_id: int) -> Plan:
    plan = work.store.get(Plan, plan_id)
    if plan.state not in LIVE:
        raise Refused(f"This plan is {plan.state}; that needs one under way.")
    return plan


def _needed(reason: str, sentence: str) -> str:
    if not reason.strip():
        raise Refused(sentence, field="reason")
    return reason.strip()


def _name(work: Workspace, plan: Plan) -> str:
    return work.store.get(Contact, plan.contact).name
