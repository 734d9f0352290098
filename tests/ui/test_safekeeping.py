# SPDX-License-Identifier: MIT
"""Backups by themselves, what another program wrote, and the way out of a damaged file."""

from datetime import date

import pytest
from fakes import NoHolidays

from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.storage.opening import open_store
from winback_desktop.ui.heartbeat import Heartbeat
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.rescue import BackupChoice, Rescue
from winback_desktop.ui.safekeeping import Safekeeping


@pytest.fixture
def open_folder(tmp_path, clock):
    stores = []

    def open_again():
        store = open_store(tmp_path / "data" / "winback.db", clock_now=clock.now, program_version="test")
        stores.append(store)
        return Workspace(store, clock, NoHolidays())

    yield open_again
    for store in stores:
        store.close()


def backups(tmp_path):
    return sorted(tmp_path.glob("data/backups/winback-*.db"))


def test_a_backup_a_day_and_only_when_something_was_saved(qapp, tmp_path, clock, open_folder):
    work = open_folder()
    heartbeat = Heartbeat(clock)
    keeping = Safekeeping(work, Operations(work.store), heartbeat)
    record_loss(work, LossDraft("Rosa"))
    heartbeat.day_changed.emit(date(2026, 11, 25))
    assert len(backups(tmp_path)) == 1
    heartbeat.day_changed.emit(date(2026, 11, 26))
    assert len(backups(tmp_path)) == 1, "nothing was saved since"
    record_loss(work, LossDraft("Tom"))
    keeping.back_up("quit")
    assert len(backups(tmp_path)) == 2


def test_what_another_program_wrote_is_shown(qtbot, clock, open_folder):
    mine, other = open_folder(), open_folder()
    operations = Operations(mine.store)
    heartbeat = Heartbeat(clock)
    keeping = Safekeeping(mine, operations, heartbeat)
    heartbeat.beat.emit()
    with qtbot.assertNotEmitted(operations.changed):
        heartbeat.beat.emit()
    record_loss(other, LossDraft("Rosa"))
    with qtbot.waitSignal(operations.changed, timeout=1000):
        heartbeat.beat.emit()
    assert keeping is not None
    assert mine.store.queries.counts().contacts == 1


def test_the_owner_chooses_a_backup_or_changes_nothing(qtbot, theme):
    asked = []

    def restore(key):
        asked.append(key)
        return "" if key == "good" else "This backup is damaged too; choose another one."

    choices = [BackupChoice("bad", "Today, 09:00"), BackupChoice("good", "Yesterday, 18:00")]
    rescue = Rescue(theme, "The data file is damaged.", choices, restore)
    qtbot.addWidget(rescue)
    rescue._go_on()
    assert "damaged too" in rescue._error.text()
    rescue.choice.setCurrentIndex(1)
    with qtbot.waitSignal(rescue.restored):
        rescue._go_on()
    assert asked == ["bad", "good"]
    with qtbot.waitSignal(rescue.left):
        rescue.close()


def test_without_a_backup_there_is_only_the_way_out(qtbot, theme):
    rescue = Rescue(theme, "The data file is damaged.", [], lambda key: "")
    qtbot.addWidget(rescue)
    assert not hasattr(rescue, "choice")
