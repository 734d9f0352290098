# SPDX-License-Identifier: MIT
"""Listens to words about somebody and notes what the owner accepts of it."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from winback_desktop.application import keep_interests
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.listening import Proposal
from winback_desktop.domain.people import Attitude, Contact, Interest
from winback_desktop.ui.operations import Operations

_MOST = 8


class HeardRow(NamedTuple):
    """Something heard, in words, and in which of them it was heard."""

    words: str
    because: str


class Listener(QObject):
    """Everything heard that is not noted yet; the owner's own word can always be added."""

    def __init__(self, work: Workspace, operations: Operations, contact: int) -> None:
        super().__init__()
        self._work, self._operations, self._contact = work, operations, contact
        self._heard: list[Proposal] = []

    def name(self) -> str:
        """Whom it is about."""
        person = self._operations.run(lambda: self._work.store.get(Contact, self._contact))
        return person.name if person else ""

    def hear(self, text: str) -> list[HeardRow]:
        """What the words say."""
        found = self._operations.run(lambda: keep_interests.hear(self._work, self._contact, text)) or []
        self._heard = found[:_MOST]
        return [HeardRow(_words(one), one.because) for one in self._heard]

    def accept(self, place: int) -> bool:
        """Note what was heard."""
        proposal = self._heard[place]
        done = self._operations.run(lambda: keep_interests.accept(self._work, self._contact, proposal))
        return done is not None

    def add(self, text: str, refused) -> bool:  # type: ignore[no-untyped-def]
        """Note one or several interests in the owner's own words."""
        done = self._operations.run(
            lambda: keep_interests.add_interests(self._work, self._contact, text), refused
        )
        return done is not None


def _words(proposal: Proposal) -> str:
    record = proposal.record
    if isinstance(record, Interest):
        return record.label if record.attitude is Attitude.LIKE else f"dislikes {record.label}"
    return f"avoid {record.avoid}" if record.avoid else "prefers no gifts"
