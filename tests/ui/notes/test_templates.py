# SPDX-License-Identifier: MIT
"""The template sheet: edited in place, tried at once, kept and shared as files, used for the open note."""

import pytest
from test_notes_page import Desk

from winback_desktop.ui.navigation import NOTES, WriteNote
from winback_desktop.ui.notes.template_sheet import TemplateSheet

OWN = "[thanks]\nYou were a joy, {first_name}.\n"


@pytest.fixture
def desk(qtbot, theme, tmp_path, monkeypatch):
    desk = Desk(qtbot, theme)
    monkeypatch.setattr(type(desk.work.store), "path", tmp_path / "winback.db")
    yield desk
    desk.window.close()
    desk.work.store.close()


def opened(desk):
    desk.navigator.go(NOTES, WriteNote(1, "hello"))
    desk.page.studio_view.templates()
    return desk.sheet(TemplateSheet)


def test_a_template_is_tried_while_it_is_edited_and_used(desk):
    sheet = opened(desk)
    assert "Dear Rosa" in sheet._trial.toPlainText(), "it begins with the usual words"
    sheet.text.setPlainText("[oops]\nhi")
    assert "unknown block" in sheet.error.text()
    assert not sheet.go.isEnabled()
    sheet.text.setPlainText(OWN + "{colour}\n")
    assert "{colour}" in sheet.error.text()
    sheet.text.setPlainText(OWN)
    assert not sheet.error.text()
    sheet.go.click()
    assert "You were a joy, Rosa." in desk.editor.toPlainText()


def test_templates_are_kept_copied_shared_and_deleted(desk, tmp_path):
    sheet = opened(desk)
    sheet.text.setPlainText(OWN)
    sheet.name.setText("Joy")
    sheet.keep.click()
    assert sheet.which.current() == "Joy"
    sheet.name.setText("Joy again")
    sheet.keep.click()
    assert sheet._templates.names() == ["Joy", "Joy again"]
    sheet.share(str(tmp_path / "given.txt"))
    assert (tmp_path / "given.txt").read_text(encoding="utf-8") == OWN
    sheet.delete()
    assert sheet._templates.names() == ["Joy"]
    assert sheet.text.toPlainText() == OWN, "the text stays until another is chosen"
    sheet.bring(str(tmp_path / "given.txt"))
    assert sheet.which.current() == "given"
    sheet.bring(str(tmp_path / "nothing.txt"))
    assert "could not be read" in sheet.error.text()
