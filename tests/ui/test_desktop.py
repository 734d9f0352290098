# SPDX-License-Identifier: MIT
"""The window as a whole, built by the composition root with a still clock and a silent notifier."""

from collections.abc import Iterator
from datetime import date

import pytest
from fakes import FakeClock, FakeNotifier
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from winback_desktop.app import Desktop, build
from winback_desktop.application.move_steps import postpone
from winback_desktop.application.owner import owner, save_owner
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.practice import Plan, PlanState, Step, StepKind, StepState, Touch, TouchKind
from winback_desktop.system.paths import Paths
from winback_desktop.ui.losses.sheet import LossSheet
from winback_desktop.ui.preferences import PLACE
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.due_card import DueCardView
from winback_desktop.ui.today.first_run import FirstRun
from winback_desktop.ui.today.rows import LaterChoice
from winback_desktop.ui.today.side import CareCard
from winback_desktop.ui.today.view import TodayView
from winback_desktop.ui.widgets.buttons import Button
from winback_desktop.ui.widgets.labels import PlainLabel

HOSTILE = '<img src="/etc/hostname">'


@pytest.fixture
def places(tmp_path) -> Paths:
    """A data folder of its own."""
    return Paths(
        tmp_path,
        tmp_path / "winback.db",
        tmp_path / "backups",
        tmp_path / "winback.lock",
        str(tmp_path / "s"),
    )


@pytest.fixture
def desktop(
    qtbot, qapp: QApplication, theme: Theme, places: Paths, clock: FakeClock, notifier: FakeNotifier
) -> Iterator[Desktop]:
    """The program with an empty store, its window shown."""
    built = build(places, clock, notifier, qapp)
    built.theme.set_appearance("light")
    built.window.show()
    yield built
    for sheet in built.window.findChildren(LossSheet):
        sheet.form.discard_timer()
    built.quit()
    built.window.deleteLater()
    built.setParent(None)
    built.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.set_scale(100)


def lose(desktop: Desktop, name: str, learned: date, **more: object) -> int:
    """Record a loss and return its plan."""
    draft = LossDraft(name=name, learned_on=learned, **more)
    return record_loss(desktop.work, draft).plan.id


def today_page(desktop: Desktop) -> TodayView:
    page = desktop.window.page("today")
    assert isinstance(page, TodayView)
    return page


def words(widget: QWidget) -> list[str]:
    """Everything readable in a widget, once its layouts have settled."""
    QApplication.processEvents()
    said = [label.whole_text() for label in widget.findChildren(PlainLabel) if label.isVisibleTo(widget)]
    return said + [button.words() for button in widget.findChildren(Button) if button.isVisibleTo(widget)]


def open_loss_sheet(desktop: Desktop) -> LossSheet:
    desktop.navigator.ask("record-loss")
    sheet = next(s for s in desktop.window.findChildren(LossSheet) if s.isVisible())
    return sheet


def test_the_first_day_offers_three_ways_to_begin(desktop: Desktop, qtbot) -> None:
    page = today_page(desktop)
    first = page.findChild(FirstRun)
    assert first is not None
    assert {"Record a loss", "Look around with sample data", "Import customers from a file…"} <= set(
        words(first)
    )
    assert any(text.startswith("You work in ") for text in words(first))


def test_the_place_is_changed_where_it_stands(desktop: Desktop, qtbot) -> None:
    first = today_page(desktop).findChild(FirstRun)
    first.edit_place()
    form = first._form
    form.name.setText("Dana")
    form.country.set_current("DE")
    form._other_country()
    form.region.set_current("BY")
    for day, box in form.days.items():
        box.setChecked(day < 4)
    form._save()
    known = owner(desktop.work)
    assert (known.name, known.country, known.subdivision, known.work_week) == (
        "Dana",
        "DE",
        "BY",
        (0, 1, 2, 3),
    )
    assert first.where.whole_text() == "You work in Germany (BY) · Monday to Thursday"


def test_a_week_without_a_working_day_is_refused_in_words(desktop: Desktop, qtbot) -> None:
    first = today_page(desktop).findChild(FirstRun)
    first.edit_place()
    for box in first._form.days.values():
        box.setChecked(False)
    first._form._save()
    assert "working day" in first._form.error.text()


