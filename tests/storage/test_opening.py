# SPDX-License-Identifier: MIT
"""Opening: private files, nothing damaged is taken for new, nothing newer is touched."""

import contextlib
import hashlib
import os
import random
import shutil
import stat
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver
from stored_records import add_one_of_each, everything

from winback_desktop.application.failures import (
    DamagedStore,
    DiskFull,
    LockedStore,
    NewerStore,
    ReadOnlyStore,
    StoreFault,
)
from winback_desktop.domain.people import Contact
from winback_desktop.storage import files, migrations
from winback_desktop.storage.connection import APPLICATION_ID, Database
from winback_desktop.storage.opening import open_memory_store

GOLDEN = Path(__file__).parent / "schema_1.db"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_files_and_folder_are_for_the_owner_alone(store, path):
    with store.change("add"):
        store.add(Contact("Ann"))
    store.backup()
    for place in [path.parent, *path.parent.rglob("*")]:
        assert mode(place) == (0o700 if place.is_dir() else 0o600), place


def test_a_file_that_others_may_read_is_made_private(store, reopen, path):
    store.close()
    path.chmod(0o644)
    reopen()
    assert mode(path) == 0o600


def test_the_settings_are_the_safe_ones(store):
    asked = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 5000,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "application_id": APPLICATION_ID,
        "user_version": migrations.SCHEMA,
    }
    assert {name: store._database.value(f"PRAGMA {name}") for name in asked} == asked


@pytest.mark.parametrize("journal", ["-journal", None])
def test_an_emptied_file_is_no_first_day(store, reopen, path, journal):
    store.close()
    path.write_bytes(b"")
    if journal:
        path.with_name(path.name + journal).write_bytes(b"")
    with pytest.raises(DamagedStore, match="empty although it held your data"):
        reopen()
    assert path.read_bytes() == b""


def test_a_missing_file_is_no_first_day(store, reopen, path):
    store.close()
    path.unlink()
    with pytest.raises(DamagedStore, match="missing"):
        reopen()
    assert not path.exists()


def test_an_empty_file_on_the_first_day_is_filled(reopen, path):
    path.parent.mkdir()
    path.write_bytes(b"")
    assert reopen().check() == []


def _text(whole: bytes) -> bytes:
    return b"Dear diary,\n" * 900


def _zeroed_page(whole: bytes) -> bytes:
    return bytes(4096) + whole[4096:]


