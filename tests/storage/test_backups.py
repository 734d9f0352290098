# SPDX-License-Identifier: MIT
"""Backups are whole or absent, kept by the rule, and restored wholly or not at all."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from stored_records import add_one_of_each, everything

from winback_desktop.application.failures import DamagedStore, DiskFull, NewerStore, StoreFault
from winback_desktop.domain.people import Contact
from winback_desktop.storage import backups, files
from winback_desktop.storage.connection import Database
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.storage.restoring import replace_damaged


def test_a_backup_holds_everything_and_says_so(store, path):
    add_one_of_each(store)
    target = store.backup(reason="manual")
    assert target == path.parent / "backups" / "winback-000001-20260302T093000Z-manual.db"
    facts = json.loads(backups.manifest_of(target).read_text())
    assert facts["sha256"] == backups.sha256(target)
    assert facts["size"] == target.stat().st_size
    assert facts["counts"]["contact"] == facts["counts"]["step"] == 1
    assert (facts["schema"], facts["program"], facts["reason"]) == (1, "0.1.0", "manual")
    assert sorted(found.name for found in target.parent.iterdir()) == [target.name, target.name + ".json"]


def test_a_backup_to_a_chosen_place(store, tmp_path):
    add_one_of_each(store)
    target = tmp_path / "here.db"
    assert store.backup(target) == target
    assert backups.verify(target)["counts"]["note"] == 1
    with pytest.raises(StoreFault):
        store.backup(tmp_path / "no such folder" / "here.db")


def test_a_backup_is_due_only_after_something_was_saved(store, reopen):
    add_one_of_each(store)
    first = store.backup_if_changed()
    assert first is not None
    assert store.backup_if_changed() is None
    with store.change("nothing"):
        pass
    store.close()
    again = reopen()
    assert again.backup_if_changed() is None
    with again.change("add"):
        again.add(Contact("Ann"))
    assert again.backup_if_changed(reason="quit") is not None
    assert len(backups.list_backups(first.parent)) == 2


def test_restoring_brings_everything_back_and_keeps_a_safety_copy(store):
    add_one_of_each(store)
    before = everything(store)
    target = store.backup()
    with store.change("spoil"):
        store.add(Contact("Ann"))
        store.remove(store.find(Contact, limit=1)[0])
    spoilt = everything(store)
    seen = []
    store.listener = seen.append
    safety = store.restore(target)
    assert everything(store) == before
    assert store.check() == []
    assert "contact" in seen[0].kinds
    assert store.undo() == "fill everything"
    store.restore(safety)
    assert everything(store) == spoilt


def test_a_bad_backup_is_not_restored(store, tmp_path):
    add_one_of_each(store)
    before = everything(store)
    target = store.backup()
    whole = target.read_bytes()
    bad = tmp_path / "bad.db"
    for spoilt in (b"", b"text" * 100, whole[: len(whole) // 2], bytes(4096) + whole[4096:]):
        bad.write_bytes(spoilt)
        with pytest.raises(DamagedStore):
            store.restore(bad)
    bad.write_bytes(whole)
    newer = Database(bad)
    newer.run("PRAGMA user_version=99")
    newer.close()
    with pytest.raises(NewerStore):
        store.restore(bad)
    with pytest.raises(StoreFault):
        store.restore(tmp_path / "not there.db")
    assert everything(store) == before
    assert len(backups.list_backups(target.parent)) == 1


@pytest.mark.parametrize("moment", ["vacuum", "sync", "rename", "manifest"])
def test_a_crash_while_backing_up_leaves_no_half_backup(store, monkeypatch, moment):
    add_one_of_each(store)
    good = store.backup()

    class PowerCut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    # After a power cut nothing tidies up any more.
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    target, name = {
        "vacuum": (backups, "verify"),
        "sync": (files, "sync"),
        "rename": (files, "put_in_place"),
        "manifest": (files, "write_whole"),
    }[moment]
    monkeypatch.setattr(target, name, cut)
    with pytest.raises(PowerCut):
        store.backup()
    monkeypatch.undo()
    found = backups.list_backups(good.parent)
    for backup in found:
        assert backups.verify(backup.path)["counts"]["contact"] == 1
    assert len(found) == (2 if moment == "manifest" else 1)
    store.backup()
    assert not list(good.parent.glob("*.part*"))


def test_a_full_disk_leaves_no_part_behind(store, monkeypatch):
    add_one_of_each(store)

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "sync", full)
    with pytest.raises(DiskFull, match="no room left"):
        store.backup()
    assert list((store.path.parent / "backups").iterdir()) == []


def test_what_is_in_memory_needs_a_place(clock, tmp_path):
    store = open_memory_store(clock.now)
    with pytest.raises(StoreFault, match="name a file"):
        store.backup()
    assert backups.verify(store.backup(tmp_path / "here.db"))["counts"]["contact"] == 0


def test_a_damaged_file_is_put_aside_for_a_backup(store, reopen, path):
    add_one_of_each(store)
    before = everything(store)
    backup = store.backup()
    store.close()
    path.write_bytes(b"spoilt")
    path.with_name(path.name + "-journal").write_bytes(b"stale journal")
    kept = replace_damaged(path, backup)
    assert kept.read_bytes() == b"spoilt"
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"stale journal"
    assert everything(reopen()) == before


def _empty_backup(folder: Path, number: int, made_at: datetime) -> Path:
    path = folder / f"winback-{number:06}-{made_at:%Y%m%dT%H%M%SZ}-daily.db"
    path.touch()
    backups.manifest_of(path).touch()
    return path


def test_two_years_of_backups_thin_out_by_the_rule(tmp_path):
    start = datetime(2024, 1, 1, 8, tzinfo=UTC)
    for number in range(1, 1402):
        _empty_backup(tmp_path, number, start + timedelta(hours=12 * number))
        if number % 7 == 0:
            backups.rotate(tmp_path)
    backups.rotate(tmp_path)
    left = backups.list_backups(tmp_path)
    days = [backup.made_at.date() for backup in left]
    assert days[0] == days[1] > days[2] == days[3] > days[4]
    assert len(left) == 2 * 2 + backups.DAYS + backups.WEEKS + backups.MONTHS
    assert (days[0] - days[-1]).days > 300
    assert len(list(tmp_path.iterdir())) == 2 * len(left)


def test_a_clock_set_wrongly_costs_no_good_backup(tmp_path):
    now = datetime(2026, 3, 2, 8, tzinfo=UTC)
    good = [_empty_backup(tmp_path, number, now - timedelta(hours=20 - number)) for number in range(1, 4)]
    _empty_backup(tmp_path, 4, now + timedelta(days=9000))
    backups.rotate(tmp_path)
    assert all(path.exists() for path in good)
    back = _empty_backup(tmp_path, 5, now)
    backups.rotate(tmp_path)
    assert backups.list_backups(tmp_path)[0].path == back


def test_files_of_others_are_neither_listed_nor_deleted(tmp_path):
    mine = _empty_backup(tmp_path, 1, datetime(2026, 1, 1, tzinfo=UTC))
    for name in ("winback-x.db", "winback-1-2-3.db", "holiday.jpg"):
        (tmp_path / name).touch()
    backups.rotate(tmp_path)
    assert [backup.path for backup in backups.list_backups(tmp_path)] == [mine]
    assert len(list(tmp_path.iterdir())) == 5
