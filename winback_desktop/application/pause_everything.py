# SPDX-License-Identifier: MIT
"""Ill or away: every plan under way waits, its steps move on in their order, and one undo takes it back."""

from datetime import date

from winback_desktop.application.change_plans import pause, resume
from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import check_day
from winback_desktop.domain.moves import LIVE
from winback_desktop.domain.practice import Plan, PlanState
from winback_desktop.domain.wording import count_word, short_day

_LONGEST_DAYS = 366


def pause_everything(work: Workspace, until: date, reason: str = "") -> int:
    """Pause every plan under way until a day and return how many; the steps move on by as long.

    Raises Refused for a day that is not after today or more than a year away, and without any plan.
    """
    today = work.clock.today()
    if check_day(until, "until") <= today:
        raise Refused("Choose a day after today to pause until.", field="until")
    if (until - today).days > _LONGEST_DAYS:
        raise Refused("A pause lasts a year at most; choose an earlier day.", field="until")
    plans = work.store.find(Plan, state=LIVE)
    if not plans:
        raise Refused("No plan is under way, so nothing needs a pause.")
    reason = " ".join(reason.split())[:200] or "away"
    with work.store.change(f"pause {_plans(len(plans))} until {short_day(until)}"):
        for plan in plans:
            pause(work, plan.id, until, reason)
    return len(plans)


def resume_everything(work: Workspace) -> int:
    """Go on with every paused plan today and return how many; steps keep the days the pause gave them."""
    plans = work.store.find(Plan, state=PlanState.PAUSED)
    if not plans:
        raise Refused("No plan is paused.")
    with work.store.change(f"go on with {_plans(len(plans))}"):
        for plan in plans:
            resume(work, plan.id)
    return len(plans)


def paused_plans(work: Workspace) -> tuple[int, date | None]:
    """How many plans are paused, and the day on which the first of them goes on."""
    plans = work.store.find(Plan, state=PlanState.PAUSED)
    return len(plans), min((plan.paused_until for plan in plans if plan.paused_until), default=None)


def _plans(count: int) -> str:
    return "one plan" if count == 1 else f"{count_word(count)} plans"
