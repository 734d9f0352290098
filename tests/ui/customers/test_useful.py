# SPDX-License-Identifier: MIT
"""What is new and useful for customers, kept in one list with whom each was brought to."""

import pytest

from winback_desktop.application.keep_contacts import add_contact, remove_contact
from winback_desktop.application.value_ideas import add_idea, add_news, bring
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.meetings import NewsItem
from winback_desktop.domain.people import Contact
from winback_desktop.ui.customers.directory.useful import Useful
from winback_desktop.ui.customers.directory.useful_sheet import UsefulSheet
from winback_desktop.ui.operations import Operations


@pytest.fixture
def sheet(work, theme, qtbot):
    from PySide6.QtWidgets import QWidget

    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    return UsefulSheet(host, Useful(work, Operations(work.store)), theme)


def test_each_says_whom_it_was_brought_to(work, sheet) -> None:
    ann, gone = (add_contact(work, ContactCard(Contact(name))).id for name in ("Ann", "Gone"))
    book = add_idea(work, "A book on roses")
    add_news(work, "Evening hours")
    for contact in (ann, gone):
        bring(work, contact, f"idea:{book.id}")
    remove_contact(work, gone)
    rows = {row.title: row.used for row in sheet._useful.rows()}
    assert rows["Evening hours"] == "Not used yet"
    assert rows["A book on roses"].startswith("Brought to Ann (")
    assert "Gone" not in rows["A book on roses"]


def test_something_new_is_added_removed_and_undone(work, sheet) -> None:
    sheet._line.setText("  Evening   hours ")
    sheet._add()
    assert [one.title for one in work.store.find(NewsItem)] == ["Evening hours"]
    assert sheet._line.text() == ""
    sheet._useful.remove(sheet._useful.rows()[0].key)
    assert sheet._useful.rows() == []
    assert work.store.undo() == "remove “Evening hours”"
    assert len(sheet._useful.rows()) == 1


@pytest.mark.parametrize("words", ["   ", "x" * 400])
def test_what_is_no_idea_gets_a_sentence_and_stays(work, sheet, words) -> None:
    sheet._line.setText(words)
    sheet._add()
    assert "words" in sheet._field.error
    assert sheet._line.text() == words
    assert work.store.find(NewsItem) == []
