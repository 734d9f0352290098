# SPDX-License-Identifier: MIT
"""The practice on the command line: plan, lose, due, show, list and the moves of steps and plans."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import Any

from winback_desktop.application.contact_names import contact_for
from winback_desktop.application.due import due_steps
from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_contacts import card
from winback_desktop.application.late_note import in_days, late_note, shift_along, what_shifts
from winback_desktop.application.move_steps import complete, make_smaller, postpone, skip, warnings_for
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import previews
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.welcome_back import come_back
from winback_desktop.cli.answers import Answer, table
from winback_desktop.cli.workspaces import workspace, workspace_to_ask, workspace_to_read
from winback_desktop.domain.history_words import PLAN_WORDS, history_words, is_about_them
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Cause, Gift, Loss, LossKind, Note, Plan, Step, StepKind, Touch
from winback_desktop.domain.wording import WHY_WAIT, short_day, step_title


def run_plan(arguments: Namespace) -> Answer:
    """The schedule for each date, in the order given."""
    with workspace_to_ask(arguments) as work:
        settings = owner(work)
        if arguments.country or arguments.subdivision:
            settings = settings._replace(
                country=(arguments.country or settings.country).upper(),
                subdivision=(arguments.subdivision or "").upper(),
            )
        if arguments.work_week:
            settings = settings._replace(work_week=arguments.work_week)
        found = list(previews(work, _days(arguments.dates), LossKind(arguments.kind), settings))
    data = [
        {"learned": s.learned, "quiet_days": s.quiet_days, "note": s.note, "lunch": s.lunch, "gift": s.gift}
        for s in found
    ]
    lines = [("learned", "quiet days", "note", "lunch", "gift")]
    lines += [
        (
            short_day(s.learned),
            " and ".join(map(short_day, s.quiet_days)),
            short_day(s.note),
            short_day(s.lunch),
            short_day(s.gift),
        )
        for s in found
    ]
    return Answer(data, table(lines))


def _days(given: list[date | str]) -> Iterator[date]:
    for one in given:
        if isinstance(one, date):
            yield one
            continue
        for number, text in enumerate(map(str.strip, sys.stdin), 1):
            try:
                if text:
                    yield date.fromisoformat(text)
            except ValueError:
                raise Refused(f"Line {number}: “{text[:40]}” is no date; write it as 2026-11-25.") from None


def run_lose(arguments: Namespace) -> Answer:
    """Record a loss and say when quiet time ends."""
    draft = LossDraft(
        name=arguments.name,
        kind=LossKind(arguments.kind),
        learned_on=arguments.learned,
        happened_on=arguments.on,
        value=arguments.value,
        cause=Cause(arguments.cause) if arguments.cause else None,
        reason_given=arguments.reason,
    )
    with workspace(arguments) as work:
        recorded = record_loss(work, draft)
    contact, plan = recorded.contact, recorded.plan
    steps = [{"id": step.id, "kind": step.kind, "due": step.due} for step in recorded.steps]
    lines = [
        f"{contact.name}: loss {recorded.loss.id}, plan {plan.id}.",
        f"Quiet time through {short_day(plan.quiet_until)}.",
        WHY_WAIT,
        *table((str(s.id), short_day(s.due), step_title(s.kind, contact.name)) for s in recorded.steps),
    ]
    data = {"contact": contact.id, "loss": recorded.loss.id, "plan": plan.id, "steps": steps}
    return Answer(data, tuple(lines))


def run_due(arguments: Namespace) -> Answer:
    """What is due, oldest first."""
    with workspace_to_read(arguments) as work:
        rows = due_steps(work, arguments.until)
    data = [
        {
            "step": row.step,
            "plan": row.plan,
            "contact": row.contact,
            "name": row.name,
            "kind": row.kind,
            "due": row.due,
            "state": row.state,
        }
        for row in rows
    ]
    lines = table(
        (str(row.step), short_day(row.due), step_title(StepKind(row.kind), row.name, row.smaller))
        for row in rows
    )
    return Answer(data, lines or ("Nothing to do yet.",))


def run_show(arguments: Namespace) -> Answer:
    """Everything stored about one customer."""
    with workspace_to_read(arguments) as work:
        contact = contact_for(work, arguments.who)
        whole = card(work, contact.id)
        plans = work.store.find(Plan, contact=contact.id)
        data: dict[str, Any] = {
            **whole._asdict(),
            "losses": work.store.find(Loss, contact=contact.id),
            "plans": plans,
            "steps": work.store.find(Step, contact=contact.id, order="due"),
            "notes": work.store.find(Note, contact=contact.id),
            "gifts": work.store.find(Gift, contact=contact.id),
            "touches": work.store.find(Touch, contact=contact.id),
        }
        timeline = work.store.queries.timeline(contact.id)
    lines = [f"{contact.name} ({contact.id})", *([contact.organisation] if contact.organisation else [])]
    lines += [f"{point.kind}: {point.value}" for point in whole.points]
    lines += [f"enjoys {interest.label}" for interest in whole.interests if interest.attitude == "like"]
    lines += [f"plan {plan.id}: {PLAN_WORDS[plan.state]}" for plan in plans]
    lines += [
        f"{short_day(row.on)}  {history_words(row.kind, row.title)}"
        for row in timeline
        if is_about_them(row.kind, row.title)
    ]
    return Answer(data, tuple(lines))


def run_list(arguments: Namespace) -> Answer:
    """All records of one kind."""
    with workspace_to_read(arguments) as work:
        if arguments.what == "contacts":
            contacts = work.store.find(Contact, deleted_at=None, order="name")
            lines = table((str(c.id), c.name, c.organisation) for c in contacts)
            return Answer(contacts, lines or ("There are no customers yet.",))
        names = {c.id: c.name for c in work.store.find(Contact)}
        if arguments.what == "plans":
            plans = work.store.find(Plan)
            lines = table((str(p.id), names.get(p.contact, ""), p.state) for p in plans)
            return Answer(plans, lines or ("There are no plans yet.",))
        losses = work.store.find(Loss)
        lines = table((str(n.id), names.get(n.contact, ""), n.kind, short_day(n.learned_on)) for n in losses)
        return Answer(losses, lines or ("No loss is recorded.",))


def run_done(arguments: Namespace) -> Answer:
    """Mark a step as done; what a late note leaves to decide is said, and done with ``--shift``."""
    with workspace(arguments) as work:
        done = complete(work, arguments.step, arguments.on)
        answer, late = _changed(work, done), late_note(work, done.id)
        if late is None:
            return answer
        lines = [
            f"The {each.kind} {'is now' if arguments.shift else 'could follow'} on {short_day(each.to)}"
            f" instead of {short_day(each.due)}."
            for each in late.shifts
        ]
        if arguments.shift:
            return answer._replace(
                data={**answer.data, "shifted": shift_along(work, late)}, lines=(*answer.lines, *lines)
            )
        says = f"The note came {in_days(late)} later than planned; {what_shifts(late)} stay where they are."
        ways = [f"winback later {each.step} --until {each.to}" for each in late.shifts]
        data = {**answer.data, "may_shift": [{**each._asdict(), "days": late.days} for each in late.shifts]}
        return answer._replace(
            data=data, lines=(*answer.lines, says, *(f"{a} {b}" for a, b in zip(lines, ways, strict=True)))
        )


def run_later(arguments: Namespace) -> Answer:
    """Move a step to a later day."""
    with workspace(arguments) as work:
        answer = _changed(work, postpone(work, arguments.step, arguments.until, arguments.reason))
        told = warnings_for(work, arguments.step, arguments.until)
    return answer._replace(data={**answer.data, "warnings": told}, lines=(*answer.lines, *told))


def run_smaller(arguments: Namespace) -> Answer:
    """Make a step smaller."""
    with workspace(arguments) as work:
        return _changed(work, make_smaller(work, arguments.step))


def run_skip(arguments: Namespace) -> Answer:
    """Skip a step."""
    with workspace(arguments) as work:
        return _changed(work, skip(work, arguments.step, arguments.reason))


def run_rehired(arguments: Namespace) -> Answer:
    """Mark a plan as re-hired and note the return."""
    with workspace(arguments) as work:
        plan = come_back(work, arguments.plan)
        name = work.store.get(Contact, plan.contact).name
        steps = work.store.find(Step, plan=plan.id, order="due")
    return Answer({"plan": plan, "steps": steps}, (f"{name} is back. Well done for keeping the door open.",))


def _changed(work: Workspace, step: Step) -> Answer:
    name = work.store.get(Contact, step.contact).name
    plan = work.store.get(Plan, step.plan)
    title = step_title(step.kind, name, step.smaller)
    return Answer(
        {"step": step, "plan": plan}, (f"{title}: {step.state}, {short_day(step.done_on or step.due)}.",)
    )
