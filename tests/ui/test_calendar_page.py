# SPDX-License-Identifier: MIT
"""The calendar as the owner uses it: what it says, and moving steps by mouse and keyboard."""

from collections.abc import Iterator
from datetime import date

import pytest
from fakes import FakeClock
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QLineEdit, QMenu, QWidget
from sample_month import sample_month, step_of

from winback_desktop.application.keep_days_off import add_day_off
from winback_desktop.application.move_steps import postpone
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.people import Contact, ImportantDate, Role
from winback_desktop.domain.practice import Plan, StepState, Touch, TouchKind
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.system.public_holidays import PublicHolidays
from winback_desktop.ui.calendar.menus import fill_days
from winback_desktop.ui.calendar.model import AgendaModel, DayModel
from winback_desktop.ui.calendar.names import short_name
from winback_desktop.ui.calendar.page import build_page
from winback_desktop.ui.calendar.quiet_sheet import QuietSheet
from winback_desktop.ui.calendar.sieve import Sieve
from winback_desktop.ui.calendar.view import CalendarView
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.paperwork.presenter import PrintDesk
from winback_desktop.ui.theme import Theme

THANKSGIVING = date(2026, 11, 26)


class Desk:
    """The page with everything it stands on."""

    def __init__(self, work: Workspace, theme: Theme) -> None:
        self.work = work
        self.operations, self.navigator = Operations(work.store), Navigator()
        self.failed: list[str] = []
        self.remarks: list[str] = []
        self.places: list[tuple[str, object]] = []
        self.operations.failed.connect(lambda sentence, _: self.failed.append(sentence))
        self.operations.remarked.connect(self.remarks.append)
        self.navigator.requested.connect(lambda page, target: self.places.append((page, target)))
        self.page = build_page(work, self.operations, self.navigator, theme)
        assert isinstance(self.page, CalendarView)
        self.grid, self.presenter = self.page._grid, self.page._presenter
        self.page.resize(1028, 800)
        self.page.show()
        self.page.activate()

    def leave(self) -> None:
        """Close the page before its store, as the program does: it reads ahead while it is shown."""
        self.page.hide()
        self.work.store.close()

    def cell(self, day: date):
        return next(cell for cell in self.presenter.cells if cell.day == day)

    def names(self, day: date) -> list[str]:
        return [chip.name for chip in self.cell(day).chips]

    def centre(self, day: date) -> QPoint:
        return self.grid.visualRect(self.grid.model().index_of(day)).center()

    def asked(self) -> QuietSheet | None:
        """The question that stands over the page."""
        return next((each for each in self.page.findChildren(QuietSheet) if each.isVisible()), None)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self.grid, key, held)


@pytest.fixture
def desk(qtbot, theme: Theme, clock: FakeClock) -> Iterator[Desk]:
    work = sample_month(clock)
    desk = Desk(work, theme)
    qtbot.addWidget(desk.page)
    yield desk
    desk.leave()


def test_a_month_shows_steps_quiet_days_and_holidays(desk: Desk) -> None:
    assert desk.page._title.text() == "November 2026"
    assert desk.names(date(2026, 11, 24)) == [
        "Marcus Lindqvist",
        "Rosa Delgado",
        "<img src='/etc/hostname'> & Sons",
    ]
    assert desk.cell(THANKSGIVING).closed == "Thanksgiving Day"
    assert desk.names(date(2026, 11, 25)) == ["<img src='/etc/hostname'> & Sons"]
    assert desk.names(THANKSGIVING) == []
    assert desk.cell(date(2026, 11, 28)).weekend
    assert desk.presenter.cells[0].day == date(2026, 10, 26)
    assert not desk.cell(date(2026, 10, 26)).inside