def test_a_loss_offers_nothing_outbound_and_says_until_when(desktop: Desktop, qtbot) -> None:
    sheet = open_loss_sheet(desktop)
    sheet.form.who.setText("Nora & Söhne")
    assert sheet.form.ahead.whole_text() == "Quiet time until Fri 27 Nov; a note on Mon 30 Nov."
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    said = words(sheet)
    assert "Nothing to do towards Nora & Söhne until Fri 27 Nov. The note waits for Mon 30 Nov." in said
    assert {"Why wait?", "Back to today"} <= set(said)
    assert not any("write" in text.lower() or "call them" in text.lower() for text in said)
    assert desktop.work.store.find(Plan)[0].state is PlanState.QUIET
    assert "Nora & Söhne" in words(today_page(desktop))


def test_only_a_name_is_needed_and_its_lack_is_said_under_the_field(desktop: Desktop, qtbot) -> None:
    sheet = open_loss_sheet(desktop)
    sheet.save()
    assert sheet.form.fields["name"].error.startswith("Please say who it is")
    assert sheet.form.cause.current() == ""


@pytest.mark.parametrize(
    ("field", "typed", "begins"),
    [("learned", "soon", "This is not a day."), ("happened", "99/99", "This is not a day.")],
)
def test_a_wrong_day_is_said_in_words(desktop: Desktop, qtbot, field: str, typed: str, begins: str) -> None:
    sheet = open_loss_sheet(desktop)
    sheet.form.who.setText("Nora")
    getattr(sheet.form, field).line.setText(typed)
    sheet.save()
    assert sheet.form.fields[f"{field}_on"].error.startswith(begins)
    assert desktop.work.store.find(Plan) == []


def test_a_value_that_is_no_sum_is_said_in_words(desktop: Desktop, qtbot) -> None:
    sheet = open_loss_sheet(desktop)
    sheet.form.who.setText("Nora")
    sheet.form.value.setText("a lot")
    sheet.save()
    assert sheet.form.fields["value"].error.startswith("This is no sum.")
    sheet.form.value.setText("2,400.50")
    assert sheet._presenter.money("2,400.50") == 240_050


def test_a_dismissed_sheet_keeps_its_draft(desktop: Desktop, qtbot) -> None:
    sheet = open_loss_sheet(desktop)
    sheet.form.who.setText("Half a name")
    sheet.form.reason.setPlainText("They said it was the price.")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    again = open_loss_sheet(desktop)
    qtbot.waitUntil(again.form.who.hasFocus)
    assert again.form.who.text() == "Half a name"
    assert again.form.reason.toPlainText() == "They said it was the price."
    assert again.form.more.isVisibleTo(again.form)
    again.form.who.setText("Half a name")
    again.save()
    again.finish()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert open_loss_sheet(desktop).form.who.text() == ""


def test_a_loss_learned_long_ago_is_offered_a_short_pause(desktop: Desktop, qtbot) -> None:
    sheet = open_loss_sheet(desktop)
    sheet.form.who.setText("Nora")
    sheet.form.learned.set_day(date(2026, 10, 1))
    sheet.form._edited()
    assert sheet.form.short_pause.isVisibleTo(sheet.form)
    sheet.form.short_pause.setChecked(True)
    assert sheet.form.ahead.whole_text().startswith("Quiet time until")


def test_due_cards_say_what_and_since_when(desktop: Desktop, qtbot) -> None:
    lose(desktop, "Rosa Delgado", date(2026, 11, 13))
    card = today_page(desktop).findChild(DueCardView)
    said = words(card)
    assert "Write to Rosa Delgado" in said
    assert "waiting since Wed" in said
    assert "Write the note" in said


def test_done_can_be_undone_from_the_bar(desktop: Desktop, qtbot) -> None:
    plan = lose(desktop, "Rosa Delgado", date(2026, 11, 12))
    card = today_page(desktop).cards[0]
    qtbot.mouseClick(card.done, Qt.MouseButton.LeftButton)

    def note() -> Step:
        return desktop.work.store.find(Step, plan=plan, kind=StepKind.NOTE)[0]

    assert note().state is StepState.DONE
    bar = desktop.window.undo_bar
    assert bar.isVisible()
    assert "Write to Rosa Delgado" in bar.text()
    qtbot.mouseClick(bar._undo, Qt.MouseButton.LeftButton)
    assert note().state is not StepState.DONE
    assert today_page(desktop).cards


