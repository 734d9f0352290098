# SPDX-License-Identifier: MIT
"""Gathers the notes that wait to be written and those that were."""

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.gather_lunch import lunches_ahead
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_occasions import other_notes
from winback_desktop.domain.note_occasions import occasion_of
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Note, NoteState, PlanState, StepKind
from winback_desktop.domain.wording import short_day
from winback_desktop.ui.navigation import (
    NOTES,
    PRINT,
    RECORD_LOSS,
    VENT,
    Navigator,
    PrintWish,
    WriteNote,
)
from winback_desktop.ui.notes.rows import NoteRow
from winback_desktop.ui.notes.words import OCCASIONS
from winback_desktop.ui.operations import Operations

_MOST = 50
_FOUND = 7
_WRITTEN = {
    NoteState.DRAFTED: "Drafted",
    NoteState.COPIED: "Copied by hand",
    NoteState.PRINTED: "Printed",
    NoteState.POSTED: "Posted",
    NoteState.RETURNED: "Came back by post",
}


class NoteShelf(QObject):
    """Two lists: waiting first; asked for again whenever ``changed`` is emitted."""

    changed = Signal()

    def __init__(self, workspace: Workspace, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self._work, self._navigator = workspace, navigator
        operations.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.changed.emit()

    def waiting(self) -> list[NoteRow]:
        """Plans whose note is still to be written, the one due first first."""
        today = self._work.clock.today()
        rows = [row for row in self._work.store.queries.open_steps() if row.kind == StepKind.NOTE]
        drafted = {note.plan for note in self._notes() if note.state is not NoteState.POSTED}
        found = []
        for row in rows[:_MOST]:
            if row.plan_state == PlanState.QUIET:
                when = f"Quiet time, to post from {short_day(row.due)}"
            elif row.due < today:
                when = f"Waiting since {short_day(row.due)}"
            else:
                when = "To write today" if row.due == today else f"To write on {short_day(row.due)}"
            draft = " · draft begun" if row.plan in drafted else ""
            found.append(NoteRow(row.plan, row.name, row.organisation, when + draft))
        return found

    def written(self) -> list[NoteRow]:
        """Notes on their way or posted, latest first."""
        waiting = {row.target for row in self.waiting()}
        notes = [note for note in self._notes() if note.plan is not None and note.plan not in waiting]
        people = self._work.store.find(Contact, id=tuple({note.contact for note in notes})) if notes else []
        names = {person.id: person for person in people}
        answers = [self._row(note, names[note.contact]) for note in notes if note.contact in names]
        return answers + self._others(
            NoteState.COPIED, NoteState.PRINTED, NoteState.POSTED, NoteState.RETURNED
        )

    def begun(self) -> list[NoteRow]:
        """Notes for other occasions that are not on their way yet."""
        return self._others(NoteState.DRAFTED)

    def open(self, target: object) -> None:
        """Go to a note."""
        self._navigator.go(NOTES, target)

    def people(self, text: str) -> list[tuple[int, str, str]]:
        """(contact, name, organisation) of the first people whose name or organisation has these words."""
        rows = self._work.store.queries.contacts(text=text, limit=_FOUND)
        return [(row.contact, row.name, row.organisation) for row in rows]

    def write_to(self, contact: int, occasion: str) -> None:
        """Go to a note to somebody for an occasion."""
        self._navigator.go(NOTES, WriteNote(contact, occasion))

    def record_loss(self) -> None:
        """Ask for the new-loss sheet."""
        self._navigator.ask(RECORD_LOSS)

    def write_unsent(self) -> None:
        """Ask for the letter that is not sent."""
        self._navigator.ask(VENT)

    def lunches(self) -> list[tuple[int, str]]:
        """(step, words) of the next lunches, for their briefs."""
        return [(step, f"{name}, {short_day(day)}") for step, name, day in lunches_ahead(self._work)]

    def print_brief(self, step: int) -> None:
        """Ask for the print sheet with a lunch's brief."""
        self._navigator.ask(PRINT, PrintWish("brief", step=step))

    def print_out(self, kind: str) -> None:
        """Ask for the print sheet with something that belongs to no single note."""
        self._navigator.ask(PRINT, PrintWish(kind))

    def _notes(self) -> list[Note]:
        return self._work.store.find(Note, order="-updated_at", limit=_MOST)

    def _others(self, *states: NoteState) -> list[NoteRow]:
        notes = [note for note in other_notes(self._work) if note.state in states]
        people = self._work.store.find(Contact, id=tuple({note.contact for note in notes})) if notes else []
        names = {person.id: person for person in people}
        return [self._row(note, names[note.contact]) for note in notes if note.contact in names]

    def _row(self, note: Note, person: Contact) -> NoteRow:
        when = f" on {short_day(note.posted_on)}" if note.posted_on else ""
        words = next((line for line in note.text.splitlines()[1:] if line.strip()), "")
        target: object = note.plan or WriteNote(note.contact, note.occasion, note.id)
        occasion = occasion_of(note.occasion)
        if note.plan is None and occasion in OCCASIONS:
            words = f"{OCCASIONS[occasion]} · {words}"
        return NoteRow(target, person.name, words, _WRITTEN[note.state] + when)