def test_a_screen_reader_hears_the_day(desk: Desk) -> None:
    model = desk.grid.model()
    spoken = model.data(model.index_of(date(2026, 11, 24)), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Tuesday 24 November 2026, today, 3 follow-ups: Lunch with Marcus Lindqvist")
    spoken = model.data(model.index_of(THANKSGIVING), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Thursday 26 November 2026, Thanksgiving Day, nothing planned"


def test_the_models_keep_the_rules_of_models(desk: Desk, qtbot) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    days, agenda = DayModel(), AgendaModel()
    testers = [QAbstractItemModelTester(model, mode) for model in (days, agenda)]
    days.show(desk.presenter.cells, 0)
    days.show(desk.presenter.cells[:7], 6)
    desk.presenter.set_mode("agenda")
    agenda.show(desk.presenter.lines)
    assert len(testers) == 2
    assert (days.rowCount(), agenda.rowCount()) == (1, len(desk.presenter.lines))


def test_every_control_has_a_name(desk: Desk) -> None:
    for widget in desk.page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(widget, QAbstractButton | QLineEdit):
            assert widget.accessibleName(), widget


def test_arrows_walk_over_the_days_and_into_the_next_month(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Right)
    assert desk.grid.day() == date(2026, 11, 25)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert desk.grid.day() == date(2026, 12, 9)
    assert desk.page._title.text() == "December 2026"
    desk.press(Qt.Key.Key_Home)
    assert desk.grid.day() == date(2026, 12, 7)
    desk.press(Qt.Key.Key_T)
    assert desk.grid.day() == date(2026, 11, 24)


def test_pages_turn_by_month_and_by_week(desk: Desk) -> None:
    desk.presenter.turn(1)
    assert desk.page._title.text() == "December 2026"
    assert desk.grid.day() == date(2026, 12, 24)
    desk.presenter.set_mode("week")
    desk.presenter.turn(1)
    assert desk.presenter.title() == "28 December 2026 – 3 January 2027"
    # A wide font of the system leaves room for the short form only.
    assert desk.page._title.text() in (desk.presenter.title(), desk.presenter.title(short=True))
    assert desk.grid.model().rowCount() == 1


def test_space_chooses_and_alt_with_arrows_moves(desk: Desk) -> None:
    lunch = step_of(desk.work, "Marcus Lindqvist", "lunch")
    desk.press(Qt.Key.Key_Space)
    assert desk.grid.chosen().step == lunch.id
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.names(date(2026, 11, 25))[0] == "Marcus Lindqvist"
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.names(date(2026, 11, 27))[0] == "Marcus Lindqvist", "Thanksgiving is stepped over"
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.names(date(2026, 12, 4)) == ["Marcus Lindqvist"]
    assert desk.operations.undo_label == "move “Lunch with Marcus Lindqvist” to Fri 4 Dec 2026"
    desk.operations.undo()
    assert desk.names(date(2026, 11, 27))[0] == "Marcus Lindqvist"


def test_a_step_stays_chosen_when_it_is_moved_into_months_that_were_not_shown(desk: Desk) -> None:
    lunch = step_of(desk.work, "Marcus Lindqvist", "lunch")
    desk.press(Qt.Key.Key_Space)
    for _ in range(7):
        desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert desk.grid.chosen().step == lunch.id
    assert desk.names(date(2027, 1, 12)) == ["Marcus Lindqvist"]
    for _ in range(5):
        desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.grid.chosen().step == lunch.id
    assert desk.names(date(2026, 12, 8)) == ["Marcus Lindqvist"]


def test_alt_arrows_go_back_in_the_window_while_nothing_is_chosen(desk: Desk) -> None:
    lunch = step_of(desk.work, "Marcus Lindqvist", "lunch")
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert step_of(desk.work, "Marcus Lindqvist", "lunch") == lunch
    assert desk.grid.day() == date(2026, 11, 24)


def drag(desk: Desk, step: int, day: date) -> None:
    port = desk.grid.viewport()
    start = desk.grid.chip_rect(step).center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(30, 12))
    QTest.mouseMove(port, desk.centre(day))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=desk.centre(day))


def test_a_chip_is_dragged_to_another_day(desk: Desk) -> None:
    lunch = step_of(desk.work, "Marcus Lindqvist", "lunch")
    drag(desk, lunch.id, date(2026, 12, 3))
    moved = step_of(desk.work, "Marcus Lindqvist", "lunch")
    assert (moved.due, moved.state) == (date(2026, 12, 3), StepState.POSTPONED)
    assert desk.names(date(2026, 12, 3)) == ["Marcus Lindqvist"]
    assert desk.remarks == []


