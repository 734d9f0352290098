# SPDX-License-Identifier: MIT
"""Notes for other occasions in the studio: begun from a person, kept, held back, posted, discarded."""

import pytest
from PySide6.QtCore import Qt
from test_notes_page import Desk

from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import NoteState
from winback_desktop.ui.navigation import NOTES, PRINT, Place, WriteNote
from winback_desktop.ui.notes.person_sheet import PersonSheet
from winback_desktop.ui.notes.sheets import EarlierSheet
from winback_desktop.ui.widgets.cards import ListRow


@pytest.fixture
def desk(qtbot, theme):
    desk = Desk(qtbot, theme)
    yield desk
    desk.window.close()
    desk.work.store.close()


def test_a_hello_is_drafted_kept_and_found_again_in_the_list(desk):
    desk.navigator.go(NOTES, WriteNote(1, "hello"))
    studio = desk.page.studio
    assert studio.heading.title == "Hello to Rosa Delgado"
    assert desk.editor.toPlainText().startswith("Dear Rosa")
    desk.editor.setPlainText("Dear Rosa,\n\nHello from Ann.\n\nWarmly,\nAnn")
    studio.flush()
    (note,) = desk.stored()
    assert (note.occasion, note.plan) == ("hello", None)
    desk.navigator.go(NOTES)
    row = next(
        row for row in desk.page.list_view.findChildren(ListRow) if "Hello from Ann" in row.accessibleName()
    )
    row.activated.emit()
    assert desk.editor.toPlainText().startswith("Dear Rosa,\n\nHello from Ann")
    desk.operations.undo()
    assert desk.stored() == []


def test_whom_to_write_to_is_found_by_a_few_letters_and_the_keyboard_alone(desk, qtbot):
    with desk.work.store.change("add them"):
        desk.work.store.add_all(Contact(f"Ann {number}", organisation="Elm Tree") for number in range(40))
    desk.navigator.go(NOTES)
    desk.page.list_view.write()
    (sheet,) = desk.window.findChildren(PersonSheet)
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.isVisible()
    qtbot.keyClicks(sheet.line, "nobody at all")
    assert sheet.people.offers() == ()
    sheet.line.clear()
    qtbot.keyClicks(sheet.line, "elm")
    assert len(sheet.people.offers()) == 7
    qtbot.keyClick(sheet.line, Qt.Key.Key_Down)
    second = sheet.people.offers()[1]
    sheet.occasion.set_current("lunch")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert desk.navigator.here == Place(NOTES, WriteNote(int(second.value), "lunch"))
    assert desk.page.studio.heading.title == f"Thanks for lunch, to {second.words}"


def test_quiet_time_holds_a_hello_back_and_lets_a_short_answer_go(desk):
    desk.navigator.go(NOTES, WriteNote(1, "hello"))
    assert not desk.page.studio.heading.may_go_out
    assert not desk.page.studio.heading.may_unlock
    desk.navigator.go(NOTES, WriteNote(1, "courtesy"))
    assert desk.page.studio.heading.may_go_out
    assert not desk.page.studio_view._banner.isVisible()
    assert desk.page.studio.posted(None, lambda *_: pytest.fail("it may go"))
    assert desk.stored()[0].state is NoteState.POSTED


def test_the_print_sheet_is_asked_for_with_the_note(desk):
    asked = []
    desk.navigator.asked.connect(lambda request, wish: asked.append((request, wish)))
    desk.navigator.go(NOTES, WriteNote(1, "courtesy"))
    desk.page.studio_view.print_note()
    ((request, wish),) = asked
    assert request == PRINT
    assert wish.text == desk.editor.toPlainText()
    desk.page.studio_view.print_envelope()
    assert asked[1][1].kind == "envelopes"


def test_a_note_that_answers_no_loss_can_be_discarded_and_brought_back(desk):
    desk.navigator.go(NOTES, WriteNote(1, "gift"))
    desk.editor.setPlainText("Dear Rosa, enjoy it. Ann")
    desk.page.studio.flush()
    desk.page.studio.discard()
    assert desk.stored() == []
    desk.operations.undo()
    assert len(desk.stored()) == 1


def test_an_earlier_version_can_be_taken_again(desk):
    desk.navigator.go(NOTES, WriteNote(1, "hello"))
    for text in ("Dear Rosa, one. Ann", "Dear Rosa, two. Ann"):
        desk.editor.setPlainText(text)
        desk.page.studio.flush()
    desk.page.studio_view.earlier()
    sheet = desk.sheet(EarlierSheet)
    assert sheet.text.toPlainText() == "Dear Rosa, one. Ann"
    sheet.go.click()
    assert desk.editor.toPlainText() == "Dear Rosa, one. Ann"
    assert [text for _, text in desk.page.studio.earlier()] == ["Dear Rosa, two. Ann"]
    desk.operations.undo()
    assert desk.editor.toPlainText() == "Dear Rosa, two. Ann"


def test_without_earlier_versions_a_sentence_says_what_will_be_kept(desk):
    desk.navigator.go(NOTES, WriteNote(1, "hello"))
    desk.page.studio_view.earlier()
    assert desk.sheet(EarlierSheet).isVisible()
