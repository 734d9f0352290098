# SPDX-License-Identifier: MIT
"""Asks for the customer list page by page and turns it into rows; filters are words and a role."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from winback_desktop.application.changes import Changes
from winback_desktop.application.keep_contacts import add_contact, remove_contact
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import ContactRow
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Contact, ContactPoint, PointKind, Role
from winback_desktop.domain.practice import StepKind
from winback_desktop.domain.wording import step_word
from winback_desktop.ui.customers.directory.rows import PersonRow
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.navigation import CUSTOMERS, IMPORT, Navigator
from winback_desktop.ui.operations import Operations

ROLES = (
    ("", "Everybody"),
    (Role.CLIENT.value, "Customers"),
    (Role.PROSPECT.value, "Prospects"),
    (Role.BEST.value, "Best customers"),
    (Role.LEAN_ON.value, "People I lean on"),
    (Role.PERSONAL.value, "Personal"),
)
_SHOWN = {"contact", "plan", "step", "contactpoint"}
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
    counted = Signal(str)
    refused = Signal(str, str)

    def __init__(self, work: Workspace, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self._work, self._operations, self._navigator = work, operations, navigator
        self.text, self.role = "", ""
        self._after: tuple[str, int] | None = None
        self._stale = True
        self.visible = False
        # Counting reads every row, so it waits until nobody types.
        self._count = QTimer(self, singleShot=True, interval=150)
        self._count.timeout.connect(self._tell_count)
        operations.changed.connect(self._changed)

    def activate(self) -> None:
        """The list is shown: look again if something changed meanwhile."""
        self.visible = True
        if self._stale:
            self.restart()
            self._tell_count()

    def leave(self) -> None:
        """The list is hidden; it need not follow."""
        self.visible = False

    def set_text(self, text: str) -> None:
        """Show only people whose words begin with these."""
        if text.strip() != self.text:
            self.text = text.strip()
            self.restart()

    def set_role(self, role: str) -> None:
        """Show only people of a role; empty for everybody."""
        self.role = role
        self.restart()

    def restart(self) -> None:
        """Begin at the top."""
        self._stale = False
        self.restarted.emit()
        self._count.start()

    def begin(self) -> None:
        """The next page is the first again."""
        self._after = None

    def fetch(self, limit: int) -> list[PersonRow]:
        """The next rows."""
        rows = self._operations.run(
            lambda: self._work.store.queries.contacts(
                text=self.text, role=self.role, after=self._after, limit=limit
            )
        )
        if not rows:
            return []
        self._after = (rows[-1].sort_key, rows[-1].contact)
        return self._shown(rows)

    def anybody(self) -> bool:
        """Whether there is anybody at all."""
        return bool(self._work.store.queries.contacts(limit=1))

    def open(self, contact: int) -> None:
        """Show a person's page."""
        self._navigator.go(CUSTOMERS, contact)

    def delete(self, contact: int) -> None:
        """Put somebody among the recently deleted; undo brings them back."""
        self._operations.run(lambda: remove_contact(self._work, contact))

    def ask_import(self) -> None:
        """Open the import."""
        self._navigator.ask(IMPORT)

    def add(self, name: str, organisation: str, email: str, phone: str, role: str) -> bool:
        """Store a new person and show their page; says in ``refused`` why not."""
        points = (ContactPoint(PointKind.EMAIL, email), ContactPoint(PointKind.PHONE, phone))
        card = ContactCard(
            Contact(name, organisation=organisation, roles=(Role(role),) if role else ()), points
        )
        new = self._operations.run(lambda: add_contact(self._work, card), self.refused.emit)
        if new is None:
            return False
        self.open(new.id)
        return True

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & _SHOWN:
            return
        self._stale = True
        if self.visible:
            self.restart()

    def _tell_count(self) -> None:
        total = self._work.store.queries.contact_total(text=self.text, role=self.role)
        people = "person" if total == 1 else "people"
        found = " found" if self.text or self.role else ""
        self.counted.emit(f"{total:,} {people}{found}")

    def _shown(self, rows: Sequence[ContactRow]) -> list[PersonRow]:
        today = self._work.clock.today()
        shown = []
        for row in rows:
            note = _STATUS_WORDS.get(row.status) or _STATE_WORDS.get(row.plan_state, "")
            words = step_word(StepKind(row.next_kind)) if row.next_kind else ""
            day = short_day(row.next_due, today) if row.next_due else ""
            spoken = ", ".join(
                part for part in (row.name, row.organisation, note, f"{words} {day}".strip()) if part
            )
            shade = _STATE_SHADES.get(row.plan_state, "note")
            shown.append(
                PersonRow(
                    row.contact, row.name, row.organisation, note, shade, row.next_kind, words, day, spoken
                )
            )
        return shown
