# SPDX-License-Identifier: MIT
"""The lunch through its sheet: planned, invited, agreed on, logged, with nothing typed ever lost."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from winback_desktop.application.move_steps import complete, postpone
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.meetings import Meeting, MeetingForm, ValueUse
from winback_desktop.domain.people import Constraint, ConstraintKind, ContactPoint, Interest, PointKind
from winback_desktop.domain.practice import Step, StepKind, StepState, Touch
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.system.public_holidays import PublicHolidays
from winback_desktop.ui.lunch.sheet import LunchSheet, open_sheet
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.printing import output


@pytest.fixture
def work(clock):
    workspace = Workspace(open_memory_store(clock.now), clock, PublicHolidays())
    save_owner(workspace, Owner(name="Dana", country="US"))
    yield workspace
    workspace.store.close()


@pytest.fixture
def steps(work, clock):
    """Rosa <b>Delgado</b> eleven weeks after her loss, the note written; her steps by kind."""
    recorded = record_loss(work, LossDraft("Rosa <b>Delgado</b>"))
    found = {step.kind: step.id for step in recorded.steps}
    contact = recorded.contact.id
    with work.store.change("details"):
        work.store.add(ContactPoint(PointKind.EMAIL, "rosa@example.com", contact=contact))
        work.store.add(Constraint(ConstraintKind.DIET, "vegetarian", contact=contact))
        work.store.add(Interest("opera", words="My season ticket is sacred.", contact=contact))
    clock.move(days=7)
    complete(work, found[StepKind.NOTE])
    clock.move(days=70)
    return found


@pytest.fixture
def host(qtbot):
    window = QWidget()
    window.resize(1240, 800)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def open_lunch(host, work, theme):
    operations = Operations(work.store)
    said = []
    operations.failed.connect(lambda sentence, field: said.append(sentence))

    def open_it(step) -> LunchSheet | None:
        sheet = open_sheet(host, work, operations, Navigator(), theme, step)
        if sheet is not None:
            sheet.operations = operations
        return sheet

    open_it.said = said
    return open_it


def press(sheet, words):
    QGuiApplication.processEvents()
    for button in sheet.findChildren(QAbstractButton):
        if button.accessibleName() == words and button.isVisibleTo(sheet):
            button.click()
            return
    raise AssertionError(f"no button {words}")


def test_it_opens_with_three_days_and_a_light_invitation(open_lunch, steps, work):
    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    days = [row.day() for row in sheet.plan.days]
    assert len(set(days)) == 3
    assert all(row.field.error == "" and not row.words.text() for row in sheet.plan.days)
    text = sheet.plan.invitation.toPlainText()
    assert text.startswith("Dear Rosa,")
    assert "vegetarian" in sheet.plan.mind.text()
    assert work.store.find(Meeting) == []
    sheet.dismiss()
    assert [one.invitation for one in work.store.find(Meeting)] == [""]


def test_a_day_that_does_not_fit_is_told_in_place(open_lunch, steps, work, clock):
    sheet = open_lunch(steps[StepKind.LUNCH])
    row = sheet.plan.days[0]
    for typed, words in (("04/07/2027", ""), ("05/07/2027", "Independence Day"), ("10/07/2027", "Saturday")):
        row.editor.line.setText(typed)
        row.editor.line.textEdited.emit(typed)
        assert row.field.error == ""
        assert words in row.words.text()
    past = clock.today() - timedelta(days=1)
    typed = past.strftime("%d/%m/%Y")
    row.editor.line.setText(typed)
    row.editor.line.textEdited.emit(typed)
    assert "is over" in row.field.error
    sheet.plan.venue.setText("Olive & Vine")
    sheet.dismiss()
    kept = work.store.find(Meeting)[0]
    assert kept.venue == "Olive & Vine"
    assert kept.proposed[0] == "2027-07-10"


def test_own_words_are_kept_and_can_be_started_over(open_lunch, steps, work):
    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    sheet.plan.invitation.setPlainText("Lunch, Rosa?")
    sheet.dismiss()
    again = open_lunch(steps[StepKind.INVITE_LUNCH])
    assert again.plan.invitation.toPlainText() == "Lunch, Rosa?"
    press(again, "Start the invitation over")
    assert again.plan.invitation.toPlainText().startswith("Dear Rosa,")


def test_the_mail_program_gets_the_words_and_only_a_mail_link(open_lunch, steps, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    press(sheet, "Open in mail")
    assert len(opened) == 1
    assert opened[0].startswith("mailto:rosa@example.com?subject=Lunch")
    press(sheet, "Copy the invitation")
    assert QGuiApplication.clipboard().text() == sheet.plan.invitation.toPlainText()


def test_without_an_address_a_sentence_stands_in_place(open_lunch, steps, work, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail("nothing to open"))
    with work.store.change("no address"):
        work.store.remove(work.store.find(ContactPoint)[0])
    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    press(sheet, "Open in mail")
    assert "No e-mail address" in sheet.plan.fields["invitation"].error


def test_the_calendar_file_holds_proposed_days_then_the_agreed_one(open_lunch, steps, tmp_path, clock):
    from icalendar import Calendar

    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    sheet.plan.venue.setText("Olive & Vine")
    sheet.plan.keep()
    file = tmp_path / "lunch.ics"
    sheet._presenter.write_file(str(file))
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [row.day() for row in sheet.plan.days]
    assert {str(event["status"]) for event in events} == {"TENTATIVE"}
    sheet.plan.agreed.set_day(sheet.plan.days[1].day())
    sheet.plan.at.setText("12.30")
    press(sheet, "They said yes")
    sheet._presenter.write_file(str(file))
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event["dtstart"].dt.isoformat() == f"{sheet.plan.days[1].day().isoformat()}T12:30:00"
    assert str(event["location"]) == "Olive & Vine"
    assert str(event["summary"]) == "Lunch: Dana and Rosa <b>Delgado</b>"
    assert str(event["status"]) == "CONFIRMED"


def test_the_invitation_out_closes_its_step_and_undo_opens_it(open_lunch, steps, work):
    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    press(sheet, "The invitation is out")
    assert work.store.get(Step, steps[StepKind.INVITE_LUNCH]).state is StepState.DONE
    assert not sheet.isVisible()
    work.store.undo()
    assert work.store.get(Step, steps[StepKind.INVITE_LUNCH]).state is not StepState.DONE


def test_a_wrong_time_is_told_and_nothing_is_agreed(open_lunch, steps, work):
    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    press(sheet, "They said yes")
    assert "Choose the day" in sheet.plan.agreed.field.error
    sheet.plan.agreed.set_day(sheet.plan.days[0].day())
    sheet.plan.at.setText("noon")
    press(sheet, "They said yes")
    assert "12:30" in sheet.plan.fields["at"].error
    assert work.store.get(Step, steps[StepKind.INVITE_LUNCH]).state is not StepState.DONE


def test_moved_twice_offers_a_coffee(open_lunch, steps, work):
    lunch = work.store.get(Step, steps[StepKind.LUNCH])
    assert not open_lunch(lunch.id).plan._easier.isVisibleTo(None)
    for weeks in (2, 4):
        postpone(work, lunch.id, lunch.due + timedelta(weeks=weeks))
    sheet = open_lunch(lunch.id)
    press(sheet, "Make it a coffee")
    assert work.store.get(Step, lunch.id).smaller
    assert "a coffee" in sheet.plan.invitation.toPlainText()
    assert sheet.plan.form.current() == MeetingForm.COFFEE
    press(sheet, "Online")
    assert "online" in sheet.plan.invitation.toPlainText()


def test_something_of_value_is_chosen_added_and_left(open_lunch, steps, work):
    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    sheet.plan.bring.title.setText("")
    press(sheet, "Add it and bring it")
    assert "few words" in sheet.plan.bring.field.error
    sheet.plan.bring.title.setText("Saturday delivery")
    sheet.plan.bring.news.setChecked(True)
    press(sheet, "Add it and bring it")
    assert sheet.plan.bring.field.error == ""
    assert [use.news_item for use in work.store.find(ValueUse)] == [1]
    press(sheet, "Don't bring: Saturday delivery")
    assert work.store.find(ValueUse) == []
    assert sheet._presenter.screen.offers[0].title == "Saturday delivery"
    assert sheet._presenter.screen.offers[0].about == "new for our customers"
    press(sheet, "Remove from your list: Saturday delivery")
    assert "Saturday delivery" not in [offer.title for offer in sheet._presenter.screen.offers]


def test_the_brief_has_one_page_no_figures_and_what_they_told(open_lunch, steps, tmp_path):
    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    sheet._presenter.bring(sheet._presenter.screen.offers[0].key, lambda *_: None)
    sheet.plan.news.setPlainText("A new greenhouse\n\nHer son's exam")
    sheet.plan.keep()
    document = sheet.brief_document()
    assert len(document.pages) == 1
    words = document.pages[0].words
    for part in ("A new greenhouse", "Her son's exam", "My season ticket is sacred.", "vegetarian"):
        assert part in words
    assert sheet._presenter.screen.chosen[0].title in words
    assert "$" not in words
    assert output.save_pdf(document, tmp_path / "brief.pdf").pages == 1


def test_two_minutes_after_the_lunch(open_lunch, steps, work, clock):
    sheet = open_lunch(steps[StepKind.LUNCH])
    press(sheet, "We met")
    log = sheet.log
    assert log.on.day() == clock.today()
    log.how.setPlainText("Well, and busy.")
    log.heard.setPlainText("She loves orchids and hates jazz. She is allergic to nuts.")
    log.listen()
    assert [box.text() for box in log.heard_boxes] == [
        "Note that they enjoy orchids", "Note that they dislike jazz", "Note to avoid nuts",
    ]  # fmt: skip
    log.heard_boxes[1].setChecked(False)
    log.listen()
    assert [box.isChecked() for box in log.heard_boxes] == [True, False, True]
    press(sheet, "Keep it")
    assert {one.label for one in work.store.find(Interest)} == {"opera", "orchids"}
    assert {one.avoid for one in work.store.find(Constraint)} == {"vegetarian", "nuts"}
    assert work.store.find(Touch)[0].summary == "Well, and busy."
    assert work.store.get(Step, steps[StepKind.LUNCH]).state is StepState.DONE
    assert open_lunch(steps[StepKind.LUNCH]) is None
    assert "closed already" in open_lunch.said[-1]


def test_a_chance_meeting_need_not_count_and_a_later_day_is_refused(open_lunch, steps, work, clock):
    sheet = open_lunch(steps[StepKind.LUNCH])
    press(sheet, "We met")
    sheet.log.on.set_day(clock.today() + timedelta(days=1))
    press(sheet, "Keep it")
    assert "still to come" in sheet.log.fields["on"].error
    sheet.log.on.set_day(clock.today())
    sheet.log.counts.setChecked(False)
    press(sheet, "Keep it")
    assert len(work.store.find(Touch)) == 1
    assert work.store.get(Step, steps[StepKind.LUNCH]).state is not StepState.DONE


def test_inside_quiet_time_the_sheet_says_so_and_invites_nobody(open_lunch, work):
    recorded = record_loss(work, LossDraft("Tom Okafor", learned_on=work.clock.today()))
    step = next(step for step in recorded.steps if step.kind is StepKind.LUNCH)
    sheet = open_lunch(step.id)
    assert "Quiet time lasts" in sheet.plan._quiet_words.text()
    press(sheet, "The invitation is out")
    assert "Quiet time lasts" in sheet.plan.fields["invitation"].error
    sheet.plan.agreed.set_day(work.clock.today())
    assert "Quiet time lasts" in sheet.plan.agreed.field.error


def test_everything_has_a_name_takes_the_keyboard_and_shows_names_as_they_are(open_lunch, steps, qtbot):
    sheet = open_lunch(steps[StepKind.INVITE_LUNCH])
    for log in (False, True):
        if log:
            sheet.show_log()
        for widget in sheet.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(sheet):
                assert widget.accessibleName(), widget
        for label in sheet.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<b>Delgado</b>" in sheet.title.text()
    seen = set()
    for _ in range(40):
        sheet.focusNextPrevChild(True)
        seen.add(sheet.focusWidget())
    assert any(isinstance(widget, QLineEdit) for widget in seen)
    assert sheet.main in seen
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_what_no_date_can_be_is_told(open_lunch, steps):
    sheet = open_lunch(steps[StepKind.LUNCH])
    row = sheet.plan.days[2]
    row.editor.line.setText("soon")
    row.editor.line.textEdited.emit("soon")
    assert "not a day" in row.field.error
    before = sheet._presenter.screen.days
    press(sheet, "Propose three days that suit you")
    assert row.day() == before[2]
    assert row.day() > date(2027, 1, 1)


def test_today_and_the_customers_page_lead_to_the_lunch(qtbot, work, steps, theme):
    from winback_desktop.application.advance import advance
    from winback_desktop.ui.customers.page import build_page as build_customers
    from winback_desktop.ui.today.page import build_page as build_today

    advance(work)
    operations, navigator = Operations(work.store), Navigator()
    asked = []
    navigator.asked.connect(lambda request, target: asked.append((request, target)))
    today = build_today(work, operations, navigator, theme)
    customers = build_customers(work, operations, navigator, theme)
    for page, target in ((today, None), (customers, work.store.get(Step, steps[StepKind.LUNCH]).contact)):
        qtbot.addWidget(page)
        page.show()
        page.activate(target)
    card = next(card for card in today.cards if card.step == steps[StepKind.INVITE_LUNCH])
    assert card.act.words() == "Plan the invitation"
    card.act.click()
    press(customers, "Plan the invitation")
    assert asked == [("lunch", steps[StepKind.INVITE_LUNCH])] * 2
