# SPDX-License-Identifier: MIT
"""The settings page stores each change at once and says in words what can't be."""

from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCalendarWidget

from winback_desktop.application.owner import owner
from winback_desktop.application.pause_reminders import paused_until
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.reminder_hours import reminder_hours
from winback_desktop.domain.working_days import DayOff
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.system.public_holidays import PublicHolidays
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.preferences import ON_CLOSE
from winback_desktop.ui.settings.page import build_page
from winback_desktop.ui.widgets.choices import Check


@pytest.fixture
def work(clock):
    workspace = Workspace(open_memory_store(clock.now), clock, PublicHolidays())
    yield workspace
    workspace.store.close()


@pytest.fixture
def page(qtbot, work, theme):
    operations = Operations(work.store)
    page = build_page(work, operations, Navigator(operations), theme)
    page.operations = operations
    qtbot.addWidget(page)
    page.activate(None)
    return page


def test_a_country_brings_its_regions_and_is_stored(page, work):
    page._country.setCurrentIndex(page._country.findData("DE"))
    assert owner(work).country == "DE"
    assert page._region.findData("BY") > 0
    page._region.setCurrentIndex(page._region.findData("BY"))
    assert owner(work).subdivision == "BY"
    page._country.setCurrentIndex(page._country.findData("FR"))
    assert (owner(work).country, owner(work).subdivision) == ("FR", "")


def test_the_last_working_day_cannot_be_taken_away(page, work):
    for day in range(5):
        page._week[day].click()
    assert owner(work).work_week == (4,)
    assert "at least one working day" in page._fields["work_week"].error
    assert page._week[4].isChecked()


def test_the_pace_is_stored_and_an_impossible_one_is_refused_in_place(page, work):
    page._lunch.setCurrentIndex(page._lunch.findData("4"))
    assert owner(work).lunch_months == 4
    page._gift.setCurrentIndex(page._gift.findData("4"))
    assert owner(work).gift_months == 6
    assert page._gift.current() == "6"


def test_lead_times_are_stored_followed_and_refused_in_place(page, work):
    invite, order = page.leads.numbers["invite_days"], page.leads.numbers["order_days"]
    invite.setCurrentIndex(invite.findData("28"))
    order.setCurrentIndex(order.findData("30"))
    assert (owner(work).invite_days, owner(work).order_days) == (28, 10)
    assert "chosen before it is ordered" in page._fields["order_days"].error
    assert order.current() == "10"
    order.setCurrentIndex(order.findData("14"))
    steps = {step.kind: step.due for step in record_loss(work, LossDraft("Rosa")).steps}
    assert 28 <= (steps["lunch"] - steps["invite-lunch"]).days < 32
    assert 21 <= (steps["gift"] - steps["choose-gift"]).days < 25
    assert 14 <= (steps["gift"] - steps["order-gift"]).days < 18


@pytest.mark.parametrize("typed", ["lots", "-3", "1e9", "99999999999"])
def test_a_budget_that_is_no_number_keeps_the_old_one(page, work, typed):
    page._budget.setText(typed)
    page._budget.left.emit()
    assert owner(work).gift_budget == 30
    assert "whole number" in page._fields["gift_budget"].error


def test_days_off_are_added_removed_and_come_back(page, work):
    page._first.set_day(date(2026, 12, 28))
    page._last.set_day(date(2026, 12, 31))
    page._label.setText("Mountains")
    page._add_days_off()
    assert [(d.first, d.last, d.label) for d in work.store.find(DayOff)] == [
        (date(2026, 12, 28), date(2026, 12, 31), "Mountains")
    ]
    page._first.set_day(date(2026, 12, 30))
    page._add_days_off()
    assert "overlap Mountains" in page._fields["first"].error
    page._settings.remove_days_off(work.store.find(DayOff)[0].id)
    assert work.store.find(DayOff) == []
    page.operations.undo()
    assert len(work.store.find(DayOff)) == 1


def test_reminder_hours_are_stored_and_never_lie_in_quiet_hours(page, work):
    page.reminders.hour.setCurrentIndex(page.reminders.hour.findData("10:30"))
    assert reminder_hours(work).hour.hour == 10
    page.reminders.hour.setCurrentIndex(page.reminders.hour.findData("22:00"))
    assert reminder_hours(work).hour.hour == 10
    assert page.reminders.hour.current() == "10:30"


def test_staying_in_the_background_and_starting_with_the_computer(page, work, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    boxes = {box.accessibleName(): box for box in page.findChildren(Check)}
    stays = boxes["Keep reminding me when the window is closed"]
    stays.setChecked(not stays.isChecked())
    assert work.store.setting(ON_CLOSE) == "background"
    boxes["Start with the computer, in the background"].setChecked(True)
    entry = next((tmp_path / "autostart").iterdir()).read_text()
    assert '"-m" "winback_desktop" "--background"' in entry
    boxes["Start with the computer, in the background"].setChecked(False)
    assert list((tmp_path / "autostart").iterdir()) == []


def test_quiet_hours_without_a_length_are_refused_in_place(page, work):
    page.reminders.quiet_to.setCurrentIndex(page.reminders.quiet_to.findData("18:00"))
    assert "the whole day" in page._fields["quiet_to"].error
    assert page.reminders.quiet_to.current() == "08:30"


def test_reminders_are_paused_and_resumed_and_make_no_sound_before_it_is_wanted(page, work):
    card = page.reminders
    assert not reminder_hours(work).sound
    card.sound.click()
    assert reminder_hours(work).sound
    assert card.pause.isVisibleTo(page)
    page._settings.pause(1)
    assert "Paused until" in card.paused.text()
    assert not card.pause.isVisibleTo(page)
    card.resume.click()
    assert paused_until(work) is None


def test_a_pause_until_a_date_opens_a_month(page, work, qtbot):
    page.show()
    page.activate("pause")
    qtbot.waitUntil(lambda: page.reminders.pause.findChild(QCalendarWidget) is not None)
    month = page.reminders.pause.findChild(QCalendarWidget)
    month.clicked.emit(QDate(2026, 12, 1))
    assert paused_until(work).date() == date(2026, 12, 1)


def test_all_plans_can_wait_and_go_on(page, work, clock):
    record_loss(work, LossDraft("Rosa Delgado", learned_on=clock.today()))
    assert page.waiting.pause.isVisibleTo(page)
    page.waiting.ask()
    sheet = page.waiting.sheet
    sheet._pause()
    assert "Choose the day" in sheet.field.error
    sheet.until.set_day(date(2026, 11, 24))
    sheet._pause()
    assert "after today" in sheet.field.error
    sheet.until.set_day(date(2026, 12, 7))
    sheet.reason.setText("flu")
    sheet._pause()
    assert page.waiting.words.text() == "One plan waits until Monday, 7 December 2026."
    page.waiting.resume.click()
    assert page.waiting.pause.isVisibleTo(page)
    assert work.store.undo() == "go on with one plan"
    assert work.store.undo() == "pause one plan until Mon 7 Dec 2026"
