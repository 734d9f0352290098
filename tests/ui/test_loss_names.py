# SPDX-License-Identifier: MIT
"""The name of a new loss: who is offered is taken by keys, and the form is not sent by it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from winback_desktop.ui.losses.rows import Person
from winback_desktop.ui.losses.who_field import WhoField

KNOWN = (Person(7, "Anna Brown", "Firm 0"), Person(9, "Anna Delgado", "Firm 2"))


@pytest.fixture
def who(qtbot) -> Iterator[WhoField]:
    """The line, with two people offered under it."""
    field = WhoField(lambda text: KNOWN if text else ())
    qtbot.addWidget(field)
    field.show()
    qtbot.waitActive(field)
    field.setFocus()
    qtbot.keyClicks(field, "anna")
    qtbot.waitUntil(field.completer().popup().isVisible)
    yield field
    field.completer().popup().hide()
    QApplication.processEvents()


def test_return_takes_the_marked_person_and_does_not_send_the_form(who: WhoField, qtbot) -> None:
    sent = []
    who.returnPressed.connect(lambda: sent.append((who.text(), who.contact)))
    offered = who.completer().popup()
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (who.text(), who.contact) == ("Anna Brown", 7))
    assert not offered.isVisible()
    assert sent == []
    qtbot.keyClick(who, Qt.Key.Key_Return)
    assert sent == [("Anna Brown", 7)]


def test_a_marked_person_stays_chosen_when_the_list_is_left(who: WhoField, qtbot) -> None:
    offered = who.completer().popup()
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: who.contact == 9)
    qtbot.keyClick(offered, Qt.Key.Key_Escape)
    assert (who.text(), who.contact) == ("Anna Delgado", 9)


def test_a_typed_name_is_sent_although_people_are_offered(who: WhoField, qtbot) -> None:
    with qtbot.waitSignal(who.returnPressed):
        qtbot.keyClick(who.completer().popup(), Qt.Key.Key_Return)
    assert (who.text(), who.contact) == ("anna", 0)
