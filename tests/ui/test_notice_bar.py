# SPDX-License-Identifier: MIT
"""What the desktop cannot show stands in the window: once, with its buttons, until it is handled."""

import threading

import pytest
from fakes import FakeNotifier
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from winback_desktop.application.own_records import Announcement
from winback_desktop.ui.notices import Notices
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.labels import PlainLabel

NOTE = Announcement(
    "step-7",
    "Write to <b>Rosa</b> & Sons",
    "The quiet days are over.",
    (("later", "Later"), ("done", "Done")),
)


class Desk:
    def __init__(self, theme: Theme, notifier: FakeNotifier) -> None:
        self.window = QWidget()
        self.window.resize(900, 640)
        self.window.show()
        self.notices = Notices(notifier, theme, lambda: self.window)
        self.pressed: list[tuple[str, str]] = []

    def unshown(self, announcement: Announcement) -> None:
        """As the notifier's worker tells it."""
        answer = lambda key, button: self.pressed.append((key, button))  # noqa: E731
        worker = threading.Thread(target=self.notices.unshown.emit, args=(announcement, answer))
        worker.start()
        worker.join()

    @property
    def shown(self) -> list[str]:
        bar = self.notices.bar
        if bar is None or not bar.isVisible():
            return []
        return [label.whole_text() for label in bar.findChildren(PlainLabel) if label.isVisible()][:2]

    def button(self, words: str) -> QAbstractButton:
        found = self.notices.bar.findChildren(QAbstractButton)
        return next(each for each in found if each.isVisible() and each.accessibleName().startswith(words))


@pytest.fixture
def desk(qtbot, theme: Theme, notifier: FakeNotifier) -> Desk:
    desk = Desk(theme, notifier)
    qtbot.addWidget(desk.window)
    return desk


def test_the_desktop_comes_first(desk: Desk, notifier: FakeNotifier) -> None:
    desk.notices.announce(NOTE)
    assert notifier.shown == [NOTE]
    assert desk.shown == []


def test_what_it_does_not_show_stands_in_the_window_with_its_buttons(desk: Desk, qtbot) -> None:
    desk.unshown(NOTE)
    qtbot.waitUntil(lambda: desk.shown == [NOTE.title, NOTE.body])
    assert desk.window.rect().contains(desk.notices.bar.geometry())
    desk.button("Done").click()
    assert desk.pressed == [("step-7", "done")]
    assert desk.shown == []


def test_it_goes_when_its_matter_is_handled_and_only_then(desk: Desk, qtbot, notifier: FakeNotifier) -> None:
    desk.unshown(NOTE)
    qtbot.waitUntil(lambda: bool(desk.shown))
    desk.notices.withdraw("step-8")
    assert desk.shown
    desk.notices.withdraw("step-7")
    assert desk.shown == []
    assert notifier.withdrawn == ["step-8", "step-7"]


def test_the_next_waits_for_its_turn_and_closing_answers_nothing(desk: Desk, qtbot) -> None:
    for key, title in (("step-7", "Write to Rosa"), ("step-8", "Gone meanwhile"), ("care", "For you")):
        desk.unshown(NOTE._replace(key=key, title=title))
    qtbot.waitUntil(lambda: desk.shown[:1] == ["Write to Rosa"])
    QApplication.processEvents()
    desk.notices.withdraw("step-8")
    desk.button("Close this reminder").click()
    QApplication.processEvents()
    assert desk.shown[:1] == ["For you"]
    assert desk.pressed == []
    desk.button("Later").click()
    assert desk.pressed == [("care", "later")]
    assert desk.shown == []
