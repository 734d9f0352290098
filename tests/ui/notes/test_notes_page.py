# SPDX-License-Identifier: MIT
"""The Notes page: drafts at once, keeps every word, says what may hurt, and lets nothing out too early."""

from datetime import date

import pytest
from fakes import FakeClock, NoHolidays
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from winback_desktop.application.advance import advance
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.people import Contact, Interest
from winback_desktop.domain.practice import Note, NoteState, Plan, Step, StepKind, StepState
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.ui.navigation import NOTES, Navigator
from winback_desktop.ui.notes.page import build_page
from winback_desktop.ui.notes.sheets import PostedSheet, UnlockSheet
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.widgets.cards import ListRow


class Desk:
    """The page in a window, with what it stands on."""

    def __init__(self, qtbot, theme):
        self.clock = FakeClock(date(2026, 11, 20))
        self.work = Workspace(open_memory_store(self.clock.now), self.clock, NoHolidays())
        save_owner(self.work, Owner(name="Ann Lee", country="US"))
        with self.work.store.change("add Rosa"):
            rosa = self.work.store.add(Contact("Rosa Delgado", given="Rosa", customer_since=date(2023, 5, 1)))
            self.work.store.add(Interest("opera", words="The kitchen is my opera.", contact=rosa.id))
        self.plan = record_loss(self.work, LossDraft(contact=rosa.id)).plan.id
        self.operations = Operations(self.work.store)
        self.navigator = Navigator()
        self.page = build_page(self.work, self.operations, self.navigator, theme)
        self.window = QWidget()
        self.page.setParent(self.window)
        self.navigator.requested.connect(lambda _page, target: self.page.activate(target))
        qtbot.addWidget(self.window)
        self.window.resize(1100, 800)
        self.page.resize(1100, 800)
        self.window.show()

    def go_on(self, days):
        self.clock.move(days=days)
        advance(self.work)

    def open(self):
        self.navigator.go(NOTES, self.plan)
        return self.page.studio_view

    @property
    def editor(self):
        return self.page.studio_view.draft.editor

    def stored(self):
        return self.work.store.find(Note)

    def note_step(self):
        steps = self.work.store.find(Step, plan=self.plan)
        return next(step for step in steps if step.kind is StepKind.NOTE)

    def sheet(self, kind):
        return next(sheet for sheet in self.window.findChildren(kind) if sheet.isVisible())


@pytest.fixture
def desk(qtbot, theme):
    desk = Desk(qtbot, theme)
    yield desk
    desk.window.close()
    desk.work.store.close()


def test_the_page_opens_with_a_whole_draft_and_its_paper(desk):
    view = desk.open()
    assert desk.editor.toPlainText().startswith("Dear Rosa,")
    assert "three years" in desk.editor.toPlainText()
    assert "Dear Rosa," in view.paper.preview.document.pages[0].words
    assert desk.stored() == []
    assert all(line.tone == "good" for line in desk.page.studio.check_lines)


def test_typing_is_kept_after_a_moment_and_as_one_undo(desk, qtbot):
    desk.open()
    label = desk.work.store.undo_label()
    desk.editor.setPlainText("Dear Rosa,\n\nThank you.")
    with qtbot.waitSignal(desk.page.studio.saved, check_params_cb=lambda words: words == "Saved just now"):
        pass
    assert [note.text for note in desk.stored()] == ["Dear Rosa,\n\nThank you."]
    desk.editor.setPlainText("Dear Rosa,\n\nThank you so much.")
    desk.page.studio.flush()
    assert desk.stored()[0].text == "Dear Rosa,\n\nThank you so much."
    desk.operations.undo()
    assert desk.work.store.undo_label() == label


def test_leaving_keeps_the_words_at_once(desk):
    desk.open()
    desk.editor.setPlainText("Dear Rosa, thank you.")
    desk.page.hide()
    assert desk.stored()[0].text == "Dear Rosa, thank you."


def test_escape_never_loses_a_word(desk, qtbot):
    desk.open()
    qtbot.keyClicks(desk.editor, "Hello ")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Escape)
    assert desk.editor.toPlainText().startswith("Hello ")
    desk.page.studio.flush()
    assert desk.stored()[0].text.startswith("Hello ")


def test_undo_of_another_wording_brings_the_own_words_back(desk):
    desk.open()
    desk.editor.setPlainText("My very own words.")
    desk.page.studio.another_wording()
    assert desk.editor.toPlainText().startswith("Dear Rosa,")
    desk.operations.undo()
    assert desk.editor.toPlainText() == "My very own words."


