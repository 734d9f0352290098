# SPDX-License-Identifier: MIT
"""Everything that is kept, as one value from which it can be rebuilt."""

from datetime import datetime
from typing import Any, NamedTuple

from winback_desktop.domain.care import (
    BestCustomer,
    CheckIn,
    GoodDeed,
    LeanOn,
    Mission,
    MissionPause,
    Referral,
    Walk,
)
from winback_desktop.domain.meetings import Meeting, NewsItem, Return, ValueIdea, ValueUse
from winback_desktop.domain.people import (
    Address,
    Asked,
    Constraint,
    Contact,
    ContactPoint,
    ImportantDate,
    Interest,
)
from winback_desktop.domain.practice import (
    Gift,
    GiftPolicy,
    Loss,
    Note,
    NoteVersion,
    Plan,
    PlanMove,
    Step,
    StepMove,
    Touch,
)
from winback_desktop.domain.working_days import DayOff

ARCHIVED: tuple[type, ...] = (
    Contact,
    ContactPoint,
    Address,
    ImportantDate,
    Interest,
    Constraint,
    Asked,
    Loss,
    Plan,
    PlanMove,
    Step,
    StepMove,
    Note,
    NoteVersion,
    Touch,
    Gift,
    GiftPolicy,
    DayOff,
    Meeting,
    ValueIdea,
    NewsItem,
    ValueUse,
    Return,
    LeanOn,
    BestCustomer,
    Referral,
    Mission,
    MissionPause,
    GoodDeed,
    Walk,
    CheckIn,
)
"""The types of record in an archive; each comes after those that it refers to."""

PRIVATE: tuple[type, ...] = (CheckIn,)
"""What an archive holds only when it was asked for."""

REFERENCES: dict[str, type] = {
    "contact": Contact,
    "loss": Loss,
    "previous_loss": Loss,
    "plan": Plan,
    "step": Step,
    "interest": Interest,
    "value_idea": ValueIdea,
    "news_item": NewsItem,
    "meeting": Meeting,
    "touch": Touch,
    "note": Note,
    "mission": Mission,
    "customer": Contact,
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