def test_later_offers_moments_of_today_and_then_working_days(desktop: Desktop, qtbot) -> None:
    lose(desktop, "Rosa Delgado", date(2026, 11, 12))
    presenter = today_page(desktop)._presenter
    days = [choice.day for choice in presenter.laters.choices() if choice.until is None]
    assert days == [date(2026, 11, 25), date(2026, 11, 30), date(2026, 12, 8)]
    step = today_page(desktop).cards[0].step
    presenter.laters.put_off(step, LaterChoice("", date(2026, 11, 26)))
    assert "Thanksgiving" in desktop.window.undo_bar.text()
    assert today_page(desktop).cards == []


def test_what_is_put_off_is_listed_changed_taken_back_and_offered_first_the_next_time(
    desktop: Desktop, qtbot
) -> None:
    lose(desktop, "Rosa Delgado", date(2026, 11, 12))
    presenter = today_page(desktop)._presenter
    step = today_page(desktop).cards[0].step
    afternoon = next(choice for choice in presenter.laters.choices() if choice.key == "afternoon")
    presenter.laters.put_off(step, afternoon)
    assert today_page(desktop).cards == []
    assert "Write to Rosa Delgado" in words(today_page(desktop))
    assert [row.when for row in presenter.screen.asleep] == ["Comes back at 14:00."]
    assert presenter.laters.choices()[0].key == "afternoon"
    presenter.laters.remind(step, LaterChoice("", date(2026, 11, 30)))
    assert [row.when for row in presenter.screen.asleep] == ["Comes back Mon 30 Nov at 09:00."]
    desktop.operations.undo()
    assert [row.when for row in presenter.screen.asleep] == ["Comes back at 14:00."]
    presenter.laters.wake(step)
    assert presenter.screen.asleep == ()
    assert len(today_page(desktop).cards) == 1


def test_a_day_that_is_too_full_can_be_spread_and_gathered_again(desktop: Desktop, qtbot) -> None:
    for number in range(7):
        lose(desktop, f"Person {number}", date(2026, 11, 12))
    spread = next(each for each in today_page(desktop).findChildren(Button) if "Spread" in each.words())
    spread.click()
    assert len(today_page(desktop).cards) == 3
    assert not today_page(desktop)._presenter.screen.too_full
    desktop.operations.undo()
    assert today_page(desktop)._presenter.screen.due_total == 7


def test_a_late_note_says_that_the_lunch_moved_along(desktop: Desktop, qtbot) -> None:
    desktop.settle()
    lose(desktop, "Rosa Delgado", date(2026, 8, 3))
    today_page(desktop)._presenter.done(today_page(desktop).cards[0].step)
    assert "moved along, to leave time after the note." in desktop.window.undo_bar.text()
    assert desktop.operations.undo_label == "mark “Write to Rosa Delgado” as done"


@pytest.mark.parametrize("shift", [True, False])
def test_a_note_posted_late_offers_to_shift_lunch_and_gift(desktop: Desktop, qtbot, shift: bool) -> None:
    desktop.settle()
    plan = lose(desktop, "Rosa Delgado", date(2026, 11, 6))

    def dues() -> list[date]:
        steps = [
            desktop.work.store.find(Step, plan=plan, kind=kind)[0] for kind in (StepKind.LUNCH, StepKind.GIFT)
        ]
        return [step.due for step in steps]

    before = dues()
    today_page(desktop)._presenter.done(today_page(desktop).cards[0].step)
    assert dues() == before, "nothing moves before the owner has said so"
    asked = desktop._planning.question
    assert asked is not None
    assert asked.title.whole_text() == "Shift the lunch and the gift with Rosa Delgado too?"
    assert [asked.leave.text(), asked.do.text()] == ["Leave them", "Shift both by twelve days"]
    (asked.do if shift else asked.leave).click()
    assert desktop._planning.question is None
    assert dues() == ([date(2027, 2, 22), date(2027, 5, 18)] if shift else before)
    if shift:
        undone = desktop.operations.undo_label
        assert undone == "shift the lunch and the gift with Rosa Delgado by twelve days"
        desktop.operations.undo()
    assert dues() == before
    assert desktop.operations.undo_label == "mark “Write to Rosa Delgado” as done"