def test_a_tone_of_an_untouched_suggestion_stores_nothing(desk):
    desk.open()
    warm = desk.editor.toPlainText()
    desk.page.studio.choose_tone("brief")
    assert len(desk.editor.toPlainText()) < len(warm)
    assert desk.stored() == []


def test_what_may_hurt_is_marked_in_the_text_and_explained(desk):
    view = desk.open()
    desk.editor.setPlainText("Dear Rosa,\n\nAs I said, thank you.\n\nAnn")
    desk.page.studio._look()
    lines = desk.page.studio.check_lines
    assert lines[0].title == "“As I said”"
    assert lines[0].tone == "mark"
    assert [place.cursor.selectedText() for place in desk.editor.extraSelections()] == ["As I said"]
    view.check.place_wanted.emit(lines[0].start, lines[0].end)
    assert desk.editor.textCursor().selectedText() == "As I said"


def test_a_sentence_that_only_sounds_hurtful_is_underlined_whole_and_explained(desk):
    desk.open()
    barb = "I do hope they turn out to be everything you must have felt was missing here."
    desk.editor.setPlainText(
        f"Dear Rosa,\n\nThank you for six years of paper bags. {barb} You meant a lot to me.\n\nAnn"
    )
    desk.page.studio._look()
    (line,) = [line for line in desk.page.studio.check_lines if line.tone == "mark"]
    assert line.title == f"“{barb}”"
    assert "reproach" in line.detail
    assert [place.cursor.selectedText() for place in desk.editor.extraSelections()] == [barb]
    assert "Sounds kind" in [line.title for line in desk.page.studio.check_lines if line.tone == "open"]


@pytest.mark.parametrize("block", ["salutation", "thanks", "meaning", "door", "forward", "sign-off"])
def test_a_missing_block_is_one_click_away(desk, block):
    view = desk.open()
    desk.editor.setPlainText("Good days.\n\nThey were.")
    desk.page.studio._look()
    view.check.add_wanted.emit(block)
    desk.page.studio._look()
    rule = "name" if block == "salutation" else block
    titles = {"name": "by name", "thanks": "Thanks", "meaning": "meant", "door": "door"}
    titles |= {"forward": "forward", "sign-off": "name"}
    good = [line.title for line in desk.page.studio.check_lines if line.tone == "good"]
    assert any(titles[rule] in title for title in good)


def test_a_remembered_thing_is_put_where_the_cursor_stands(desk):
    view = desk.open()
    desk.editor.setPlainText("Dear Rosa,")
    desk.editor.moveCursor(desk.editor.textCursor().MoveOperation.End)
    sentence = next(each.sentence for each in desk.page.studio.memories() if "opera" in each.title)
    view.memory.sentence_wanted.emit(sentence)
    assert desk.editor.toPlainText() == f"Dear Rosa, {sentence}"
    assert "“The kitchen is my opera”" in sentence


def test_what_is_remembered_is_in_the_menu_of_the_editor_too(desk):
    draft = desk.open().draft
    menu = QMenu(draft)
    draft._fill_blocks(menu)
    remembered = menu.actions()[0].menu()
    before = desk.editor.toPlainText()
    next(each for each in remembered.actions() if "opera" in each.text()).trigger()
    assert desk.editor.toPlainText().count("opera") == before.count("opera") + 1


def test_a_suggestion_that_is_marked_is_kept_and_says_so(desk):
    view = desk.open()
    assert "suggestion" in view.draft._saved.text()
    desk.page.studio.copied()
    assert view.draft._saved.text() == "Saved just now"
    assert len(desk.stored()) == 1


def test_a_remembered_thing_never_stands_above_the_name(desk):
    view = desk.open()
    view.memory.sentence_wanted.emit("You once told me of the sea.")
    text = desk.editor.toPlainText()
    assert text.startswith("Dear Rosa,\n\n")
    assert text.endswith("Ann Lee")


def test_what_was_refused_is_not_said_any_longer_once_the_text_changes(desk):
    view = desk.open()
    view._say("The note is still empty.", "text")
    desk.editor.setPlainText("Dear Rosa,")
    assert view._problem.text() == ""


def test_in_quiet_time_nothing_goes_out_and_the_banner_says_from_when(desk):
    view = desk.open()
    assert "Quiet time lasts until Tue 24 Nov 2026." in view._banner.sentence.text()
    assert "print it on Wed 25 Nov 2026" in view._banner.sentence.text()
    assert not view._print.isEnabled()
    view.print_note()
    assert "Quiet time" in view._problem.text()
    assert not desk.page.studio.posted(None, lambda *_: None)
    assert desk.note_step().state is not StepState.DONE


