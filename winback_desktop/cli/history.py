# SPDX-License-Identifier: MIT
"""Taking back and finding again: undo, redo and search."""

from argparse import Namespace
from datetime import date

from winback_desktop.application.failures import Refused
from winback_desktop.application.queries import SearchHit
from winback_desktop.cli.answers import Answer, table
from winback_desktop.cli.workspaces import workspace, workspace_to_read
from winback_desktop.domain.practice import StepKind
from winback_desktop.domain.wording import short_day, step_word


def run_undo(arguments: Namespace) -> Answer:
    """Take back the latest change, whichever program made it."""
    with workspace(arguments) as work:
        label = work.store.undo()
    if label is None:
        raise Refused("There is nothing to undo.")
    return Answer({"undone": label}, (f"Taken back: {label}.",))


def run_redo(arguments: Namespace) -> Answer:
    """Do again what was undone last."""
    with workspace(arguments) as work:
        label = work.store.redo()
    if label is None:
        raise Refused("There is nothing to do again.")
    return Answer({"redone": label}, (f"Done again: {label}.",))


def run_search(arguments: Namespace) -> Answer:
    """Customers, steps, notes and interests, ranked."""
    with workspace_to_read(arguments) as work:
        hits = work.store.queries.search(arguments.text)
    lines = table((hit.kind, str(hit.contact), hit.title, _detail(hit)) for hit in hits)
    return Answer(hits, lines or (f"Nothing matches “{arguments.text[:60]}”.",))


def _detail(hit: SearchHit) -> str:
    if hit.kind != "step":
        return hit.detail
    kind, _, day = hit.detail.partition(" ")
    return f"{step_word(StepKind(kind))}, {short_day(date.fromisoformat(day))}"
