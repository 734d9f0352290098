# SPDX-License-Identifier: MIT
"""The Wellbeing page through its own widgets: nothing is lost, refused without words, or without a name."""

import pytest
from fakes import FakeNotifier
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from winback_desktop.application import play_game, take_walk
from winback_desktop.application.best_customers import add_best, board
from winback_desktop.application.care_steps import dismissed
from winback_desktop.application.lean_on import add_helper, helpers
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.referrals import thanks_waiting
from winback_desktop.application.sample_data import fill_with_samples
from winback_desktop.domain.care import BestCustomer, CheckIn, GoodDeed, Referral, Walk, WalkAnswer
from winback_desktop.domain.people import Contact, Interest
from winback_desktop.domain.practice import Step, StepKind, StepState, Touch
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.system.public_holidays import PublicHolidays
from winback_desktop.ui.heartbeat import Heartbeat
from winback_desktop.ui.navigation import CUSTOMERS, NOTES, PRINT, TODAY, Navigator, WriteNote
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.printing.marks import Text
from winback_desktop.ui.walking import KEY, Walking
from winback_desktop.ui.wellbeing.game_sheets import HelpedSheet
from winback_desktop.ui.wellbeing.page import build_page
from winback_desktop.ui.wellbeing.paper import finish_card
from winback_desktop.ui.wellbeing.reach import mail_link, phone_link
from winback_desktop.ui.wellbeing.sheet import open_sheet
from winback_desktop.ui.widgets.buttons import Button
from winback_desktop.ui.widgets.walk_card import WalkAwayCard, WalkBackCard

HOSTILE = '<img src="/etc/hostname">&Co'


@pytest.fixture
def work(clock):
    workspace = Workspace(open_memory_store(clock.now), clock, PublicHolidays())
    yield workspace
    workspace.store.close()


@pytest.fixture
def page(qtbot, work, theme):
    operations = Operations(work.store)
    navigator = Navigator(operations)
    page = build_page(work, operations, navigator, theme)
    page.operations, page.navigator = operations, navigator
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.activate(None)
    return page


def said(widget: QWidget) -> str:
    QApplication.processEvents()  # what was put into a layout is shown only now
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def step(work, kind: StepKind) -> Step:
    return work.store.find(Step, kind=kind, order="-id")[0]


# One suggestion


def test_one_thing_is_suggested_with_its_reason_only_when_asked_for(page, work):
    record_loss(work, LossDraft("Rosa Delgado"))
    assert "Take a walk" in said(page.me)
    assert not page.suggestion.because.isVisible()
    page.suggestion.why.click()
    assert page.suggestion.because.isVisible()
    page.suggestion.tomorrow.click()
    assert step(work, StepKind.WALK).state is StepState.POSTPONED


def test_every_kinder_way_out_is_there_and_never_again_can_be_taken_back(page, work):
    record_loss(work, LossDraft("Rosa Delgado"))
    menu = QMenu(page)
    page.suggestion.fill_more(menu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "It is done",
        "Make it smaller: Five minutes outside the door",
        "Skip with a reason…",
        "Never suggest this again",
    ]
    menu.actions()[1].trigger()
    assert "Five minutes outside the door" in said(page.me)
    sheet = page.suggestion.ask_reason()
    sheet.go.click()
    assert "Please give a reason" in sheet.fields["line"].error
    sheet.dismiss()
    page.suggestion._presenter.dismiss("walk")
    assert dismissed(work) == (StepKind.WALK,)
    assert "Not suggested any more" in said(page.me)
    page.operations.undo()
    assert dismissed(work) == ()


# Check-in


def test_a_check_in_takes_a_word_of_ones_own_and_says_what_is_missing(page, work, clock):
    card = page.check_in
    card.own.setText("threadbare")
    card.line.setText("but the sun is out")
    card.save.click()
    assert card._level_field.error.startswith("Choose a number")
    assert (card.own.text(), card.line.text()) == ("threadbare", "but the sun is out")
    card.level.set_current("2")
    card.save.click()
    assert [(one.word, one.level, one.line) for one in work.store.find(CheckIn)] == [
        ("threadbare", 2, "but the sun is out")
    ]
    assert (card.own.text(), card.level.current()) == ("", "")
    assert "threadbare" in card.latest.text()
    assert "threadbare" in card.trend.accessibleDescription()
    card.remove.click()
    assert not card.trend.isVisible()


