# SPDX-License-Identifier: MIT
"""The life of a gift with cost and reason, what was spent, and what a firm lets its people accept."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit
from test_customers import Desk

from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_limits import gift_notes, policy_of, save_policy
from winback_desktop.application.keep_contacts import add_contact
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Gift, GiftPolicy, GiftState
from winback_desktop.ui.customers.person.gift_sheets import MarkSheet, PolicySheet


@pytest.fixture
def desk(work, theme, qtbot) -> Desk:
    return Desk(work, theme, qtbot)


@pytest.fixture
def priya(work) -> Contact:
    return add_contact(work, ContactCard(Contact("Priya Nair", organisation="Nair")))


@pytest.fixture
def gift(work, priya) -> Gift:
    with work.store.change("choose"):
        return work.store.add(Gift(priya.id, "Tongs", "grilling", currency="USD"))


def mark(desk: Desk, state: str, name: str, typed: str) -> MarkSheet:
    person = desk.page.person()._person
    sheet = MarkSheet(desk.page, person, desk.theme, person.screen.gift, state)
    desk.editor(QLineEdit, name).setText(typed)
    desk.button(f"Mark as {state}").click()
    return sheet


def test_a_gift_is_bought_for_a_sum_sent_and_comes_back_for_a_reason(desk, work, priya, gift) -> None:
    desk.open(priya.id)
    mark(desk, "bought", "What did it cost? (optional)", "a lot")
    assert any("is no sum we can read" in text for text in desk.texts())
    desk.editor(QLineEdit, "What did it cost? (optional)").setText("24,90")
    desk.button("Mark as bought").click()
    assert work.store.get(Gift, gift.id).cost == 2490
    assert "$24.90 spent on gifts for them this year." in desk.texts()
    desk.page.person()._person.giving.mark(gift.id, "sent")
    mark(desk, "returned", "Why, if they said? (optional)", "They moved")
    stored = work.store.get(Gift, gift.id)
    assert (stored.state, stored.reason, stored.cost) == (GiftState.RETURNED, "They moved", 2490)
    desk.operations.undo()
    assert work.store.get(Gift, gift.id).state is GiftState.SENT


def test_a_firms_policy_is_noted_and_warns(desk, work, priya) -> None:
    desk.open(priya.id)
    desk.button("What their firm accepts…").click()
    desk.editor(QLineEdit, "At most for a gift").setText("20")
    desk.editor(QLineEdit, "Where you read it").setText("their page")
    desk.button("Note it").click()
    assert "Nair lets its people accept $20 a gift (their page, checked 24 Nov 2026)." in desk.texts()
    assert "Your budget for a gift is above that. This is a reminder and no advice." in desk.texts()
    sheet = PolicySheet(desk.page, desk.page.person()._person, desk.theme)
    assert desk.editor(QLineEdit, "At most for a gift").text() == "20"
    sheet.finish()
    desk.operations.undo()
    assert policy_of(work, "Nair") is None


def test_one_policy_a_firm_whatever_its_case(work, priya) -> None:
    save_policy(work, GiftPolicy("Nair", 5000))
    save_policy(work, GiftPolicy("NAIR", 3000, 1000, words="no cash"))
    assert len(work.store.find(GiftPolicy)) == 1
    assert gift_notes(work, priya) == ("Nair lets its people accept $30 a gift and $10 a year: no cash.",)


@pytest.mark.parametrize(
    "policy",
    [GiftPolicy("Nair", -1), GiftPolicy(" "), GiftPolicy("Nair", checked_on=date(2030, 1, 1))],
)
def test_a_policy_that_cannot_be_is_refused(work, policy) -> None:
    with pytest.raises(Refused):
        save_policy(work, policy)
    assert work.store.find(GiftPolicy) == []
