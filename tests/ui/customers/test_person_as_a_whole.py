# SPDX-License-Identifier: MIT
"""A person's page beyond the form: touches, lifetimes, colleagues, moved addresses, forgetting, exporting."""

from datetime import date
from pathlib import Path

import pytest
from fakes import NoHolidays
from PySide6.QtWidgets import QComboBox, QLineEdit
from test_customers import Desk

from winback_desktop.application.change_plans import rehire
from winback_desktop.application.failures import Missing
from winback_desktop.application.keep_contacts import add_contact, card
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.lifetimes import Lifetime, lifetimes
from winback_desktop.domain.people import Address, Contact, Role
from winback_desktop.domain.practice import Touch, TouchKind
from winback_desktop.storage.opening import open_store
from winback_desktop.ui.keeping.presenter import KeepingPresenter
from winback_desktop.ui.keeping.sheet import KeepingSheet

MARCH, JUNE, OCTOBER = date(2025, 3, 1), date(2025, 6, 1), date(2025, 10, 1)


@pytest.fixture
def desk(work, theme, qtbot) -> Desk:
    return Desk(work, theme, qtbot)


@pytest.fixture
def priya(work) -> Contact:
    return add_contact(
        work,
        ContactCard(
            Contact("Priya Nair", organisation="Nair", roles=(Role.CLIENT,), customer_since=date(2020, 5, 9)),
            addresses=(Address("12 Mill Lane", locality="Springfield"),),
        ),
    )


def test_a_touch_is_logged_in_one_line_and_what_was_heard_is_noted(desk, qtbot, work, priya) -> None:
    desk.open(priya.id)
    desk.editor(QComboBox, "Kind of contact").setCurrentIndex(0)
    line = desk.editor(QLineEdit, "What you talked about")
    line.setText("She told me that she loves grilling")
    line.returnPressed.emit()
    (touch,) = work.store.find(Touch, contact=priya.id)
    assert (touch.kind, touch.on) == (TouchKind.CALL, date(2026, 11, 24))
    assert line.text() == ""
    desk.button("Note: grilling").click()
    assert [one.label for one in card(work, priya.id).interests] == ["grilling"]


def test_a_touch_after_today_is_refused_and_its_words_stay(desk, work, priya) -> None:
    desk.open(priya.id)
    line = desk.editor(QLineEdit, "What you talked about")
    line.setText("soon")
    desk.editor(QLineEdit, "Day of the contact").setText("25/11/2026")
    desk.button("Log it").click()
    assert line.text() == "soon"
    assert any("still to come" in text for text in desk.texts())
    assert work.store.find(Touch) == []


@pytest.mark.parametrize(
    ("since", "left", "back", "expected"),
    [
        (None, [], [], ()),
        (MARCH, [], [], (Lifetime(1, MARCH, None),)),
        (MARCH, [JUNE], [], (Lifetime(1, MARCH, JUNE),)),
        (MARCH, [JUNE], [OCTOBER], (Lifetime(1, MARCH, JUNE), Lifetime(2, OCTOBER, None))),
        (None, [MARCH, JUNE], [OCTOBER], (Lifetime(1, None, MARCH), Lifetime(2, OCTOBER, None))),
        (OCTOBER, [JUNE], [], (Lifetime(1, None, JUNE),)),
        (MARCH, [], [JUNE], (Lifetime(1, MARCH, None),)),
    ],
)
def test_lifetimes_begin_with_coming_and_end_with_leaving(since, left, back, expected) -> None:
    assert lifetimes(since, left, back) == expected


def test_a_second_lifetime_stands_in_header_and_history(desk, work, priya) -> None:
    rehire(work, record_loss(work, LossDraft(contact=priya.id)).plan.id)
    desk.open(priya.id)
    assert any(text.endswith("second lifetime") for text in desk.texts())
    assert "Second lifetime begins" in desk.texts()
    assert "First lifetime begins" in desk.texts()


def test_others_of_the_same_firm_are_a_step_away(desk, work, priya) -> None:
    other = add_contact(work, ContactCard(Contact("Sam", organisation="NAIR")))
    desk.open(priya.id)
    assert "Also at Nair" in desk.texts()
    desk.page.person()._person.open(other.id)
    assert desk.navigator.here.target == other.id


def test_an_address_has_its_days_and_mail_that_came_back(desk, work, priya) -> None:
    desk.open(priya.id)
    desk.button("Address, birthday and more").click()
    for name, text in (("Valid from", "01/01/2026"), ("Mail came back on", "03/11/2026")):
        desk.type(desk.editor(QLineEdit, name), text)
    desk.editor(QLineEdit, "Name").setFocus()
    (address,) = card(work, priya.id).addresses
    assert (address.valid_from, address.valid_to) == (date(2026, 1, 1), None)
    assert address.returned_on == date(2026, 11, 3)
    desk.operations.undo()
    assert card(work, priya.id).addresses[0].valid_from is None or desk.editor(QLineEdit, "Valid from")


def test_tags_are_chips_on_the_page(desk, qtbot, work, priya) -> None:
    desk.open(priya.id)
    desk.button("Address, birthday and more").click()
    line = desk.editor(QLineEdit, "Tags")
    desk.type(line, "garden,")
    assert work.store.get(Contact, priya.id).tags == ("garden",)
    desk.page.person()._person.knowing.remove_tag(0)
    assert work.store.get(Contact, priya.id).tags == ()


def test_forgetting_asks_once_and_erases(theme, qtbot, clock, tmp_path: Path) -> None:
    store = open_store(tmp_path / "winback.db", clock_now=clock.now, program_version="1")
    work = Workspace(store, clock, NoHolidays())
    desk = Desk(work, theme, qtbot)
    priya = add_contact(work, ContactCard(Contact("Priya Nair")))
    record_loss(work, LossDraft(contact=priya.id))
    store.backup()
    said = []
    desk.operations.remarked.connect(said.append)
    desk.open(priya.id)
    desk.page.person()._ask_forget()
    assert any("ends with it" in text for text in desk.texts())
    desk.button("Forget for good").click()
    qtbot.waitUntil(lambda: bool(said))
    with pytest.raises(Missing):
        store.get(Contact, priya.id)
    assert said == ["Priya Nair is forgotten."]
    assert b"Priya" not in (tmp_path / "winback.db").read_bytes()
    qtbot.waitUntil(lambda: desk.page.currentWidget() is desk.page.directory())
    store.listener = None
    store.close()


def test_the_data_of_one_person_is_exported_as_three_files(desk, work, priya, theme, tmp_path) -> None:
    add_contact(work, ContactCard(Contact("Somebody Else")))
    presenter = KeepingPresenter(work, desk.operations)
    sheet = KeepingSheet(theme, desk.page, presenter, priya.id)
    sheet._export_person(priya.id, str(tmp_path / "priya.json"))
    assert sheet.said.text() == "Wrote priya.vcf, priya.ics, priya.json."
    assert all("Somebody" not in (tmp_path / f"priya{end}").read_text() for end in (".vcf", ".ics", ".json"))
    assert "Priya Nair" in (tmp_path / "priya.json").read_text()
