# SPDX-License-Identifier: MIT
"""A call, a meeting or a message that really took place, logged in one line."""

from datetime import date

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import check_day
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Touch, TouchKind

LONGEST = 2_000
_WORDS = {
    TouchKind.CALL: "a call",
    TouchKind.MEETING: "a meeting",
    TouchKind.LUNCH: "a lunch",
    TouchKind.MESSAGE: "a message",
    TouchKind.KINDNESS: "a kindness",
    TouchKind.HELLO: "a hello",
}


def log_touch(
    work: Workspace, contact: int, kind: TouchKind, words: str = "", on: date | None = None
) -> Touch:
    """Note a contact with somebody, today when no day is given; it may fall into quiet time, for they may
    call whenever they like. Raises Refused for a day after today and for words that are too long."""
    person = work.store.get(Contact, contact)
    day = check_day(on or work.clock.today(), "touch")
    if day > work.clock.today():
        raise Refused("It can't have been on a day that is still to come.", field="touch")
    words = " ".join(words.split())
    if len(words) > LONGEST:
        raise Refused(f"That is too long; {LONGEST:,} characters are enough.", field="touch")
    with work.store.change(f"log {_WORDS[kind]} with {person.name}"):
        return work.store.add(Touch(contact, kind, day, words))
