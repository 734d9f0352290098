# SPDX-License-Identifier: MIT
"""Notes for other occasions than a loss: begun for a person, kept once they are changed."""

from winback_desktop.application.note_words import language_for, wording
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_notes import facts, note_kind, reword
from winback_desktop.domain.care import Referral
from winback_desktop.domain.note_blocks import Tone, compose, values
from winback_desktop.domain.note_occasions import Occasion
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Note, NoteState

_BRIEF = frozenset((Occasion.COURTESY, Occasion.GIFT))


def occasion_note(work: Workspace, contact_id: int, occasion: Occasion) -> Note:
    """The note for an occasion: the one begun last and not sent yet, or a draft not stored yet (``id`` 0)."""
    begun = work.store.find(Note, contact=contact_id, occasion=str(occasion), order="-id")
    waiting = next((each for each in begun if each.plan is None and each.state is NoteState.DRAFTED), None)
    if waiting is not None:
        return waiting
    draft = _empty(work, contact_id, occasion)
    return draft._replace(text=reword(work, draft, draft.tone))


def referral_note(work: Workspace, contact_id: int, referred: str) -> Note:
    """A draft, not stored yet, that thanks somebody for having sent ``referred``."""
    draft = _empty(work, contact_id, Occasion.REFERRAL)
    words = wording(draft.language, Occasion.REFERRAL)
    known = values(words, facts(work, draft)._replace(referred=referred))
    return draft._replace(text=compose(words, note_kind(work, draft), Tone(draft.tone), known, contact_id))


def other_notes(work: Workspace, limit: int = 50) -> list[Note]:
    """The notes that answer no loss, latest first; those that belong to deleted people are left out."""
    notes = work.store.find(Note, plan=None, order="-updated_at", limit=limit)
    gone = {
        each.id
        for each in work.store.find(Contact, id=tuple({note.contact for note in notes}))
        if each.deleted_at
    }
    return [note for note in notes if note.contact not in gone]


def discard(work: Workspace, note: Note) -> None:
    """Take a begun note away; undo brings it back. A referral that it thanked for stays and waits."""
    person = work.store.get(Contact, note.contact)
    with work.store.change(f"discard the note to {person.name}"):
        for referral in work.store.find(Referral, note=note.id):
            work.store.save(referral._replace(note=None))
        work.store.remove(note)


def _empty(work: Workspace, contact_id: int, occasion: Occasion) -> Note:
    contact = work.store.get(Contact, contact_id)
    tone = Tone.BRIEF if occasion in _BRIEF else Tone.WARM
    return Note(contact_id, "", occasion=str(occasion), tone=tone, language=language_for(contact.language))
