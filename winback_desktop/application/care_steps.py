# SPDX-License-Identifier: MIT
"""The steps that look after the owner: done by what was done, dismissed for good where unwanted."""

from datetime import timedelta

from winback_desktop.application.failures import Refused
from winback_desktop.application.move_steps import begin, complete, drop_care
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.application.record_loss import DISMISSED_CARE
from winback_desktop.domain.practice import CARE, StepKind, StepState

_AHEAD = timedelta(days=7)


def open_care(work: Workspace, kind: StepKind) -> list[StepRow]:
    """The open steps of a kind that what is done now answers: due by now or within a week."""
    until = work.clock.today() + _AHEAD
    return [row for row in work.store.queries.open_steps(until=until) if row.kind == kind]


def suggested(work: Workspace) -> StepRow | None:
    """The one step for the owner to suggest now: the gentlest kind whose day has come, or None."""
    rows = work.store.queries.open_steps(until=work.clock.today())
    first = {row.kind: row for row in reversed(rows)}
    return next((first[kind] for kind in CARE if kind in first), None)


def complete_care(work: Workspace, kind: StepKind, said: str = "") -> None:
    """Mark the open steps of a kind as done, inside the caller's change."""
    for row in open_care(work, kind):
        complete(work, row.step, said=said)


def begin_care(work: Workspace, kind: StepKind) -> None:
    """Mark the open steps of a kind as under way, inside the caller's change."""
    for row in open_care(work, kind):
        if row.state != StepState.UNDER_WAY:
            begin(work, row.step)


def dismissed(work: Workspace) -> tuple[StepKind, ...]:
    """The kinds of care that the owner wants no suggestions for."""
    stored = work.store.setting(DISMISSED_CARE, [])
    return tuple(kind for kind in CARE if kind.value in stored)


def dismiss(work: Workspace, kind: StepKind) -> None:
    """Never suggest a kind of care again: open steps leave, later losses bring none."""
    if kind not in CARE:
        raise Refused("Only what is for yourself can be dismissed for good; skip this step with a reason.")
    kinds = dict.fromkeys((*dismissed(work), kind))
    with work.store.change(f"suggest no more: {_WORDS[kind]}"):
        work.store.set_setting(DISMISSED_CARE, [each.value for each in kinds])
        drop_care(work, kind, "not suggested any more")


def suggest_again(work: Workspace, kind: StepKind) -> None:
    """Suggest a kind of care again from the next loss on."""
    left = [each.value for each in dismissed(work) if each is not kind]
    with work.store.change(f"suggest again: {_WORDS[kind]}"):
        work.store.set_setting(DISMISSED_CARE, left or None)


_WORDS = {
    StepKind.WALK: "a walk",
    StepKind.TALK: "a talk",
    StepKind.GAME: "helping others",
    StepKind.BEST_CUSTOMER: "best customers",
}
