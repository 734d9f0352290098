# SPDX-License-Identifier: MIT
"""Into which states an owner's plan went: the plan knows the present one, its history knows them all."""

from datetime import date

from winback_desktop.application.ports import Workspace
from winback_desktop.domain.practice import Plan, PlanMove, PlanState


def enter(
    work: Workspace,
    plan: Plan,
    state: PlanState,
    reason: str = "",
    *,
    paused_from: PlanState | None = None,
    paused_until: date | None = None,
) -> Plan:
    """Put a plan into another state from today on and keep the move, inside the caller's change."""
    today = work.clock.today()
    work.store.add(PlanMove(plan.id, plan.contact, state, today, reason))
    return work.store.save(
        plan._replace(
            state=state,
            state_since=today,
            state_reason=reason,
            paused_from=paused_from,
            paused_until=paused_until,
        )
    )
