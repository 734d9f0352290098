# SPDX-License-Identifier: MIT
"""Recording a loss: finds or creates the customer and lays out the plan that answers it."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.advance import advance_plan
from winback_desktop.application.contact_names import check_name, find_by_name
from winback_desktop.application.failures import Refused
from winback_desktop.application.move_steps import close_open_steps
from winback_desktop.application.owner import Owner, owner
from winback_desktop.application.plan_states import enter
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import check_day, preview
from winback_desktop.domain.moves import UNENDED, is_outbound
from winback_desktop.domain.people import Contact, ContactStatus, Role
from winback_desktop.domain.playbook import Schedule
from winback_desktop.domain.practice import (
    Cause,
    Loss,
    LossKind,
    Mechanism,
    Plan,
    PlanState,
    Step,
    StepKind,
)
from winback_desktop.domain.wording import short_day

_UNREACHABLE = {
    ContactStatus.DO_NOT_CONTACT: PlanState.DO_NOT_CONTACT,
    ContactStatus.DECEASED: PlanState.DECEASED,
    ContactStatus.ORGANISATION_GONE: PlanState.ORGANISATION_GONE,
}


DISMISSED_CARE = "care.dismissed"
"""The setting that holds the kinds of care that the owner wants no suggestions for."""


class LossDraft(NamedTuple):
    """What the owner says about a loss. Only the name (or an existing ``contact``) is required."""

    name: str = ""
    contact: int = 0
    kind: LossKind = LossKind.CLIENT
    learned_on: date | None = None
    happened_on: date | None = None
    value: int | None = None
    currency: str = ""
    cause: Cause | None = None
    mechanism: Mechanism = Mechanism.UNKNOWN
    reason_given: str = ""
    my_reading: str = ""
    competitor: str = ""
    organisation: str = ""
    short_pause: bool = False


class Recorded(NamedTuple):
    """What recording a loss stored."""

    contact: Contact
    loss: Loss
    plan: Plan
    steps: tuple[Step, ...]


def record_loss(work: Workspace, draft: LossDraft) -> Recorded:
    """Store a loss with its plan; nothing outbound is planned before quiet time is over.

    The clock starts on the day the owner learned of it; ``short_pause`` starts it today instead, for a loss
    learned long ago. An unended plan of the same person is continued by the new one, so that nobody is
    invited twice. Raises Refused for an empty or too long name, or days that can't be right.
    """
    today = work.clock.today()
    learned = check_day(draft.learned_on or today)
    happened = check_day(draft.happened_on, "happened_on") if draft.happened_on else None
    if learned > today:
        raise Refused("You can't have learned of it after today; check the date.", field="learned_on")
    if happened and happened > learned:
        raise Refused(
            "It can't have happened after you learned of it; check both dates.", field="happened_on"
        )
    if draft.value is not None and not 0 <= draft.value < 10**15:
        raise Refused("The value is a sum from 0 up.", field="value")
    settings = owner(work)
    contact = work.store.get(Contact, draft.contact) if draft.contact else find_by_name(work, draft.name)
    name = contact.name if contact else check_name(draft.name)
    if contact:
        _check_order(work, contact, learned)
    planned = preview(work, today if draft.short_pause else learned, draft.kind, settings)
    with work.store.change(f"record the loss of {name}"):
        contact = _keep_contact(work, contact, name, draft)
        loss = work.store.add(_loss(work, draft, contact, learned, happened, settings))
        _continue_earlier_plans(work, contact)
        plan, steps = _lay_out(work, contact, loss, planned, today)
    return Recorded(contact, loss, plan, steps)


def _check_order(work: Workspace, contact: Contact, learned: date) -> None:
    """A later loss is the answer to the one before it, so it can't be older; one withdrawn was none."""
    withdrawn = {plan.loss for plan in work.store.find(Plan, contact=contact.id, state=PlanState.WITHDRAWN)}
    known = [loss for loss in work.store.find(Loss, contact=contact.id) if loss.id not in withdrawn]
    last = max((loss.learned_on for loss in known), default=learned)
    if learned < last:
        raise Refused(
            f"A loss of {contact.name} on {short_day(last)} is noted already, so a new one can't be before "
            "that. Choose that day or a later one.",
            field="learned_on",
        )


def _keep_contact(work: Workspace, contact: Contact | None, name: str, draft: LossDraft) -> Contact:
    role = Role.CLIENT if draft.kind is LossKind.CLIENT else Role.PROSPECT
    now = work.clock.now()
    if contact is None:
        return work.store.add(
            Contact(
                name, organisation=draft.organisation.strip(), roles=(role,), created_at=now, updated_at=now
            )
        )
    if role in contact.roles:
        return contact
    return work.store.save(contact._replace(roles=(*contact.roles, role), updated_at=now))


def _loss(
    work: Workspace, draft: LossDraft, contact: Contact, learned: date, happened: date | None, settings: Owner
) -> Loss:
    earlier = work.store.find(Loss, contact=contact.id, order="-id", limit=1)
    return Loss(
        contact=contact.id,
        kind=draft.kind,
        learned_on=learned,
        happened_on=happened,
        value=draft.value,
        currency=draft.currency or (settings.currency if draft.value is not None else ""),
        cause=draft.cause,
        mechanism=draft.mechanism,
        reason_given=draft.reason_given.strip(),
        my_reading=draft.my_reading.strip(),
        competitor=draft.competitor.strip(),
        previous_loss=earlier[0].id if earlier else None,
        created_at=work.clock.now(),
    )


def _continue_earlier_plans(work: Workspace, contact: Contact) -> None:
    for plan in work.store.find(Plan, contact=contact.id, state=UNENDED):
        close_open_steps(work, plan, "a later loss of the same customer")
        enter(work, plan, PlanState.CLOSED, "continued by the plan for a later loss")


def _lay_out(
    work: Workspace, contact: Contact, loss: Loss, planned: Schedule, today: date
) -> tuple[Plan, tuple[Step, ...]]:
    ended = _UNREACHABLE.get(contact.status)
    plan = work.store.add(
        Plan(
            loss=loss.id,
            contact=contact.id,
            state=ended or PlanState.QUIET,
            state_since=today,
            quiet_until=planned.quiet_until,
        )
    )
    unwanted = work.store.setting(DISMISSED_CARE, [])
    wanted = [
        (kind, due)
        for kind, due in planned.steps
        if kind.value not in unwanted and (ended is None or not (is_outbound(kind) or kind is StepKind.PAUSE))
    ]
    work.store.add_all(Step(plan.id, contact.id, kind, due, first_due=due) for kind, due in wanted)
    return advance_plan(work, plan)
