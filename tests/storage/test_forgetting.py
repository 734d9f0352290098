# SPDX-License-Identifier: MIT
"""A forgotten person leaves no byte behind: not in the file, its index, its history or its backups."""

from datetime import UTC, datetime

import pytest
from stored_records import add_one_of_each

from winback_desktop.application.failures import Missing
from winback_desktop.application.long_work import at_once
from winback_desktop.application.own_records import Draft, Reminder
from winback_desktop.domain.people import Contact, ContactPoint, Interest, PointKind
from winback_desktop.domain.practice import Note, Plan, Step
from winback_desktop.storage import backups, restoring, tombstones
from winback_desktop.storage.connection import Database

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


def test_a_restored_backup_brings_nobody_back(store, person, path, tmp_path):
    """Not even one that was kept elsewhere, was renamed, and knows them only in its undo history."""
    (tmp_path / "stick").mkdir()
    elsewhere = store.backup(tmp_path / "stick" / "old.db")
    with store.change(f"remove {NAME}"):
        store.remove(person)
    only_undo = store.backup(tmp_path / "stick" / "later.db")
    store.undo()
    store.forget(person.id)
    for source in (elsewhere, only_undo):
        assert _traces(source)
        store.restore(source)
        assert store.find(Contact, name=NAME) == []
        assert store.queries.contact_total() == 301
        assert store.check() == []
        assert _traces(path) == {}
    assert not list(path.parent.glob("*.restoring*"))


def test_whoever_is_added_again_later_is_somebody_new(store, person, path):
    store.forget(person.id)
    with store.change("add"):
        again = store.add(Contact(NAME, created_at=datetime(2027, 1, 1, tzinfo=UTC)))
    backup = store.backup()
    store.restore(backup)
    assert store.get(Contact, again.id).name == NAME


def test_a_tombstone_names_nobody(store, person, path):
    store.forget(person.id)
    assert not any(trace in tombstones.file_of(path).read_bytes() for trace in TRACES)
    assert tombstones.file_of(path).stat().st_mode & 0o077 == 0


def test_what_was_left_for_later_is_finished(store, person, path):
    for _ in range(3):
        store.backup()
    steps = store.forget_in_steps(person.id)
    next(steps)
    steps.close()
    assert store.find(Contact, id=person.id) == []
    left = tombstones.read(path).unfinished
    at_once(store.finish_forgetting())
    assert _traces(path) == {}
    assert tombstones.read(path).unfinished == ()
    assert len(left) == 4, "the data itself and three backups"


def test_many_changed_at_once_leave_nothing_behind_either(store, person, path):
    """The search index is mended loosely then, and tidied in the same change."""
    everybody = [one.id for one in store.find(Contact)]
    person = store.get(Contact, person.id)
    with store.change("mark"):
        at_once(store.set_fields(Contact, ("about",), [(one, "vellichor here") for one in everybody]))
    with store.change("mark"):
        at_once(store.set_fields(Contact, ("about",), [(one, "nothing") for one in everybody]))
    store.forget(person.id)
    assert _traces(path) == {}
    assert store.check() == []


def test_a_damaged_file_is_replaced_without_who_was_forgotten(store, person, path):
    backup = store.backup()
    kept = backup.read_bytes()
    store.forget(person.id)
    backup.write_bytes(kept)
    store.close()
    restoring.replace_damaged(path, backup)
    database = Database(path)
    assert database.rows("SELECT id FROM contact WHERE name = ?", (NAME,)) == []
    database.close()


def test_a_running_plan_goes_with_them_and_nothing_hangs_loose(store):
    add_one_of_each(store)
    planned = {plan.contact for plan in store.find(Plan)}
    for contact in planned:
        store.forget(contact)
    assert (store.find(Plan), store.find(Step), store.find(Reminder)) == ([], [], [])
    assert store.check() == []
