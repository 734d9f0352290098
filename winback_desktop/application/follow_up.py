# SPDX-License-Identifier: MIT
"""What follows from something the owner has just done: dates that moved with it, a talk that may count."""

from datetime import timedelta
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.move_steps import complete
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.moves import LIVE, is_open, next_path_step, refusal
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Plan, Step, StepKind, StepMove, Touch, TouchKind
from winback_desktop.domain.wording import short_day

_JUST_NOW = timedelta(seconds=5)
_REAL = (TouchKind.LUNCH, TouchKind.MEETING, TouchKind.CALL)
_AHEAD = timedelta(days=60)
_BECAUSE = "keeps its distance from the"


class LunchQuestion(NamedTuple):
    """A talk that may have been the lunch a plan asks for."""

    touch: int
    step: int
    name: str


def moved_along(work: Workspace, after: int) -> tuple[int, str]:
    """The number of the latest move and a sentence on dates that were moved with a late note or lunch.

    ``after`` is the number up to which moves are known; the sentence is empty when nothing moved along.
    """
    moves = work.store.find(StepMove, order="-id", limit=12)
    since = work.clock.now() - _JUST_NOW
    fresh = [move for move in moves if move.id > after and move.at >= since]
    along = {move.step: move for move in reversed(fresh) if move.reason.startswith(_BECAUSE)}
    steps = sorted(work.store.find(Step, id=tuple(along)), key=lambda step: step.due) if along else []
    latest = moves[0].id if moves else after
    parts = [f"{_NAMES[step.kind]} to {short_day(step.due)}" for step in steps if step.kind in _NAMES]
    if not parts:
        return latest, ""
    what = along[steps[0].id].reason.removeprefix(_BECAUSE).strip()
    text = " and ".join(parts)
    return latest, f"{text[0].upper()}{text[1:]} moved along, to leave time after the {what}."


def lunch_question(work: Workspace, after: int) -> tuple[int, LunchQuestion | None]:
    """The number of the latest contact noted, and whether that one may count as the lunch of a plan.

    Only a talk on its own, in a plan whose next step is a lunch that is due within two months.
    """
    latest = work.store.find(Touch, order="-id", limit=1)
    if not latest or latest[0].id <= after:
        return after, None
    touch = latest[0]
    if touch.kind not in _REAL or touch.step is not None:
        return touch.id, None
    today = work.clock.today()
    for plan in work.store.find(Plan, contact=touch.contact, state=LIVE):
        step = next_path_step(work.store.find(Step, plan=plan.id))
        if step is None or step.kind is not StepKind.LUNCH or refusal(step, plan, today):
            continue
        if step.due - today <= _AHEAD and touch.on > plan.quiet_until:
            return touch.id, LunchQuestion(touch.id, step.id, work.store.get(Contact, touch.contact).name)
    return touch.id, None


def count_as_lunch(work: Workspace, question: LunchQuestion) -> Step:
    """The talk was the lunch: the step is done on that day. Raises Refused when it is closed meanwhile."""
    touch = work.store.get(Touch, question.touch)
    step = work.store.get(Step, question.step)
    if not is_open(step):
        raise Refused("This lunch is closed already. Undo brings it back.")
    with work.store.change(f"count it as the lunch with {question.name}"):
        work.store.save(touch._replace(step=step.id, plan=step.plan))
        return complete(work, step.id, touch.on, said=touch.summary)


_NAMES = {StepKind.LUNCH: "the lunch", StepKind.GIFT: "the gift"}
