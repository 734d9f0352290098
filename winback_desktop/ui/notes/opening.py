# SPDX-License-Identifier: MIT
"""Finds the note that is meant, and says above it what it is and whether it may leave the house."""

from datetime import datetime

from winback_desktop.application.failures import Missing, Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_notes import may_send, note_for, quiet_until
from winback_desktop.application.write_occasions import occasion_note
from winback_desktop.domain.note_occasions import Occasion, occasion_of
from winback_desktop.domain.practice import Note, NoteState, Plan
from winback_desktop.domain.wording import short_day
from winback_desktop.ui.navigation import WriteNote
from winback_desktop.ui.notes.rows import Heading, Memory
from winback_desktop.ui.notes.words import STATES, SUBTITLE, SUBTITLES, TITLES, TOLD, event

_HISTORY, _LOOKED_AT = 5, 40


def load(work: Workspace, target: int | WriteNote) -> Note:
    """A plan's note, a stored one, or one for an occasion; raises Missing when it is gone."""
    if not isinstance(target, WriteNote):
        return note_for(work, target)
    if target.note:
        return work.store.get(Note, target.note)
    return occasion_note(work, target.contact, occasion_of(target.occasion))


def again(work: Workspace, note: Note) -> Note:
    """The same note as it is stored now; a draft that was never stored is begun anew."""
    if note.plan is not None:
        return note_for(work, note.plan)
    if note.id:
        found = work.store.find(Note, id=note.id)
        if not found:
            raise Missing("This note is gone.")
        return found[0]
    return occasion_note(work, note.contact, occasion_of(note.occasion))


def heading(work: Workspace, note: Note, name: str) -> Heading:
    """Title, state, and what quiet time says."""
    words, shade = STATES[note.state]
    posted = short_day(note.posted_on) if note.posted_on else ""
    sentence = ""
    try:
        may_send(work, note)
    except Refused as refused:
        sentence = str(refused)
    plan = work.store.get(Plan, note.plan) if note.plan is not None else None
    occasion = occasion_of(note.occasion)
    posted_already = note.state is NoteState.POSTED
    subtitle = SUBTITLE if occasion is Occasion.THANK_YOU else SUBTITLES[occasion]
    return Heading(
        TITLES[occasion].format(name=name),
        "It is on its way." if posted_already else subtitle,
        words.format(day=posted),
        shade,
        sentence,
        not sentence,
        plan is not None and bool(sentence) and quiet_until(work, plan) is not None,
        posted_already,
    )


def history(work: Workspace, contact: int) -> list[Memory]:
    """The latest of what happened between them, newest first."""
    rows = work.store.queries.timeline(contact, limit=_LOOKED_AT)
    told = [row for row in rows if row.kind in TOLD][:_HISTORY]
    return [event(row.kind, row.title, row.detail, short_day(row.on)) for row in told]


def moment(at: datetime) -> str:
    """A day and a time of day, in words."""
    return f"{short_day(at.date())}, {at:%H:%M}"
