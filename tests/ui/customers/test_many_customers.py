# SPDX-License-Identifier: MIT
"""Filters, order and several people at once: tagged, exported, deleted and brought back, each undoable."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from winback_desktop.application.change_plans import rest
from winback_desktop.application.keep_contacts import add_contact
from winback_desktop.application.keep_many import recently_deleted
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Touch, TouchKind
from winback_desktop.ui.customers.directory.deleted_sheet import DeletedSheet
from winback_desktop.ui.customers.directory.presenter import Directory
from winback_desktop.ui.customers.directory.view import DirectoryView
from winback_desktop.ui.navigation import PRINT, Navigator, PrintWish
from winback_desktop.ui.operations import Operations


@pytest.fixture
def people(work) -> dict[str, int]:
    made = {}
    for name, firm in (("Ann", "Zoë Bakery"), ("Bob", "Zoe's Bakery"), ("Cai", "Boats"), ("Dee", "")):
        made[name] = add_contact(work, ContactCard(Contact(name, organisation=firm))).id
    with work.store.change("talk"):
        work.store.add(Touch(made["Bob"], TouchKind.CALL, date(2026, 11, 1)))
        work.store.add(Touch(made["Cai"], TouchKind.CALL, date(2026, 3, 1)))
    return made


@pytest.fixture
def view(work, theme, qtbot, people) -> DirectoryView:
    directory = Directory(work, Operations(work.store), Navigator())
    shown = DirectoryView(directory, theme)
    directory.setParent(shown)
    shown.operations = directory._operations
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.show()
    shown.activate()
    return shown


def names(view: DirectoryView) -> list[str]:
    return [view.model.data(view.model.index(at)) for at in range(view.model.rowCount())]


def choose(view: DirectoryView, *rows: int) -> None:
    view._toggle_choosing()
    for row in rows:
        view.list.selectionModel().select(
            view.model.index(row), view.list.selectionModel().SelectionFlag.Select
        )


def test_organisations_are_found_whatever_their_accents(view) -> None:
    view._directory.set_organisation("zoe")
    assert names(view) == ["Ann", "Bob"]
    view._filters.clear()
    assert names(view) == ["Ann", "Bob", "Cai", "Dee"]


def test_silence_and_the_order_by_last_contact(view) -> None:
    view._directory.set_silence("91")
    assert names(view) == ["Ann", "Cai", "Dee"]
    view._directory.set_silence("")
    view._directory.set_order("last")
    assert names(view) == ["Ann", "Dee", "Cai", "Bob"]


def test_state_and_the_order_by_what_is_next(view, work, people) -> None:
    record_loss(work, LossDraft(contact=people["Dee"]))
    rest(work, record_loss(work, LossDraft(contact=people["Cai"])).plan.id)
    view._directory.set_order("next")
    assert names(view)[0] == "Dee"
    for state, expected in (("resting", ["Cai"]), ("quiet", ["Dee"]), ("none", ["Ann", "Bob"])):
        view._directory.set_state(state)
        assert names(view) == expected


def test_a_tag_for_several_is_one_undo_and_a_filter(view, work, people) -> None:
    choose(view, 0, 2)
    assert view._directory.many.tag(view.chosen(), "garden, boats")
    assert view.chosen() == [people["Ann"], people["Cai"]], "they stay chosen"
    view._directory.set_tag("boats")
    assert names(view) == ["Ann", "Cai"]
    assert view._directory.tags() == ["boats", "garden"]
    view._directory.set_tag("")
    view.operations.undo()
    assert work.store.get(Contact, people["Ann"]).tags == ()


def test_a_tag_without_words_is_refused(view, people) -> None:
    said = []
    view._directory.refused.connect(lambda why, field: said.append(field))
    assert not view._directory.many.tag([people["Ann"]], " , ;")
    assert said == ["reason"]


def test_a_hostile_tag_does_not_break_the_label(view, work, people) -> None:
    assert view._directory.many.tag([people["Ann"]], "{who} {0}")
    assert work.store.undo_label() == "tag Ann with “{who} {0}”"


def test_several_are_deleted_with_one_undo_and_brought_back(view, work, people, clock) -> None:
    choose(view, 0, 1, 3)
    view._directory.many.delete(view.chosen())
    assert names(view) == ["Cai"]
    view.operations.undo()
    assert len(names(view)) == 4
    view._directory.many.delete([people["Ann"]])
    clock.move(days=12)
    assert [(one.name, one.days_left) for one in recently_deleted(work)] == [("Ann", 18)]
    sheet = DeletedSheet(view, view._directory, view._theme)
    sheet._restore(people["Ann"])
    assert len(names(view)) == 4
    assert recently_deleted(work) == []


@pytest.mark.parametrize(("ending", "holds"), [(".vcf", "FN:Bob"), (".csv", "Bob")])
def test_only_the_chosen_are_exported(view, people, tmp_path, ending, holds) -> None:
    target = tmp_path / f"some{ending}"
    view._directory.many.export([people["Bob"]], str(target))
    text = target.read_text(encoding="utf-8-sig")
    assert holds in text
    assert "Ann" not in text


@pytest.mark.parametrize(("entry", "kind"), [(0, "labels"), (1, "envelopes")])
def test_the_chosen_go_to_the_print_sheet(view, entry, kind) -> None:
    asked = []
    view._directory._navigator.asked.connect(lambda request, wish: asked.append((request, wish)))
    choose(view, 1, 3)
    menu = QMenu(view)
    view._many._fill_print(menu)
    menu.actions()[entry].trigger()
    assert asked == [(PRINT, PrintWish(kind, tuple(view.chosen())))]
    assert len(view.chosen()) == 2


def test_end_reaches_the_last_of_a_long_list_and_all_can_be_chosen(view, work, qtbot) -> None:
    with work.store.transaction():
        work.store.add_all(Contact(f"Person {n:04}") for n in range(900))
    view._directory.restart()
    assert view.model.rowCount() == 60
    qtbot.keyClick(view.list, Qt.Key.Key_End)
    assert view.list.currentIndex().row() == 903
    assert view.model.data(view.list.currentIndex()) == "Person 0899"
    qtbot.keyClick(view.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.chosen()) == 904
    assert view._many.isVisible()
    qtbot.keyClick(view.list, Qt.Key.Key_Escape)
    assert not view._many.isVisible()


def test_two_entries_are_compared_and_made_one(view, work, people, qtbot) -> None:
    choose(view, 0, 1)
    view._merge_chosen()
    view._sheet._choices["organisation"]._group.button(1).click()
    view._sheet._merge_button.click()
    assert names(view) == ["Ann", "Cai", "Dee"]
    assert work.store.find(Touch, contact=people["Ann"])
    assert work.store.get(Contact, people["Ann"]).organisation == "Zoe's Bakery"
    view.operations.undo()
    assert names(view) == ["Ann", "Bob", "Cai", "Dee"]
