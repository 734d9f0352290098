# SPDX-License-Identifier: MIT
"""The print sheet: shows what will come out, remembers it by printer, and says in words what goes wrong."""

from datetime import date

import pytest
from fakes import FakeClock, NoHolidays
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from winback_desktop.application.failures import Refused
from winback_desktop.application.gather_lunch import lunches_ahead
from winback_desktop.application.gather_paper import sender_lines
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.printer_habits import habits_of, keep_last_printer
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.people import Address, Contact, ImportantDate, Interest
from winback_desktop.domain.practice import StepKind
from winback_desktop.domain.printer_habits import BothSides, Feed
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.ui.navigation import Navigator, PrintWish
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.paperwork.choices import OWN_SIZE
from winback_desktop.ui.paperwork.drawing import second_pass
from winback_desktop.ui.paperwork.picture import TurnPicture
from winback_desktop.ui.paperwork.second_side import SecondSide
from winback_desktop.ui.paperwork.sheet import PrintSheet, open_sheet
from winback_desktop.ui.printing.output import at_once

TEXT = "Dear Rosa,\n\nThank you for three good years. The door stays open.\n\nWarmly,\nAnn"


class Desk:
    """A window with some customers in Boston, one of them abroad and one without an address."""

    def __init__(self, qtbot, theme):
        self.clock = FakeClock(date(2026, 11, 20))
        self.work = Workspace(open_memory_store(self.clock.now), self.clock, NoHolidays())
        save_owner(self.work, Owner(name="Ann Lee", country="US", return_address="1 Elm St\nBoston MA 02101"))
        self.theme, self.operations, self.navigator = theme, Operations(self.work.store), Navigator()
        self.rosa = self.add("Rosa Delgado", "US")
        self.uwe = self.add("Uwe Brandt", "DE")
        self.nobody = self.add("Nobody Athome", "")
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1100, 800)
        self.window.show()

    def add(self, name, country):
        with self.work.store.change(f"add {name}"):
            contact = self.work.store.add(Contact(name, given=name.split()[0]))
            if country:
                address = Address("12 Harbour Street", locality="Kiel", postal_code="24103", country=country)
                self.work.store.add(address._replace(contact=contact.id))
        return contact.id

    def ask(self, wish):
        sheet = open_sheet(self.window, self.work, self.operations, self.navigator, self.theme, wish)
        assert sheet is not None
        return sheet


@pytest.fixture
def desk(qtbot, theme):
    desk = Desk(qtbot, theme)
    yield desk
    desk.window.close()
    desk.work.store.close()


def words(document):
    return " ".join(" ".join(page.words for page in document.pages).split())


def save(qtbot, sheet, path):
    """Save and wait for the end, whichever it is."""
    ended = []
    sheet.save_to(str(path))
    for signal in (sheet._batch.finished, sheet._batch.refused):
        signal.connect(lambda *_: ended.append(1))
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)


def test_the_paper_is_seen_before_it_comes_out_and_a_pdf_always_works(desk, qtbot, tmp_path):
    sheet = desk.ask(PrintWish("note", (desk.rosa,), TEXT, "A6", "hand"))
    assert "Thank you for three good years" in words(sheet.paper.document)
    save(qtbot, sheet, tmp_path / "note.pdf")
    assert (tmp_path / "note.pdf").read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: not desk.window.findChildren(PrintSheet))


def test_a_folded_card_gets_its_cover_on_the_other_side(desk):
    sheet = desk.ask(PrintWish("note", (desk.rosa,), TEXT, "A5-folded", "hand", "Thank you"))
    inner, outer = sheet.desk.document.pages
    assert outer.words == "Thank you"
    assert outer.upside_down
    assert sheet.desk.two_passes
    sheet.desk.set_habits(sheet.desk.habits._replace(both_sides=BothSides.SHORT_EDGE))
    assert not sheet.desk.document.pages[1].upside_down
    assert not sheet.desk.two_passes
    sheet.desk.choose(sheet="A4", copies=2)
    inner, outer, *again = sheet.desk.document.pages
    assert len(again) == 2
    assert (inner.width, inner.height) == (outer.width, outer.height) == (210, 297)
    assert "Dear Rosa" in inner.words
    assert outer.words == "Thank you"
    sheet.desk.choose(cover="")
    assert len(sheet.desk.document.pages) == 2, "two inner sides, each on its sheet, and no cover"


