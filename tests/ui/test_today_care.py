# SPDX-License-Identifier: MIT
"""Today and its owner: silent on a walk, one question afterwards, and an end with good deeds."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from winback_desktop.application import play_game, take_walk
from winback_desktop.application.best_customers import add_best
from winback_desktop.application.care_steps import dismissed
from winback_desktop.application.lean_on import add_helper
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.referrals import mark_thanked, record_referral
from winback_desktop.domain.care import Walk, WalkAnswer
from winback_desktop.domain.practice import StepKind
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.system.public_holidays import PublicHolidays
from winback_desktop.ui.navigation import WELLBEING, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.today.page import build_page
from winback_desktop.ui.today.side import CareCard
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.walk_card import WalkAwayCard, WalkBackCard


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
    page.navigator = navigator
    qtbot.addWidget(page)
    page.show()
    page.activate(None)
    return page


def said(page) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def row(page, start: str) -> ListRow:
    return next(row for row in page.findChildren(ListRow) if row.accessibleName().startswith(start))


def test_on_a_walk_the_case_is_out_of_sight_and_afterwards_there_is_one_question(page, work, clock):
    record_loss(work, LossDraft("Rosa Delgado"))
    assert "Rosa Delgado" in said(page)
    take_walk.begin_walk(work, 20)
    assert "until 09:20" in said(page)
    assert "Rosa" not in said(page)
    page.findChild(WalkAwayCard).back.emit()
    assert "Rosa Delgado" in said(page)
    assert "Take a walk" not in said(page)
    page.findChild(WalkBackCard).answered.emit("next", "call Ines")
    assert work.store.find(Walk)[0].answer is WalkAnswer.NEXT
    assert "Welcome back" not in said(page)


def test_the_rows_for_the_owner_lead_to_where_it_is_done(page, work, clock):
    record_loss(work, LossDraft("Rosa Delgado"))
    clock.move(days=5)
    page._presenter.refresh()
    assert "Find somebody to lean on" in said(page)
    add_helper(work, "Sam Whitfield")
    add_best(work, "Ines Moreau")
    play_game.start_mission(work, "Week", 5)
    play_game.help_one(work)
    assert "1 of 5" in said(page)
    assert {"Sam", "Ines"} <= set(said(page).splitlines())
    card = next(card for card in page.findChildren(CareCard) if card.isVisible())
    card.choose("best-customer")
    card.go.click()
    assert page.navigator.here == (WELLBEING, "best-customer")


def test_a_kind_of_care_is_dismissed_for_good_from_today(page, work):
    record_loss(work, LossDraft("Rosa Delgado"))
    card = page.findChild(CareCard)
    menu = QMenu(page)
    card._fill_more(menu, card._rows[0], card.body)
    next(action for action in menu.actions() if action.text() == "Never suggest this again").trigger()
    assert dismissed(work) == (StepKind.WALK,)
    assert "Take a walk" not in said(page)


def test_thanks_that_wait_stand_here_and_the_page_ends_with_good_deeds(page, work, clock):
    ines = add_best(work, "Ines Moreau")
    referral = record_referral(work, ines.id, "Petra Holm")
    play_game.help_one(work)
    play_game.help_one(work)
    assert "Two people helped within a week" in said(page)
    row(page, "Thank Ines Moreau").activated.emit()
    assert page.navigator.here == (WELLBEING, "best")
    mark_thanked(work, referral.id)
    clock.move(days=7)
    page._presenter.refresh()
    assert "helped within a week" not in said(page)
    assert "To thank" not in said(page)
