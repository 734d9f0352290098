# SPDX-License-Identifier: MIT
"""One theme for all tests of the window, and a watch for windows that a test left open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from winback_desktop.ui.theme import Theme


@pytest.fixture(scope="session")
def _one_theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale("en_GB"))
    return Theme(qapp, "light")


@pytest.fixture
def theme(_one_theme: Theme) -> Iterator[Theme]:
    """The light theme at normal text size; changes of a test are taken back."""
    yield _one_theme
    _one_theme.week_start = lambda: -1
    if _one_theme.scale != 100:
        _one_theme.set_scale(100)
    if _one_theme.appearance != "light":
        _one_theme.set_appearance("light")


@pytest.fixture(autouse=True)
def _no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    before = set(QApplication.topLevelWidgets()) if QApplication.instance() else set()
    yield
    if "qtbot" not in request.fixturenames or not QApplication.instance():
        return
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [each for each in QApplication.topLevelWidgets() if each not in before and each.isVisible()]
    assert not left, f"windows left open: {left}"
