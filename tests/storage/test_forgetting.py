# SPDX-License-Identifier: MIT
"""A forgotten person leaves no byte behind: not in the file, its index, its history or its backups."""

import pytest
from stored_records import add_one_of_each

from winback_desktop.application.failures import Missing
from winback_desktop.application.own_records import Draft
from winback_desktop.domain.people import Contact, ContactPoint, Interest, PointKind
from winback_desktop.domain.practice import Note
from winback_desktop.storage import backups

NAME = "Xantippa Quellbrunn"
TRACES = (b"Xantippa", b"xantippa", b"Quellbrunn", b"quellbrunn", b"vellichor", b"xq@example.com")


@pytest.fixture
def person(store):
    add_one_of_each(store)
    with store.change(f"add {NAME}"):
        store.add_all([Contact(f"Person {number}", about="nothing to see") for number in range(300)])
        person = store.add(Contact(NAME, about="collects vellichor"))
        store.add(ContactPoint(PointKind.EMAIL, "xq@example.com", contact=person.id))
        store.add(Interest("vellichor", words="vellichor " * 400, contact=person.id))
        store.add(Note(person.id, f"Dear {NAME}, " + "vellichor " * 3000))
        store.add(Draft("note", f'{{"text": "Dear {NAME}"}}'))
    with store.change(f"rename {NAME}"):
        store.save(person._replace(name="Xantippa Neu"))
    store.undo()
    return store.get(Contact, person.id)


def _traces(path) -> dict[str, list[bytes]]:
    return {
        place.name: found
        for place in path.parent.rglob("*")
        if place.is_file() and (found := [trace for trace in TRACES if trace in place.read_bytes()])
    }


def test_no_byte_is_left(store, person, path):
    store.backup()
    with store.change("other"):
        store.save(person._replace(nickname="Xantippa"))
    store.backup()
    assert len(_traces(path)) == 3
    forgotten = store.forget(person.id)
    assert _traces(path) == {}
    assert forgotten.name == NAME
    assert len(forgotten.backups) == 2
    assert forgotten.unreadable == forgotten.still_found == ()
    assert store.check() == []
    assert store.undo_label() is None
    assert store.queries.contact_total() == 301
    assert store.queries.search("vellichor") == []
    for backup in backups.list_backups(backups.folder_of(path)):
        manifest = backups.manifest_of(backup.path).read_text()
        assert backups.sha256(backup.path) in manifest
        assert backups.verify(backup.path)["counts"]["contact"] == 301


def test_removing_alone_leaves_the_undo_history(store, person, path):
    with store.change(f"remove {NAME}"):
        store.remove(person)
    assert _traces(path)


def test_where_the_name_still_stands_is_told(store, person, path):
    with store.change("mention"):
        store.add(Note(1, f"Met {NAME} at the market"))
    unreadable = backups.folder_of(path) / "winback-000009-20260101T000000Z-manual.db"
    unreadable.parent.mkdir()
    unreadable.write_bytes(NAME.encode())
    forgotten = store.forget(person.id)
    assert forgotten.unreadable == (unreadable,)
    assert set(forgotten.still_found) == {path, unreadable}


def test_somebody_else_under_the_same_number_in_a_backup_stays(store, person, path):
    backup = store.backup()
    store.restore(backup)
    with store.change("add"):
        ann = store.add(Contact("Ann"))
    later = store.backup()
    store.restore(backup)
    with store.change("add"):
        ben = store.add(Contact("Ben Bystander"))
    assert ben.id == ann.id
    store.forget(ben.id)
    assert b"Ann" in later.read_bytes()


def test_nobody_to_forget(store):
    with pytest.raises(Missing):
        store.forget(4)