def test_a_drop_on_a_closed_day_is_remarked_upon(desk: Desk) -> None:
    drag(desk, step_of(desk.work, "Marcus Lindqvist", "lunch").id, THANKSGIVING)
    assert step_of(desk.work, "Marcus Lindqvist", "lunch").due == THANKSGIVING
    (remark,) = desk.remarks
    assert "not a working day for you (Thanksgiving Day)" in remark


QUIET = "<img src='/etc/hostname'> & Sons"


def test_a_drop_into_quiet_time_asks_for_a_reason_or_takes_the_next_open_day(desk: Desk) -> None:
    lunch = step_of(desk.work, QUIET, "lunch")
    desk.presenter.show_day(lunch.due)
    desk.presenter.moving.move(lunch.id, date(2026, 11, 25))
    asked = desk.asked()
    assert asked.title.whole_text() == "Wednesday 25 November is still quiet time"
    assert asked.keep.text() == "Move it to Fri 27 Nov"
    assert step_of(desk.work, QUIET, "lunch") == lunch
    asked.keep.click()
    assert step_of(desk.work, QUIET, "lunch").due == date(2026, 11, 27)
    assert "That overtakes the note" in desk.remarks[-1]
    note = step_of(desk.work, QUIET, "note")
    drag(desk, note.id, date(2026, 11, 25))
    asked = desk.asked()
    assert asked.keep.text() == "Leave it on Fri 27 Nov"
    asked.unlock.click()
    assert asked.field.error.startswith("Please type why")
    assert asked.isVisible()
    asked.reason.setPlainText("She asked me for a line")
    asked.unlock.click()
    assert step_of(desk.work, QUIET, "note").due == date(2026, 11, 25)
    plan = desk.work.store.get(Plan, note.plan)
    assert (plan.unlock_reason, plan.unlocked_on) == ("She asked me for a line", date(2026, 11, 24))
    assert desk.operations.undo_label == f"unlock quiet time and move “Write to {QUIET}” to Wed 25 Nov 2026"
    desk.operations.undo()
    assert step_of(desk.work, QUIET, "note") == note
    assert desk.work.store.get(Plan, note.plan).unlocked_on is None


def test_alt_and_arrows_into_quiet_time_ask_too_and_escape_leaves_it(desk: Desk) -> None:
    note = step_of(desk.work, QUIET, "note")
    desk.presenter.show_day(note.due)
    desk.page._show()
    desk.grid.choose(next(chip for chip in desk.cell(note.due).chips if chip.step == note.id))
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(desk.asked().keep, Qt.Key.Key_Escape)
    assert desk.asked() is None
    assert step_of(desk.work, QUIET, "note") == note


def test_a_drop_on_a_day_that_is_over_is_refused_in_words(desk: Desk) -> None:
    drag(desk, step_of(desk.work, "Rosa Delgado", "note").id, date(2026, 11, 20))
    assert "over" in desk.failed[-1]


def test_a_drop_over_a_later_step_is_remarked_upon(desk: Desk) -> None:
    note, lunch = (step_of(desk.work, "Rosa Delgado", kind) for kind in ("note", "lunch"))
    postpone(desk.work, lunch.id, date(2026, 12, 1))
    drag(desk, note.id, date(2026, 12, 3))
    assert step_of(desk.work, "Rosa Delgado", "note").due == date(2026, 12, 3)
    assert desk.remarks == ["That overtakes the lunch, planned for Tue 1 Dec 2026."]


def test_while_dragging_the_foot_says_what_is_in_the_way(desk: Desk) -> None:
    port, lunch = desk.grid.viewport(), step_of(desk.work, "Marcus Lindqvist", "lunch")
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=desk.grid.chip_rect(lunch.id).center())
    QTest.mouseMove(port, desk.centre(THANKSGIVING))
    assert "Thanksgiving Day" in desk.page._hint.text()
    QTest.mouseMove(port, desk.centre(date(2026, 11, 20)))
    assert desk.grid.delegate.refused
    desk.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=desk.centre(date(2026, 11, 20)))
    assert step_of(desk.work, "Marcus Lindqvist", "lunch") == lunch
    assert "Drag to reschedule" in desk.page._hint.text()


