# SPDX-License-Identifier: MIT
"""The palette by keyboard alone: what it finds, in which order, and what Enter does."""

from collections.abc import Iterator

import pytest
from fakes import FakeClock
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from sample_month import sample_month, step_of

from winback_desktop.application.write_notes import note_for, save_text
from winback_desktop.domain.people import Interest
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.search.model import SearchModel
from winback_desktop.ui.search.sheet import open_sheet
from winback_desktop.ui.search.view import Palette
from winback_desktop.ui.theme import Theme


class Commands:
    """The window's commands, as far as the palette knows them."""

    def __init__(self) -> None:
        self.run: list[str] = []
        self.record = QAction("Record a loss")
        self.record.setShortcut("Ctrl+N")
        self.record.triggered.connect(lambda: self.run.append("record"))
        self.export = QAction("Éxport && print…")

    def groups(self) -> dict[str, list[QAction]]:
        return {"File": [self.record, self.export]}


class Window(QWidget):
    """A host with something that has the keyboard before."""

    def __init__(self) -> None:
        super().__init__()
        self.commands = Commands()
        self.button = QPushButton("before")
        QVBoxLayout(self).addWidget(self.button)
        self.resize(900, 640)


class Desk:
    def __init__(self, clock: FakeClock, theme: Theme) -> None:
        self.work = sample_month(clock)
        self.operations, self.navigator = Operations(self.work.store), Navigator()
        self.theme = theme
        self.places: list[tuple[str, object]] = []
        self.asked: list[tuple[str, object]] = []
        self.navigator.requested.connect(lambda *place: self.places.append(place))
        self.navigator.asked.connect(lambda *request: self.asked.append(request))
        self.window = Window()

    def open(self, text: str | None = None) -> Palette:
        return open_sheet(self.window, self.work, self.operations, self.navigator, self.theme, text)

    def titles(self, palette: Palette) -> list[str]:
        model = palette._model
        rows = [model.row(model.index(row, 0)) for row in range(model.rowCount())]
        return [f"{row.section}: {row.title}" for row in rows if row]


@pytest.fixture
def desk(qtbot, theme: Theme, clock: FakeClock) -> Iterator[Desk]:
    desk = Desk(clock, theme)
    qtbot.addWidget(desk.window)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    yield desk
    desk.work.store.close()


def type_in(palette: Palette, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(palette.line, key)


def test_without_words_it_offers_what_is_due_and_what_can_be_done(desk: Desk) -> None:
    assert desk.titles(desk.open()) == [
        "Due now: Write to Marcus Lindqvist",
        "Due now: Write to Rosa Delgado",
        "Actions: Record a loss",
        "Actions: Éxport & print…",
    ]


def test_people_come_first_and_enter_opens_them(desk: Desk) -> None:
    palette = desk.open()
    QTest.keyClicks(palette.line, "rosa")
    assert desk.titles(palette) == ["Customers: Rosa Delgado", "Steps: Rosa Delgado"]
    type_in(palette, Qt.Key.Key_Return)
    assert desk.places == [("customers", step_of(desk.work, "Rosa Delgado", "note").contact)]


def test_a_step_says_what_and_when(desk: Desk) -> None:
    palette = desk.open("rosa")
    row = palette._model.row(palette._model.index(1, 0))
    assert row.detail == "Thank-you note, Tue 24 Nov"


def test_interests_and_notes_are_found(desk: Desk) -> None:
    note = step_of(desk.work, "Rosa Delgado", "note")
    with desk.work.store.change("add"):
        desk.work.store.add(Interest("trout fishing", contact=note.contact))
    draft = save_text(desk.work, note_for(desk.work, note.plan), "Dear Rosa, thank you for everything.")
    assert "Interests: trout fishing" in desk.titles(desk.open("TROUT"))
    palette = desk.open("thank")
    assert any(title.startswith("Notes:") for title in desk.titles(palette))
    while not desk.titles(palette)[palette._view.currentIndex().row()].startswith("Notes:"):
        type_in(palette, Qt.Key.Key_Down)
    type_in(palette, Qt.Key.Key_Return)
    assert desk.places[-1] == ("notes", draft.plan)


def test_actions_are_found_by_any_word_without_accents(desk: Desk) -> None:
    palette = desk.open("exp pr")
    assert desk.titles(palette) == ["Actions: Éxport & print…"]
    palette.line.setText("loss rec")
    type_in(palette, Qt.Key.Key_Return)
    assert desk.window.commands.run == ["record"]


def test_an_empty_result_offers_to_add_the_customer(desk: Desk) -> None:
    palette = desk.open("Zora Quill")
    assert desk.titles(palette) == ["Nothing found: Add “Zora Quill” as a customer"]
    type_in(palette, Qt.Key.Key_Return)
    assert desk.asked == [("new-customer", "Zora Quill")]


def test_arrows_go_round_and_escape_gives_the_keyboard_back(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.window.button.setFocus()
    palette = desk.open()
    rows = palette._model.rowCount()
    type_in(palette, Qt.Key.Key_Up)
    assert palette._view.currentIndex().row() == rows - 1
    type_in(palette, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert palette._view.currentIndex().row() == 1
    assert palette.line.hasFocus()
    type_in(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_opening_twice_is_the_same_palette(desk: Desk) -> None:
    assert desk.open() is desk.open()


@pytest.mark.parametrize(
    "text", ["<img src='/x'>", '"', "*", "a" * 5000, "😀", "OR AND NOT", "(", "%", "\u202e"]
)
def test_no_text_breaks_it(desk: Desk, text: str) -> None:
    palette = desk.open(text)
    assert palette._model.rowCount() > 0
    palette.grab()


def test_lines_are_spoken_and_the_model_keeps_the_rules(desk: Desk) -> None:
    palette = desk.open("rosa")
    model = palette._model
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Rosa Delgado, Customers"
    other = SearchModel()
    tester = QAbstractItemModelTester(other, QAbstractItemModelTester.FailureReportingMode.Fatal)
    other.show(palette._presenter.rows("rosa"))
    other.show([])
    assert tester.model() is other
