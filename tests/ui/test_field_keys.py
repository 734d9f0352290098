# SPDX-License-Identifier: MIT
"""Which keys a text field keeps for itself and which go on to the window."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from winback_desktop.ui.widgets.fields import TextArea, TextLine


@pytest.mark.parametrize("kind", [TextLine, TextArea])
def test_undo_belongs_to_the_field_only_while_it_has_something_to_undo(qtbot, kind):
    window, taken_back = QWidget(), []
    qtbot.addWidget(window)
    field = kind("Name")
    QVBoxLayout(window).addWidget(field)
    undo = QAction(window)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    undo.triggered.connect(lambda: taken_back.append(True))
    window.addAction(undo)
    window.show()
    field.setFocus()
    QTest.qWaitForWindowActive(window)

    def text() -> str:
        return field.text() if kind is TextLine else field.toPlainText()

    def press(keys: str) -> None:
        QTest.keySequence(window.windowHandle(), QKeySequence(keys))

    press("Ctrl+Z")
    assert taken_back == [True]
    QTest.keyClicks(field, "Rosa")
    press("Ctrl+Z")
    assert (text(), taken_back) == ("", [True])
    press("Ctrl+Z")
    assert taken_back == [True, True]