def test_enter_opens_the_day_and_the_person(desk: Desk) -> None:
    lunch = step_of(desk.work, "Marcus Lindqvist", "lunch")
    desk.press(Qt.Key.Key_Return)
    assert desk.page._sheet is not None
    assert desk.page._sheet.isVisible()
    desk.page._sheet.finish()
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Return)
    assert desk.places == [("customers", lunch.contact)]


def test_more_than_fits_ends_in_a_count_that_opens_the_day(desk: Desk) -> None:
    desk.page.resize(1028, 430)
    QTest.qWait(1)
    day = date(2026, 11, 24)
    index = desk.grid.model().index_of(day)
    place = desk.grid._place(index, desk.cell(day))
    assert place.hidden + len(place.chips) == 3
    assert place.hidden
    QTest.mouseClick(desk.grid.viewport(), Qt.MouseButton.LeftButton, pos=place.more.center())
    assert desk.page._sheet.isVisible()
    desk.page._sheet.finish()


def test_a_larger_window_asks_for_more_of_each_day(desk: Desk) -> None:
    for number in range(9):
        record_loss(desk.work, LossDraft(f"Person {number}", learned_on=date(2026, 11, 20)))
    day = date(2026, 11, 24)
    few = len(desk.names(day))
    assert few < desk.cell(day).total
    desk.page.resize(1028, 1900)
    QTest.qWait(1)
    index = desk.grid.model().index_of(day)
    assert few < len(desk.grid._place(index, desk.cell(day)).chips)


