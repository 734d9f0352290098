# SPDX-License-Identifier: MIT
"""A line edited in the list: stored with Enter, left with Escape, undone by name, refused in place."""

import pytest
from PySide6.QtCore import Qt

from winback_desktop.application.keep_contacts import add_contact, card
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Contact, ContactPoint, PointKind
from winback_desktop.ui.customers.directory.presenter import Directory
from winback_desktop.ui.customers.directory.view import DirectoryView
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations

POINTS = (
    ContactPoint(PointKind.PHONE, "030 1"),
    ContactPoint(PointKind.PHONE, "030 2"),
    ContactPoint(PointKind.EMAIL, "ann@example.com"),
)


@pytest.fixture
def ann(work) -> int:
    add_contact(work, ContactCard(Contact("Bob")))
    return add_contact(work, ContactCard(Contact("Ann", organisation="Boats", tags=("garden",)), POINTS)).id


@pytest.fixture
def view(work, theme, qtbot, ann) -> DirectoryView:
    directory = Directory(work, Operations(work.store), Navigator())
    shown = DirectoryView(directory, theme)
    directory.setParent(shown)
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.show()
    shown.activate()
    shown.list.setCurrentIndex(shown.model.index(0))
    shown._lines.action.trigger()
    return shown


def write(view, field: str, words: str) -> None:
    view._lines.quick._lines[field].setText(words)


def press(view, qtbot, key: Qt.Key, field: str = "name") -> None:
    qtbot.keyClick(view._lines.quick._lines[field], key)


def test_enter_stores_everything_as_one_change(view, work, ann, qtbot) -> None:
    quick = view._lines.quick
    assert quick.isVisible()
    assert [line.text() for line in quick._lines.values()] == [
        "Ann",
        "Boats",
        "030 1",
        "ann@example.com",
        "garden",
    ]
    for field, words in (
        ("name", "Ann  Berg"),
        ("phone", ""),
        ("email", "a@b.example"),
        ("tags", "north; south"),
    ):
        write(view, field, words)
    press(view, qtbot, Qt.Key.Key_Return, "tags")
    assert not quick.isVisible()
    whole = card(work, ann)
    assert (whole.contact.name, whole.contact.tags) == ("Ann Berg", ("north", "south"))
    assert [point.value for point in whole.points] == ["030 2", "a@b.example"]
    assert view.list.hasFocus()
    assert work.store.undo() == "edit Ann"
    assert (card(work, ann).contact.name, len(card(work, ann).points)) == ("Ann", 3)


def test_escape_leaves_everything_as_it_was(view, work, ann, qtbot) -> None:
    write(view, "name", "Somebody")
    press(view, qtbot, Qt.Key.Key_Escape)
    assert not view._lines.quick.isVisible()
    assert work.store.get(Contact, ann).name == "Ann"
    assert work.store.undo_label() == "add Ann"


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("name", "  ", "a name is all"),
        ("organisation", "x" * 400, "400"),
        ("phone", "1" * 400, "at most"),
        ("tags", "t" * 80, "at most 60"),
        ("tags", ",".join(map(str, range(60))), "60 tags"),
    ],
)
def test_what_is_refused_is_said_in_place_and_kept(view, work, ann, qtbot, field, words, said) -> None:
    write(view, "email", "new@example.com")
    write(view, field, words)
    press(view, qtbot, Qt.Key.Key_Return)
    quick = view._lines.quick
    assert said in quick._fields[field].error
    assert quick._lines[field].text() == words
    assert quick._lines["email"].text() == "new@example.com"
    assert quick.isVisible()
    assert work.store.undo_label() == "add Ann"
    write(view, field, "fine")
    press(view, qtbot, Qt.Key.Key_Return)
    assert not quick.isVisible()


def test_nothing_changed_is_no_change(view, work, qtbot) -> None:
    press(view, qtbot, Qt.Key.Key_Return)
    assert work.store.undo_label() == "add Ann"


def test_going_elsewhere_stores(view, work, ann, qtbot) -> None:
    write(view, "organisation", "Sails")
    view.search.setFocus()
    qtbot.waitUntil(lambda: not view._lines.quick.isVisible())
    assert work.store.get(Contact, ann).organisation == "Sails"
    assert view.search.hasFocus()


def test_the_editor_stays_with_its_person_when_the_list_moves(view, work, ann) -> None:
    quick = view._lines.quick
    add_contact(work, ContactCard(Contact("Aaron")))
    assert quick.isVisible()
    assert quick._row == view.model.row_of(ann) == 1
