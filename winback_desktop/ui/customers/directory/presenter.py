# SPDX-License-Identifier: MIT
"""Asks who belongs on the customer list and turns them into rows."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from winback_desktop.application import keep_many
from winback_desktop.application.changes import Changes
from winback_desktop.application.keep_contacts import add_contact, card
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import ContactRow, Sieve
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Contact, ContactPoint, PointKind, Role
from winback_desktop.domain.practice import StepKind
from winback_desktop.domain.wording import step_word
from winback_desktop.ui.customers.directory.many import Many
from winback_desktop.ui.customers.directory.rows import ComparedRow, DeletedLine, PairRow, PersonRow, QuickRow
from winback_desktop.ui.customers.directory.words import days_left
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.navigation import CUSTOMERS, IMPORT, Navigator
from winback_desktop.ui.operations import Operations

if TYPE_CHECKING:
    from winback_desktop.ui.customers.directory.useful import Useful

ROLES = (
    ("", "Everybody"),
    (Role.CLIENT.value, "Customers"),
    (Role.PROSPECT.value, "Prospects"),
    (Role.BEST.value, "Best customers"),
    (Role.LEAN_ON.value, "People I lean on"),
    (Role.PERSONAL.value, "Personal"),
)
_SHOWN = {"contact", "plan", "step", "contactpoint", "note", "touch", "gift"}
_STATE_WORDS = {
    "quiet": "quiet time",
    "active": "on the path back",
    "resting": "the door is open",
    "paused": "paused",
    "re-hired": "came back",
}
_STATUS_WORDS = {
    "do-not-contact": "do not contact",
    "deceased": "has died",
    "organisation-gone": "organisation gone",
}
_STATE_SHADES = {"quiet": "pause", "resting": "lunch", "re-hired": "ok"}


class Directory(QObject):
    """``restarted`` says that the list begins anew; ``counted`` brings the sentence under the title."""

    restarted = Signal()
    settled = Signal()
    """Nobody types any more: the whole list may be read now."""
    counted = Signal(str)
    refused = Signal(str, str)

    def __init__(self, work: Workspace, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self._work, self._operations, self._navigator = work, operations, navigator
        self.many = Many(work, operations, navigator, self.refused.emit)
        self.sieve = Sieve()
        self._stale = True
        self.visible = False
        # Reading all numbers takes longer than a key press may, so it waits until nobody types.
        self._settle = QTimer(self, singleShot=True, interval=150)
        self._settle.timeout.connect(self.settled)
        operations.changed.connect(self._changed)

    @property
    def filtered(self) -> bool:
        """Whether anything is left out."""
        return self.sieve._replace(order="name") != Sieve()

    @property
    def text(self) -> str:
        """The words searched for."""
        return self.sieve.text

    def activate(self) -> None:
        """The list is shown: look again if something changed meanwhile."""
        self.visible = True
        if self._stale:
            self.restart()
            if not self.filtered:
                self.tell_count(self._work.store.queries.contact_total())

    def leave(self) -> None:
        """The list is hidden; it need not follow."""
        self.visible = False

    def set_text(self, text: str) -> None:
        """Show only people whose words begin with these."""
        self._filter(text=text.strip())

    def set_role(self, role: str) -> None:
        """Show only people of a role; empty for everybody."""
        self._filter(role=role)

    def set_state(self, state: str) -> None:
        """Show only people who stand there; empty for everybody."""
        self._filter(state=state)

    def set_tag(self, tag: str) -> None:
        """Show only people with a tag; empty for everybody."""
        self._filter(tag=tag)

    def set_organisation(self, text: str) -> None:
        """Show only people whose organisation's name holds the text."""
        self._filter(organisation=text.strip())

    def set_silence(self, days: str) -> None:
        """Show only people without any contact for so many days; empty for everybody."""
        since = self._work.clock.today() - timedelta(days=int(days) - 1) if days else None
        self._filter(silent_since=since)

    def set_order(self, order: str) -> None:
        """Show them in another order: name, next or last."""
        self._filter(order=order)

    def clear_filters(self) -> None:
        """Show everybody again."""
        self._filter(**Sieve(order=self.sieve.order)._asdict())

    def restart(self) -> None:
        """Begin at the top."""
        self._stale = False
        self.restarted.emit()
        self._settle.start()

    def numbers(self, limit: int | None) -> list[int]:
        """Who passes, in order."""
        ask = self._work.store.queries.contact_ids
        return self._operations.run(lambda: ask(self.sieve, limit)) or []

    def lines(self, contacts: Sequence[int]) -> list[PersonRow]:
        """The lines of some of them."""
        queries = self._work.store.queries
        rows = self._operations.run(lambda: queries.contact_rows(contacts)) or []
        told = self.sieve.order == "last" or self.sieve.silent_since is not None
        return self._shown(rows, queries.last_contacts(contacts) if told and rows else None)

    def anybody(self) -> bool:
        """Whether there is anybody at all."""
        return bool(self._work.store.queries.contacts(limit=1))

    def tags(self) -> list[str]:
        """Every tag in use."""
        return self._operations.run(self._work.store.queries.tags) or []

    def organisations(self, text: str) -> list[str]:
        """Organisations to complete typed words with."""
        return self._operations.run(lambda: self._work.store.queries.organisations(text)) or []

    def tell_count(self, total: int) -> None:
        """Say how many there are."""
        people = "person" if total == 1 else "people"
        found = " found" if self.filtered else ""
        self.counted.emit(f"{total:,} {people}{found}")

    def open(self, contact: int) -> None:
        """Show a person's page."""
        self._navigator.go(CUSTOMERS, contact)

    def ask_import(self) -> None:
        """Open the import."""
        self._navigator.ask(IMPORT)

    def add(self, name: str, organisation: str, email: str, phone: str, role: str) -> bool:
        """Store a new person and show their page; says in ``refused`` why not."""
        points = (ContactPoint(PointKind.EMAIL, email), ContactPoint(PointKind.PHONE, phone))
        new_card = ContactCard(
            Contact(name, organisation=organisation, roles=(Role(role),) if role else ()), points
        )
        new = self._operations.run(lambda: add_contact(self._work, new_card), self.refused.emit)
        if new is None:
            return False
        self.open(new.id)
        return True

    # Recently deleted

    def deleted(self) -> list[DeletedLine]:
        """Who can be brought back, the latest first."""
        found = self._operations.run(lambda: keep_many.recently_deleted(self._work)) or []
        return [
            DeletedLine(
                one.contact, one.name, " · ".join(filter(None, (one.organisation, days_left(one.days_left))))
            )
            for one in found
        ]

    def useful(self) -> "Useful":
        """What is new and useful for customers, and where it was used."""
        from winback_desktop.ui.customers.directory.useful import Useful

        return Useful(self._work, self._operations)

    # Entries that are one person

    def find_duplicates(self, found: Callable[[list[PairRow]], None], left: Callable[[], None]) -> None:
        """Look for pairs that may be one person; ``found(pairs)`` once everybody was looked at, ``left()``
        when the search was left off."""
        from winback_desktop.application.merge_contacts import Likeness, likely_duplicates

        def shown(pairs: list[Likeness]) -> None:
            ids = list({contact for pair in pairs for contact in pair[:2]})
            rows = self._work.store.queries.contact_rows(ids) if ids else []
            names = {row.contact: row.name for row in rows}
            found(
                [
                    PairRow(one.first, one.second, f"{names[one.first]} and {names[one.second]}", one.why)
                    for one in pairs
                    if one.first in names and one.second in names
                ]
            )

        self._operations.run_long("Looking for duplicates", likely_duplicates(self._work), shown, left=left)

    def compare(self, first: int, second: int) -> list[ComparedRow]:
        """What two entries say, side by side, the name first."""
        from winback_desktop.ui.customers.directory.words import compared

        return compared(card(self._work, first), card(self._work, second))

    def merge(self, keep: int, other: int, right: dict[str, int]) -> bool:
        """Make two entries one, ``right`` by field where they differ; False when that was refused, and
        ``refused`` says why."""
        from winback_desktop.application.merge_contacts import merge

        merged = self._operations.run(
            lambda: merge(self._work, keep, other, right), lambda why, _: self.refused.emit(why, "merge")
        )
        return merged is not None

    # One line, edited in the list

    def quick(self, contact: int) -> QuickRow | None:
        """What the quick edit of a person begins with."""
        from winback_desktop.application.quick_edit import quick_card

        found = self._operations.run(lambda: quick_card(self._work, contact))
        return QuickRow(*found[1:]) if found else None

    def save_quick(self, contact: int, row: QuickRow) -> bool:
        """Store an edited line; False when it was refused, and ``refused`` says why and where."""
        from winback_desktop.application.quick_edit import QuickCard, save_quick_card

        kept = self._operations.run(
            lambda: save_quick_card(self._work, QuickCard(contact, *row)), self.refused.emit
        )
        return kept is not None

    def _filter(self, **wanted: object) -> None:
        sieve = self.sieve._replace(**wanted)  # type: ignore[arg-type]
        if sieve != self.sieve:
            self.sieve = sieve
            self.restart()

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & _SHOWN:
            return
        self._stale = True
        if self.visible:
            self.restart()

    def _shown(self, rows: Sequence[ContactRow], last: dict[int, date] | None) -> list[PersonRow]:
        today = self._work.clock.today()
        shown = []
        for row in rows:
            note = _STATUS_WORDS.get(row.status) or _STATE_WORDS.get(row.plan_state, "")
            if last is not None:
                day = last.get(row.contact)
                note = f"last contact {short_day(day, today)}" if day else "no contact yet"
            words = step_word(StepKind(row.next_kind)) if row.next_kind else ""
            day_words = short_day(row.next_due, today) if row.next_due else ""
            spoken = ", ".join(
                part for part in (row.name, row.organisation, note, f"{words} {day_words}".strip()) if part
            )
            shade = _STATE_SHADES.get(row.plan_state, "note")
            shown.append(
                PersonRow(
                    row.contact,
                    row.name,
                    row.organisation,
                    note,
                    shade,
                    row.next_kind,
                    words,
                    day_words,
                    spoken,
                )
            )
        return shown
