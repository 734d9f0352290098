# SPDX-License-Identifier: MIT
"""The unsent letter: kept while the program runs, lets nothing out, and gone on its day."""

import pytest
from fakes import FakeClock, NoHolidays
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.storage.opening import open_store
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.vent.letter import UnsentLetter
from winback_desktop.ui.vent.sheet import open_sheet

SECRET = "You never once said thank you"


@pytest.fixture
def ask(qtbot, theme, tmp_path):
    clock = FakeClock()
    store = open_store(tmp_path / "winback.db", clock_now=clock.now, program_version="0.1.0")
    work = Workspace(store, clock, NoHolidays())
    operations, navigator, window = Operations(store), Navigator(), QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()

    def opened():
        return open_sheet(window, work, operations, navigator, theme)

    opened.clock, opened.window, opened.folder = clock, window, tmp_path
    opened.store = store
    yield opened
    window.close()
    store.close()


def test_it_is_kept_when_the_sheet_is_closed_and_stored_nowhere(ask):
    sheet = ask()
    sheet.editor.setPlainText(SECRET)
    sheet.dismiss()
    assert ask().editor.toPlainText() == SECRET
    ask.store.backup()
    assert ask.store.undo_label() is None
    assert ask.store.queries.search("thank") == []
    for file in ask.folder.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes()


def test_nothing_gets_out_of_the_editor(ask, qtbot):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    editor = ask().editor
    editor.setPlainText(SECRET)
    editor.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert editor.toPlainText() == SECRET, "cutting takes nothing away either"
    editor.copy()
    assert SECRET not in clipboard.text()
    assert not editor.createMimeDataFromSelection().formats()
    assert editor.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    # The offscreen platform keeps a clipboard's content until the process ends, after Python has gone; what
    # Python made cannot be deleted then: it ended the whole test run with a fault of memory.
    clipboard.clear()


@pytest.mark.parametrize(("term", "days"), [("tonight", 1), ("tomorrow", 2), ("week", 7)])
def test_it_is_shredded_on_its_day(ask, term, days):
    sheet = ask()
    sheet.editor.setPlainText(SECRET)
    letter = ask.window.findChild(UnsentLetter)
    letter.keep_until(term)
    ask.clock.move(days=days - 1)
    letter.look()
    assert letter.text == SECRET
    ask.clock.move(days=1)
    letter.look()
    assert letter.text == sheet.editor.toPlainText() == ""
    sheet.editor.undo()
    assert sheet.editor.toPlainText() == ""


def test_the_shredder_works_at_once_and_a_new_letter_can_be_begun(ask):
    sheet = ask()
    sheet.editor.setPlainText(SECRET)
    sheet.shred.click()
    assert ask.window.findChild(UnsentLetter).text == ""
    sheet.editor.setPlainText("Another day")
    assert ask.window.findChild(UnsentLetter).text == "Another day"