def test_the_agenda_lists_the_coming_days(desk: Desk) -> None:
    desk.presenter.set_mode("agenda")
    headings = [line.heading for line in desk.presenter.lines if line.heading]
    assert headings[0] == "Tuesday 24 November · today"
    assert "Thursday 26 November · Thanksgiving Day" in headings
    agenda = desk.page._agenda
    assert agenda.chosen().name == "Marcus Lindqvist"
    QTest.keyClick(agenda, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert step_of(desk.work, "Marcus Lindqvist", "lunch").due == date(2026, 11, 25)
    assert agenda.chosen().name == "Marcus Lindqvist"


def test_days_off_are_named_as_soon_as_they_are_entered(desk: Desk) -> None:
    add_day_off(desk.work, date(2026, 11, 30), date(2026, 12, 1), "Away")
    assert desk.cell(date(2026, 12, 1)).closed == "Away"


def test_a_click_on_a_day_looks_at_it_and_escape_lets_go_of_a_step(desk: Desk) -> None:
    lunch = step_of(desk.work, "Marcus Lindqvist", "lunch")
    QTest.mouseClick(
        desk.grid.viewport(), Qt.MouseButton.LeftButton, pos=desk.grid.chip_rect(lunch.id).center()
    )
    assert desk.grid.chosen().step == lunch.id
    desk.press(Qt.Key.Key_Escape)
    assert desk.grid.chosen() is None


@pytest.mark.parametrize(("appearance", "scale"), [("light", 80), ("dark", 150), ("high-contrast", 200)])
def test_it_paints_in_every_look(desk: Desk, theme: Theme, appearance: str, scale: int) -> None:
    theme.set_appearance(appearance)
    theme.set_scale(scale)
    desk.page.resize(620, 560)
    for mode in ("month", "week", "agenda"):
        desk.presenter.set_mode(mode)
        image = desk.page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        colours = {image.pixel(x, y) for x in range(0, 620, 7) for y in range(0, 560, 7)}
        assert len(colours) > 6


@pytest.mark.parametrize(
    ("mode", "wide", "name"), [("month", True, "Calendar November 2026.pdf"), ("agenda", False, "")]
)
def test_what_is_on_screen_is_looked_at_before_it_is_printed(
    desk: Desk, mode: str, wide: bool, name: str
) -> None:
    wishes: list[object] = []
    desk.navigator.asked.connect(lambda request, wish: wishes.append((request, wish)))
    desk.presenter.set_mode(mode)
    desk.page._print.click()
    ((request, wish),) = wishes
    assert request == "print"
    sheet = PrintDesk(desk.work, desk.operations, wish)
    assert (sheet.title, sheet.problem) == ("Print these days", "")
    (page,) = sheet.document.pages
    assert (page.width > page.height) is wide
    assert "Marcus Lindqvist" in page.words
    assert sheet.file_name() == name or not name
    letter = page.width, page.height
    sheet.choose(size="A4")
    assert (sheet.document.pages[0].width, sheet.document.pages[0].height) != letter


def test_the_month_goes_on_paper(desk: Desk) -> None:
    from winback_desktop.ui.calendar.paper import document_of
    from winback_desktop.ui.printing.output import pdf_bytes

    assert pdf_bytes(document_of(desk.presenter)).startswith(b"%PDF")
    desk.presenter.set_mode("agenda")
    assert pdf_bytes(document_of(desk.presenter)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Rosa Delgado", "R. Delgado"),
        ("Cher", "Cher"),
        ("Jin Kim 😀", "J. Kim"),
        ("Lee & Sons", "Lee & Sons"),
        ("3 Brothers", "3 Brothers"),
        ("", ""),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_before_the_first_loss_it_says_so_and_offers_to_record_one(
    qtbot, theme: Theme, clock: FakeClock
) -> None:
    work = Workspace(open_memory_store(clock.now), clock, PublicHolidays())
    desk = Desk(work, theme)
    qtbot.addWidget(desk.page)
    asked: list[str] = []
    desk.navigator.asked.connect(lambda request, _: asked.append(request))
    for mode in ("month", "week", "agenda"):
        desk.presenter.set_mode(mode)
        assert desk.page._empty.isVisible()
    desk.page._empty.button.click()
    assert asked == ["record-loss"]
    desk.presenter.set_mode("month")
    record_loss(work, LossDraft("Rosa", learned_on=date(2026, 11, 20)))
    assert desk.grid.isVisible()
    desk.leave()


def test_what_changed_while_it_was_hidden_is_shown_when_it_comes_back(desk: Desk) -> None:
    lunch = step_of(desk.work, "Marcus Lindqvist", "lunch")
    desk.page.hide()
    postpone(desk.work, lunch.id, date(2026, 12, 3))
    assert desk.names(date(2026, 12, 3)) == []
    desk.page.show()
    assert desk.names(date(2026, 12, 3)) == ["Marcus Lindqvist"]


def test_kinds_and_people_can_be_shown_alone(desk: Desk) -> None:
    desk.presenter.show_only(desk.presenter.sieve.toggled("quiet"))
    kinds = {chip.kind for cell in desk.presenter.cells for chip in cell.chips}
    assert kinds
    assert "pause" not in kinds
    assert "Thank-you notes" in desk.page._hint.text()
    rosa = step_of(desk.work, "Rosa Delgado", "note").contact
    assert (rosa, "Rosa Delgado") in desk.presenter.people()
    desk.presenter.show_only(Sieve(contact=rosa, name="Rosa Delgado"))
    assert {chip.contact for cell in desk.presenter.cells for chip in cell.chips} == {rosa}
    assert desk.page._hint.text() == "Showing only Rosa Delgado."
    desk.presenter.show_only(Sieve())
    assert "Rosa" not in desk.page._hint.text()


def test_days_are_chosen_with_the_keyboard_taken_off_and_given_back(desk: Desk) -> None:
    desk.presenter.show_day(date(2026, 11, 9))
    desk.grid.setCurrentIndex(desk.grid.model().index_of(date(2026, 11, 9)))
    for _ in range(2):
        desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.grid.marked() == (date(2026, 11, 9), date(2026, 11, 11))
    desk.page._take_chosen_off()
    sheet = desk.page.day_off_sheet
    sheet.label.setText("Painting the shop")
    sheet._store()
    assert not sheet.isVisible()
    assert desk.grid.delegate.marked is None
    assert [desk.cell(date(2026, 11, day)).closed for day in (8, 9, 11, 12)] == [
        "",
        "Painting the shop",
        "Painting the shop",
        "",
    ]
    menu = QMenu()
    fill_days(menu, desk.presenter, date(2026, 11, 10), date(2026, 11, 10), lambda *_: None, lambda _: None)
    remove = next(each for each in menu.actions() if "Painting the shop" in each.text())
    remove.trigger()
    assert desk.cell(date(2026, 11, 10)).closed == ""
    assert desk.work.store.undo() == "remove days off"


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (date(2026, 11, 30), date(2026, 12, 2), "overlap Away"),
        (date(2026, 12, 12), date(2026, 12, 10), "before the first"),
        (date(2026, 12, 10), date(2029, 12, 10), "More than a year"),
        (date(9999, 12, 30), date(9999, 12, 31), ""),
    ],
)
def test_days_off_that_cannot_be_are_refused_in_words_and_change_nothing(
    desk: Desk, first: date, last: date, says: str
) -> None:
    add_day_off(desk.work, date(2026, 12, 1), date(2026, 12, 3), "Away")
    desk.page._take_off(first, last)
    sheet = desk.page.day_off_sheet
    sheet._store()
    assert sheet.isVisible()
    told = "".join(field.error for field in sheet.fields.values())
    assert told
    assert says in told
    assert desk.work.store.undo_label() == "add days off"
    sheet.finish()


