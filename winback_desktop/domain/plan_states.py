# SPDX-License-Identifier: MIT
"""What a loss, a plan and a step can be: all that a start needs of the practice's records."""

from enum import StrEnum


class LossKind(StrEnum):
    """An established client who left, or a prospect whose piece of work went to somebody else."""

    CLIENT = "client"
    PROSPECT = "prospect"


class PlanState(StrEnum):
    """Where a plan stands; there is no "failed"."""

    QUIET = "quiet"
    ACTIVE = "active"
    RESTING = "resting"
    PAUSED = "paused"
    REHIRED = "re-hired"
    CLOSED = "closed-by-owner"
    DO_NOT_CONTACT = "do-not-contact"
    DECEASED = "deceased"
    ORGANISATION_GONE = "organisation-gone"
    WITHDRAWN = "withdrawn"


class StepKind(StrEnum):
    """What a step asks for. The first four are the path; the others prepare them or care for the owner."""

    PAUSE = "pause"
    NOTE = "note"
    LUNCH = "lunch"
    GIFT = "gift"
    INVITE_LUNCH = "invite-lunch"
    CHOOSE_GIFT = "choose-gift"
    ORDER_GIFT = "order-gift"
    WALK = "walk"
    TALK = "talk"
    GAME = "game"
    BEST_CUSTOMER = "best-customer"


PATH: tuple[StepKind, ...] = (StepKind.PAUSE, StepKind.NOTE, StepKind.LUNCH, StepKind.GIFT)
CARE: tuple[StepKind, ...] = (StepKind.WALK, StepKind.TALK, StepKind.GAME, StepKind.BEST_CUSTOMER)


class StepState(StrEnum):
    """How far a step is. Overdue is computed from the due day, never stored."""

    PLANNED = "planned"
    READY = "ready"
    UNDER_WAY = "under-way"
    DONE = "done"
    POSTPONED = "postponed"
    SKIPPED = "skipped"
    DROPPED = "dropped"


OPEN_STATES: tuple[StepState, ...] = (
    StepState.PLANNED,
    StepState.READY,
    StepState.UNDER_WAY,
    StepState.POSTPONED,
)