def _half(whole: bytes) -> bytes:
    return whole[: len(whole) // 8192 * 4096]


def _cut_header(whole: bytes) -> bytes:
    return whole[:50]


@pytest.mark.parametrize("damage", [_text, _zeroed_page, _half, _cut_header])
def test_a_damaged_file_is_named_and_kept(store, reopen, path, damage):
    add_one_of_each(store)
    store.close()
    spoilt = damage(path.read_bytes())
    path.write_bytes(spoilt)
    with pytest.raises(DamagedStore, match="restore one of the backups"):
        reopen()
    assert path.read_bytes() == spoilt


def test_damage_in_the_middle_is_found_by_the_check_and_stops_backups(store, reopen, path):
    with store.change("fill"):
        store.add_all([Contact(f"Person {number}", about="x" * 300) for number in range(2000)])
    good = store.backup()
    store.close()
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 8192 * 4096
    whole[middle : middle + 3 * 4096] = bytes(3 * 4096)
    path.write_bytes(whole)
    again = reopen()
    assert {finding.area for finding in again.check()} == {"file"}
    with pytest.raises(DamagedStore, match="earlier ones are kept"):
        again.backup()
    assert [found for found in good.parent.iterdir() if found.suffix == ".db"] == [good]


def test_another_programs_database_is_left_alone(reopen, path):
    path.parent.mkdir()
    other = driver.connect(str(path))
    other.execute("CREATE TABLE theirs (a)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(DamagedStore, match="belongs to another program"):
        reopen()
    assert path.read_bytes() == before


def _make_newer(path: Path) -> None:
    raw = driver.connect(str(path))
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute(f"PRAGMA user_version={migrations.SCHEMA + 1}")
    raw.commit()
    raw.close()


def test_a_newer_file_is_refused_and_not_one_byte_changes(store, reopen, path):
    add_one_of_each(store)
    store.close()
    _make_newer(path)
    before = {place.name: place.read_bytes() for place in path.parent.iterdir()}
    with pytest.raises(NewerStore, match="newer version"):
        reopen()
    assert {place.name: place.read_bytes() for place in path.parent.iterdir()} == before


def test_a_newer_file_may_be_looked_at(store, reopen, path):
    kept = add_one_of_each(store)
    store.close()
    _make_newer(path)
    before = hashlib.sha256(path.read_bytes()).digest()
    looking = reopen(read_only=True)
    assert looking.read_only
    assert looking.get(Contact, kept[Contact].id) == kept[Contact]
    looking.close()
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_folder_that_may_not_be_written_is_opened_for_reading(store, reopen, path, monkeypatch):
    kept = add_one_of_each(store)
    store.close()
    # As root every folder may be written; what the system would answer is given here.
    monkeypatch.setattr(os, "access", lambda place, wanted: wanted != os.W_OK)
    looking = reopen()
    assert looking.read_only
    assert looking.find(Contact) == [kept[Contact]]
    assert looking.queries.search("zoe")
    assert looking.check() == []
    for write in (lambda: looking.change("x").__enter__(), looking.undo, lambda: looking.forget(1)):
        with pytest.raises(ReadOnlyStore):
            write()


def test_nothing_to_read_and_nothing_may_be_written(reopen, path, monkeypatch):
    path.parent.mkdir()
    monkeypatch.setattr(os, "access", lambda place, wanted: wanted != os.W_OK)
    with pytest.raises(StoreFault, match="nothing may be written there"):
        reopen()


def test_a_folder_that_cannot_be_made(reopen, path):
    path.parent.write_text("a file stands in the way")
    with pytest.raises(StoreFault):
        reopen()


def test_a_full_disk_keeps_what_was_saved_wherever_it_strikes(store):
    chance = random.Random(7)
    kept = []

    def fill() -> None:
        for number in range(1000):
            with store.change("fill"):
                added = [store.add(Contact(f"Person {number}", about="x" * chance.randint(1, 6000)))]
                added += store.add_all([Contact(f"Other {number}")] * chance.randint(0, 9))
            kept.extend(added)

    for _ in range(20):
        pages = store._database.value("PRAGMA page_count")
        store._database.run(f"PRAGMA max_page_count={pages + chance.randint(0, 40)}")
        with pytest.raises(DiskFull, match="no room left"):
            fill()
        assert store.find(Contact) == kept
        store._database.run("PRAGMA max_page_count=1000000")
        with store.change("works again"):
            kept.append(store.add(Contact("Ann")))
    assert store.check() == []


def test_carrying_on_after_a_failed_bulk_finds_everything_at_work(store):
    store._database.run(f"PRAGMA max_page_count={store._database.value('PRAGMA page_count')}")
    with store.change("add"):
        with contextlib.suppress(DiskFull):
            store.add_all([Contact("Big", about="x" * 100_000)])
        store.add(Contact("Small"))
    assert [contact.name for contact in store.find(Contact)] == ["Small"]
    assert [hit.title for hit in store.queries.search("small")] == ["Small"]
    assert store.check() == []
    assert store.undo() == "add"
    assert store.find(Contact) == []


def test_nothing_is_written_once_sqlite_has_rolled_back(store):
    def carry_on_regardless() -> None:
        with store.change("add"):
            store._database.run("ROLLBACK")
            store.add(Contact("Ann"))

    with pytest.raises(RuntimeError, match="needs a change"):
        carry_on_regardless()
    assert store.find(Contact) == []


def test_a_file_that_another_program_writes_to(store, reopen):
    other = reopen()
    other._database.run("PRAGMA busy_timeout=50")
    with (
        store.change("long"),
        pytest.raises(LockedStore, match="Another program is writing"),
        other.change("blocked"),
    ):
        raise AssertionError("never entered")
    with other.change("now"):
        other.add(Contact("Ann"))
    assert store.changed_elsewhere()
    assert not store.changed_elsewhere()
    assert not other.changed_elsewhere()
    assert [contact.name for contact in store.find(Contact)] == ["Ann"]


def test_memory_stores_are_apart(clock):
    first, second = open_memory_store(clock.now), open_memory_store(clock.now)
    with first.change("add"):
        first.add(Contact("Ann"))
    assert second.find(Contact) == []
    assert second.check() == []


def test_the_golden_file_of_schema_1_opens(reopen, path):
    path.parent.mkdir()
    shutil.copy(GOLDEN, path)
    golden = reopen()
    assert golden.check() == []
    kept = golden.find(Contact)
    assert [contact.name for contact in kept] == ["Zoë Ångström"]
    assert golden.queries.search("grill")
    assert golden.undo() == "fill everything"
    assert golden.find(Contact) == []


def test_the_golden_file_has_the_schema_of_a_fresh_one(store):
    golden = Database(GOLDEN, read_only=True)
    text = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    assert golden.rows(text) == store._database.rows(text)
    golden.close()


def test_an_update_is_one_step_with_a_backup_before(store, reopen, path, monkeypatch):
    add_one_of_each(store)
    before = everything(store)
    store.close()
    _to_schema_2(monkeypatch, "ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    updated = reopen()
    assert updated._database.value("PRAGMA user_version") == 2
    assert everything(updated).keys() == before.keys()
    assert [backup.name.endswith("before-v2.db") for backup in (path.parent / "backups").glob("*.db")] == [
        True
    ]


def test_an_update_that_fails_leaves_everything_as_it_was(store, reopen, path, monkeypatch):
    add_one_of_each(store)
    before = everything(store)
    store.close()
    with monkeypatch.context() as patch:
        _to_schema_2(patch, "ALTER TABLE note ADD COLUMN colour TEXT;\nDELETE FROM contact;")
        with pytest.raises(DamagedStore, match="left as it was"):
            reopen()
    again = reopen()
    assert again._database.value("PRAGMA user_version") == 1
    assert everything(again) == before
    assert again.check() == []


def _to_schema_2(patch, script: str) -> None:
    step = migrations._step
    patch.setattr(migrations, "SCHEMA", 2)
    patch.setattr("winback_desktop.storage.backups.SCHEMA", 2)
    patch.setattr(migrations, "_step", lambda version: step(1) if version == 1 else lambda run: run(script))


def test_the_identity_stands_beside_the_file(store, path):
    assert len(files.known_identity(path)) == 32
    assert files.known_identity(path) == store._database.value("SELECT value FROM meta")
