# SPDX-License-Identifier: MIT
"""The private check-in: how the owner is, in a word, from 1 to 5, and perhaps a line."""

from datetime import date, timedelta
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.care import CheckIn
from winback_desktop.domain.practice import Loss

LONGEST_WORD = 40
LONGEST_LINE = 2_000
_SHOWN = timedelta(days=365)


class Mood(NamedTuple):
    """The check-ins of the last year, oldest first, and the days on which the owner learned of a loss."""

    first: date
    last: date
    points: tuple[CheckIn, ...]
    losses: tuple[date, ...]


def check_in(work: Workspace, word: str, level: int, line: str = "") -> CheckIn:
    """Keep how the owner is now; raises Refused for a level other than 1 to 5 or far too many words."""
    word, line = " ".join(word.split()), line.strip()
    if not 1 <= level <= 5:
        raise Refused("Choose a number from 1 (heavy) to 5 (light).", field="level")
    if not word:
        raise Refused("Pick a word, or write your own.", field="word")
    if len(word) > LONGEST_WORD:
        raise Refused(
            f"The word takes at most {LONGEST_WORD} characters; the line has room for more.", field="word"
        )
    if len(line) > LONGEST_LINE:
        raise Refused(f"The line takes at most {LONGEST_LINE:,} characters.", field="line")
    with work.store.change("check in"):
        return work.store.add(CheckIn(work.clock.today(), word, level, line, work.clock.now()))


def remove_check_in(work: Workspace, check: int) -> None:
    """Take a check-in away; undo brings it back."""
    old = work.store.get(CheckIn, check)
    with work.store.change("remove a check-in"):
        work.store.remove(old)


def own_words(work: Workspace, most: int = 6) -> list[str]:
    """The owner's own latest words, each once."""
    found = work.store.find(CheckIn, order="-id", limit=60)
    return list(dict.fromkeys(check.word for check in found))[:most]


def mood(work: Workspace) -> Mood:
    """What the trend is drawn from."""
    today = work.clock.today()
    since = today - _SHOWN
    points = [check for check in work.store.find(CheckIn, order="on") if since <= check.on <= today]
    first = points[0].on if points else today
    losses = work.store.find(Loss, order="-learned_on", limit=50)
    days = sorted({loss.learned_on for loss in losses if first <= loss.learned_on <= today})
    return Mood(first, today, tuple(points), tuple(days))
