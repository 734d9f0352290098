# SPDX-License-Identifier: MIT
"""What is due: the steps whose day and whose turn have come, oldest first."""

from datetime import date

from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import PathNode, StepRow
from winback_desktop.domain.moves import path_kind
from winback_desktop.domain.plan_states import CARE, OPEN_STATES, StepKind


def due_steps(work: Workspace, until: date | None = None, limit: int = 5000) -> list[StepRow]:
    """Open steps due by a day (today by default); each plan shows only the path step whose turn it is."""
    return work.store.queries.due_steps(until or work.clock.today(), limit)


def in_turn(work: Workspace, rows: list[StepRow]) -> list[StepRow]:
    """Only the rows whose turn has come: care always, a path step when none before it is open."""
    paths = work.store.queries.paths(tuple({row.plan for row in rows if row.kind not in CARE}))
    return [row for row in rows if row.kind in CARE or _its_turn(row, paths.get(row.plan, ()))]


def _its_turn(row: StepRow, path: tuple[PathNode, ...]) -> bool:
    if row.kind == StepKind.PAUSE:
        return False
    current = next((node.kind for node in path if node.kind != "pause" and node.state in OPEN_STATES), "")
    return path_kind(StepKind(row.kind)) == current
