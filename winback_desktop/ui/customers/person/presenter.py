# SPDX-License-Identifier: MIT
"""Keeps one person's page up to date and stores what the owner does there."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from winback_desktop.application import keep_contacts, keep_interests
from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import Refused
from winback_desktop.application.log_touch import log_touch
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.contact_checks import email_doubt, phone_doubt
from winback_desktop.domain.note_occasions import OTHER_OCCASIONS, Occasion
from winback_desktop.domain.people import (
    Address,
    Contact,
    ContactPoint,
    ContactStatus,
    ImportantDate,
    PointKind,
    Role,
)
from winback_desktop.domain.practice import TouchKind
from winback_desktop.ui.customers.person.giving import Giving
from winback_desktop.ui.customers.person.important_days import read_day
from winback_desktop.ui.customers.person.knowing import Knowing
from winback_desktop.ui.customers.person.moves import Moves
from winback_desktop.ui.customers.person.reading import read
from winback_desktop.ui.customers.person.rows import (
    AddressRow,
    DayRow,
    PointRow,
    Screen,
)
from winback_desktop.ui.navigation import (
    CUSTOMERS,
    EXPORT,
    GIFT_IDEAS,
    INTERESTS,
    LISTEN,
    NOTES,
    PRINT,
    Navigator,
    PrintWish,
    Words,
    WriteNote,
)
from winback_desktop.ui.operations import Operations

TOUCHES = (
    ("call", "Call"),
    ("meeting", "Meeting"),
    ("message", "Message"),
    ("kindness", "A kindness"),
    ("hello", "A hello"),
)
CHANNELS = (("", "Every way"), ("post", "By post"), ("phone", "By phone"), ("e-mail", "By e-mail"))
SCOPES = (("", "Anything at all"), ("offers", "Offers and news"), ("meetings", "Meetings"))
_SHOWN = {
    "contact", "contactpoint", "address", "importantdate", "interest", "constraint", "gift", "giftpolicy",
    "asked", "plan", "step", "loss", "note", "touch", "setting",
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
        self._whole_timeline = False
        self.visible = False
        self._stale = False
        self.giving = Giving(work, operations, lambda: self.screen, self.keep)
        self.knowing = Knowing(work, operations, lambda: self.screen, self.keep)
        self.moves = Moves(work, operations, navigator, lambda: self.screen, self.keep)
        operations.changed.connect(self._changed)

    def show(self, contact: int) -> None:
        """Show a person."""
        self.visible = True
        if contact != self.screen.contact:
            self._whole_timeline = False
        self._read(contact)

    def look_again(self) -> None:
        """The page is shown again: read anew what changed meanwhile."""
        self.visible = True
        if self._stale and self.screen.contact:
            self._read(self.screen.contact)

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

    # The person as a whole

    def set_status(self, status: str, note: str = "") -> bool:
        """Mark them deceased, organisation-gone or normal again."""
        wanted = ContactStatus(status)
        contact = self.screen.contact
        return self.keep("reason", lambda: keep_contacts.set_status(self._work, contact, wanted, note))

    def ask_no_contact(self, how: str, since: date | None, channel: str, scope: str) -> bool:
        """They ask for no contact; False when something about it was refused."""
        wanted, contact = ContactStatus.DO_NOT_CONTACT, self.screen.contact
        return self.keep(
            "no-contact",
            lambda: keep_contacts.set_status(
                self._work, contact, wanted, how, since=since, channel=channel, scope=scope
            ),
        )

    def change_firm(
        self, organisation: str, job_title: str, since: date, refused: Callable[[str, str], None]
    ) -> bool:
        """They work elsewhere now; False when something about it was refused."""
        from winback_desktop.application.change_firm import NewFirm, change_firm

        new, contact = NewFirm(organisation, since, job_title), self.screen.contact
        return self._operations.run(lambda: change_firm(self._work, contact, new), refused) is not None

    def log_touch(self, kind: str, words: str, on: date | None) -> bool:
        """Log a contact that took place; False when it was refused."""
        contact = self.screen.contact
        return self.keep("touch", lambda: log_touch(self._work, contact, TouchKind(kind), words, on))

    def forget(self) -> None:
        """Erase them for good, and go back to the list."""
        contact, name = self.screen.contact, self.screen.name

        def said(forgotten: Any) -> None:
            words = f"{name} is forgotten."
            if forgotten.unreadable:
                files = ", ".join(path.name for path in forgotten.unreadable[:3])
                words += f" These backups could not be read; delete them by hand: {files}."
            elif forgotten.still_found:
                words += " The name still stands in other entries: you wrote it there, or somebody bears it."
            self._operations.remarked.emit(words)

        self._operations.run_long(
            f"Forgetting {name}",
            self._work.store.forget_in_steps(contact),
            said,
            leaving="They are gone from your data; the backups can be cleaned later.",
            leave="Finish later",
        )

    def open(self, contact: int) -> None:
        """Show somebody else."""
        self._navigator.go(CUSTOMERS, contact)

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

    other_notes = tuple((str(occasion), words) for occasion, words in OTHER_OCCASIONS.items())
    """(occasion, words) of the notes that answer no loss."""

    def write_note(self, occasion: str) -> None:
        """Go to a note for them."""
        self._navigator.go(NOTES, WriteNote(self.screen.contact, occasion))

    def condole(self) -> None:
        """Go to a condolence note for their family."""
        self.write_note(Occasion.CONDOLENCE)

    def print_out(self, kind: str, text: str = "") -> None:
        """Ask for the print sheet with their sheet, envelope or gift tag."""
        self._navigator.ask(PRINT, PrintWish(kind, (self.screen.contact,), text))

    def show_sharing(self, label: str) -> None:
        """Show who else enjoys a thing."""
        self._navigator.ask(INTERESTS, label)

    def listen_to(self, place: int) -> None:
        """Offer what was heard in a talk or a note of the history, to note as interests."""
        line = self.screen.timeline[place]
        words = self._operations.run(lambda: keep_interests.words_of(self._work, line.source, line.ref))
        if words is not None:
            self._navigator.ask(LISTEN, Words(self.screen.contact, words))

    def add_idea(self, subject: str | None) -> None:
        """Open the owner's own gift ideas, with the form for one on a subject where that is given."""
        self._navigator.ask(GIFT_IDEAS, subject)

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
        if not changes.kinds & _SHOWN:
            return
        self._stale = True
        if self.visible:
            self._read(self.screen.contact)

    def _read(self, contact: int) -> None:
        self._stale = False
        try:
            self.screen, self.giving.suggestions = read(self._work, contact, self._whole_timeline)
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
