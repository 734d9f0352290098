# SPDX-License-Identifier: MIT
"""The seven days of a mission: which they are, how many were helped on each, and when it is over."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from winback_desktop.domain.care import GoodDeed, Mission, MissionPause

DAYS = 7
MOST = 500
"""The largest target that still is a mission for a week."""

_ONE = timedelta(days=1)
_LONGEST_PAUSE = 3660


class MissionDay(NamedTuple):
    """One of the seven days: how many were helped on it, and whether it is still to come."""

    day: date
    helped: int
    ahead: bool
    today: bool


def target_problem(target: int) -> str:
    """Why a target cannot be one, as a sentence; empty when it can."""
    if target < 1:
        return "A mission is about people: choose at least one to help. One is plenty on a hard week."
    if target > MOST:
        return f"{MOST} people in a week is the most that can be counted here. Choose fewer."
    return ""


def running_days(mission: Mission, pauses: Iterable[MissionPause], today: date) -> tuple[date, ...]:
    """The seven days on which the mission runs; days of a pause are left out, so they cost nothing.

    A pause that still lasts ends tomorrow at the earliest.
    """
    spans = [(pause.first, pause.resumed_on or max(today, pause.first) + _ONE) for pause in pauses]
    found: list[date] = []
    day = mission.started_on
    for _ in range(DAYS + _LONGEST_PAUSE):
        if not any(first <= day < resumed for first, resumed in spans):
            found.append(day)
        if len(found) == DAYS:
            break
        day += _ONE
    return tuple(found)


def is_paused(pauses: Iterable[MissionPause]) -> bool:
    """Whether a pause still lasts."""
    return any(pause.resumed_on is None for pause in pauses)


def is_over(mission: Mission, pauses: Sequence[MissionPause], today: date) -> bool:
    """Closed by the owner, or all of its seven days are past."""
    if mission.ended_on is not None:
        return True
    days = running_days(mission, pauses, today)
    return not is_paused(pauses) and today > days[-1]


def drawn_days(
    mission: Mission, pauses: Sequence[MissionPause], deeds: Sequence[GoodDeed], today: date
) -> tuple[MissionDay, ...]:
    """The seven days with what was done on each; a deed of a paused day counts for the day before it."""
    days = running_days(mission, pauses, today)
    helped = dict.fromkeys(days, 0)
    for deed in deeds:
        earlier = [day for day in days if day <= deed.on]
        helped[earlier[-1] if earlier else days[0]] += 1
    return tuple(MissionDay(day, helped[day], day > today, day == today) for day in days)


def mission_sentence(helped: int, target: int, over: bool) -> str:
    """How it stands, never as a shortfall."""
    people = "person" if helped == 1 else "people"
    if helped >= target:
        return f"You helped {helped} {people}. That is what you set out to do, and more is a gift."
    if over and helped:
        return f"You helped {helped} {people} this week. Each of them is glad of it."
    if over:
        return "The week went another way. That is all right; the next one is yours."
    if helped:
        return f"{helped} of {target} so far. There is no hurry."
    return f"{target} {'person' if target == 1 else 'people'} in seven days, whoever they are."
