# SPDX-License-Identifier: MIT
"""Referrals: recorded against the contact before them, and thanked by a note."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.contact_names import check_name
from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_occasions import referral_note
from winback_desktop.domain.care import Referral
from winback_desktop.domain.care_wording import TOUCH_DONE
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Note, NoteState, Touch
from winback_desktop.domain.wording import short_day

LONGEST_WORDS = 2_000
LONGEST_NOTE = 20_000


class ThanksTask(NamedTuple):
    """A thank-you note that waits: for whom, whom they sent, what came before, and the draft."""

    referral: int
    contact: int
    name: str
    referred: str
    after: str
    text: str


def record_referral(
    work: Workspace, contact: int, name: str, on: date | None = None, words: str = ""
) -> Referral:
    """Keep that somebody sent somebody: joined to the last contact before that day, with a drafted note.

    The one who was sent is only a name here; nothing makes a lead of them.
    """
    person, referred, day = work.store.get(Contact, contact), check_name(name), on or work.clock.today()
    if day > work.clock.today():
        raise Refused("That day is still to come; choose today or an earlier one.", field="on")
    if len(words) > LONGEST_WORDS:
        raise Refused(f"Please keep it to {LONGEST_WORDS:,} characters.", field="words")
    before = [touch for touch in work.store.find(Touch, contact=contact, order="-on") if touch.on <= day]
    draft = referral_note(work, contact, referred)
    with work.store.change(f"record that {person.name} sent {referred}"):
        note = work.store.add(draft._replace(updated_at=work.clock.now()))
        return work.store.add(
            Referral(
                contact, referred, day, words.strip(), touch=before[0].id if before else None, note=note.id
            )
        )


def thanks_waiting(work: Workspace) -> list[ThanksTask]:
    """The referrals that are still to be thanked for, oldest first."""
    waiting = work.store.find(Referral, thanked_on=None, order="on")
    if not waiting:
        return []
    ids = tuple({one.contact for one in waiting})
    people = {one.id: one for one in work.store.find(Contact, id=ids) if one.deleted_at is None}
    return [_task(work, one, people[one.contact]) for one in waiting if one.contact in people]


def save_thanks(work: Workspace, referral: int, text: str) -> Note:
    """Keep the words of the thanks."""
    if len(text) > LONGEST_NOTE:
        raise Refused(f"A note takes at most {LONGEST_NOTE:,} characters.", field="text")
    one = work.store.get(Referral, referral)
    note = _note(work, one)
    if note.id and note.text == text:
        return note
    with work.store.change(f"write the thanks for {one.name}"):
        new = note._replace(text=text, updated_at=work.clock.now())
        if note.id:
            return work.store.save(new)
        new = work.store.add(new)
        work.store.save(one._replace(note=new.id))
        return new


def mark_thanked(work: Workspace, referral: int, on: date | None = None) -> Referral:
    """The thanks are on their way, by hand and by post; that counts as contact."""
    one, day = work.store.get(Referral, referral), on or work.clock.today()
    if day > work.clock.today():
        raise Refused("That day is still to come; choose today or an earlier one.", field="on")
    person = work.store.get(Contact, one.contact)
    with work.store.change(f"thank {person.name} for {one.name}"):
        note = _note(work, one)
        posted = note._replace(state=NoteState.POSTED, posted_on=day, updated_at=work.clock.now())
        note = work.store.save(posted) if note.id else work.store.add(posted)
        return work.store.save(one._replace(thanked_on=day, note=note.id))


def remove_referral(work: Workspace, referral: int) -> None:
    """Take a referral away with its draft; undo brings both back."""
    one = work.store.get(Referral, referral)
    with work.store.change(f"remove the referral of {one.name}"):
        work.store.remove(one)
        if one.note is not None and one.thanked_on is None:
            work.store.remove(work.store.get(Note, one.note))


def _task(work: Workspace, one: Referral, person: Contact) -> ThanksTask:
    after = ""
    if one.touch is not None:
        touch = work.store.get(Touch, one.touch)
        after = f"after {TOUCH_DONE[touch.kind]} on {short_day(touch.on)}"
    return ThanksTask(one.id, person.id, person.name, one.name, after, _note(work, one).text)


def _note(work: Workspace, one: Referral) -> Note:
    if one.note is not None:
        return work.store.get(Note, one.note)
    return referral_note(work, one.contact, one.name)
