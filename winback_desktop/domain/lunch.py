# SPDX-License-Identifier: MIT
"""The lunch: days that suit, an invitation without a pitch, and what is said when a day does not fit."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from winback_desktop.domain.meetings import MeetingForm
from winback_desktop.domain.people import Constraint, ConstraintKind
from winback_desktop.domain.wording import short_day
from winback_desktop.domain.working_days import WorkingDays

OFFERED = 3
AHEAD = timedelta(days=7)
"""The other person needs at least this long to find room for it."""
FULL = 4
"""So many things on one day leave no calm for a lunch."""
EASIER_AFTER = 2
"""Postponed so often, a coffee or a call may be easier for both."""

_APART = timedelta(days=2)
_SEARCHED = 120
_FORMS = {
    MeetingForm.LUNCH: "lunch",
    MeetingForm.COFFEE: "a coffee",
    MeetingForm.CALL: "a call",
    MeetingForm.ONLINE: "a lunch online, each at their own table",
}
_MIND = {
    ConstraintKind.DIET: "{avoid}",
    ConstraintKind.ALCOHOL: "no alcohol",
    ConstraintKind.ALLERGY: "allergic: {avoid}",
    ConstraintKind.OBSERVANCE: "{avoid}",
}


def propose_days(
    wanted: date, today: date, days: WorkingDays, full: Collection[date], quiet_until: date | None = None
) -> tuple[date, ...]:
    """Up to three days from the wanted one on, on different days of the week where they can be found.

    Never a closed or a full day, a first day back after holidays, a day inside quiet time, or one so near
    that the other person could hardly find room.
    """
    first = max(wanted, today + AHEAD)
    if quiet_until is not None:
        first = max(first, quiet_until + timedelta(days=1))
    suiting = [
        day
        for number in range(_SEARCHED)
        if days.is_open(day := first + timedelta(days=number))
        and day not in full
        and not first_back(day, days)
    ]
    chosen: list[date] = []
    for fresh_weekday in (True, False):
        for day in suiting:
            near = any(abs(day - other) < _APART for other in chosen)
            again = any(day.weekday() == other.weekday() for other in chosen)
            if len(chosen) < OFFERED and not near and not (fresh_weekday and again):
                chosen.append(day)
    return tuple(sorted(chosen))


def first_back(day: date, days: WorkingDays) -> bool:
    """Whether desks are full because this is the first day after holidays: a Monday, or any day after a
    closed stretch of two days or more that holds a holiday or days off."""
    if not days.is_open(day):
        return False
    closed: list[date] = []
    before = day - timedelta(days=1)
    while not days.is_open(before) and len(closed) < 60:
        closed.append(before)
        before -= timedelta(days=1)
    named = any(days.name(one) for one in closed)
    return named and (len(closed) > 1 or day.weekday() == 0)


def doubt(day: date, today: date, days: WorkingDays, full: Collection[date]) -> str:
    """What speaks against a day, as a sentence that forbids nothing; empty when nothing does."""
    if not days.is_open(day):
        return f"{short_day(day)} is not a working day for you ({days.closed_reason(day)})."
    if first_back(day, days):
        return f"{short_day(day)} is the first day back after a holiday; desks are full then."
    if day in full:
        return f"{short_day(day)} is full already. Another day leaves more calm."
    if day - today < timedelta(days=2):
        return "That is very soon; ask whether it suits them."
    return ""


def refusal(day: date, today: date, quiet_until: date | None) -> str:
    """Why a day can't be taken at all, as a sentence; empty when it can."""
    if day < today:
        return "That day is over; choose today or a later one."
    if quiet_until is not None and day <= quiet_until:
        return f"Quiet time lasts through {short_day(quiet_until)}; choose a later day."
    return ""


def invitation(form: MeetingForm, first_name: str, days: Iterable[str], venue: str, sender: str) -> str:
    """A light invitation, ready to change: a question, some days, an easy way to say no, and no pitch."""
    chosen = list(days)
    greeting = f"Dear {first_name}," if first_name else "Hello,"
    lines = [greeting, "", f"it has been a while, and I would enjoy hearing how you are. {_question(form)}"]
    if chosen:
        lines += ["", "Any of these days would suit me:", *(f"  {day}" for day in chosen)]
    place = _place(form, venue)
    if place:
        lines += ["", place]
    lines += ["", "If none of them works, name another day, and if now is not the time, that is fine too."]
    lines += ["", "Warm regards" + (f",\n{sender}" if sender else "")]
    return "\n".join(lines)


def subject(form: MeetingForm) -> str:
    """The subject of the invitation."""
    return {
        MeetingForm.LUNCH: "Lunch one of these days?",
        MeetingForm.COFFEE: "A coffee one of these days?",
        MeetingForm.CALL: "A call one of these days?",
        MeetingForm.ONLINE: "Lunch, each at our own table?",
    }[form]


def to_mind(constraints: Iterable[Constraint]) -> tuple[str, ...]:
    """What to mind at the table, never why."""
    found = [_MIND[one.kind].format(avoid=one.avoid) for one in constraints if one.kind in _MIND]
    return tuple(dict.fromkeys(words for words in found if words.strip()))


def mail_link(address: str, about: str, text: str) -> str:
    """A ``mailto:`` link (RFC 6068) that opens the owner's own mail program with everything filled in."""
    from urllib.parse import quote

    body = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"mailto:{quote(address, safe='@+.')}?subject={quote(about, safe='')}&body={quote(body, safe='')}"


def is_safe_link(link: str) -> bool:
    """Whether a link may be handed to the system: only web, mail and telephone."""
    scheme, colon, rest = link.strip().partition(":")
    return bool(colon and rest) and scheme.lower() in ("http", "https", "mailto", "tel")


def _question(form: MeetingForm) -> str:
    if form is MeetingForm.CALL:
        return "Would you have a quarter of an hour for a call?"
    return f"Would you like to have {_FORMS[form]} with me?"


def _place(form: MeetingForm, venue: str) -> str:
    place = " ".join(venue.split())
    if not place:
        return ""
    if form in (MeetingForm.CALL, MeetingForm.ONLINE):
        return f"How: {place}."
    return f"I thought of {place}; I am glad to go anywhere you like."
