# SPDX-License-Identifier: MIT
"""Planning the lunch: days, place, invitation; agreeing on a day moves the step and closes the invitation."""

from datetime import date, time, timedelta
from typing import Any, NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.move_steps import check_move, complete, make_smaller, postpone
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import check_day
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain import lunch
from winback_desktop.domain.meetings import Meeting, MeetingForm
from winback_desktop.domain.moves import is_open, path_kind, plan_state_on, quiet_sentence
from winback_desktop.domain.people import Constraint, Contact, ContactPoint, PointKind
from winback_desktop.domain.practice import Plan, PlanState, Step, StepKind, StepMove, StepState
from winback_desktop.domain.working_days import WorkingDays

_SPAN = timedelta(days=150)
LONGEST = 4_000


class LunchPlan(NamedTuple):
    """All that is known of one lunch. ``step`` is the lunch itself, also when the invitation was opened."""

    contact: Contact
    plan: Plan
    step: Step
    meeting: Meeting
    mind: tuple[str, ...] = ()
    email: str = ""
    postponed: int = 0
    invited: bool = False


def lunch_plan(work: Workspace, step_id: int) -> LunchPlan:
    """The lunch that an invite or lunch step is about, with its meeting as planned so far (or a new one that
    is not stored yet). Raises Refused when the lunch is closed already."""
    asked = work.store.get(Step, step_id)
    if path_kind(asked.kind) is not StepKind.LUNCH:
        raise Refused("This step is about something else than a lunch.")
    siblings = work.store.find(Step, plan=asked.plan)
    step = next((one for one in siblings if one.kind is StepKind.LUNCH), None)
    if step is None or not is_open(step):
        raise Refused("This lunch is closed already. Undo brings it back.")
    plan = work.store.get(Plan, step.plan)
    contact = work.store.get(Contact, step.contact)
    found = work.store.find(Meeting, step=step.id, held=False, order="-id", limit=1)
    form = MeetingForm.COFFEE if step.smaller else MeetingForm.LUNCH
    meeting = found[0] if found else Meeting(contact.id, form, plan=plan.id, step=step.id)
    points = work.store.find(ContactPoint, contact=contact.id, kind=PointKind.EMAIL, order="position")
    postponed = sum(
        move.to_state is StepState.POSTPONED and move.to_due > move.from_due
        for move in work.store.find(StepMove, step=step.id)
    )
    invited = all(not is_open(one) for one in siblings if one.kind is StepKind.INVITE_LUNCH)
    return LunchPlan(
        contact,
        plan,
        step,
        meeting,
        lunch.to_mind(work.store.find(Constraint, contact=contact.id)),
        points[0].value if points else "",
        postponed,
        invited,
    )


def days_for(work: Workspace, plan: LunchPlan) -> tuple[date, ...]:
    """Three days to propose."""
    today = work.clock.today()
    first = max(plan.step.due, today)
    days, full = _calendar(work, plan, first, first + _SPAN)
    return lunch.propose_days(plan.step.due, today, days, full, _quiet_until(plan.plan))


def doubt_about(work: Workspace, plan: LunchPlan, day: date) -> str:
    """What speaks against a day, as a sentence; raises Refused where it can't be taken at all."""
    check_day(day, "day")
    today = work.clock.today()
    if sentence := lunch.refusal(day, today, _quiet_until(plan.plan)):
        raise Refused(sentence, field="day")
    days, full = _calendar(work, plan, day, day)
    return lunch.doubt(day, today, days, full)


def text_for(work: Workspace, plan: LunchPlan, days: list[str]) -> str:
    """The invitation: the owner's own words, or a light one with the days as ``days`` names them."""
    meeting = plan.meeting
    if meeting.invitation:
        return meeting.invitation
    first = plan.contact.given or plan.contact.name.split()[0]
    return lunch.invitation(meeting.form, first, days, meeting.venue, owner(work).name)