def test_what_is_being_typed_stays_when_something_else_changes(page, work):
    page.check_in.own.setText("wobbly")
    play_game.start_mission(work, "Week", 3)
    page.game.who.setText("the baker")
    add_best(work, "Ines Moreau")
    play_game.help_one(work)
    assert page.check_in.own.text() == "wobbly"
    assert page.game.who.text() == "the baker"


# Walk


def test_a_walk_from_the_page_asks_one_question_on_the_way_back(page, work, clock):
    record_loss(work, LossDraft("Rosa Delgado"))
    buttons = {button.words(): button for button in page.me.findChildren(Button)}
    assert {"15 min", "20 min", "30 min", "60 min"} <= set(buttons)
    buttons["30 min"].click()
    assert "until 09:30" in said(page.me)
    assert "Good for you now" not in said(page.me)
    page.me.findChild(WalkAwayCard).here.click()
    back = page.me.findChild(WalkBackCard)
    back.words.setText("the price")
    back.ways["let-go"].click()
    assert work.store.find(Walk)[0].answer is WalkAnswer.LET_GO
    assert step(work, StepKind.WALK).reason == "After a walk, let go: the price"


def test_coming_from_today_the_keyboard_stands_on_the_walk(page, work, qtbot):
    record_loss(work, LossDraft("Rosa Delgado"))
    page.activate("walk")
    wanted = "Go for a walk of 15 minutes"
    qtbot.waitUntil(lambda: bool(page.focusWidget()) and page.focusWidget().accessibleName() == wanted)
    page._presenter.make_smaller(step(work, StepKind.WALK).id)
    page.suggestion.act.click()
    assert work.store.find(Walk)[0].minutes == 5


def test_a_changed_clock_is_said(page, work, clock):
    take_walk.begin_walk(work, 20)
    clock.move(hours=-2)
    page.activate(None)
    assert "The clock was changed meanwhile" in said(page.me)


def test_the_end_of_a_walk_is_announced_softly_once_and_answered_from_there(qtbot, work, clock):
    operations, notifier = Operations(work.store), FakeNotifier()
    navigator, heartbeat = Navigator(operations), Heartbeat(clock)
    walking = Walking(work, operations, navigator, notifier, heartbeat)
    take_walk.begin_walk(work, 20)
    heartbeat.beat.emit()
    assert notifier.shown == []
    clock.move(minutes=20)
    heartbeat.beat.emit()
    heartbeat.beat.emit()
    assert [(one.key, one.title) for one in notifier.shown] == [(KEY, "Welcome back")]
    with qtbot.waitSignal(walking.raise_wanted):
        notifier.pressed(KEY, "next")
    assert navigator.here.page == TODAY
    notifier.pressed(KEY, "let-go")
    qtbot.waitUntil(lambda: work.store.find(Walk)[0].answer is WalkAnswer.LET_GO)
    assert notifier.withdrawn == [KEY]


# People to lean on


def test_while_there_is_nobody_there_are_ways_to_find_somebody(page, work):
    assert "mentoring" in said(page.lean)
    page.lean.kinds.chosen.emit("friend")
    assert "coffee every month" in said(page.lean)
    sheet = page.lean.first()
    sheet.go.click()
    assert "say who it is" in sheet.fields["name"].error
    sheet.name.setText("Sam Whitfield")
    sheet.phone.setText("+1 (555) 0142")
    sheet.why.setText("listens")
    sheet.go.click()
    assert "mentoring" not in said(page.lean)
    assert [(one.name, one.why) for one in helpers(work)] == [("Sam Whitfield", "listens")]


def test_the_card_of_somebody_calls_writes_and_logs(page, work):
    record_loss(work, LossDraft("Rosa Delgado"))
    sam = add_helper(work, "Sam Whitfield", "+1 (555) 0142", "sam@example.com")
    sheet = page.lean.first()
    names = {button.accessibleName() for button in sheet.findChildren(Button)}
    assert "Call Sam Whitfield: +1 (555) 0142" in names
    assert "Write to Sam Whitfield: sam@example.com" in names
    sheet.why.setText("has been there")
    sheet.why.left.emit()
    sheet.said.setPlainText("about Rosa")
    sheet.go.click()
    assert work.store.find(Touch, contact=sam.id)[0].summary == "about Rosa"
    assert helpers(work)[0].why == "has been there"
    assert step(work, StepKind.TALK).state is StepState.DONE


