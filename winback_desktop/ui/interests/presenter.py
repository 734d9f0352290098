# SPDX-License-Identifier: MIT
"""Answers who enjoys the same thing: interests with their counts, and one interest's people."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.changes import Changes
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import CUSTOMERS, Navigator
from winback_desktop.ui.operations import Operations

_MOST_INTERESTS = 40
_MOST_PEOPLE = 100


class InterestCount(NamedTuple):
    """An interest and how many share it, in words."""

    label: str
    people: str


class PersonRow(NamedTuple):
    """Somebody who enjoys the interest shown."""

    contact: int
    name: str
    detail: str


class Interests(QObject):
    """``label`` is the interest whose people are shown, empty while interests are; ``text`` what is looked
    for among them."""

    refreshed = Signal()

    def __init__(self, work: Workspace, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self._work, self._operations, self._navigator = work, operations, navigator
        self.label = self.text = ""
        self.interests: tuple[InterestCount, ...] = ()
        self.people: tuple[PersonRow, ...] = ()
        self.sentence = ""
        operations.changed.connect(self._changed)

    def look_for(self, text: str) -> None:
        """Show the interests that hold these words; none shows all of them."""
        self.text, self.label = text, ""
        self.read()

    def open(self, label: str) -> None:
        """Show who enjoys a thing; an empty label shows the interests."""
        self.label = label
        self.read()

    def visit(self, contact: int) -> None:
        """Go to somebody's page."""
        self._navigator.go(CUSTOMERS, contact)

    def read(self) -> None:
        """Ask again."""
        queries = self._work.store.queries
        if self.label:
            found = self._operations.run(lambda: queries.people_sharing(self.label, _MOST_PEOPLE + 1)) or []
            self.people = tuple(
                PersonRow(row.contact, row.name, f"“{row.words}”" if row.words else row.organisation)
                for row in found[:_MOST_PEOPLE]
            )
            self.sentence = _people_sentence(self.label, len(found))
        else:
            counts = self._operations.run(lambda: queries.interest_counts(self.text, _MOST_INTERESTS)) or []
            self.interests = tuple(InterestCount(label, _counted(number)) for label, number in counts)
            self.sentence = self._list_sentence()
        self.refreshed.emit()

    def _list_sentence(self) -> str:
        if self.interests:
            return "The ones that most people share come first."
        if self.text:
            return f"Nobody has told you of anything with “{self.text[:40]}” yet."
        return "Note on somebody's page what they enjoy, and you find here who shares it."

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & {"interest", "contact"}:
            self.read()


def _counted(number: int) -> str:
    return "1 person" if number == 1 else f"{number:,} people"


def _people_sentence(label: str, number: int) -> str:
    if not number:
        return f"Nobody else has told you that they enjoy {label}."
    if number > _MOST_PEOPLE:
        return f"The first {_MOST_PEOPLE} by name; the search finds all of them by “{label}”."
    if number == 1:
        return f"One person enjoys {label}."
    return f"{_counted(number)} enjoy {label}. Something to talk about, or to bring two together."
