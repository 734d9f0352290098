# SPDX-License-Identifier: MIT
"""Sample data for what looks after the owner: check-ins, a mission, somebody to lean on, best customers."""

from collections.abc import Callable
from datetime import date, timedelta

from winback_desktop.application.best_customers import keep_best, log_touch
from winback_desktop.application.check_in import check_in
from winback_desktop.application.lean_on import add_helper, log_talk
from winback_desktop.application.owner import owner
from winback_desktop.application.play_game import help_one, start_mission
from winback_desktop.application.ports import Workspace
from winback_desktop.application.referrals import record_referral
from winback_desktop.application.take_walk import answer_walk, begin_walk
from winback_desktop.domain.care import WalkAnswer
from winback_desktop.domain.people import Contact, Interest
from winback_desktop.domain.practice import TouchKind

OnDay = Callable[[Workspace, date], Workspace]

_MOODS = (
    (64, "hurt", 2, ""),
    (58, "tired", 2, ""),
    (50, "calm", 3, "A long walk helped."),
    (37, "hopeful", 4, ""),
    (26, "worried", 3, ""),
    (15, "angry", 1, "Read the mail three times."),
    (9, "sad", 2, ""),
    (4, "calm", 3, "Slept well again."),
    (1, "relieved", 4, ""),
)
_DEEDS = (
    (3, "The baker next door", "set up her new till"),
    (2, "A former colleague", "read his offer before he sent it"),
    (1, "Somebody on the phone", "told her whom to ask"),
)


def fill_in_care(work: Workspace, today: date, on: OnDay) -> None:
    """Add what the owner does for themselves, each on its day, as seen from ``today``."""

    def ago(days: int) -> Workspace:
        return on(work, today - timedelta(days=days))

    for days, word, level, line in _MOODS:
        check_in(ago(days), word, level, line)
    add_helper(
        ago(300), "Sam Whitfield", "+1 555 0142", "sam@example.com", "Asks one good question, then waits"
    )
    coach = add_helper(
        ago(90), "Nadia Romero", "+1 555 0177", "nadia@example.com", "Coach; has lost clients too"
    )
    log_talk(ago(12), coach.id, "What I would tell a friend in my place")
    walk = begin_walk(ago(9), 30)
    answer_walk(ago(9), walk.id, WalkAnswer.LET_GO, "having the last word")
    _best(work, today, ago)
    start_mission(ago(3), "Five people with their paperwork", 5)
    for days, who, how in _DEEDS:
        help_one(ago(days), who, how)


def _best(work: Workspace, today: date, ago: Callable[[int], Workspace]) -> None:
    currency = owner(work).currency
    ines, gus = (work.store.find(Contact, name=name)[0] for name in ("Ines Moreau", "Gus Petersen"))
    keep_best(work, ines.id, 960_000, currency, 30)
    keep_best(work, gus.id, 1_240_000, currency, 60)
    heard = today - timedelta(days=120)
    for label, words in (("old maps", "I could look at them for hours."), ("hill walking", "")):
        work.store.add(Interest(label, words=words, heard_on=heard, contact=ines.id))
    log_touch(ago(20), gus.id, TouchKind.MEETING, "Coffee at the harbour", "They take on an apprentice")
    record_referral(ago(6), gus.id, "Petra Holm", words="Her boathouse")
