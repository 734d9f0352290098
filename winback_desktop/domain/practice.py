# SPDX-License-Identifier: MIT
"""The practice's own records: a loss, the plan that answers it, its steps and what was done."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from winback_desktop.domain.plan_states import CARE as CARE
from winback_desktop.domain.plan_states import OPEN_STATES as OPEN_STATES
from winback_desktop.domain.plan_states import PATH as PATH
from winback_desktop.domain.plan_states import LossKind as LossKind
from winback_desktop.domain.plan_states import PlanState as PlanState
from winback_desktop.domain.plan_states import StepKind as StepKind
from winback_desktop.domain.plan_states import StepState as StepState


class Cause(StrEnum):
    """The owner's reading of why; nothing is pre-selected and "nothing we did" is an equal answer."""

    IMPOSSIBLE_TO_PLEASE = "impossible-to-please"
    OUT_OF_OUR_CONTROL = "out-of-our-control"
    WE_DID_NOT_DELIVER = "we-did-not-deliver"
    CHOSE_A_COMPETITOR = "chose-a-competitor"
    NOTHING_WE_DID = "nothing-we-did"


class Mechanism(StrEnum):
    """How the customer went."""

    PUSHED = "pushed"
    PULLED = "pulled"
    BOUGHT = "bought"
    MOVED = "moved"
    NEED_ENDED = "need-ended"
    CLOSED = "closed"
    PERSON_LEFT = "person-left"
    UNKNOWN = "unknown"


class Loss(NamedTuple):
    """A customer lost. ``value`` is in minor units (cents) of ``currency`` (ISO 4217) for a year."""

    contact: int
    kind: LossKind
    learned_on: date
    happened_on: date | None = None
    value: int | None = None
    currency: str = ""
    cause: Cause | None = None
    mechanism: Mechanism = Mechanism.UNKNOWN
    reason_given: str = ""
    my_reading: str = ""
    competitor: str = ""
    previous_loss: int | None = None
    created_at: datetime | None = None
    id: int = 0


class Plan(NamedTuple):
    """The answer to a loss. ``quiet_until`` is the last quiet day; a note is due on the next working day."""

    loss: int
    contact: int
    state: PlanState
    quiet_until: date
    state_since: date | None = None
    paused_from: PlanState | None = None
    paused_until: date | None = None
    state_reason: str = ""
    unlocked_on: date | None = None
    unlock_reason: str = ""
    id: int = 0


class PlanMove(NamedTuple):
    """A change of a plan's state by what the owner did, kept for ever; time alone leaves none."""

    plan: int
    contact: int
    state: PlanState
    on: date
    reason: str = ""
    id: int = 0


class Step(NamedTuple):
    """One dated thing to do. ``first_due`` is the playbook's day; ``smaller`` marks one made smaller."""

    plan: int
    contact: int
    kind: StepKind
    due: date
    first_due: date
    state: StepState = StepState.PLANNED
    reason: str = ""
    smaller: bool = False
    done_on: date | None = None
    id: int = 0


class StepMove(NamedTuple):
    """One move of a step, kept for ever with its reason."""

    step: int
    from_state: StepState
    to_state: StepState
    from_due: date
    to_due: date
    at: datetime
    reason: str = ""
    id: int = 0


class NoteState(StrEnum):
    """How far a note is; "printed" is not "posted"."""

    DRAFTED = "drafted"
    COPIED = "copied"
    PRINTED = "printed"
    POSTED = "posted"
    RETURNED = "returned"


class Note(NamedTuple):
    """A note to somebody; plain text."""

    contact: int
    text: str
    plan: int | None = None
    step: int | None = None
    occasion: str = "thank-you"
    tone: str = "warm"
    language: str = "en"
    state: NoteState = NoteState.DRAFTED
    posted_on: date | None = None
    updated_at: datetime | None = None
    id: int = 0


class NoteVersion(NamedTuple):
    """A note's text as it was until ``at``, before it was written on."""

    note: int
    text: str
    at: datetime
    id: int = 0


class TouchKind(StrEnum):
    """A real contact with somebody."""

    CALL = "call"
    MEETING = "meeting"
    LUNCH = "lunch"
    MESSAGE = "message"
    KINDNESS = "kindness"
    HELLO = "hello"


class Touch(NamedTuple):
    """A contact that really took place, and what was heard."""

    contact: int
    kind: TouchKind
    on: date
    summary: str = ""
    heard: str = ""
    plan: int | None = None
    step: int | None = None
    id: int = 0


class GiftState(StrEnum):
    """The life of a gift."""

    IDEA = "idea"
    CHOSEN = "chosen"
    BOUGHT = "bought"
    SENT = "sent"
    RECEIVED = "received"
    REFUSED = "refused"
    RETURNED = "returned"


class Gift(NamedTuple):
    """A gift for somebody. ``idea`` is a key of the catalogue, ``cost`` is in minor units of ``currency``;
    ``reason`` says why it was refused or came back, ``paid_on`` when the money went, ``lead_days`` how long
    it takes to arrive."""

    contact: int
    title: str
    because: str = ""
    idea: str = ""
    interest: int | None = None
    state: GiftState = GiftState.CHOSEN
    cost: int | None = None
    currency: str = ""
    on: date | None = None
    plan: int | None = None
    step: int | None = None
    reason: str = ""
    paid_on: date | None = None
    lead_days: int = 0
    id: int = 0


class GiftPolicy(NamedTuple):
    """What a firm lets its people accept, as the owner found it; limits are in minor units of ``currency``.

    ``source`` says where it was read and ``checked_on`` when; it leads to a warning, never to advice.
    """

    organisation: str
    per_gift: int | None = None
    per_year: int | None = None
    currency: str = ""
    source: str = ""
    checked_on: date | None = None
    words: str = ""
    id: int = 0