def test_quiet_time_ends_early_only_for_a_typed_reason(desk):
    view = desk.open()
    view.unlock()
    sheet = desk.sheet(UnlockSheet)
    sheet.go.click()
    assert "type why" in sheet._field.error
    assert not view._print.isEnabled()
    sheet.reason.setPlainText("She moves away tomorrow.")
    sheet.go.click()
    assert view._print.isEnabled()
    assert view._banner.isHidden()
    assert desk.work.store.get(Plan, desk.plan).unlock_reason == "She moves away tomorrow."


def test_posted_on_a_day_does_the_step_and_can_be_undone(desk):
    desk.go_on(7)
    view = desk.open()
    view.mark_posted()
    sheet = desk.sheet(PostedSheet)
    sheet.day.set_day(date(2026, 11, 28))
    sheet.go.click()
    assert "still to come" in sheet._field.error
    sheet.day.set_day(date(2026, 11, 26))
    sheet.go.click()
    assert desk.stored()[0].state is NoteState.POSTED
    assert desk.note_step().done_on == date(2026, 11, 26)
    assert view._state.text() == "Posted on Thu 26 Nov 2026"
    desk.operations.undo()
    assert desk.note_step().state is StepState.READY


def test_a_pdf_is_written_and_the_text_is_in_it(desk, tmp_path):
    desk.go_on(5)
    desk.open()
    said = []
    document = desk.page.studio_view._desk.card_document(lambda *words: said.append(words))
    target = tmp_path / "note.pdf"
    assert desk.page.studio_view._desk.save_pdf(document, str(target), lambda *words: said.append(words))
    assert target.read_bytes().startswith(b"%PDF")
    assert said == []


def test_a_place_that_cannot_be_written_is_said_in_words(desk, tmp_path):
    desk.go_on(5)
    paper = desk.open()._desk
    said = []
    document = paper.card_document(lambda *words: said.append(words))
    assert not paper.save_pdf(document, str(tmp_path / "no" / "note.pdf"), lambda *words: said.append(words))
    assert "does not exist" in said[0][0]


def test_the_card_is_remembered_and_the_gauge_speaks(desk):
    paper = desk.open()._desk
    assert paper.card == "US-A7"
    paper.choose_card("A6")
    assert paper.card == "A6"
    desk.editor.setPlainText("word " * 400)
    desk.page.studio._look()
    assert not paper.state.fits
    assert "too many" in paper.state.advice


def test_without_a_plan_the_page_lists_what_waits(desk):
    desk.navigator.go(NOTES)
    rows = desk.page.list_view.findChildren(ListRow)
    assert [(row.title.text(), row.trailing.text()) for row in rows] == [
        ("Rosa Delgado", "Quiet time, to post from Wed 25 Nov 2026")
    ]
    rows[0].activated.emit()
    assert desk.page.studio.plan == desk.plan


def test_a_plan_that_is_gone_leads_to_the_list(desk):
    desk.navigator.go(NOTES, 4711)
    assert desk.page._stack.currentWidget() is desk.page.list_view


def test_an_offered_file_name_leads_nowhere(desk):
    paper = desk.open()._desk
    with desk.work.store.change("rename"):
        contact = desk.work.store.find(Contact)[0]
        desk.work.store.save(contact._replace(name="../../etc/Rosa/\\:passwd"))
    assert paper.file_name("Note to") == "Note to etcRosapasswd.pdf"


def test_a_note_without_the_open_door_is_asked_about_once(desk):
    desk.go_on(5)
    view = desk.open()
    desk.editor.setPlainText("Dear Rosa,\n\nThank you for the good years.\n\nAnn")
    view.mark_posted()
    assert "open door" in view._problem.text()
    assert desk.window.findChildren(PostedSheet) == []
    view.mark_posted()
    assert desk.sheet(PostedSheet)


def test_every_control_has_a_name_and_no_name_is_read_as_markup(desk):
    with desk.work.store.change("rename"):
        contact = desk.work.store.find(Contact)[0]
        desk.work.store.save(contact._replace(name="<img src='/etc/hostname'>", given="<b>Rosa</b>"))
    desk.open()
    for widget in desk.page.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName(), widget
        assert "<" not in widget.toolTip().removeprefix("<qt>").removesuffix("</qt>")
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText


def test_a_change_elsewhere_leaves_unkept_words_alone(desk):
    view = desk.open()
    desk.editor.setPlainText("Dear Rosa, as I said.")
    with desk.work.store.transaction():
        desk.work.store.set_setting("window.appearance", "dark")
    assert desk.editor.toPlainText() == "Dear Rosa, as I said."
    assert desk.page.studio.check_lines[0].title == "“as I said”"
    assert "as I said" in view.paper.preview.document.pages[0].words
    desk.page.studio.flush()
    assert desk.stored()[0].text == "Dear Rosa, as I said."
