# SPDX-License-Identifier: MIT
"""From the heartbeat to the desktop and back: announcing, the buttons, taking back what was handled."""

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from fakes import FakeClock, FakeNotifier
from PySide6.QtCore import QObject, Signal
from sample_month import sample_month, step_of

from winback_desktop.application.announce import key_of
from winback_desktop.application.move_steps import complete
from winback_desktop.application.ports import Workspace
from winback_desktop.application.snooze import snoozed
from winback_desktop.domain.practice import Step, StepState
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.reminding import Reminding


class Heart(QObject):
    """A heart that beats when the test says so."""

    beat = Signal()
    day_changed = Signal(object)


class Desk:
    def __init__(self, clock: FakeClock, notifier: FakeNotifier) -> None:
        self.work: Workspace = sample_month(clock)
        self.clock, self.notifier, self.heart = clock, notifier, Heart()
        self.operations, self.navigator = Operations(self.work.store), Navigator()
        self.raised: list[str] = []
        self.reminding = Reminding(self.work, self.operations, self.navigator, notifier, self.heart)
        self.reminding.raise_wanted.connect(lambda: self.raised.append("raised"))

    @property
    def keys(self) -> list[str]:
        return [shown.key for shown in self.notifier.shown]

    def step(self, name: str) -> Step:
        return step_of(self.work, name, "note")


@pytest.fixture
def desk(qapp, clock: FakeClock, notifier: FakeNotifier) -> Iterator[Desk]:
    desk = Desk(clock, notifier)
    yield desk
    desk.work.store.close()


def test_each_step_is_announced_once_however_often_the_heart_beats(desk: Desk) -> None:
    for _ in range(5):
        desk.heart.beat.emit()
        desk.clock.move(seconds=30)
    assert sorted(desk.keys) == sorted(key_of(desk.step(n).id) for n in ("Rosa Delgado", "Marcus Lindqvist"))


def test_a_beat_asks_the_store_nothing_while_nothing_can_have_changed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.heart.beat.emit()
    asked: list[str] = []
    really = type(desk.work.store).find

    def find(store, *what, **equal):
        asked.append("find")
        return really(store, *what, **equal)

    monkeypatch.setattr(type(desk.work.store), "find", find)
    desk.clock.move(seconds=30)
    desk.heart.beat.emit()
    assert asked == []
    desk.clock.move(hours=24)
    desk.heart.beat.emit()
    assert asked


def test_done_on_the_notification_marks_the_step_done_and_takes_it_back(desk: Desk, qtbot) -> None:
    desk.heart.beat.emit()
    step = desk.step("Rosa Delgado")
    pressed = desk.notifier.pressed
    assert pressed is not None
    worker = threading.Thread(target=pressed, args=(key_of(step.id), "done"))
    with qtbot.waitSignal(desk.operations.changed, timeout=3000):
        worker.start()
    worker.join()
    assert desk.step("Rosa Delgado").state is StepState.DONE
    assert desk.notifier.withdrawn == [key_of(step.id)]
    assert desk.operations.undo_label == "mark “Write to Rosa Delgado” as done"


def test_what_is_handled_in_the_window_is_taken_back(desk: Desk) -> None:
    desk.heart.beat.emit()
    step = desk.step("Marcus Lindqvist")
    complete(desk.work, step.id)
    assert desk.notifier.withdrawn == [key_of(step.id)]


def test_later_snoozes_and_announces_again_then(desk: Desk) -> None:
    desk.heart.beat.emit()
    step = desk.step("Rosa Delgado")
    desk.reminding._answer(key_of(step.id), "later")
    ((row, until),) = snoozed(desk.work)
    assert (row.step, until) == (step.id, desk.clock.local_now() + timedelta(hours=1))
    desk.clock.move(minutes=60)
    desk.heart.beat.emit()
    assert desk.keys.count(key_of(step.id)) == 2


def test_open_raises_the_window_at_today(desk: Desk) -> None:
    desk.reminding._answer(key_of(desk.step("Rosa Delgado").id), "open")
    assert desk.raised == ["raised"]
    assert desk.navigator.here == ("today", None)


def test_a_button_on_a_step_that_is_gone_only_says_so(desk: Desk) -> None:
    failed: list[str] = []
    desk.operations.failed.connect(lambda sentence, _: failed.append(sentence))
    desk.reminding._answer(key_of(99999), "done")
    desk.reminding._answer(key_of(99999), "later")
    assert len(failed) == 1


def test_a_new_day_moves_the_plans_on_and_tells_the_pages(desk: Desk) -> None:
    told: list[frozenset[str]] = []
    desk.operations.changed.connect(lambda changes: told.append(changes.kinds))
    desk.clock.move(days=4)
    desk.heart.day_changed.emit(desk.clock.today())
    quiet = step_of(desk.work, "<img src='/etc/hostname'> & Sons", "note")
    assert quiet.state is StepState.READY
    assert "day" in told[-1]


def test_that_nothing_can_be_shown_is_told_once_for_good(desk: Desk) -> None:
    told: list[str] = []
    desk.operations.remarked.connect(told.append)
    desk.reminding.unable.emit("Install something.")
    desk.reminding.unable.emit("Install something.")
    assert told == ["Install something."]
