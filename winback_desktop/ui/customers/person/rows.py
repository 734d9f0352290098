# SPDX-License-Identifier: MIT
"""What one person's page shows, as frozen rows ready to draw."""

from datetime import date
from typing import NamedTuple

from winback_desktop.ui.path_stops import PathStop


class PointRow(NamedTuple):
    """A phone number or e-mail address; a new one has the id 0."""

    id: int
    value: str
    label: str = ""


class AddressRow(NamedTuple):
    """A postal address, when it holds, and since when mail comes back from it."""

    id: int = 0
    street: str = ""
    postal_code: str = ""
    locality: str = ""
    region: str = ""
    country: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    returned_on: date | None = None


class DayRow(NamedTuple):
    """A birthday or anniversary as typed: "29 Feb" or "29 Feb 1980"."""

    id: int = 0
    label: str = ""
    text: str = ""


class Fields(NamedTuple):
    """The form."""

    name: str = ""
    organisation: str = ""
    emails: tuple[PointRow, ...] = ()
    phones: tuple[PointRow, ...] = ()
    about: str = ""
    addresses: tuple[AddressRow, ...] = ()
    days: tuple[DayRow, ...] = ()
    roles: tuple[str, ...] = ()
    language: str = ""
    customer_since: date | None = None
    tags: tuple[str, ...] = ()


class InterestRow(NamedTuple):
    """A chip of what somebody enjoys, with what opens behind it."""

    id: int
    label: str
    likes: bool
    still_true: bool
    words: str
    heard_on: date | None
    where: str
    certainty: int
    category: str


class AvoidRow(NamedTuple):
    """A chip of what to avoid."""

    id: int
    words: str


class HeardRow(NamedTuple):
    """Something heard in the free words, to accept; ``place`` tells it apart."""

    place: int
    words: str
    because: str
    is_interest: bool


class IdeaRow(NamedTuple):
    """A gift idea. ``question`` has to be answered first where it is not empty."""

    key: str
    title: str
    because: str
    price: str
    question: str
    warnings: tuple[str, ...]
    why: tuple[str, ...]
    gesture: str


class GiftRow(NamedTuple):
    """The gift that is settled on; ``moves`` are (state, words) it may go to."""

    id: int
    title: str
    because: str
    state_words: str
    moves: tuple[tuple[str, str], ...]
    cost: str = ""


class AskRow(NamedTuple):
    """A light question for the next meeting, and what it is for."""

    topic: str
    words: str
    why: str


class PolicyRow(NamedTuple):
    """What a firm lets its people accept, as typed."""

    per_gift: str = ""
    per_year: str = ""
    source: str = ""
    checked_on: date | None = None
    words: str = ""
    currency: str = ""


class StepLine(NamedTuple):
    """One dated line of the path."""

    step: int
    kind: str
    words: str
    day: str
    muted: bool


class NextStep(NamedTuple):
    """What can be done now: the current step with its words."""

    step: int
    kind: str
    title: str
    smaller: str
    action: str


class PathCard(NamedTuple):
    """The path back of the latest plan; ``sentence`` says where it stands."""

    plan: int
    stops: tuple[PathStop, ...]
    lines: tuple[StepLine, ...]
    sentence: str
    now: NextStep | None
    can_return: bool
    can_rest: bool


class TimelineLine(NamedTuple):
    """One line of the history; ``source`` and ``ref`` tell which talk or note may be listened to again."""

    icon: str
    token: str
    words: str
    detail: str
    day: str
    source: str = ""
    ref: int = 0


class ColleagueRow(NamedTuple):
    """Somebody else of the same firm; ``note`` says where they stand."""

    contact: int
    name: str
    note: str


class Screen(NamedTuple):
    """The whole page. ``notice`` says why nothing is sent to somebody; ``short`` is how they are called;
    whose family may be written to has ``died``."""

    contact: int = 0
    name: str = ""
    short: str = ""
    line: str = ""
    shade: str = "note"
    notice: str = ""
    reachable: bool = True
    deleted: bool = False
    fields: Fields = Fields()
    interests: tuple[InterestRow, ...] = ()
    avoid: tuple[AvoidRow, ...] = ()
    gift: GiftRow | None = None
    ideas: tuple[IdeaRow, ...] = ()
    path: PathCard | None = None
    timeline: tuple[TimelineLine, ...] = ()
    longer: bool = False
    colleagues: tuple[ColleagueRow, ...] = ()
    gift_notes: tuple[str, ...] = ()
    died: bool = False
    firm_is_gone: bool = False
    asking: tuple[AskRow, ...] = ()
    contradiction: str = ""
