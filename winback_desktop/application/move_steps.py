# SPDX-License-Identifier: MIT
"""Moving one step on: done, later, smaller, skipped. Every move is kept with its reason."""

from datetime import date, timedelta

from winback_desktop.application.advance import advance_plan
from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import owner, playbook_of
from winback_desktop.application.plan_states import enter
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import LATEST, check_day
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.moves import (
    is_held_back,
    is_open,
    is_outbound,
    move_warnings,
    next_path_step,
    path_kind,
    refusal,
)
from winback_desktop.domain.people import Contact
from winback_desktop.domain.playbook import gift_day, lead_day, lunch_day
from winback_desktop.domain.practice import (
    OPEN_STATES,
    Loss,
    Plan,
    PlanState,
    Step,
    StepKind,
    StepMove,
    StepState,
)
from winback_desktop.domain.wording import short_day, smaller_version, step_title, step_word


def complete(work: Workspace, step_id: int, on: date | None = None, said: str = "") -> Step:
    """Mark a step done (today, or on an earlier day); a lunch or gift that is too close then moves on.

    Only as far as the practice's least distance asks; how to go further is ``late_note``'s question.

    ``said`` is what it brought, kept with the step.

    Raises Refused in quiet time, for a closed step, and for a day after today.
    """
    step, plan = _open_step(work, step_id)
    today = work.clock.today()
    day = check_day(on or today, "on")
    if day > today:
        raise Refused("It can't be done on a day that is still to come.", field="on")
    with work.store.change(f"mark “{_title(work, step)}” as done"):
        done = _move(work, step, StepState.DONE, done_on=day, reason=said)
        if step.kind in (StepKind.NOTE, StepKind.LUNCH):
            _keep_gaps(work, plan, done)
        _after_closing(work, plan)
    return done


def begin(work: Workspace, step_id: int) -> Step:
    """Mark a step as under way."""
    step, _ = _open_step(work, step_id)
    with work.store.change(f"begin “{_title(work, step)}”"):
        return _move(work, step, StepState.UNDER_WAY)


def postpone(work: Workspace, step_id: int, until: date, reason: str = "") -> Step:
    """Move a step to another day, from today on; its lead-time tasks move with it.

    Raises Refused for a day in the past, out of range or inside quiet time.
    """
    step = work.store.get(Step, step_id)
    plan = work.store.get(Plan, step.plan)
    check_move(work, step, plan, until)
    with work.store.change(f"move “{_title(work, step)}” to {short_day(until)}"):
        moved = _move(work, step, StepState.POSTPONED, due=until, reason=reason)
        _move_lead_tasks(work, moved)
        advance_plan(work, plan)
    return work.store.get(Step, step.id)


def check_move(work: Workspace, step: Step, plan: Plan, until: date) -> None:
    """Raise Refused, with the reason, when a step cannot be moved to a day."""
    check_target(work, step, plan, until)
    if is_held_back(step, plan, until):
        raise Refused(
            f"Quiet time lasts through {short_day(plan.quiet_until)}; choose a later day, or unlock it early "
            "with a reason.",
            field="until",
        )


def check_target(work: Workspace, step: Step, plan: Plan, until: date) -> None:
    """Raise Refused when a step cannot be moved to a day, quiet time aside."""
    check_day(until, "until")
    if not is_open(step) or step.kind is StepKind.PAUSE:
        raise Refused(refusal(step, plan, work.clock.today()))
    if until < work.clock.today():
        raise Refused("That day is over; choose today or a later one.", field="until")


def warnings_for(work: Workspace, step_id: int, until: date) -> tuple[str, ...]:
    """What the owner should know before moving a step to a day; empty when all is well."""
    step = work.store.get(Step, step_id)
    days = working_days(work, until, until)
    siblings = work.store.find(Step, plan=step.plan)
    return move_warnings(step, until, siblings, days.closed_reason(until))


def make_smaller(work: Workspace, step_id: int) -> Step:
    """Turn a step into its smaller version: two lines instead of a note, a coffee instead of a lunch."""
    step = work.store.get(Step, step_id)
    if not is_open(step):
        raise Refused("This step is closed already. Undo brings it back.")
    if step.smaller or not smaller_version(step.kind, ""):
        raise Refused("There is no smaller version of this step. A later day may help instead.")
    with work.store.change(f"make “{_title(work, step)}” smaller"):
        smaller = work.store.save(step._replace(smaller=True))
        _log(work, step, smaller, "made smaller")
    return smaller


def skip(work: Workspace, step_id: int, reason: str) -> Step:
    """Skip a step for a reason that is kept; never silently. Raises Refused without a reason."""
    step = work.store.get(Step, step_id)
    plan = work.store.get(Plan, step.plan)
    if not is_open(step) or step.kind is StepKind.PAUSE:
        raise Refused(refusal(step, plan, work.clock.today()))
    if not reason.strip():
        raise Refused(
            "Please give a reason for skipping, if only a word; it stays with the plan.", field="reason"
        )
    with work.store.change(f"skip “{_title(work, step)}”"):
        skipped = _move(work, step, StepState.SKIPPED, reason=reason.strip())
        _after_closing(work, plan)
    return skipped


