# SPDX-License-Identifier: MIT
"""Notes for other occasions in the studio: begun from a person, kept, held back, posted, discarded."""

import pytest
from test_notes_page import Desk

from winback_desktop.domain.practice import NoteState
from winback_desktop.ui.navigation import NOTES, PRINT, WriteNote
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