def save_meeting(work: Workspace, plan: LunchPlan, **fields: Any) -> LunchPlan:
    """Keep some of the meeting's fields; nothing is written when nothing differs. Raises Refused."""
    meeting = plan.meeting._replace(**fields)
    for name in ("venue", "news", "invitation", "next_words"):
        if len(getattr(meeting, name)) > LONGEST:
            raise Refused(f"That is too long; {LONGEST:,} characters are enough.", field=name)
    for day in meeting.proposed:
        doubt_about(work, plan, date.fromisoformat(day))
    if meeting.at:
        _time(meeting.at)
    if meeting == plan.meeting and meeting.id:
        return plan
    with work.store.change(f"plan the lunch with {plan.contact.name}"):
        stored = work.store.save(meeting) if meeting.id else work.store.add(meeting)
    return plan._replace(meeting=stored)


def agree(work: Workspace, plan: LunchPlan, day: date, at: str = "") -> LunchPlan:
    """They said yes: the lunch moves to that day and the invitation is done.

    Raises Refused for a day that can't be taken and for a time that is none.
    """
    check_day(day, "day")
    if sentence := lunch.refusal(day, work.clock.today(), _quiet_until(plan.plan)):
        raise Refused(sentence, field="day")
    check_move(work, plan.step, plan.plan, day)
    at = _time(at)
    with work.store.change(f"agree on a day with {plan.contact.name}"):
        kept = save_meeting(work, plan, on=day, at=at)
        if plan.step.due != day:
            postpone(work, plan.step.id, day, "agreed with them")
        _close_invitation(work, plan)
    return kept._replace(step=work.store.get(Step, plan.step.id), invited=True)


def mark_invited(work: Workspace, plan: LunchPlan) -> LunchPlan:
    """The invitation is out; what is proposed is kept with it. Raises Refused in quiet time."""
    with work.store.change(f"invite {plan.contact.name}"):
        kept = save_meeting(work, plan)
        _close_invitation(work, plan)
    return kept._replace(invited=True)


def change_form(work: Workspace, plan: LunchPlan, form: MeetingForm) -> LunchPlan:
    """Meet in another way; a coffee or a call is the lunch made smaller."""
    with work.store.change(f"meet {plan.contact.name} in another way"):
        kept = save_meeting(work, plan, form=form)
        if form in (MeetingForm.COFFEE, MeetingForm.CALL) and not plan.step.smaller:
            make_smaller(work, plan.step.id)
    return kept._replace(step=work.store.get(Step, plan.step.id))


def mail_link(plan: LunchPlan, text: str) -> str:
    """The link that opens the owner's mail program; raises Refused where no address is known."""
    if not plan.email:
        raise Refused(
            f"No e-mail address is noted for {plan.contact.name}. Copy the text, or add an address first.",
            field="invitation",
        )
    return lunch.mail_link(plan.email, lunch.subject(plan.meeting.form), text)


def _close_invitation(work: Workspace, plan: LunchPlan) -> None:
    if plan_state_on(plan.plan, work.clock.today()) is PlanState.QUIET:
        raise Refused(quiet_sentence(plan.plan))
    for step in work.store.find(Step, plan=plan.plan.id, kind=StepKind.INVITE_LUNCH):
        if is_open(step):
            complete(work, step.id)


def _quiet_until(plan: Plan) -> date | None:
    return None if plan.unlocked_on else plan.quiet_until


def _calendar(
    work: Workspace, plan: LunchPlan, first: date, last: date
) -> tuple[WorkingDays, frozenset[date]]:
    """Working days, and the days that are full: with many things, or with another meeting agreed on."""
    month = work.store.queries.month(first, last, per_day=1)
    full = {day for day, row in month.items() if row.total >= lunch.FULL}
    full |= {one.on for one in work.store.find(Meeting, held=False) if one.on and one.id != plan.meeting.id}
    return working_days(work, first, last), frozenset(full)


def _time(text: str) -> str:
    """A time of day as ``12:30``; empty stays empty. Raises Refused for what is none."""
    typed = text.strip().replace(".", ":")
    if not typed:
        return ""
    hour, _, minute = typed.partition(":")
    try:
        return time(int(hour), int(minute or 0)).isoformat("minutes")
    except ValueError:
        raise Refused("This is no time of day. Write it like 12:30.", field="at") from None