def close_open_steps(work: Workspace, plan: Plan, reason: str, *, outbound_only: bool = False) -> None:
    """Drop what is still open of a plan, inside the caller's transaction."""
    for step in work.store.find(Step, plan=plan.id):
        if is_open(step) and (not outbound_only or is_outbound(step.kind) or step.kind is StepKind.PAUSE):
            _move(work, step, StepState.DROPPED, reason=reason)


def drop_care(work: Workspace, kind: StepKind, reason: str) -> None:
    """Drop every open step of one kind of care, inside the caller's transaction."""
    for step in work.store.find(Step, kind=kind, state=OPEN_STATES):
        _move(work, step, StepState.DROPPED, reason=reason)


def shift_open_steps(work: Workspace, plan: Plan, since: date, until: date, reason: str) -> None:
    """Move the open steps due from ``since`` on by the days until ``until``, in order, onto working days."""
    by = until - since
    days = working_days(work, since, min(LATEST, until + timedelta(days=3 * 366)))
    for step in work.store.find(Step, plan=plan.id):
        if is_open(step) and step.kind is not StepKind.PAUSE and step.due >= since:
            _move(work, step, step.state, due=days.on_or_after(step.due + by), reason=reason)


def move_on(work: Workspace, step: Step, due: date, reason: str) -> None:
    """Move a step that follows from another, with its lead-time tasks, inside the caller's transaction."""
    if due != step.due:
        _move_lead_tasks(work, _move(work, step, step.state, due=due, reason=reason))


def _open_step(work: Workspace, step_id: int) -> tuple[Step, Plan]:
    step = work.store.get(Step, step_id)
    plan = work.store.get(Plan, step.plan)
    if sentence := refusal(step, plan, work.clock.today()):
        raise Refused(sentence)
    return step, plan


def _title(work: Workspace, step: Step) -> str:
    return step_title(step.kind, work.store.get(Contact, step.contact).name, step.smaller)


def _move(
    work: Workspace,
    step: Step,
    state: StepState,
    *,
    due: date | None = None,
    done_on: date | None = None,
    reason: str = "",
) -> Step:
    moved = work.store.save(step._replace(state=state, due=due or step.due, done_on=done_on, reason=reason))
    _log(work, step, moved, reason)
    return moved


def _log(work: Workspace, before: Step, after: Step, reason: str) -> None:
    work.store.add(
        StepMove(before.id, before.state, after.state, before.due, after.due, work.clock.now(), reason)
    )


def _keep_gaps(work: Workspace, plan: Plan, done: Step) -> None:
    """Lunch and gift keep their distance from what was done late, and follow the note where set so."""
    settings = owner(work)
    playbook = playbook_of(settings)
    day = done.done_on or done.due
    days = working_days(work, day, min(LATEST, day + timedelta(days=3 * 366)))
    learned = work.store.get(Loss, plan.loss).learned_on
    posted = settings.anchor == "posted" and done.kind is StepKind.NOTE
    steps = {step.kind: step for step in work.store.find(Step, plan=plan.id) if is_open(step)}
    lunch, gift = steps.get(StepKind.LUNCH), steps.get(StepKind.GIFT)
    last = day
    if lunch and done.kind is StepKind.NOTE:
        wanted = lunch_day(day if posted else learned, day, days, playbook)
        last = max(wanted, lunch.due)
        move_on(work, lunch, last, "keeps its distance from the note")
    if gift:
        wanted = gift_day(day if posted else learned, last, days, playbook)
        move_on(
            work, gift, max(wanted, gift.due), f"keeps its distance from the {step_word(done.kind).lower()}"
        )


def _move_lead_tasks(work: Workspace, prepared: Step) -> None:
    tasks = {
        task.kind: task for task in playbook_of(owner(work)).lead_tasks if task.prepares is prepared.kind
    }
    siblings = work.store.find(Step, plan=prepared.plan)
    floor = min((step.due for step in siblings if step.kind is StepKind.NOTE), default=prepared.due)
    days = working_days(work, prepared.due, prepared.due)
    for step in siblings:
        if step.kind in tasks and is_open(step):
            due = lead_day(prepared.due, tasks[step.kind], floor, days)
            if due != step.due:
                _move(
                    work,
                    step,
                    step.state,
                    due=due,
                    reason=f"moved with the {step_word(prepared.kind).lower()}",
                )


def _after_closing(work: Workspace, plan: Plan) -> None:
    """Drop lead-time tasks whose step is closed; rest with the door open after the last path step."""
    steps = work.store.find(Step, plan=plan.id)
    open_kinds = {step.kind for step in steps if is_open(step)}
    for step in steps:
        prepared = path_kind(step.kind)
        if is_open(step) and prepared is not step.kind and prepared not in open_kinds:
            _move(work, step, StepState.DROPPED, reason="no longer needed")
    if next_path_step(steps) is None:
        enter(work, plan, PlanState.RESTING, "the door stays open")
    else:
        advance_plan(work, plan)
