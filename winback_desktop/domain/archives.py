# SPDX-License-Identifier: MIT
"""Everything that is kept, as one value from which it can be rebuilt."""

from datetime import datetime
from typing import Any, NamedTuple

from winback_desktop.domain.people import (
    Address,
    Constraint,
    Contact,
    ContactPoint,
    ImportantDate,
    Interest,
)
from winback_desktop.domain.practice import DayOff, Gift, Loss, Note, Plan, Step, StepMove, Touch

ARCHIVED: tuple[type, ...] = (
    Contact,
    ContactPoint,
    Address,
    ImportantDate,
    Interest,
    Constraint,
    Loss,
    Plan,
    Step,
    StepMove,
    Note,
    Touch,
    Gift,
    DayOff,
)
"""The types of record in an archive; each comes after those that it refers to."""

REFERENCES: dict[str, type] = {
    "contact": Contact,
    "loss": Loss,
    "previous_loss": Loss,
    "plan": Plan,
    "step": Step,
    "interest": Interest,
}
"""The fields that hold another record's id, and that record's type."""


class Archive(NamedTuple):
    """All records by type, and the settings. ``program`` is the version that wrote it."""

    records: dict[type, tuple[Any, ...]]
    settings: dict[str, Any]
    written_at: datetime | None = None
    program: str = ""

    def counts(self) -> dict[str, int]:
        """How many records of each type there are, by the type's name."""
        return {kind.__name__: len(self.records.get(kind, ())) for kind in ARCHIVED}
