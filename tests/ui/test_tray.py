# SPDX-License-Identifier: MIT
"""What the tray says and does; whether the desktop shows it is seen end to end."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from fakes import FakeClock
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget
from sample_month import sample_month, step_of

from winback_desktop.application.move_steps import complete
from winback_desktop.application.pause_reminders import paused_until
from winback_desktop.application.play_game import ledger
from winback_desktop.ui.background import Background, OnClose
from winback_desktop.ui.navigation import LET_ALL_WAIT, SETTINGS, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.preferences import ON_CLOSE
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.tray import Tray
from winback_desktop.ui.tray_words import tray_words


class Heart(QObject):
    beat = Signal()
    day_changed = Signal(object)


class Desk:
    def __init__(self, clock: FakeClock, theme: Theme) -> None:
        self.work = sample_month(clock)
        self.operations, self.navigator = Operations(self.work.store), Navigator()
        self.seen: list[str] = []
        self.navigator.asked.connect(lambda request, _: self.seen.append(request))
        self.tray = Tray(self.work, self.operations, self.navigator, Heart(), theme)
        self.tray.raise_wanted.connect(lambda: self.seen.append("raise"))
        self.tray.quit_wanted.connect(lambda: self.seen.append("quit"))
        self.tray.start()

    def actions(self) -> dict[str, QAction]:
        found = {}
        for action in self.tray._menu.actions():
            if action.isVisible() and not action.isSeparator():
                found[action.text()] = action
                for inner in action.menu().actions() if action.menu() else ():
                    if inner.isVisible() and not inner.isSeparator():
                        found[inner.text()] = inner
        return found


@pytest.fixture
def desk(qtbot, theme: Theme, clock: FakeClock) -> Iterator[Desk]:
    desk = Desk(clock, theme)
    yield desk
    desk.tray.stop()
    desk.work.store.close()


def test_the_menu_holds_everything(desk: Desk) -> None:
    assert list(desk.actions()) == [
        "Today: 2 to do",
        "Next: Write to Marcus Lindqvist",
        "Record a loss…",
        "I’m going for a walk",
        "15 minutes",
        "20 minutes",
        "30 minutes",
        "60 minutes",
        "+1 helped",
        "Pause reminders",
        "For one hour",
        "Until tomorrow",
        "For a week",
        "Until a date…",
        "Let all plans wait…",
        "Open",
        "Quit",
    ]


def test_all_plans_are_let_wait_from_the_tray(desk: Desk) -> None:
    places: list[tuple[str, object]] = []
    desk.navigator.requested.connect(lambda page, target: places.append((page, target)))
    desk.actions()["Let all plans wait…"].trigger()
    assert "raise" in desk.seen
    assert places == [(SETTINGS, LET_ALL_WAIT)]


def test_words_say_how_much_is_due_and_what_comes_next(desk: Desk) -> None:
    assert tray_words(desk.work).tooltip == "Winback · 2 things to do"
    for name in ("Rosa Delgado", "Marcus Lindqvist"):
        complete(desk.work, step_of(desk.work, name, "note").id)
    words = tray_words(desk.work)
    assert (words.due, words.today) == (0, "Today: nothing to do yet")
    assert words.tooltip == "Winback · nothing to do yet"
    assert words.next_step == "Next: Write to <img src='/etc/hostname'> & Sons, Fri 27 Nov 2026"


def test_the_dot_is_there_only_when_something_is_due(desk: Desk) -> None:
    plain, dotted = (desk.tray._drawn_at(64, due).toImage() for due in (False, True))
    corner = (54, 10)
    assert plain.pixelColor(*corner) != dotted.pixelColor(*corner)
    assert plain.pixelColor(10, 54) == dotted.pixelColor(10, 54)


def test_its_commands_work(desk: Desk) -> None:
    actions = desk.actions()
    actions["Today: 2 to do"].trigger()
    actions["Record a loss…"].trigger()
    actions["Open"].trigger()
    actions["Quit"].trigger()
    assert desk.seen == ["raise", "raise", "record-loss", "raise", "quit"]


def test_reminders_are_paused_and_resumed(desk: Desk, clock: FakeClock, qtbot) -> None:
    desk.actions()["For one hour"].trigger()
    assert paused_until(desk.work) == clock.local_now() + timedelta(hours=1)
    qtbot.waitUntil(lambda: "Paused until 10:00" in desk.actions())
    assert desk.tray._icon.toolTip().endswith("paused until 10:00")
    desk.actions()["Resume now"].trigger()
    assert paused_until(desk.work) is None


def test_on_a_walk_nothing_of_the_case_is_said(desk: Desk, clock: FakeClock) -> None:
    desk.actions()["20 minutes"].trigger()
    desk.tray.refresh()
    assert list(desk.actions())[:3] == ["Record a loss…", "On a walk until 09:20", "I’m back"]
    assert desk.tray._icon.toolTip() == "Winback · on a walk until 09:20"
    clock.move(minutes=12)
    desk.actions()["I’m back"].trigger()
    desk.tray.refresh()
    assert "Today: 2 to do" in desk.actions()
    assert desk.seen == ["raise"]


def test_one_more_helped_is_one_press(desk: Desk) -> None:
    desk.actions()["+1 helped"].trigger()
    assert len(ledger(desk.work)) == 1


def test_changes_are_shown_after_a_burst(desk: Desk, qtbot) -> None:
    complete(desk.work, step_of(desk.work, "Rosa Delgado", "note").id)
    qtbot.waitUntil(lambda: "Today: 1 to do" in desk.actions())


def test_without_a_tray_nothing_is_hidden(desk: Desk) -> None:
    assert not desk.tray.available
    background = Background(desk.work, desk.tray)
    assert background.closing() is OnClose.ASK
    with desk.work.store.transaction():
        desk.work.store.set_setting(ON_CLOSE, "background")
    assert background.closing() is OnClose.MINIMISE
    with desk.work.store.transaction():
        desk.work.store.set_setting(ON_CLOSE, "quit")
    assert background.closing() is OnClose.QUIT


@pytest.mark.parametrize(
    ("answer", "kept"),
    [("Keep reminding", "background"), ("Quit", "quit"), ("Close; what you typed is kept", None)],
)
def test_the_first_close_asks_once_and_remembers(desk: Desk, qtbot, answer: str, kept: str | None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 640)
    window.show()
    background = Background(desk.work, desk.tray)
    question = background.ask(window)
    assert background.ask(window) is question
    buttons = {button.accessibleName(): button for button in question.findChildren(QAbstractButton)}
    buttons[answer].click()
    qtbot.waitUntil(lambda: not question.isVisible())
    if kept is not None:
        qtbot.waitUntil(lambda: not window.isVisible())
    assert desk.work.store.setting(ON_CLOSE) == kept
    assert window.isVisible() is (kept is None)


def test_a_pause_until_a_date_is_picked_in_the_settings(desk: Desk) -> None:
    went: list[tuple[str, object]] = []
    desk.navigator.requested.connect(lambda page, target: went.append((page, target)))
    desk.actions()["Until a date…"].trigger()
    assert went == [("settings", "pause")]
