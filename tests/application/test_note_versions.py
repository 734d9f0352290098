# SPDX-License-Identifier: MIT
"""What a note said before is kept, sparingly while typing and always before it is replaced."""

import pytest

from winback_desktop.application.note_versions import MOST, versions
from winback_desktop.application.write_notes import save_text, set_tone
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Note


@pytest.fixture
def note(work):
    with work.store.change("add Rosa"):
        rosa = work.store.add(Contact("Rosa Delgado", given="Rosa"))
    return save_text(work, Note(rosa.id, "", occasion="hello"), "first")


def texts(work, note):
    return [each.text for each in versions(work, note)]


def test_while_typing_one_is_kept_every_ten_minutes(work, clock, note):
    assert texts(work, note) == []
    for text in ("second", "third", "fourth"):
        note = save_text(work, note, text, undoable=False)
    assert texts(work, note) == ["first"]
    clock.move(minutes=11)
    note = save_text(work, note, "fifth", undoable=False)
    assert texts(work, note) == ["fourth", "first"]


def test_a_text_that_is_replaced_is_always_kept(work, note):
    note = set_tone(work, note, "brief", "short")
    note = set_tone(work, note, "warm", "long")
    assert texts(work, note) == ["short", "first"]
    note = set_tone(work, note, "warm", "first")
    assert texts(work, note) == ["long", "short"], "what it says now is no earlier version"


def test_the_oldest_are_dropped_and_undo_loses_none(work, note):
    for number in range(MOST + 5):
        note = set_tone(work, note, "warm", f"text {number}")
    assert len(texts(work, note)) == MOST
    assert texts(work, note)[0] == f"text {MOST + 3}"
    work.store.undo()
    assert texts(work, work.store.get(Note, note.id))[0] == f"text {MOST + 2}", "the text itself came back"


def test_versions_go_with_their_note(work, note):
    note = set_tone(work, note, "warm", "other")
    with work.store.change("discard it"):
        work.store.remove(note)
    assert versions(work, note) == []
