# SPDX-License-Identifier: MIT
"""Keeps what a note said before it was written on, so that no good line is lost."""

from datetime import timedelta

from winback_desktop.application.ports import Workspace
from winback_desktop.domain.practice import Note, NoteVersion

MOST = 30
_APART = timedelta(minutes=10)


def keep_version(work: Workspace, note: Note, *, at_once: bool) -> None:
    """Keep the stored text of ``note`` before it changes; inside a change or transaction.

    ``at_once`` for a text that is replaced as a whole; while somebody is
    typing one every ten minutes is kept. The oldest beyond `MOST` are dropped.
    """
    if not note.id or not note.text.strip():
        return
    kept = work.store.find(NoteVersion, note=note.id, order="-id")
    now = work.clock.now()
    if kept and (kept[0].text == note.text or (not at_once and now - kept[0].at < _APART)):
        return
    work.store.add(NoteVersion(note.id, note.text, now))
    for old in kept[MOST - 1 :]:
        work.store.remove(old)


def versions(work: Workspace, note: Note) -> list[NoteVersion]:
    """The earlier texts of a note, latest first, without those that say what it says now."""
    if not note.id:
        return []
    return [
        each for each in work.store.find(NoteVersion, note=note.id, order="-id") if each.text != note.text
    ]