def test_links_hold_only_what_a_phone_or_mail_program_understands():
    assert phone_link(" +1 (555) 01-42").toString() == "tel:+15550142"
    link = mail_link("sam+a@example.com", "Hello Sam,\nhow are you? & more").toEncoded().data().decode()
    assert link.startswith("mailto:sam%2Ba@example.com?body=Hello%20Sam%2C%0D%0Ahow")
    assert "%26" in link


# The game


@pytest.mark.parametrize("typed", ["0", "-2", "many", "", "9999999999"])
def test_a_mission_of_nobody_is_refused_in_place(page, work, typed):
    sheet = page.game.start()
    sheet.name.setText("Nobody")
    sheet.target.setText(typed)
    sheet.go.click()
    assert sheet.fields["target"].error.endswith(".")
    assert sheet.name.text() == "Nobody"
    assert play_game.standing(work) is None


def test_a_week_is_played_on_the_page_to_its_card(page, work, clock, tmp_path):
    sheet = page.game.start()
    sheet.name.setText("Paperwork")
    sheet.target.setText("2")
    sheet.go.click()
    page.game.who.setText("the baker")
    page.game.how.setText("her till")
    page.game.plus.click()
    assert page.game.who.text() == ""
    page.game.plus.click()
    assert "what you set out to do" in said(page.game)
    assert work.store.find(GoodDeed)[0].who == "the baker"
    menu = QMenu(page)
    page.game.fill_more(menu)
    menu.actions()[0].trigger()
    assert "The seven days wait for you." in said(page.game)
    page._game.resume()
    clock.move(days=8)
    page.activate(None)
    card = finish_card(page._game)
    marks = [mark.words for mark in card.pages[0].marks if isinstance(mark, Text)]
    assert {"Paperwork", "2 people helped", "the baker: her till"} <= set(marks)
    page.game._press.save(lambda: card, str(tmp_path / "card.pdf"))
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
    page._game.finish()
    assert "Start another…" in [button.words() for button in page.game.findChildren(Button)]


def test_the_words_of_a_deed_are_changed_and_an_unknown_customer_is_said(page, work):
    play_game.help_one(work, "a stranger")
    sheet = page.ledger.edit(page._game.deeds()[0])
    sheet.how.setText("the way")
    sheet.customer.setText("Nobody Known")
    sheet.go.click()
    assert "There is no customer called Nobody Known" in sheet.fields["customer"].error
    sheet.customer.clear()
    sheet.go.click()
    assert (work.store.find(GoodDeed)[0].how, work.store.find(Contact)) == ("the way", [])


def test_one_more_helped_opens_over_any_page_once(qtbot, work, theme):
    window = QWidget()
    window.resize(900, 640)
    qtbot.addWidget(window)
    window.show()
    operations = Operations(work.store)
    sheet = open_sheet(window, work, operations, Navigator(operations), theme)
    assert open_sheet(window, work, operations, Navigator(operations), theme) is sheet
    sheet.how.setText("x" * 301)
    sheet.go.click()
    assert "300 characters" in sheet.fields["how"].error
    sheet.how.setText("a word")
    sheet.go.click()
    assert [deed.how for deed in work.store.find(GoodDeed)] == ["a word"]
    assert not any(each.isVisible() for each in window.findChildren(HelpedSheet))


# Best customers


def test_the_board_is_filled_touched_and_led_to(page, work):
    page.activate("best-customer")
    sheet = page.best.add_somebody()
    sheet.name.setText("Ines Moreau")
    sheet.go.click()
    (row,) = board(work).rows
    with work.store.change("interest"):
        work.store.add(Interest("old maps", contact=row.contact))
    details = page.best.details(row.contact)
    details.value.setText("lots")
    details.go.click()
    assert "This is no sum" in details.fields["value"].error
    details.value.setText("9600")
    details.currency.setText("Euro")
    details.go.click()
    assert "three letters" in details.fields["currency"].error
    details.currency.setText("eur")
    details.cadence.set_current("30")
    details.go.click()
    kept = work.store.find(BestCustomer)[0]
    assert (kept.value, kept.currency, kept.cadence) == (960_000, "EUR", 30)
    touch = page.best.touch(row.contact, "kindness")
    assert "old maps" in said(touch)
    touch.heard.setPlainText("a new oven")
    touch.go.click()
    assert work.store.find(Touch)[0].heard == "a new oven"
    page._best.open_contact(row.contact)
    assert (page.navigator.here.page, page.navigator.here.target) == (CUSTOMERS, row.contact)