def test_the_second_pass_follows_the_way_the_sheets_lie(desk):
    sheet = desk.ask(PrintWish("note", (desk.rosa,), TEXT, "A6", "hand"))
    sheet.desk.choose(size="A5-folded", cover="Hello", sheet="A4", copies=3)
    drawn = at_once(sheet.desk.drawing())
    assert len(drawn.fronts.pages) == len(drawn.backs.pages) == 3
    habits = sheet.desk.habits
    assert second_pass(drawn, habits).pages == tuple(reversed(drawn.backs.pages))
    assert second_pass(drawn, habits._replace(face_up=True)).pages == drawn.backs.pages


def test_paper_and_habits_are_remembered_by_printer(desk):
    sheet = desk.ask(PrintWish("envelopes", (desk.rosa,)))
    assert sheet.desk.chosen.size == "US-A7-envelope"
    sheet.desk.choose(size="DL")
    sheet.printer_fields._lengths["right"].editor.setText("1,5")
    sheet.printer_fields._measured("right")
    sheet.desk.set_habits(sheet.desk.habits._replace(feed=Feed.LONG_TURNED))
    assert sheet.desk.document.pages[0].upside_down
    sheet.finish()
    again = desk.ask(PrintWish("envelopes", (desk.rosa,)))
    assert again.desk.chosen.size == "DL"
    assert (again.desk.habits.right, again.desk.habits.feed) == (1.5, Feed.LONG_TURNED)
    assert habits_of(desk.work, "Another printer").size_for("envelopes") == ""
    again.printer_fields._lengths["down"].editor.setText("far")
    again.printer_fields._measured("down")
    assert "number" in again.printer_fields._lengths["down"].error
    assert desk.work.store.undo_label() == "add Nobody Athome", "a habit of a printer is nothing to undo"


def test_a_size_of_ones_own_needs_its_unit(desk):
    sheet = desk.ask(PrintWish("note", (desk.rosa,), TEXT, "A6", "hand"))
    sheet.desk.choose(size=OWN_SIZE)
    assert not sheet.fields._own_field.isHidden()
    sheet.fields.own.setText("4x6")
    assert "has no unit" in sheet._hint.text()
    sheet.fields.own.setText("4x6in")
    assert sheet._hint.isHidden()
    (page,) = sheet.desk.document.pages
    assert (page.width, page.height) == (pytest.approx(101.6), pytest.approx(152.4))


def test_the_return_address_names_its_country_when_the_letter_goes_abroad(desk):
    assert sender_lines(desk.work, desk.rosa)[-1] == "Boston MA 02101"
    assert sender_lines(desk.work, desk.uwe)[-1] == "UNITED STATES OF AMERICA"
    sheet = desk.ask(PrintWish("envelopes", (desk.uwe,)))
    assert "GERMANY" in words(sheet.desk.document)
    sheet.desk.choose(sender=False)
    assert "Boston" not in words(sheet.desk.document)


def test_labels_are_for_whom_is_ticked_and_say_who_has_no_address(desk):
    sheet = desk.ask(PrintWish("labels"))
    assert "Nobody is chosen" in sheet._hint.text()
    sheet.fields.people._tick_all(True)
    assert "2 ticked" in sheet.fields.people._count.text()
    assert "Uwe Brandt" in words(sheet.desk.document)
    sheet.desk.choose_people([desk.rosa, desk.nobody])
    assert "Nobody Athome has no postal address" in sheet._hint.text()
    sheet.fields.people.search.setText("uwe")
    assert sheet.fields.people.list.count() == 1


