# SPDX-License-Identifier: MIT
"""The two-minute log after a meeting: how they are, what was heard, what comes next."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_interests import accept
from winback_desktop.application.move_steps import complete
from winback_desktop.application.plan_lunch import LONGEST, LunchPlan
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import check_day
from winback_desktop.domain.listening import Proposal
from winback_desktop.domain.meetings import TOUCHES, MeetingForm
from winback_desktop.domain.practice import Touch


class MeetingLog(NamedTuple):
    """What the owner says after a meeting. ``heard`` is free text; ``accepted`` are the interests and things
    to avoid that were heard in it; ``counts`` says whether this was the lunch."""

    on: date
    form: MeetingForm = MeetingForm.LUNCH
    how: str = ""
    heard: str = ""
    next_words: str = ""
    accepted: tuple[Proposal, ...] = ()
    counts: bool = True


def log_meeting(work: Workspace, plan: LunchPlan, log: MeetingLog) -> Touch:
    """Record the meeting as a touch, note what was heard, and complete the lunch when it counts as one.

    Raises Refused for a day after today, and in quiet time when it counts.
    """
    day = check_day(log.on, "on")
    if day > work.clock.today():
        raise Refused("It can't have been on a day that is still to come.", field="on")
    for field, text in (("how", log.how), ("heard", log.heard), ("next_words", log.next_words)):
        if len(text) > LONGEST:
            raise Refused(f"That is too long; {LONGEST:,} characters are enough.", field=field)
    contact = plan.contact
    with work.store.change(f"log the meeting with {contact.name}"):
        touch = work.store.add(
            Touch(
                contact.id,
                TOUCHES[log.form],
                day,
                _summary(log),
                log.heard.strip(),
                plan.plan.id,
                plan.step.id if log.counts else None,
            )
        )
        for proposal in log.accepted:
            accept(work, contact.id, proposal)
        if log.counts:
            _close_meeting(work, plan, log, day)
            complete(work, plan.step.id, day)
    return touch


def _close_meeting(work: Workspace, plan: LunchPlan, log: MeetingLog, day: date) -> None:
    held = plan.meeting._replace(form=log.form, on=day, held=True, next_words=log.next_words.strip())
    if held.id:
        work.store.save(held)
    else:
        work.store.add(held)


def _summary(log: MeetingLog) -> str:
    parts = [log.how.strip()]
    if log.next_words.strip():
        parts.append(f"Next: {log.next_words.strip()}")
    return "\n".join(part for part in parts if part)
