# SPDX-License-Identifier: MIT
"""Long work leaves the window awake, can be left off, and lets nobody write into its middle."""

from collections.abc import Iterator

import pytest
from fakes import FakeClock, NoHolidays

from winback_desktop.application.failures import LockedStore, Refused
from winback_desktop.application.keep_many import add_tags, remove_all
from winback_desktop.application.long_work import Progress, Steps
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import Sieve
from winback_desktop.domain.people import Contact
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.ui import long_run
from winback_desktop.ui.long_run import LongRun
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.veil import Veil


@pytest.fixture
def work(clock: FakeClock) -> Iterator[Workspace]:
    store = open_memory_store(clock.now)
    with store.transaction():
        store.add_all(Contact(f"Person {number}") for number in range(1000))
    yield Workspace(store, clock, NoHolidays())
    store.listener = None
    store.close()


@pytest.fixture
def operations(work, monkeypatch) -> Operations:
    """Rests after every step, however fast this machine is."""
    monkeypatch.setattr(long_run, "_UNNOTICED", 0)
    monkeypatch.setattr(long_run, "_AT_A_STRETCH", 0)
    return Operations(work.store)


def begun(operations: Operations) -> list[LongRun]:
    runs: list[LongRun] = []
    operations.long_begun.connect(runs.append)
    return runs


def tagged(work: Workspace) -> int:
    return len(work.store.queries.contact_ids(Sieve(tag="spring")))


def everybody(work: Workspace) -> list[int]:
    return work.store.queries.contact_ids(Sieve())


def test_it_goes_on_between_the_windows_events_and_is_one_change(work, operations, qtbot) -> None:
    runs, results, told = begun(operations), [], []
    operations.run_long("Tagging", add_tags(work, everybody(work), "spring"), results.append)
    assert results == []
    runs[0].progressed.connect(lambda done, total: told.append((done, total)))
    qtbot.waitUntil(lambda: results == [1000])
    assert told == sorted(told)
    assert tagged(work) == 1000
    assert work.store.undo_label() == "tag 1,000 people with “spring”"
    operations.undo()
    qtbot.waitUntil(lambda: not runs[-1].running)
    assert tagged(work) == 0
    operations.redo()
    qtbot.waitUntil(lambda: not runs[-1].running)
    assert tagged(work) == 1000
    assert work.store.check() == []


def test_leaving_it_off_changes_nothing(work, operations, qtbot) -> None:
    runs, results, left = begun(operations), [], []
    operations.run_long(
        "Deleting", remove_all(work, everybody(work)), results.append, left=lambda: left.append(True)
    )
    qtbot.waitUntil(lambda: work.store.held)
    runs[0].cancel()
    assert (results, len(everybody(work)), work.store.undo_label()) == ([], 1000, None)
    assert left == [True]
    with work.store.change("add Ann"):
        work.store.add(Contact("Ann"))
    assert work.store.undo() == "add Ann"


def test_nobody_writes_into_the_middle_and_a_second_one_waits(work, operations, qtbot) -> None:
    failures: list[str] = []
    operations.failed.connect(lambda sentence, field: failures.append(sentence))
    runs = begun(operations)
    contacts = everybody(work)
    operations.run_long("Deleting", remove_all(work, contacts))

    def in_the_middle() -> bool:
        return work.store.held and len(everybody(work)) < 1000

    qtbot.waitUntil(in_the_middle)
    with pytest.raises(LockedStore, match="Something longer"), work.store.change("add"):
        raise AssertionError("not reached")
    with pytest.raises(LockedStore), work.store.transaction():
        raise AssertionError("not reached")
    operations.run_long("Tagging", add_tags(work, contacts, "spring"))
    assert len(failures) == 1
    qtbot.waitUntil(lambda: not runs[0].running)
    assert everybody(work) == []


def test_a_failure_is_said_and_leaves_nothing_half_done(work, operations, qtbot) -> None:
    def steps() -> Steps[None]:
        with work.store.change("half"):
            work.store.add(Contact("Half"))
            yield Progress(1, 2)
            raise Refused("It can't be.", field="name")

    said: list[tuple[str, str]] = []
    operations.run_long("Half", steps(), refused=lambda *words: said.append(words))
    qtbot.waitUntil(lambda: said == [("It can't be.", "name")])
    assert work.store.find(Contact, name="Half") == []


def test_the_veil_says_how_far_and_cancels(work, operations, theme, qtbot) -> None:
    from PySide6.QtWidgets import QWidget

    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    veils: list[Veil] = []
    operations.long_begun.connect(lambda run: veils.append(Veil(theme, host, run)))

    def steps() -> Steps[None]:
        with work.store.change("endless"):
            while True:
                yield Progress(1, 4)

    operations.run_long("Tagging 100,000 people", steps())
    qtbot.waitUntil(lambda: "25 %" in veils[0]._words.whole_text())
    assert veils[0].accessibleName() == "Tagging 100,000 people"
    veils[0].dismiss()
    assert not work.store.held
    assert work.store.undo_label() is None