@pytest.mark.parametrize("kind", ["labels", "envelopes"])
def test_one_address_that_cannot_be_printed_stops_nobody_else(desk, qtbot, tmp_path, kind):
    people = [desk.add(f"Customer {number}", "US") for number in range(14)]
    with desk.work.store.change("move away"):
        (address,) = desk.work.store.find(Address, contact=people[-1])
        desk.work.store.save(address._replace(locality="\ue123\ue124"))
    said = []
    desk.operations.remarked.connect(said.append)
    sheet = desk.ask(PrintWish(kind, tuple(people)))
    assert sheet._hint.text() == "Shown are the first 12 of 14 people."
    save(qtbot, sheet, tmp_path / "all.pdf")
    assert [sentence.split(" is left out")[0] for sentence in said] == ["Customer 13"]
    alone = desk.ask(PrintWish(kind, (people[-1],)))
    assert "no letters for" in alone._hint.text()


def test_nothing_goes_to_somebody_in_quiet_time(desk):
    record_loss(desk.work, LossDraft(contact=desk.rosa))
    alone = desk.ask(PrintWish("envelopes", (desk.rosa,)))
    assert "Quiet time lasts until" in alone._hint.text()
    alone.finish()
    both = desk.ask(PrintWish("labels", (desk.rosa, desk.uwe)))
    assert "left out because nothing is sent to them now" in both._hint.text()
    assert "Rosa" not in words(both.desk.document)


@pytest.mark.parametrize("kind", ["labels", "envelopes"])
def test_two_hundred_are_watched_and_can_be_left_off(desk, qtbot, tmp_path, kind):
    people = tuple(desk.add(f"Customer {number}", "US") for number in range(200))
    sheet = desk.ask(PrintWish(kind, people))
    seen = []
    sheet.save_to(str(tmp_path / "all.pdf"))
    sheet._batch.progressed.connect(seen.append)
    assert not sheet._progress.isHidden()
    qtbot.waitUntil(lambda: len(seen) > 1, timeout=20_000)
    sheet.later.click()
    assert "Stopped" in sheet.error.text()
    assert list(tmp_path.iterdir()) == []
    assert sheet.isVisible()
    save(qtbot, sheet, tmp_path / "all.pdf")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["all.pdf"]


def test_a_full_disk_is_told_in_words_and_the_sheet_stays(desk, qtbot):
    sheet = desk.ask(PrintWish("tag", (desk.rosa,), "For Rosa"))
    save(qtbot, sheet, "/dev/full")
    assert "no room left" in sheet.error.text()
    assert sheet.isVisible()
    assert sheet.fields.text.toPlainText() == "For Rosa"


def test_what_went_wrong_is_seen_in_a_small_window_too(desk, qtbot):
    desk.window.resize(900, 560)
    sheet = desk.ask(PrintWish("tag", (desk.rosa,), "For Rosa"))
    save(qtbot, sheet, "/dev/full")
    qtbot.waitUntil(lambda: not sheet.error.visibleRegion().isEmpty(), timeout=2_000)


def test_a_printer_that_is_gone_is_named(desk):
    keep_last_printer(desk.work, "The old one")
    sheet = desk.ask(PrintWish("calibration"))
    assert "The old one" in sheet.error.text()
    sheet.desk.printer = "The old one"
    with pytest.raises(Refused, match="not there"):
        at_once(sheet.desk.printing())


def test_what_may_not_go_yet_is_refused_when_it_is_to_go(desk, qtbot, tmp_path):
    def not_yet():
        raise Refused("Quiet time lasts until Sunday.")

    sheet = desk.ask(PrintWish("note", (desk.rosa,), TEXT, "A6", "hand", may_go=not_yet))
    save(qtbot, sheet, tmp_path / "note.pdf")
    assert sheet.error.text() == "Quiet time lasts until Sunday."
    assert list(tmp_path.iterdir()) == []