def test_a_talk_is_asked_about_and_counted_as_the_lunch(desktop: Desktop, qtbot) -> None:
    desktop.settle()
    plan = lose(desktop, "Rosa Delgado", date(2026, 11, 12))
    today_page(desktop)._presenter.done(today_page(desktop).cards[0].step)
    lunch = desktop.work.store.find(Step, plan=plan, kind=StepKind.LUNCH)[0]
    postpone(desktop.work, lunch.id, date(2026, 12, 10))

    def talk() -> None:
        with desktop.work.store.change("log a call"):
            desktop.work.store.add(Touch(lunch.contact, TouchKind.CALL, date(2026, 11, 24)))

    talk()
    asked = desktop._planning.question
    assert asked is not None
    assert "Rosa Delgado" in asked.title.whole_text()
    asked.dismiss()
    assert desktop.work.store.get(Step, lunch.id).state is not StepState.DONE
    talk()
    desktop._planning.question.do.click()
    assert desktop.work.store.get(Step, lunch.id).state is StepState.DONE
    desktop.operations.undo()
    assert desktop.work.store.get(Step, lunch.id).state is not StepState.DONE
    assert desktop._planning.question is None


def test_what_a_crash_missed_is_told_until_it_was_read(desktop: Desktop, qtbot) -> None:
    lose(desktop, "Rosa Delgado", date(2026, 11, 12))
    step = today_page(desktop).cards[0].step
    with desktop.work.store.transaction():
        desktop.work.store.set_setting("reminders.missed", [step])
    told = (
        "Winback ended before it could show a reminder: “Write to Rosa Delgado”. Nothing is lost; see below."
    )
    assert told in words(today_page(desktop))
    today_page(desktop)._presenter.laters.put_missed_away()
    assert told not in words(today_page(desktop))


def test_rather_not_offers_a_smaller_step_and_needs_a_reason_to_skip(desktop: Desktop, qtbot) -> None:
    lose(desktop, "Rosa Delgado", date(2026, 11, 12))
    card = today_page(desktop).cards[0]
    card.show_rather_not(reason_first=True)
    assert "Two lines on a card to Rosa Delgado" in words(card)
    card._rather_not._skip()
    assert card._rather_not._field.error.startswith("Please give a reason")
    card._rather_not._reason.setText("They moved abroad")
    card._rather_not._skip()
    assert today_page(desktop).cards == []


def test_they_came_back_is_celebrated(desktop: Desktop, qtbot) -> None:
    plan = lose(desktop, "Rosa Delgado", date(2026, 11, 12))
    presenter = today_page(desktop)._presenter
    presenter.rehired(plan, "Rosa Delgado")
    assert desktop.work.store.get(Plan, plan).state is PlanState.REHIRED
    assert "Rosa Delgado is back." in words(today_page(desktop))
    presenter.celebrated()
    assert "Rosa Delgado is back." not in words(today_page(desktop))


def test_many_due_items_are_shown_a_few_at_a_time(desktop: Desktop, qtbot) -> None:
    with desktop.work.store.change("many"):
        for number in range(12):
            lose(desktop, f"Person {number}", date(2026, 11, 12))
    page = today_page(desktop)
    assert len(page.cards) == 5
    assert "Show 7 more" in words(page)
    page._presenter.show_more_due()
    assert len(page.cards) == 12


def test_care_comes_one_at_a_time_and_can_be_done(desktop: Desktop, qtbot) -> None:
    lose(desktop, "Rosa Delgado", date(2026, 11, 23))
    page = today_page(desktop)
    said = words(page)
    assert "Take a walk" in said
    assert "A change of scenery changes the state you decide in." not in said
    card = page.findChild(CareCard)
    card._because.show()
    assert "A change of scenery changes the state you decide in." in words(page)
    walk = desktop.work.store.find(Step, kind=StepKind.WALK)[0]
    page._presenter.done(walk.id)
    assert "Take a walk" not in words(page)


def test_a_hostile_name_stays_plain_text_everywhere(desktop: Desktop, qtbot) -> None:
    lose(desktop, HOSTILE, date(2026, 11, 12))
    lose(desktop, HOSTILE + "2", date(2026, 11, 23))
    page = today_page(desktop)
    page.cards[0].show_rather_not()
    open_loss_sheet(desktop)
    assert any(HOSTILE in text for text in words(page))
    for label in desktop.window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for widget in desktop.window.findChildren(QWidget):
        assert "<img" not in widget.toolTip(), type(widget)


def test_everything_with_the_keyboard_has_a_name(desktop: Desktop, qtbot) -> None:
    lose(desktop, "Rosa Delgado", date(2026, 11, 12))
    lose(desktop, "Harbour Dental", date(2026, 11, 23))
    today_page(desktop).cards[0].show_rather_not()
    sheet = open_loss_sheet(desktop)
    sheet.form.show_more(True)
    nameless = [
        widget
        for widget in desktop.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, QPushButton | QLineEdit | QPlainTextEdit | Button)
        and not (widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text()))
    ]
    assert nameless == []


