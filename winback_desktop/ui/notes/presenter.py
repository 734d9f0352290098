# SPDX-License-Identifier: MIT
"""Holds the note that is being written: keeps every word, checks it gently and knows what may go out."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from winback_desktop.application.change_plans import unlock_early
from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import Missing
from winback_desktop.application.note_versions import versions
from winback_desktop.application.note_words import languages
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_notes import (
    building_blocks,
    check_note,
    mark_note,
    may_send,
    remembered,
    reword,
    save_text,
    set_tone,
)
from winback_desktop.application.write_occasions import discard
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Note, NoteState
from winback_desktop.domain.wording import WHY_WAIT
from winback_desktop.ui.navigation import CUSTOMERS, LISTEN, NOTES, Navigator, Words, WriteNote
from winback_desktop.ui.notes.opening import again, heading, history, load, moment
from winback_desktop.ui.notes.rows import BlockChoices, CheckLine, Heading, Memory
from winback_desktop.ui.notes.words import BLOCK_WORDS, LANGUAGES, check_line
from winback_desktop.ui.operations import Operations

IDLE_MS = 1000
"""So long after the last key the text is kept."""
CHECK_MS = 150
_SUGGESTED = "A suggestion, kept once you change it."


class Studio(QObject):
    """One note at a time. The view shows what the properties say whenever a signal asks it to."""

    why_wait = WHY_WAIT
    opened = Signal()
    """Another note, or its person or plan changed: show everything anew."""
    text_replaced = Signal(str)
    """The text is another one now, not by typing."""
    checked = Signal()
    """The text was looked at: check lines and paper may differ."""
    saved = Signal(str)
    """What became of the text, as a short sentence."""

    def __init__(self, workspace: Workspace, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self._work, self._operations, self._navigator = workspace, operations, navigator
        self._note: Note | None = None
        self._contact: Contact | None = None
        self._text = ""
        self._turn, self._joins = 0, False
        self._asked_about_door = self._own_change = False
        self._lines: list[CheckLine] = []
        self._idle = self._timer(IDLE_MS, self.flush)
        self._soon = self._timer(CHECK_MS, self._look)
        operations.changed.connect(self._changed)

    def open(self, target: int | WriteNote) -> bool:
        """Show a plan's note or one for an occasion; False when there is no such thing (any more)."""
        self.flush()
        note = self._operations.run(lambda: load(self._work, target))
        if note is None:
            self._note = None
            return False
        self._take(note)
        self._turn, self._joins, self._asked_about_door = 0, False, False
        self.opened.emit()
        self.saved.emit("" if note.id else _SUGGESTED)
        return True

    @property
    def plan(self) -> int:
        """The plan whose note is open; 0 for none."""
        return (self._note.plan or 0) if self._note else 0

    @property
    def name(self) -> str:
        """Who the note is to."""
        return self._contact.name if self._contact else ""

    @property
    def text(self) -> str:
        """The note as it stands now, kept or not."""
        return self._text

    @property
    def contact(self) -> int:
        """The person's id; 0 for none."""
        return self._contact.id if self._contact else 0

    @property
    def heading(self) -> Heading:
        """Title, state and what quiet time says."""
        assert self._note is not None
        return heading(self._work, self._note, self.name)

    @property
    def occasion(self) -> str:
        """What the note is for."""
        return self._note.occasion if self._note else ""

    def may_go(self) -> None:
        """Raise Refused while the note may not leave the house."""
        if self._note is not None:
            may_send(self._work, self._note)

    @property
    def tone(self) -> str:
        """The note's tone."""
        return str(self._note.tone) if self._note else "warm"

    @property
    def language(self) -> str:
        """The note's language."""
        return self._note.language if self._note else "en"

    def languages(self) -> list[tuple[str, str]]:
        """(code, name) of the languages that notes are composed in."""
        return [(code, LANGUAGES.get(code, code)) for code in languages()]

    @property
    def check_lines(self) -> list[CheckLine]:
        """The gentle check: marked phrases first, then what is there and what is missing."""
        return self._lines

    def memories(self) -> list[Memory]:
        """What is remembered of the person."""
        assert self._note is not None
        return [Memory(*each) for each in remembered(self._work, self._note)]

    def history(self) -> list[Memory]:
        """The latest of what happened between them, newest first."""
        return history(self._work, self.contact)

    def blocks(self) -> list[BlockChoices]:
        """Every building block with its wordings in the present tone."""
        assert self._note is not None
        said = building_blocks(self._work, self._note, self.tone)
        return [BlockChoices(block, BLOCK_WORDS[block], tuple(ways)) for block, ways in said]

    def first_way(self, block: str) -> str:
        """A sentence for a block, another one after each rewording."""
        ways = next((each.ways for each in self.blocks() if each.key == block), ())
        return ways[(self.contact + self._turn) % len(ways)] if ways else ""

    def type(self, text: str) -> None:
        """The text as it was just typed; kept after a pause, checked almost at once."""
        if self._note is None or text == self._text:
            return
        self._text = text
        self.saved.emit("Not kept yet")
        self._idle.start()
        self._soon.start()

    def flush(self) -> None:
        """Keep what was typed, now."""
        self._idle.stop()
        note = self._note
        if note is None or self._text == note.text:
            return
        text, undoable = self._text, not self._joins
        kept = self._mine(lambda: save_text(self._work, note, text, undoable=undoable))
        if kept is None:
            self.saved.emit("Not kept. Your words stay here; try again in a moment.")
            return
        self._note, self._joins = kept, True
        self.saved.emit("Saved just now")

    def earlier(self) -> list[tuple[str, str]]:
        """(when, text) of what the note said before, latest first."""
        self.flush()
        kept = versions(self._work, self._note) if self._note is not None else []
        return [(moment(each.at.astimezone()), each.text) for each in kept]

    def take_back(self, text: str) -> None:
        """Say again what was said before; what stands there now is kept as a version too."""
        self.flush()
        self._replace(self.tone, self.language, text)

    @property
    def note(self) -> Note | None:
        """The note that is open, as it is stored."""
        return self._note

    def choose_tone(self, tone: str) -> None:
        """Say it in another tone; the words before can be brought back by undo."""
        self._turn = 0
        self._reword(tone, self.language)

    def choose_language(self, language: str) -> None:
        """Say it in another language."""
        self._turn = 0
        self._reword(self.tone, language)

    def another_wording(self) -> None:
        """Say the same with other words."""
        self._turn += 1
        self._reword(self.tone, self.language)

    def posted(self, on: date | None, refused) -> bool:  # type: ignore[no-untyped-def]
        """Mark the note posted; a refusal goes to ``refused(sentence, field)``."""
        return self._mark(NoteState.POSTED, on, refused)

    def copied(self) -> None:
        """Mark the note as copied by hand."""
        self._mark(NoteState.COPIED)

    def printed(self) -> None:
        """Mark the note as printed, unless it went further already."""
        if self._note is not None and self._note.state is NoteState.DRAFTED:
            self._mark(NoteState.PRINTED)

    def came_back(self) -> None:
        """Mark the note as returned by the post."""
        self._mark(NoteState.RETURNED)

    def unlock(self, reason: str, refused) -> bool:  # type: ignore[no-untyped-def]
        """End quiet time early for a typed reason."""
        plan = self.plan
        return self._operations.run(lambda: unlock_early(self._work, plan, reason), refused) is not None

    def today(self) -> date:
        """The owner's date, for the calendar."""
        return self._work.clock.today()

    def question(self) -> str:
        """Asks once, before the note goes out, when the open door was taken out of it; else empty."""
        self._look()
        ahead = [line for line in self._lines if line.block in ("door", "forward")]
        if len(ahead) < 2 or self._asked_about_door:
            return ""
        self._asked_about_door = True
        return (
            "The open door is not in this note any more. Put it back with one click below, "
            "or go on without it by choosing this again."
        )

    def open_person(self) -> None:
        """Go to the person's page."""
        self._navigator.go(CUSTOMERS, self.contact)

    def note_interest(self) -> None:
        """Offer what the note says they enjoy, to note it as an interest."""
        self._navigator.ask(LISTEN, Words(self.contact, self.text))

    def write_another(self, occasion: str) -> None:
        """Go to a note to the same person for another occasion."""
        self._navigator.go(NOTES, WriteNote(self.contact, occasion))

    def discard(self) -> None:
        """Take this note away, where it answers no loss; undo brings it back."""
        note, self._note = self._note, None
        if note is not None and note.id:
            self._operations.run(lambda: discard(self._work, note))
        self.open_list()

    def open_list(self) -> None:
        """Go to all notes."""
        self._navigator.go(NOTES)

    def _reword(self, tone: str, language: str) -> None:
        self.flush()
        note = self._note
        if note is None:
            return
        note = note._replace(language=language, tone=tone)
        self._replace(tone, language, reword(self._work, note, tone, self._turn))

    def _replace(self, tone: str, language: str, text: str) -> None:
        if self._note is None:
            return
        note = self._note._replace(language=language, tone=tone)
        # A suggestion that nobody touched is only a suggestion: nothing to keep yet.
        kept = (
            self._mine(lambda: set_tone(self._work, note, tone, text))
            if note.id
            else note._replace(text=text)
        )
        if kept is None:
            return
        self._note, self._text, self._joins = kept, text, bool(kept.id)
        self.text_replaced.emit(text)
        self.saved.emit("Saved just now" if kept.id else _SUGGESTED)
        self._look()

    def _mark(self, state: NoteState, on: date | None = None, refused=None) -> bool:  # type: ignore[no-untyped-def]
        self.flush()
        note = self._note
        if note is None:
            return False
        kept = self._mine(lambda: mark_note(self._work, note, state, on), refused)
        if kept is not None:
            self._note, self._joins = kept, False
            self.opened.emit()
            self.saved.emit("Saved just now")
        return kept is not None

    def _mine(self, use_case, refused=None):  # type: ignore[no-untyped-def]
        self._own_change = True
        try:
            return self._operations.run(use_case, refused)
        finally:
            self._own_change = False

    def _take(self, note: Note, typed: str | None = None) -> None:
        self._note, self._text = note, note.text if typed is None else typed
        self._contact = self._work.store.get(Contact, note.contact)
        self._look()

    def _changed(self, changes: Changes) -> None:
        """Something else changed, or a change was taken back: show what is stored now."""
        if self._own_change or self._note is None:
            return
        if not changes.kinds & {"note", "plan", "contact", "interest", "touch", "step", "loss", "setting"}:
            return
        typed = self._text if self._text != self._note.text else None
        try:
            note = again(self._work, self._note)
        except Missing:
            self._note = None
            self.open_list()
            return
        if not note.id and not self._note.id and typed is None:
            note = self._note
        self._joins = False
        self._take(note, typed)
        self.opened.emit()

    def _look(self) -> None:
        self._soon.stop()
        if self._note is None:
            return
        found = check_note(self._work, self._note, self._text)
        self._lines = [check_line(each) for each in sorted(found, key=lambda each: not each.marked)]
        self.checked.emit()

    def _timer(self, pause: int, then) -> QTimer:  # type: ignore[no-untyped-def]
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer
