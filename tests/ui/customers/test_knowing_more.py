# SPDX-License-Identifier: MIT
"""On a person's page: light questions, what does not go together, who else, and own ideas in the card."""

import pytest
from PySide6.QtWidgets import QApplication

from winback_desktop.application.keep_interests import add_constraint, add_interest
from winback_desktop.application.log_touch import log_touch
from winback_desktop.application.owner import owner, save_owner
from winback_desktop.domain.people import Asked, ConstraintKind, Contact
from winback_desktop.domain.practice import TouchKind
from winback_desktop.ui.customers.person.ask_card import AskCard
from winback_desktop.ui.customers.person.gift_card import GiftCard
from winback_desktop.ui.customers.person.gift_sheets import MarkSheet, PolicySheet
from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.view import PersonView
from winback_desktop.ui.navigation import GIFT_IDEAS, INTERESTS, LISTEN, Navigator, Words
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.widgets.buttons import Button


class Page:
    """Rosa's page."""

    def __init__(self, work, theme) -> None:
        self.work = work
        with work.store.change("know two people"):
            self.rosa = work.store.add(Contact("Rosa Berg", given="Rosa", organisation="City Hall")).id
            self.ines = work.store.add(Contact("Ines Moreau")).id
        for contact in (self.rosa, self.ines):
            add_interest(work, contact, "wine")
        self.operations, self.navigator = Operations(work.store), Navigator()
        self.asked: list[tuple[str, object]] = []
        self.navigator.asked.connect(lambda request, target: self.asked.append((request, target)))
        self.person = Person(work, self.operations, self.navigator)
        self.view = PersonView(self.person, theme)
        self.view.resize(1100, 900)
        self.view.show()
        self.view.show_person(self.rosa)

    def press(self, name: str, among=None) -> None:
        QApplication.processEvents()
        buttons = (among or self.view).findChildren(Button)
        next(one for one in buttons if one.accessibleName() == name and not one.isHidden()).click()


@pytest.fixture
def page(qtbot, work, theme):
    found = Page(work, theme)
    qtbot.addWidget(found.view)
    return found


def test_questions_are_marked_and_stay_away(page):
    card = page.view.findChild(AskCard)
    first, second, *_ = page.person.screen.asking
    page.press(f"Asked: {first.words}", card)
    page.press(f"Not now: {second.words}", card)
    shown = [row.topic for row in page.person.screen.asking]
    assert not {first.topic, second.topic} & set(shown)
    assert len(shown) == 3
    assert {one.answer for one in page.work.store.find(Asked)} == {"asked", "not-now"}
    page.operations.undo()
    assert second.topic in [row.topic for row in page.person.screen.asking]


def test_nobody_is_asked_who_is_not_to_be_contacted(page):
    page.person.ask_no_contact("by phone", None, "", "")
    assert page.person.screen.asking == ()
    assert page.view.findChild(AskCard).isHidden()


def test_what_does_not_go_together_is_said_under_what_to_avoid(page):
    add_constraint(page.work, page.rosa, ConstraintKind.ALCOHOL)
    field = page.view.about._fields["avoid"]
    assert field.error.startswith("They enjoy wine, and you noted “alcohol”")
    page.person.knowing.remove_avoid(page.person.screen.avoid[0].id)
    assert field.error == ""


def test_who_else_own_ideas_and_talks_ask_for_their_sheets(page):
    assert page.person.knowing.others_enjoying("Wine") == 1
    page.person.show_sharing("wine")
    page.press("Add an idea of your own…")
    log_touch(page.work, page.rosa, TouchKind.CALL, "She has taken up sailing", None)
    page.press("Note an interest from this: Call: She has taken up sailing")
    words = Words(page.rosa, "She has taken up sailing")
    assert page.asked == [(INTERESTS, "wine"), (GIFT_IDEAS, "wine"), (LISTEN, words)]


def test_an_idea_is_hidden_from_its_reasons(page):
    first = page.person.screen.ideas[0]
    page.press(f"Why this? {first.title}")
    page.press(f"Don’t suggest this any more: {first.title}", page.view.findChild(GiftCard))
    assert first.title not in [one.title for one in page.person.screen.ideas]
    assert (first.title, "You don't want to see this idea.") in page.person.giving.why_not()


def test_the_year_is_said_while_the_cost_is_typed_and_nothing_is_blocked(page, theme):
    save_owner(page.work, owner(page.work)._replace(gift_year_budget=20))
    page.person.giving.choose(page.person.screen.ideas[0].key)
    sheet = MarkSheet(page.view, page.person, theme, page.person.screen.gift, "bought")
    sheet._line.setText("25")
    assert sheet._year.text().startswith("With this, gifts to everybody come to $25 of $20. That is $5 above")
    sheet._line.setText("a lot")
    sheet._go()
    assert "is no sum we can read" in sheet._field.error
    sheet._line.setText("25")
    sheet._go()
    assert page.person.screen.gift.state_words.startswith("bought")
    assert any("above what you set" in note for note in page.person.screen.gift_notes)


def test_a_firms_policy_may_start_from_its_sector(page, theme):
    sheet = PolicySheet(page.view, page.person, theme)
    sheet._sector.setCurrentIndex(1)
    assert (sheet._gift.text(), sheet._year.text(), sheet._currency.text()) == ("20", "50", "USD")
    sheet._currency.setText("dollars")
    sheet._go()
    assert "three letters" in sheet._fields["policy"].error
    sheet._currency.setText("usd")
    sheet._go()
    assert any(
        "City Hall lets its people accept $20 a gift" in note for note in page.person.screen.gift_notes
    )
