# SPDX-License-Identifier: MIT
"""The lunch and what goes with it: the meeting, what was brought of value, and a customer's return."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from winback_desktop.domain.practice import TouchKind


class MeetingForm(StrEnum):
    """How two people meet; each of them may count as the lunch."""

    LUNCH = "lunch"
    COFFEE = "coffee"
    CALL = "call"
    ONLINE = "online"


class Meeting(NamedTuple):
    """A meeting that is being planned or took place.

    ``proposed`` are up to three ISO days; ``on`` and ``at`` (``12:30``, local) are what was agreed.
    ``invitation`` is the owner's own wording, empty while the proposed one stands; ``news`` is what is
    known of the other's life; ``next_words`` what was left for the next time.
    """

    contact: int
    form: MeetingForm = MeetingForm.LUNCH
    proposed: tuple[str, ...] = ()
    on: date | None = None
    at: str = ""
    venue: str = ""
    invitation: str = ""
    news: str = ""
    next_words: str = ""
    held: bool = False
    plan: int | None = None
    step: int | None = None
    id: int = 0


class ValueIdea(NamedTuple):
    """Something useful to bring along, kept for any customer."""

    title: str
    detail: str = ""
    added_on: date | None = None
    id: int = 0


class NewsItem(NamedTuple):
    """Something new that the owner's customers enjoy already."""

    title: str
    detail: str = ""
    on: date | None = None
    id: int = 0


class ValueUse(NamedTuple):
    """What was or will be brought to somebody, so that nobody is given the same thing twice.

    ``title`` stays as it was, also when the idea or news is removed.
    """

    contact: int
    title: str
    on: date
    value_idea: int | None = None
    news_item: int | None = None
    meeting: int | None = None
    id: int = 0


class Return(NamedTuple):
    """A customer who came back: their second lifetime begins ``on`` that day.

    ``value`` is in minor units of ``currency`` a year; ``helped`` is the owner's reading of what helped.
    """

    contact: int
    plan: int
    loss: int
    on: date
    helped: str = ""
    value: int | None = None
    currency: str = ""
    id: int = 0


TOUCHES: dict[MeetingForm, TouchKind] = {
    MeetingForm.LUNCH: TouchKind.LUNCH,
    MeetingForm.COFFEE: TouchKind.MEETING,
    MeetingForm.CALL: TouchKind.CALL,
    MeetingForm.ONLINE: TouchKind.MEETING,
}
"""The kind of touch that each form leaves in a person's history."""
