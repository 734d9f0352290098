# SPDX-License-Identifier: MIT
"""Steps and plans for Today: what is due, who is in quiet time, which doors are open."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from winback_desktop.application.failures import Missing
from winback_desktop.application.queries import PathNode, QuietRow, StepRow
from winback_desktop.domain.plan_states import CARE, OPEN_STATES, PATH, PlanState, StepKind
from winback_desktop.storage.connection import Database

OPEN = ", ".join(f"'{state.value}'" for state in OPEN_STATES)
LIVE = f"'{PlanState.QUIET.value}', '{PlanState.ACTIVE.value}'"
CARING = ", ".join(f"'{kind.value}'" for kind in CARE)
ON_PATH = ", ".join(f"'{kind.value}'" for kind in PATH)

COLUMNS = (
    "s.id, s.plan, s.contact, c.name, c.organisation, s.kind, s.state, s.due, s.smaller,"
    " p.state, l.kind, l.learned_on, c.customer_since"
)
# The index holds live plans alone, so it is small enough to stay in memory whatever is stored.
ASKED_FOR = (
    f"(EXISTS (SELECT 1 FROM plan INDEXED BY plan_live WHERE id = s.plan AND state IN ({LIVE}))"
    f" OR (s.kind IN ({CARING}) AND (SELECT state FROM plan WHERE id = s.plan) <> 'paused'))"
)
"""An open step counts while its plan is live; a care step is for the owner and outlives the plan."""

_TURN = (
    f"(s.kind IN ({CARING}) OR s.kind <> '{StepKind.PAUSE.value}'"
    " AND CASE s.kind WHEN 'invite-lunch' THEN 'lunch'"
    " WHEN 'choose-gift' THEN 'gift' WHEN 'order-gift' THEN 'gift' ELSE s.kind END ="
    # The path's order is the alphabet's backwards, so that the index answers alone.
    " (SELECT max(kind) FROM step INDEXED BY step_turn WHERE plan = s.plan"
    f" AND state IN ({OPEN}) AND kind IN ('note', 'lunch', 'gift')))"
)
"""Whether a step's turn has come, as ``application.due.in_turn`` says it of rows; a test compares them."""

GONE = "(SELECT id FROM contact WHERE deleted_at IS NOT NULL)"
"""Deleted contacts: few, and read once a query, where joining every contact would read them all."""

# CROSS JOIN keeps SQLite to this order: steps by day first, then who they are for.
JOINED = (
    " CROSS JOIN plan p ON p.id = s.plan CROSS JOIN contact c ON c.id = s.contact"
    " CROSS JOIN loss l ON l.id = p.loss"
)


def step_row(row: tuple[Any, ...]) -> StepRow:
    """The row of a SELECT over ``COLUMNS``."""
    *shown, due, smaller, plan_state, loss_kind, learned_on, since = row
    return StepRow._make(
        (
            *shown,
            date.fromisoformat(due),
            bool(smaller),
            plan_state,
            loss_kind,
            date.fromisoformat(learned_on),
            date.fromisoformat(since) if since else None,
        )
    )


def open_steps(database: Database, until: date | None, after: date | None, limit: int) -> list[StepRow]:
    """Open steps that are asked for, oldest due first."""
    return [
        step_row(row)
        for row in database.rows(
            f"SELECT {COLUMNS} FROM step s INDEXED BY step_open_by_due {JOINED}"
            f" WHERE s.due > ? AND s.due <= ? AND s.state IN ({OPEN})"
            f" AND {ASKED_FOR} AND s.contact NOT IN {GONE} ORDER BY s.due, s.id LIMIT ?",
            (after.isoformat() if after else "", until.isoformat() if until else "9999-99", limit),
        )
    ]


def due_steps(
    database: Database, until: date, limit: int, care: bool | None, among: Sequence[int] | None
) -> list[StepRow]:
    """Open steps due by a day whose turn it is, oldest first."""
    wanted = _TURN
    if care is not None:
        wanted += f" AND s.kind {'IN' if care else 'NOT IN'} ({CARING})"
    if among is not None:
        wanted += f" AND s.id IN ({', '.join('?' * len(among))})"
    return _due(database, wanted, (until.isoformat(), *(among or ()), limit))


def due_total(database: Database, until: date) -> int:
    """How many of them are towards customers; asked of indexes alone."""
    return int(
        database.value(
            "SELECT count(*) FROM step s INDEXED BY step_open_by_due"
            f" WHERE s.due <= ? AND s.state IN ({OPEN}) AND s.kind NOT IN ({CARING})"
            f" AND {_TURN} AND {ASKED_FOR} AND s.contact NOT IN {GONE}",
            (until.isoformat(),),
        )
    )