def test_dragging_over_empty_days_chooses_them(desk: Desk) -> None:
    asked: list[tuple[date, date]] = []
    desk.grid.days_wanted.disconnect()
    desk.grid.days_wanted.connect(lambda first, last, _: asked.append((first, last)))
    view = desk.grid.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=desk.centre(date(2026, 11, 9)))
    for day in (10, 11):
        QTest.mouseMove(view, desk.centre(date(2026, 11, day)))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=desk.centre(date(2026, 11, 11)))
    assert asked == [(date(2026, 11, 9), date(2026, 11, 11))]


def test_several_steps_for_the_owner_are_one_chip_after_the_people(
    qtbot, theme: Theme, clock: FakeClock
) -> None:
    work = sample_month(clock, care=True)
    desk = Desk(work, theme)
    qtbot.addWidget(desk.page)
    cells = [cell for cell in desk.presenter.cells if any(chip.kind == "care" for chip in cell.chips)]
    assert cells
    for cell in cells:
        care = [chip.care for chip in cell.chips if not chip.done]
        assert care == sorted(care)
        assert sum(care) == 1
    (listed, _) = desk.presenter.entries(cells[0].day)
    assert len([chip for chip in listed.chips if chip.care]) > 1
    chip = next(chip for chip in cells[0].chips if chip.kind == "care")
    desk.grid.setCurrentIndex(desk.grid.model().index_of(cells[0].day))
    desk.page._open_chip(chip)
    assert desk.page._sheet is not None
    assert desk.page._sheet.isVisible()
    desk.page._sheet.finish()
    desk.leave()


def test_birthdays_and_best_customers_are_told_apart(desk: Desk) -> None:
    with desk.work.store.transaction():
        lea = desk.work.store.add(Contact("Lea Brandt", roles=(Role.CLIENT, Role.BEST)))
        desk.work.store.add(ImportantDate("Birthday", 11, 12, 1966, contact=lea.id))
        desk.work.store.add(Touch(lea.id, TouchKind.CALL, date(2026, 11, 13)))
    (birthday,) = desk.cell(date(2026, 11, 12)).chips
    (touch,) = desk.cell(date(2026, 11, 13)).chips
    assert birthday.title == "Lea Brandt: Birthday (60)"
    assert touch.title == "A call with Lea Brandt"
    assert not birthday.movable
    assert not touch.movable
    desk.presenter.show_only(desk.presenter.sieve.toggled("date"))
    assert desk.cell(date(2026, 11, 12)).chips == ()


def test_a_small_month_jumps_to_a_day(desk: Desk, qtbot) -> None:
    desk.page._jump()
    month = desk.page._mini.findChild(QCalendarWidget)
    month.clicked.emit(QDate(2028, 2, 29))
    assert desk.page._title.text() == "February 2028"
    assert desk.grid.day() == date(2028, 2, 29)