def test_every_shortcut_is_in_the_list_and_none_twice(desktop: Desktop, qtbot) -> None:
    keys = [
        key.toString()
        for actions in desktop.window.commands.groups().values()
        for action in actions
        for key in action.shortcuts()
    ]
    assert {"Ctrl+N", "Ctrl+K", "Ctrl+F", "Ctrl+Z", "Ctrl+,", "F1", "F9", "F11", "Ctrl+Q"} <= set(keys)
    assert len(keys) == len(set(keys))
    listed = words(desktop.window.show_shortcuts())
    assert "Record a loss" in listed
    assert any("Ctrl+N" in text for text in listed)


def test_the_sidebar_narrows_and_folds(desktop: Desktop, qtbot) -> None:
    window = desktop.window
    window.resize(1240, 800)
    assert not window.sidebar.narrow
    window.resize(880, 640)
    assert window.sidebar.narrow
    window.resize(1240, 800)
    desktop.theme.set_scale(150)
    assert window.sidebar.narrow, "large text needs the room"
    desktop.theme.set_scale(100)
    assert not window.sidebar.narrow
    window.fold_sidebar()
    assert window.sidebar.narrow


def test_the_undo_bar_follows_the_size_of_the_text(desktop: Desktop, qtbot) -> None:
    lose(desktop, "Rosa", date(2026, 11, 18))
    bar = desktop.window.undo_bar
    assert bar.isVisible()
    desktop.theme.set_scale(200)
    QApplication.processEvents()
    bar.grab()  # settles the layout
    parts = [part for part in bar.findChildren(QWidget) if part.isVisible()]
    small = [part for part in parts if part.height() < part.sizeHint().height()]
    assert small == []
    assert bar.height() >= bar.sizeHint().height()


def test_a_long_warning_beside_undo_is_shown_to_its_end(desktop: Desktop, qtbot) -> None:
    lose(desktop, "Rosa", date(2026, 11, 18))
    bar = desktop.window.undo_bar
    single = bar.height()
    warning = "Sat 5 Dec 2026 is not a working day for you (Saturday). That overtakes the lunch, planned for"
    bar.remark(f"{warning} Tue 1 Dec 2026.")
    bar.grab()
    label = next(label for label in bar.findChildren(PlainLabel) if label.whole_text() == bar.text())
    assert label.wordWrap()
    assert label.height() >= label.heightForWidth(label.width())
    assert desktop.window.rect().contains(bar.geometry())
    bar.offer("marked as done")
    assert bar.height() == single


def test_sample_data_stands_in_a_window_of_its_own(desktop: Desktop, qtbot) -> None:
    own = desktop.window
    desktop.navigator.ask("sample-data")
    assert desktop.window is not own
    assert desktop.window.isVisible()
    assert not own.isVisible()
    assert "Sample data: nothing here is yours." in words(desktop.window)
    desktop.navigator.ask("start-for-real")
    assert desktop.window is own
    assert own.isVisible()
    assert desktop.work.store.queries.counts().contacts == 0
    qtbot.wait(10)


def test_days_are_picked_by_the_week_of_the_owner_whose_window_is_shown(desktop: Desktop, qtbot) -> None:
    save_owner(desktop.work, owner(desktop.work)._replace(week_start=5))
    desktop.navigator.ask("sample-data")
    assert desktop.theme.week_start() == owner(desktop.work).week_start != 5
    desktop.navigator.ask("start-for-real")
    qtbot.wait(10)  # the sample data is closed behind its window
    assert desktop.theme.week_start() == 5


def test_the_window_remembers_where_it_stood(desktop: Desktop, qtbot) -> None:
    desktop.window.resize(1000, 700)
    desktop._leaving = True
    desktop.window.close()
    assert desktop.work.store.setting(PLACE)[2:4] == [1000, 700]


def test_another_look_is_kept_and_shown_at_once(desktop: Desktop, qtbot) -> None:
    lose(desktop, "Rosa Delgado", date(2026, 11, 12))
    desktop.theme.set_appearance("dark")
    desktop.theme.set_scale(150)
    assert desktop.work.store.setting("window.appearance") == "dark"
    assert desktop.work.store.setting("window.text_scale") == 150
    title = next(
        label
        for label in today_page(desktop).findChildren(PlainLabel)
        if label.whole_text().startswith("Good")
    )
    assert title.font().pixelSize() == desktop.theme.px(1.75)
    desktop.theme.set_appearance("light")