def test_a_customers_sheet_tells_what_is_known(desk):
    with desk.work.store.change("add opera"):
        desk.work.store.add(Interest("opera", words="The kitchen is my opera.", contact=desk.rosa))
    sheet = desk.ask(PrintWish("customer", (desk.rosa,)))
    assert "The kitchen is my opera." in words(sheet.desk.document)
    assert sheet.desk.file_name() == "Customer sheet Rosa Delgado.pdf"


def test_a_lunch_brief_is_seen_before_it_comes_out(desk):
    lost = record_loss(desk.work, LossDraft(contact=desk.uwe))
    (lunch,) = (step for step in lost.steps if step.kind is StepKind.LUNCH)
    assert lunches_ahead(desk.work) == [(lunch.id, "Uwe Brandt", lunch.due)]
    with desk.work.store.change("add opera"):
        desk.work.store.add(Interest("opera", words="The kitchen is my opera.", contact=desk.uwe))
    sheet = desk.ask(PrintWish("brief", step=lunch.id))
    (page,) = sheet.desk.document.pages
    assert (page.width, page.height) == pytest.approx((215.9, 279.4)), "an American owner has Letter"
    assert "Uwe Brandt" in page.words
    assert "The kitchen is my opera." in page.words
    assert page.words.count("?") == 3
    assert sheet.desk.file_name() == "Lunch brief.pdf"


def test_a_click_anywhere_on_a_line_or_the_space_bar_ticks_it(desk, qtbot):
    people = desk.ask(PrintWish("labels")).fields.people
    place = people.list.visualItemRect(people.list.item(0)).center()
    qtbot.mouseClick(people.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "1 ticked" in people._count.text()
    people.list.setCurrentRow(1)
    qtbot.keyClick(people.list, Qt.Key.Key_Space)
    assert "2 ticked" in people._count.text()
    qtbot.mouseClick(people.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "1 ticked" in people._count.text()


def test_a_customers_sheet_tells_events_in_words_and_days_without_doubt(desk):
    record_loss(desk.work, LossDraft(contact=desk.rosa))
    with desk.work.store.change("add a birthday"):
        desk.work.store.add(ImportantDate("Birthday", 2, 29, contact=desk.rosa))
    told = words(desk.ask(PrintWish("customer", (desk.rosa,))).desk.document)
    assert "Learned of the loss" in told
    assert "Birthday: 29 February" in told
    assert "Step" not in told
    assert "State" not in told


def test_the_way_back_into_the_printer_is_drawn_and_the_first_side_counts_as_printed(desk):
    came_out = []
    wish = PrintWish(
        "note", (desk.rosa,), TEXT, "A5-folded", "hand", "Hello", done=lambda: came_out.append(1)
    )
    sheet = desk.ask(wish)
    sheet._other_sides(at_once(sheet.desk.drawing()))
    (second,) = desk.window.findChildren(SecondSide)
    assert second.isVisible()
    assert sheet.isHidden()
    assert any("put them back" in label.accessibleName() for label in second.findChildren(TurnPicture))
    second.dismiss()
    assert came_out == [1]


def test_the_other_side_goes_out_once_and_a_refusal_lets_it_be_tried_again(desk, qtbot):
    sheet = desk.ask(PrintWish("note", (desk.rosa,), TEXT, "A5-folded", "hand", "Hello"))
    sheet.desk.printer = "The old one"
    sheet._other_sides(at_once(sheet.desk.drawing()))
    (second,) = desk.window.findChildren(SecondSide)
    second.go.click()
    assert not second.go.isEnabled()
    qtbot.waitUntil(second.go.isEnabled, timeout=2_000)
    assert "not there" in second.error.text()
