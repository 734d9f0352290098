# SPDX-License-Identifier: MIT
"""How far the latest mission is, without all that its own page asks: Today says it at every start."""

from winback_desktop.application.ports import Workspace
from winback_desktop.domain.care import GoodDeed, Mission


def mission_count(work: Workspace) -> tuple[int, int] | None:
    """How many were helped and how many are the target, or None when there never was a mission."""
    latest = work.store.find(Mission, order="-id", limit=1)
    if not latest:
        return None
    return len(work.store.find(GoodDeed, mission=latest[0].id)), latest[0].target