def test_in_quiet_time_the_card_holds_back(page, work):
    rosa = add_best(work, "Rosa Delgado")
    record_loss(work, LossDraft(contact=rosa.id))
    page.activate("best")
    assert "quiet time" in said(page.best.touch(rosa.id, "call"))
    assert "Listen for" not in said(page.best.touch(rosa.id, "call"))


def test_a_referral_is_recorded_and_thanked_by_hand(page, work):
    ines = add_best(work, "Ines Moreau")
    sheet = page.best.refer(ines.id, "Ines Moreau")
    sheet.name.setText("Petra Holm")
    sheet.go.click()
    page.activate("best")
    assert "sent you Petra Holm" in said(page.best)
    thanks = page.best.thank(page._best.thanks()[0])
    thanks.text.setPlainText("Dear Ines,\n\nthank you for Petra.")
    thanks.dismiss()
    assert thanks_waiting(work)[0].text.endswith("for Petra.")
    thanks = page.best.thank(page._best.thanks()[0])
    asked = []
    page.navigator.asked.connect(lambda request, wish: asked.append((request, wish.kind, wish.text)))
    next(button for button in thanks.findChildren(Button) if button.words() == "Print…").click()
    assert asked == [(PRINT, "note", "Dear Ines,\n\nthank you for Petra.")]
    thanks.go.click()
    assert thanks_waiting(work) == []
    page.operations.undo()
    assert len(thanks_waiting(work)) == 1
    waiting = page._best.thanks()[0]
    page.best.thank(waiting)._open_studio()
    note = work.store.get(Referral, waiting.referral).note
    assert page.navigator.here == (NOTES, WriteNote(ines.id, "referral", note))


def test_what_was_typed_into_a_sheet_is_there_again_after_escape(page, work, qtbot):
    ines = add_best(work, "Ines Moreau")
    sheet = page.best.touch(ines.id, "call")
    sheet.heard.setPlainText("a new oven")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    sheet = page.best.touch(ines.id, "call")
    assert sheet.heard.toPlainText() == "a new oven"
    sheet.go.click()
    assert page.best.touch(ines.id, "call").heard.toPlainText() == ""


def test_what_was_typed_about_one_never_shows_about_another(page, work):
    play_game.help_one(work, "the baker")
    play_game.help_one(work, "the smith")
    smith, baker = page._game.deeds()
    sheet = page.ledger.edit(smith)
    sheet.how.setText("a new sign")
    sheet.dismiss()
    assert page.ledger.edit(baker).how.text() == ""
    assert page.ledger.edit(smith).how.text() == "a new sign"


# All of it


def test_hostile_names_stay_plain_and_everything_with_the_keyboard_has_a_name(page, work):
    fill_with_samples(work)
    best = add_best(work, HOSTILE)
    lean = add_helper(work, HOSTILE + "2", "+1 555", "a@example.com", HOSTILE)
    play_game.help_one(work, HOSTILE, HOSTILE)
    take_walk.begin_walk(work, 20)
    take_walk.come_back(work)
    page.activate("best")
    page.activate("game")
    page.best.details(best.id)
    page.best.touch(best.id, "hello")
    page.best.refer(best.id, HOSTILE)
    page.best.thank(page._best.thanks()[0])
    page.lean.open(next(row for row in page._presenter.helpers() if row.contact == lean.id))
    page.lean.add_somebody()
    page.game.start()
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, QPushButton | QLineEdit | QPlainTextEdit)
        and not widget.accessibleName()
    ]
    assert nameless == []
    for widget in page.findChildren(QWidget):
        assert "<img" not in widget.toolTip(), type(widget)


def test_tab_reaches_every_part_and_enter_opens_a_row(page, work, qtbot):
    ines = add_best(work, "Ines Moreau")
    page.activate("best")
    rows = [row for row in page.best.findChildren(QWidget) if row.accessibleName().startswith("Ines Moreau,")]
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    assert page.best.findChildren(QWidget)
    assert any(sheet.isVisible() for sheet in page.window().findChildren(type(page.best.details(ines.id))))
