# SPDX-License-Identifier: MIT
"""A note that came late: lunch and gift may come later too, by as many days, if the owner wants that."""

from datetime import date, timedelta
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.move_steps import move_on
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import LATEST
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.moves import is_open
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Step, StepKind, StepMove, StepState
from winback_desktop.domain.wording import count_word

_LATE = 4
"""Days from which on it is worth a question; a weekend between is no delay."""

_JUST_NOW = timedelta(seconds=5)


class Shift(NamedTuple):
    """A step, the day on which it stands and the day on which it would stand."""

    step: int
    kind: StepKind
    due: date
    to: date


class LateNote(NamedTuple):
    """A note done ``days`` calendar days after the day the plan had for it, and what may be shifted."""

    note: int
    name: str
    days: int
    shifts: tuple[Shift, ...]


def late_note(work: Workspace, note: int) -> LateNote | None:
    """What to ask after this step was marked as done; None when it was no late note or nothing can follow.

    A note that the owner had put off is late all the same; one that waited with its whole plan is not.
    """
    step = work.store.get(Step, note)
    if step.kind is not StepKind.NOTE or step.done_on is None or owner(work).anchor == "posted":
        return None  # with dates counted from the posting they have followed it already
    moves = work.store.find(StepMove, step=note)
    put_off = sum(
        ((move.to_due - move.from_due) for move in moves if move.to_state is StepState.POSTPONED), timedelta()
    )
    days = (step.done_on - step.due + put_off).days
    if days < _LATE:
        return None
    found = []
    calendar = working_days(work, step.done_on, min(LATEST, step.done_on + timedelta(days=3 * 366)))
    for kind in (StepKind.LUNCH, StepKind.GIFT):
        for other in work.store.find(Step, plan=step.plan, kind=kind):
            # The least distance may have moved it a part of the way just now.
            along = [m for m in work.store.find(StepMove, step=other.id) if moves and m.id > moves[-1].id]
            planned = along[0].from_due if along else other.due
            to = calendar.on_or_after(planned + timedelta(days=days))
            if is_open(other) and other.due < to <= LATEST:
                found.append(Shift(other.id, kind, other.due, to))
    if not found:
        return None
    return LateNote(note, work.store.get(Contact, step.contact).name, days, tuple(found))


def latest_late_note(work: Workspace, after: int) -> LateNote | None:
    """What to ask when the moves made just now, those numbered above ``after``, did a late note."""
    now = work.clock.now()
    for move in work.store.find(StepMove, order="-id", limit=12):
        fresh = move.id > after and abs(now - move.at) <= _JUST_NOW
        if fresh and move.to_state is StepState.DONE and (late := late_note(work, move.step)):
            return late
    return None


def shift_along(work: Workspace, late: LateNote) -> tuple[Step, ...]:
    """Shift lunch and gift as offered, in one change. Raises Refused when one is closed meanwhile."""
    steps = [work.store.get(Step, shift.step) for shift in late.shifts]
    if not all(map(is_open, steps)):
        raise Refused("A step is closed already, so nothing was shifted. Undo brings it back.")
    with work.store.change(f"shift {what_shifts(late)} with {late.name} {how_far(late)}"):
        for step, shift in zip(steps, late.shifts, strict=True):
            move_on(work, step, shift.to, "shifted as far as the note was late")
    return tuple(work.store.get(Step, shift.step) for shift in late.shifts)


def what_shifts(late: LateNote) -> str:
    """The steps that may be shifted: "the lunch and the gift"."""
    return " and ".join(f"the {shift.kind}" for shift in late.shifts)


def how_far(late: LateNote) -> str:
    """How far it goes from here: "by eight days", or "further" where the least distance went a part of it."""
    further = any((shift.to - shift.due).days < late.days for shift in late.shifts)
    return "further" if further else f"by {in_days(late)}"


def in_days(late: LateNote) -> str:
    """How late it was, in words: "eight days"."""
    return f"{count_word(late.days)} days"
