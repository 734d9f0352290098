# SPDX-License-Identifier: MIT
"""Keeps one person's page up to date and stores what the owner does there."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from winback_desktop.application import choose_gift, keep_contacts, keep_interests
from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.contact_checks import email_doubt, phone_doubt
from winback_desktop.domain.gifts import Suggestion
from winback_desktop.domain.listening import Proposal
from winback_desktop.domain.people import (
    Address,
    Attitude,
    Contact,
    ContactPoint,
    ContactStatus,
    ImportantDate,
    Interest,
    PointKind,
    Role,
)
from winback_desktop.domain.practice import GiftState
from winback_desktop.ui.customers.person.avoiding import AvoidOffer, avoid_of, avoid_offers
from winback_desktop.ui.customers.person.important_days import read_day
from winback_desktop.ui.customers.person.moves import Moves
from winback_desktop.ui.customers.person.reading import read
from winback_desktop.ui.customers.person.rows import (
    AddressRow,
    DayRow,
    HeardRow,
    InterestRow,
    PointRow,
    Screen,
)
from winback_desktop.ui.navigation import CUSTOMERS, EXPORT, PRINT, Navigator, PrintWish
from winback_desktop.ui.operations import Operations

_SHOWN = {
    "contact", "contactpoint", "address", "importantdate", "interest", "constraint", "gift", "plan", "step",
    "loss", "note", "touch", "setting",
}  # fmt: skip


class Person(QObject):
    """``screen`` is what to draw. ``saved`` follows each thing stored, ``refused`` says why one was not."""

    refreshed = Signal()
    saved = Signal(str)
    """The form field that was stored, or empty for anything else."""
    refused = Signal(str, str)
    gone = Signal()
    """The person was deleted or never existed."""

    def __init__(self, work: Workspace, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self._work, self._operations, self._navigator = work, operations, navigator
        self.screen = Screen()
        self._suggestions: dict[str, Suggestion] = {}
        self._heard: list[Proposal] = []
        self._whole_timeline = False
        self.visible = False
        self.moves = Moves(work, operations, navigator, lambda: self.screen, self.keep)
        operations.changed.connect(self._changed)

    def show(self, contact: int) -> None:
        """Show a person."""
        self.visible = True
        if contact != self.screen.contact:
            self._whole_timeline = False
        self._read(contact)

    def leave(self) -> None:
        """The page is hidden."""
        self.visible = False

    def show_whole_timeline(self) -> None:
        """Show everything that happened."""
        self._whole_timeline = True
        self._read(self.screen.contact)

    # The form

    def save(self, field: str, value: object) -> bool:
        """Store one of the contact's own fields."""
        stored = self._contact()
        if stored is None:
            return False
        if field == "roles":
            value = tuple(Role(role) for role in value)  # type: ignore[attr-defined]
        return self.keep(
            field, lambda: keep_contacts.edit_contact(self._work, stored._replace(**{field: value}))
        )

    def save_points(self, kind: str, rows: list[PointRow]) -> bool:
        """Store all phones or all e-mail addresses (``phone``, ``email``)."""
        contact = self.screen.contact
        wanted = PointKind(kind)

        def keep() -> object:
            others = [
                point for point in keep_contacts.card(self._work, contact).points if point.kind is not wanted
            ]
            new = [ContactPoint(wanted, row.value, row.label, contact=contact, id=row.id) for row in rows]
            # One order whatever is saved first: phones, e-mail addresses, web pages.
            ordered = sorted([*others, *new], key=lambda point: list(PointKind).index(point.kind))
            return keep_contacts.set_points(self._work, contact, ordered)

        return self.keep(kind, keep)

    def save_addresses(self, rows: list[AddressRow]) -> bool:
        """Store all addresses; empty ones are left out, what the form does not show stays."""
        contact = self.screen.contact

        def keep() -> object:
            stored = {one.id: one for one in keep_contacts.card(self._work, contact).addresses}
            new = [
                stored.get(row.id, Address(contact=contact))._replace(**row._replace(id=row.id)._asdict())
                for row in rows
                if any(row[1:])
            ]
            return keep_contacts.set_addresses(self._work, contact, new)

        return self.keep("address", keep)

    def save_days(self, rows: list[DayRow]) -> bool:
        """Store all important days; a day that can't be read is refused."""
        contact = self.screen.contact

        def keep() -> object:
            return keep_contacts.set_dates(
                self._work, contact, [_day(row, contact) for row in rows if row.text]
            )

        return self.keep("days", keep)

    @staticmethod
    def doubt(kind: str, value: str) -> str:
        """What may be wrong with a phone number or e-mail address, never more than a doubt."""
        return email_doubt(value) if kind == "email" else phone_doubt(value)

    # Interests and what to avoid

    def interest_offers(self, text: str) -> list[tuple[str, str]]:
        """Labels to complete typed words with: how many share them, or the category they belong to."""
        own = {row.label.casefold() for row in self.screen.interests}
        return [
            (one.label, _shared(one.people) if one.people else one.category)
            for one in keep_interests.suggest_labels(self._work, text)
            if one.label.casefold() not in own
        ][:5]

    def add_interests(self, text: str) -> None:
        """Note one or several interests."""
        self.keep("interests", lambda: keep_interests.add_interests(self._work, self.screen.contact, text))

    def edit_interest(self, row: InterestRow) -> bool:
        """Store what is known about an interest; False when it was refused."""

        def keep() -> object:
            stored = self._work.store.get(Interest, row.id)
            return keep_interests.edit_interest(
                self._work,
                stored._replace(
                    label=row.label,
                    words=row.words,
                    heard_on=row.heard_on,
                    heard_where=row.where,
                    attitude=Attitude.LIKE if row.likes else Attitude.DISLIKE,
                    still_true=row.still_true,
                    certainty=row.certainty,
                ),
            )

        return self.keep("interest", keep)

    def remove_interest(self, interest: int) -> None:
        """Take an interest away."""
        self.keep("interests", lambda: keep_interests.remove_interest(self._work, interest))

    def avoid_offers(self, text: str) -> list[AvoidOffer]:
        """What typed words may mean as something to avoid, likeliest first."""
        return avoid_offers(text)

    def add_avoid(self, value: str) -> None:
        """Note something to avoid, from an offer or as typed."""
        for kind, avoid in avoid_of(value):
            self.keep(
                "avoid",
                lambda kind=kind, avoid=avoid: keep_interests.add_constraint(
                    self._work, self.screen.contact, kind, avoid
                ),
            )

    def remove_avoid(self, constraint: int) -> None:
        """Take away something to avoid."""
        self.keep("avoid", lambda: keep_interests.remove_constraint(self._work, constraint))

    def hear(self, text: str) -> list[HeardRow]:
        """What the free words say that is not noted yet."""
        heard = self._operations.run(lambda: keep_interests.hear(self._work, self.screen.contact, text)) or []
        self._heard = heard[:8]
        return [
            HeardRow(at, _heard_words(one), one.because, isinstance(one.record, Interest))
            for at, one in enumerate(self._heard)
        ]

    def accept(self, place: int) -> None:
        """Note what was heard."""
        if 0 <= place < len(self._heard):
            proposal = self._heard[place]
            self.keep("", lambda: keep_interests.accept(self._work, self.screen.contact, proposal))

    # Gifts

    def choose(self, key: str) -> None:
        """Settle on an idea."""
        suggestion = self._suggestions.get(key)
        if suggestion is not None:
            self.keep("", lambda: choose_gift.choose(self._work, self.screen.contact, suggestion))

    def mark_gift(self, gift: int, state: str) -> None:
        """Move the gift on."""
        self.keep("", lambda: choose_gift.mark_gift(self._work, gift, GiftState(state)))

    def why_not(self) -> list[tuple[str, str]]:
        """Ideas that were set aside, each with the reason."""
        ranking = self._operations.run(lambda: choose_gift.ranking_for(self._work, self.screen.contact))
        return [(one.title, one.reason) for one in ranking.set_aside[:30]] if ranking else []

    # The person as a whole

    def set_status(self, status: str, note: str = "") -> bool:
        """Mark them do-not-contact, deceased, organisation-gone or normal again."""
        wanted = ContactStatus(status)
        contact = self.screen.contact
        return self.keep("reason", lambda: keep_contacts.set_status(self._work, contact, wanted, note))

    def delete(self) -> None:
        """Put them among the recently deleted and go back to the list; undo brings them back."""
        contact = self.screen.contact
        if self._operations.run(lambda: keep_contacts.remove_contact(self._work, contact)):
            self.back()

    def restore(self) -> None:
        """Bring them back."""
        contact = self.screen.contact
        self._operations.run(lambda: keep_contacts.restore_contact(self._work, contact))

    def export(self) -> None:
        """Export their data."""
        self._navigator.ask(EXPORT, self.screen.contact)

    def print_out(self, kind: str, text: str = "") -> None:
        """Ask for the print sheet with their sheet, envelope or gift tag."""
        self._navigator.ask(PRINT, PrintWish(kind, (self.screen.contact,), text))

    def back(self) -> None:
        """Go to the list of everybody."""
        self._navigator.go(CUSTOMERS)

    def today(self) -> date:
        """The owner's date."""
        return self._work.clock.today()

    # Questions

    def _contact(self) -> Contact | None:
        return self._operations.run(lambda: self._work.store.get(Contact, self.screen.contact))

    def keep(self, field: str, use_case: Callable[[], object]) -> bool:
        """Run a use case; ``field`` is where a refusal is said, empty for the bar below."""

        def said(sentence: str, about: str) -> None:
            if field:
                self.refused.emit(sentence, field)
            else:
                self._operations.failed.emit(sentence, about)

        if self._operations.run(lambda: use_case() or True, said) is None:
            return False
        self.saved.emit(field)
        return True

    def _changed(self, changes: Changes) -> None:
        if self.visible and changes.kinds & _SHOWN:
            self._read(self.screen.contact)

    def _read(self, contact: int) -> None:
        try:
            self.screen, self._suggestions = read(self._work, contact, self._whole_timeline)
        except Refused:
            self.gone.emit()
            return
        self.refreshed.emit()


def _day(row: DayRow, contact: int) -> ImportantDate:
    found = read_day(row.text)
    if found is None:
        raise Refused(f"“{row.text[:40]}” is no day we can read. Write it like 29 Feb or 29 Feb 1980.")
    month, day, year = found
    return ImportantDate(row.label, month, day, year, contact, row.id)


def _shared(people: int) -> str:
    return "1 person" if people == 1 else f"{people:,} people"


def _heard_words(proposal: Proposal) -> str:
    record = proposal.record
    if isinstance(record, Interest):
        return record.label if record.attitude is Attitude.LIKE else f"dislikes {record.label}"
    return proposal.label if not record.avoid else f"avoid {record.avoid}"
