# SPDX-License-Identifier: MIT
"""The sheets about interests and gift ideas, over a window on a real store in memory."""

from pathlib import Path

import pytest
from fakes import FakeClock, NoHolidays
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from winback_desktop.application.keep_interests import add_interest
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.people import Constraint, Contact, Interest
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.ui.gift_ideas.sheet import open_sheet as open_ideas
from winback_desktop.ui.interests.hear_sheet import open_sheet as open_listening
from winback_desktop.ui.interests.sheet import open_sheet as open_interests
from winback_desktop.ui.navigation import Navigator, Words
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.widgets.buttons import Button
from winback_desktop.ui.widgets.cards import ListRow


class Desk:
    """A window with nothing in it, and what stands behind."""

    def __init__(self, clock: FakeClock, theme) -> None:
        self.work = Workspace(open_memory_store(clock.now), clock, NoHolidays())
        self.operations, self.navigator, self.theme = Operations(self.work.store), Navigator(), theme
        self.window = QWidget()
        self.window.resize(900, 700)
        self.window.show()
        self.places: list[tuple[str, object]] = []
        self.navigator.requested.connect(lambda page, target: self.places.append((page, target)))
        with self.work.store.change("know three people"):
            people = [self.work.store.add(Contact(name)) for name in ("Ann", "Bea", "Cid & <b>Co</b>")]
        self.ann = people[0].id
        for person, label, words in (
            (people[0], "Trout fishing", "every May"),
            (people[1], "trout fishing", ""),
            (people[2], "opera", ""),
        ):
            add_interest(self.work, person.id, label, words)

    def open(self, opener, target=None):
        return opener(self.window, self.work, self.operations, self.navigator, self.theme, target)


@pytest.fixture
def desk(qtbot, clock: FakeClock, theme):
    found = Desk(clock, theme)
    qtbot.addWidget(found.window)
    yield found
    found.work.store.listener = None
    found.work.store.close()


def rows(sheet) -> list[str]:
    QApplication.processEvents()
    return [row.accessibleName() for row in sheet.findChildren(ListRow) if row.isVisibleTo(sheet)]


def press(sheet, name: str) -> None:
    QApplication.processEvents()
    next(b for b in sheet.findChildren(Button) if b.accessibleName() == name and b.isVisibleTo(sheet)).click()


def test_interests_are_counted_found_and_opened_by_the_keyboard(desk, qtbot):
    sheet = desk.open(open_interests)
    assert rows(sheet) == ["Trout fishing, 2 people", "opera, 1 person"]
    QTest.keyClicks(sheet.line, "fish")
    qtbot.waitUntil(lambda: rows(sheet) == ["Trout fishing, 2 people"])
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.title.text() == "Who enjoys Trout fishing?"
    assert rows(sheet) == ["Ann, “every May”", "Bea"]
    ann = next(row for row in sheet.findChildren(ListRow) if row.title.text() == "Ann")
    QTest.keyClick(ann, Qt.Key.Key_Return)
    assert desk.places == [("customers", desk.ann)]


def test_an_interest_that_nobody_has_is_said(desk, qtbot):
    sheet = desk.open(open_interests)
    QTest.keyClicks(sheet.line, "zither")
    qtbot.waitUntil(lambda: rows(sheet) == [])
    assert sheet._sentence.text() == "Nobody has told you of anything with “zither” yet."


def test_words_of_a_talk_are_noted_with_one_press_each(desk):
    sheet = desk.open(open_listening, Words(desk.ann, "She has taken up sailing, and is allergic to nuts."))
    assert rows(sheet) == ["Note: avoid nuts", "Note: sailing"]
    for _ in range(2):
        QApplication.processEvents()
        next(row for row in sheet.findChildren(ListRow) if row.isVisibleTo(sheet)).activated.emit()
    assert rows(sheet) == []
    assert desk.work.store.find(Interest, contact=desk.ann)[-1].label == "sailing"
    assert desk.work.store.find(Constraint, contact=desk.ann)[0].avoid == "nuts"
    sheet.line.setText("x" * 5000)
    sheet._add()
    assert "An interest takes at most" in sheet._field.error
    assert len(sheet.line.text()) == 5000
    sheet.line.setText("chess; rowing")
    sheet._add()
    labels = [one.label for one in desk.work.store.find(Interest, contact=desk.ann)]
    assert labels[-2:] == ["chess", "rowing"]


def test_an_idea_is_added_changed_hidden_and_removed(desk):
    sheet = desk.open(open_ideas)
    form = sheet.add("grilling")
    form._keep()
    assert "what the idea is" in form._fields["title"].error
    form.title_line.setText("A linen apron")
    form.days.setText("soon")
    form._keep()
    assert "is no number of days" in form._fields["lead_days"].error
    form.days.setText("")
    form.holds.setText("walnuts, moonlight")
    form._keep()
    assert "moonlight" in form._fields["holds"].error
    form.holds.setText("wool")
    form._keep()
    assert [row.title for row in sheet._ideas.rows] == ["A linen apron"]
    press(sheet, "Change A linen apron")
    again = desk.window.findChildren(type(form))[-1]
    assert (again.title_line.text(), again.holds.text(), again.days.text()) == ("A linen apron", "wool", "5")
    again.title_line.setText("A plain apron")
    again._keep()
    press(sheet, "Hide: A plain apron")
    assert sheet._ideas.rows[0].hidden
    press(sheet, "Show again: A plain apron")
    press(sheet, "Remove A plain apron")
    assert sheet._ideas.rows == ()
    desk.operations.undo()
    assert [row.title for row in sheet._ideas.rows] == ["A plain apron"]


def test_a_file_says_what_it_brought_and_what_was_left_out(desk, tmp_path: Path):
    sheet = desk.open(open_ideas)
    mine, copy = tmp_path / "mine.txt", tmp_path / "copy.txt"
    mine.write_text("chess\n  thing 1 | A travelling set\n  toy | no\n", encoding="utf-16")
    sheet.take_file(str(mine))
    assert sheet.said.text().startswith("1 idea added. These lines were left out")
    assert sheet.problems.itemAt(0).widget().text().startswith("mine.txt, line 3: ")
    sheet._tell(sheet._ideas.save_file(str(copy), sheet._refuse))
    assert "A travelling set" in copy.read_text(encoding="utf-8")
    mine.write_bytes(b"\x00\xff" * 900)
    sheet.take_file(str(mine))
    assert "mine.txt" in sheet.error.text()
    assert not sheet.said.isVisible()
    sheet.take_file(str(tmp_path))
    assert "is no file" in sheet.error.text()
    assert [row.title for row in sheet._ideas.rows] == ["A travelling set"]


@pytest.mark.parametrize("opener", [open_interests, open_ideas])
def test_every_control_has_a_name(desk, opener):
    sheet = desk.open(opener)
    for widget in sheet.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