def unannounced(
    database: Database, until: date, since: datetime, also: Sequence[int], limit: int
) -> list[StepRow]:
    """Those of them without a claim up to ``since``, and those in ``also``."""
    from winback_desktop.storage.records import instant_text

    wanted = (
        "(NOT EXISTS (SELECT 1 FROM reminder r WHERE r.step = s.id AND r.due = s.due AND r.claimed_at <= ?)"
        f" OR s.id IN ({', '.join('?' * len(also))})) AND {_TURN}"
    )
    return _due(database, wanted, (until.isoformat(), instant_text(since), *also, limit))


def _due(database: Database, wanted: str, values: tuple[Any, ...]) -> list[StepRow]:
    return [
        step_row(row)
        for row in database.rows(
            f"SELECT {COLUMNS} FROM step s INDEXED BY step_open_by_due {JOINED}"
            f" WHERE s.due <= ? AND s.state IN ({OPEN}) AND {wanted}"
            f" AND {ASKED_FOR} AND s.contact NOT IN {GONE} ORDER BY s.due, s.id LIMIT ?",
            values,
        )
    ]


def step(database: Database, id: int) -> StepRow:
    """One step's row; raises Missing."""
    row = database.row(
        f"SELECT {COLUMNS} FROM step s {JOINED} WHERE s.id = ? AND c.deleted_at IS NULL", (id,)
    )
    if row is None:
        raise Missing(f"There is no step with the number {id}.")
    return step_row(row)


def plans_to_advance(database: Database, today: date) -> list[int]:
    """Plans that the day may move on; may hold a few that need nothing, never misses one."""
    return [
        row[0]
        for row in database.rows(
            "SELECT id FROM plan WHERE state = 'quiet' AND quiet_until < ?1"
            " UNION SELECT id FROM plan WHERE state = 'active' AND quiet_until >= ?1"
            " UNION SELECT id FROM plan WHERE state = 'paused' AND paused_until <= ?1"
            f" UNION SELECT s.plan FROM step s WHERE s.state IN ({OPEN})"
            f" AND s.due <= ?1 AND s.state IN ('planned', 'postponed') AND {ASKED_FOR}"
            f" UNION SELECT s.plan FROM step s WHERE s.state IN ({OPEN})"
            f" AND s.due > ?1 AND s.state = 'ready' AND {ASKED_FOR}",
            (today.isoformat(),),
        )
    ]


def quiet_plans(database: Database) -> list[QuietRow]:
    """Plans in quiet time; the note is due on its step's day, or after the last quiet day without one."""
    return [
        QuietRow(*row[:4], *(date.fromisoformat(day) for day in row[4:]))
        for row in database.rows(
            "SELECT p.id, c.id, c.name, c.organisation, l.learned_on, p.quiet_until,"
            " coalesce((SELECT min(due) FROM step WHERE plan = p.id AND kind = 'note'),"
            " date(p.quiet_until, '+1 day'))"
            " FROM plan p CROSS JOIN contact c ON c.id = p.contact CROSS JOIN loss l ON l.id = p.loss"
            " WHERE p.state = 'quiet' AND c.deleted_at IS NULL ORDER BY p.quiet_until, p.id"
        )
    ]


def resting_plans(database: Database, limit: int) -> list[StepRow]:
    """The last path step of each resting plan, the one that came to rest last first."""
    return [
        step_row(row)
        for row in database.rows(
            f"SELECT {COLUMNS} FROM plan p CROSS JOIN contact c ON c.id = p.contact"
            " CROSS JOIN loss l ON l.id = p.loss CROSS JOIN step s ON s.id ="
            f" (SELECT id FROM step WHERE plan = p.id AND kind IN ({ON_PATH})"
            " ORDER BY due DESC, id DESC LIMIT 1)"
            " WHERE p.state = 'resting' AND c.deleted_at IS NULL"
            " ORDER BY p.state_since DESC, p.id DESC LIMIT ?",
            (limit,),
        )
    ]


def paths(database: Database, plans: Sequence[int]) -> dict[int, tuple[PathNode, ...]]:
    """Pause, note, lunch and gift of each plan, in that order."""
    order = {kind.value: position for position, kind in enumerate(PATH)}
    found: dict[int, list[PathNode]] = {plan: [] for plan in plans}
    for plan, kind, state, due, step_id in database.rows(
        f"SELECT plan, kind, state, due, id FROM step WHERE plan IN ({', '.join('?' * len(found))})"
        f" AND kind IN ({ON_PATH}) ORDER BY due, id",
        tuple(found),
    ):
        found[plan].append(PathNode(kind, state, date.fromisoformat(due), step_id))
    return {plan: tuple(sorted(nodes, key=lambda node: order[node.kind])) for plan, nodes in found.items()}
