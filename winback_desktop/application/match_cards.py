# SPDX-License-Identifier: MIT
"""Finds the contact that a card is about, among those stored and the cards before it."""

from collections import defaultdict
from typing import NamedTuple

from winback_desktop.application.ports import Workspace
from winback_desktop.domain.card_matching import Marks, marks_of, name_key, related_names
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Contact, ContactPoint, PointKind


class Match(NamedTuple):
    """The person a card is about (-1 for none), and why; ``near`` is one it might be.

    ``new`` marks the card that a person begins with. ``keep_name`` is true when the owner renamed the
    person since the card was imported.
    """

    person: int
    because: str = ""
    near: int = -1
    doubtful: bool = False
    keep_name: bool = False
    skip: bool = False
    new: bool = False
    problem: str = ""


class _Person(NamedTuple):
    contact: int
    name: str
    marks: Marks
    told_apart: bool = False
    """The file that brought the person gave it an id of its own."""


class Known:
    """Everybody who is known so far, found by id, e-mail and name."""

    def __init__(self, work: Workspace) -> None:
        self._people: list[_Person] = []
        self._by_uid: dict[str, int] = {}
        self._by_email: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        points: dict[int, list[ContactPoint]] = defaultdict(list)
        contacts = work.store.find(Contact, deleted_at=None)
        if contacts:
            for point in work.store.find(ContactPoint, kind=(PointKind.EMAIL, PointKind.PHONE)):
                points[point.contact].append(point)
        for contact in contacts:
            marks = marks_of(contact, points.get(contact.id, ()))
            self._add(_Person(contact.id, contact.name, marks), contact.uid)

    def add(self, index: int, uid: str, marks: Marks, *, told_apart: bool = False) -> int:
        """A person that the file brings; the number it is known by here.

        ``told_apart`` is true when the file gave it an id of its own.
        """
        return self._add(_Person(0, f"contact {index + 1}", marks, told_apart), uid)

    def stored(self, person: int) -> int:
        """The id of a person's stored contact, 0 for one that the file brings."""
        return self._people[person].contact if person >= 0 else 0

    def name(self, person: int) -> str:
        """The name to call a person by."""
        return self._people[person].name

    def unused(self, uid: str) -> str:
        """A uid that nobody has yet."""
        number = 2
        while f"{uid}-{number}" in self._by_uid:
            number += 1
        return f"{uid}-{number}"

    def match(self, card: ContactCard, uid: str, marks: Marks) -> Match:
        """Whom a card is about: by id, then e-mail, then the name with a phone number or organisation."""
        person = self._by_uid.get(uid)
        if person is not None:
            derived = not card.contact.uid
            renamed = derived and self._people[person].marks.name != marks.name
            return Match(person, "the same id" if not derived else "imported before", keep_name=renamed)
        people = sorted({person for email in marks.emails for person in self._by_email.get(email, ())})
        if people:
            return self._by_shared_email(marks, people)
        return self._by_same_name(marks, told_apart=bool(card.contact.uid))

    def _by_shared_email(self, marks: Marks, people: list[int]) -> Match:
        same = [person for person in people if self._people[person].marks.name == marks.name]
        if same:
            closer = [person for person in same if self._shares_more(person, marks)]
            return Match((closer or same)[0], "the same e-mail")
        stored = [person for person in people if self._people[person].contact]
        if not stored:
            # Two people of one file may share an e-mail; both are kept.
            return Match(-1)
        close = [person for person in stored if self._related(person, marks)]
        if len(close) == 1:
            return Match(close[0], "the same e-mail")
        names = " and ".join(f"“{self.name(person)[:40]}”" for person in stored[:3])
        have = "has" if len(stored) == 1 else "have"
        if close:
            why = f"{names} {have} this e-mail, and the name fits more than one of them, so it was left out."
        else:
            why = f"{names} {have} the same e-mail under another name; all were kept."
        return Match(-1, "the same e-mail", near=stored[0], doubtful=True, skip=bool(close), problem=why)

    def _by_same_name(self, marks: Marks, *, told_apart: bool) -> Match:
        people = self._by_name.get(marks.name, [])
        for person in people:
            # Two ids in one file mean two people, even in one firm; a shared number says more.
            if told_apart and self._people[person].told_apart and not self._shares_phone(person, marks):
                continue
            if self._shares_more(person, marks):
                return Match(person, "the same name and phone number or organisation")
        if len(people) == 1 and (marks.bare or self._people[people[0]].marks.bare):
            return Match(people[0], "the same name", doubtful=True)
        return Match(-1)

    def _related(self, person: int, marks: Marks) -> bool:
        """Whether the names fit, or one of the two has no name but the e-mail address."""
        known = self._people[person]
        named_by_email = "@" in known.name or marks.name in {name_key(email) for email in marks.emails}
        return named_by_email or related_names(known.marks.name, marks.name)

    def _shares_more(self, person: int, marks: Marks) -> bool:
        organisation = self._people[person].marks.organisation
        return self._shares_phone(person, marks) or bool(organisation and organisation == marks.organisation)

    def _shares_phone(self, person: int, marks: Marks) -> bool:
        return bool(self._people[person].marks.phones & marks.phones)

    def _add(self, person: _Person, uid: str) -> int:
        number = len(self._people)
        self._people.append(person)
        if uid:
            self._by_uid.setdefault(uid, number)
        for email in person.marks.emails:
            self._by_email[email].append(number)
        self._by_name[person.marks.name].append(number)
        return number
