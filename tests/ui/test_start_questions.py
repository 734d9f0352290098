# SPDX-License-Identifier: MIT
"""What a start asks the store is answered by indexes, and reads no more rows when much more is due."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from fakes import FakeClock, FakeNotifier
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from winback_desktop.app import Desktop, build
from winback_desktop.application.advance import advance
from winback_desktop.application.changes import Changes
from winback_desktop.application.sample_data import fill_with_samples
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Loss, LossKind, Plan, PlanState, Step, StepKind, StepState
from winback_desktop.system.paths import Paths
from winback_desktop.ui.heartbeat import Heartbeat

FEW = {"setting", "walk", "mission", "mission_pause", "day_off", "holiday_year", "public_holiday"}
"""Tables that hold the owner's own things and don't grow with the customers."""
PARTIAL = {"contact_deleted", "contact_in_role", "referral_unthanked", "reminder_unshown"}
"""Indexes that hold a few rows whatever is stored, so that reading all of one is quick."""


@pytest.fixture
def desktop(
    qtbot, qapp: QApplication, theme, tmp_path, clock: FakeClock, notifier: FakeNotifier
) -> Iterator[Desktop]:
    """The program with the sample data in its store, its window shown."""
    places = Paths(tmp_path, tmp_path / "w.db", tmp_path / "backups", tmp_path / "lock", str(tmp_path / "s"))
    built = build(places, clock, notifier, qapp)
    fill_with_samples(built.work)
    built.window.show()
    yield built
    built.quit()
    built.window.deleteLater()
    built.setParent(None)
    built.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.set_scale(100)


def start(desktop: Desktop) -> None:
    """All that a start asks, in the first seconds."""
    desktop.settle()
    advance(desktop.work)
    # As if the day had changed: the page, the tray and the reminders look again.
    desktop.operations.changed.emit(Changes("", frozenset({"day", "step", "plan"}), undoable=False))
    QApplication.processEvents()
    desktop.findChild(Heartbeat).beat.emit()


def add_due(desktop: Desktop, count: int) -> None:
    """Customers whose note is due today."""
    store, today = desktop.work.store, desktop.work.clock.today()
    with store.transaction():
        people = store.add_all([Contact(f"Person {number}") for number in range(count)])
        losses = store.add_all(
            [Loss(person.id, LossKind.CLIENT, today - timedelta(days=3)) for person in people]
        )
        quiet_until = today - timedelta(days=1)
        plans = store.add_all([Plan(each.id, each.contact, PlanState.ACTIVE, quiet_until) for each in losses])
        store.add_all(
            [Step(each.id, each.contact, StepKind.NOTE, today, today, StepState.READY) for each in plans]
        )


def test_a_start_searches_by_index(desktop):
    database = desktop.work.store._database
    asked: list[str] = []
    start(desktop)  # what is announced now need not be announced again
    database.handle.set_trace_callback(asked.append)
    start(desktop)
    database.handle.set_trace_callback(None)
    questions = {sql for sql in asked if sql.lstrip().upper().startswith("SELECT")}
    assert len(questions) > 10
    for sql in questions:
        for *_, step in database.rows("EXPLAIN QUERY PLAN " + sql):
            # A part in brackets is listed with its own steps.
            if step.startswith("SCAN ") and not step.startswith("SCAN ("):
                table, *how = step.removeprefix("SCAN ").split()
                assert table in FEW or (how[-1:] and how[-1] in PARTIAL), (step, sql)


def test_a_start_reads_no_more_rows_when_hundreds_are_due(desktop, monkeypatch):
    database = desktop.work.store._database
    rows = type(database).rows
    read: list[int] = []

    def counted(self, sql, params=()):
        found = rows(self, sql, params)
        read.append(len(found))
        return found

    def read_by_a_start() -> int:
        start(desktop)  # announces, once, what was added
        read.clear()
        monkeypatch.setattr(type(database), "rows", counted)
        start(desktop)
        monkeypatch.setattr(type(database), "rows", rows)
        return sum(read)

    add_due(desktop, 30)
    before = read_by_a_start()
    add_due(desktop, 300)
    assert read_by_a_start() <= before
