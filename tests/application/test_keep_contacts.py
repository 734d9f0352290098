# SPDX-License-Identifier: MIT
"""Keeping customers, their interests and their gifts, on the real store in memory."""

from datetime import date

import pytest
from fakes import FakeClock, NoHolidays

from winback_desktop.application.choose_gift import choose, chosen_gift, ideas_for, mark_gift, ranking_for
from winback_desktop.application.failures import Missing, Refused
from winback_desktop.application.keep_contacts import (
    add_contact,
    card,
    edit_contact,
    remove_contact,
    restore_contact,
    set_addresses,
    set_dates,
    set_points,
    set_status,
)
from winback_desktop.application.keep_interests import (
    accept,
    add_constraint,
    add_interest,
    add_interests,
    edit_interest,
    hear,
    remove_constraint,
    remove_interest,
)
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.contact_checks import email_doubt, phone_doubt
from winback_desktop.domain.people import (
    Address,
    Attitude,
    Constraint,
    ConstraintKind,
    Contact,
    ContactPoint,
    ContactStatus,
    ImportantDate,
    Interest,
    PointKind,
    Role,
)
from winback_desktop.domain.practice import CARE, OPEN_STATES, GiftState, Step, StepKind
from winback_desktop.storage.opening import open_memory_store


@pytest.fixture
def work(clock: FakeClock):
    store = open_memory_store(clock.now)
    yield Workspace(store, clock, NoHolidays())
    store.close()


@pytest.fixture
def priya(work: Workspace) -> Contact:
    return add_contact(
        work,
        ContactCard(
            Contact("Priya  Nair ", organisation="Nair Interiors", roles=(Role.CLIENT,)),
            points=(
                ContactPoint(PointKind.EMAIL, " priya@nair-interiors.com "),
                ContactPoint(PointKind.PHONE, ""),
            ),
            interests=(Interest("grilling", words="every Sunday"), Interest("trout fishing")),
            constraints=(Constraint(ConstraintKind.ALLERGY, "nuts"),),
        ),
    )


def test_a_card_comes_back_whole_and_tidied(work, priya) -> None:
    found = card(work, priya.id)
    assert found.contact.name == "Priya Nair"
    assert [point.value for point in found.points] == ["priya@nair-interiors.com"]
    assert [interest.label for interest in found.interests] == ["grilling", "trout fishing"]
    assert found.constraints[0].avoid == "nuts"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 10_000}, "name"),
        ({"organisation": "o" * 400}, "organisation"),
        ({"customer_since": date(2027, 1, 1)}, "customer_since"),
        ({"about": "a" * 30_000}, "about"),
    ],
)
def test_what_cant_be_right_is_refused_by_field_and_changes_nothing(work, priya, change, field) -> None:
    with pytest.raises(Refused) as refusal:
        edit_contact(work, priya._replace(**change))
    assert refusal.value.field == field
    assert str(refusal.value).endswith(".")
    assert work.store.get(Contact, priya.id) == priya


@pytest.mark.parametrize(
    "name", ["🎈", "مريم العلي", '<img src="/etc/hostname">', "O’Hara, Jr. & Sons", "李"]
)
def test_unusual_names_are_names(work, name) -> None:
    assert add_contact(work, ContactCard(Contact(name))).name == name


def test_an_edit_names_itself_for_undo_and_one_that_changes_nothing_is_none(work, priya) -> None:
    edit_contact(work, priya._replace(organisation="Nair & Co"))
    assert work.store.undo_label() == "change the organisation of Priya Nair"
    work.store.undo()
    assert work.store.get(Contact, priya.id).organisation == "Nair Interiors"
    before = work.store.undo_label()
    edit_contact(work, priya)
    assert work.store.undo_label() == before


def test_points_keep_their_ids_while_they_are_edited(work, priya) -> None:
    first = card(work, priya.id).points[0]
    stored = set_points(
        work, priya.id, [first._replace(value="p@nair.example"), ContactPoint(PointKind.PHONE, "+1 555 0100")]
    )
    assert [point.value for point in stored] == ["p@nair.example", "+1 555 0100"]
    assert stored[0].id == first.id
    set_points(work, priya.id, [stored[1]])
    assert [point.value for point in card(work, priya.id).points] == ["+1 555 0100"]
    work.store.undo()
    assert len(card(work, priya.id).points) == 2


def test_addresses_and_dates_are_checked(work, priya) -> None:
    set_addresses(work, priya.id, [Address("1 Mill Lane\nFlat 2", locality="Springfield", country="us")])
    assert card(work, priya.id).addresses[0].country == "US"
    with pytest.raises(Refused, match="before it begins"):
        set_addresses(work, priya.id, [Address(valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1))])
    set_dates(work, priya.id, [ImportantDate("", 2, 29)])
    assert card(work, priya.id).dates[0].label == "Birthday"
    for wrong in (ImportantDate("", 2, 31), ImportantDate("", 2, 29, 2027), ImportantDate("", 13, 1)):
        with pytest.raises(Refused):
            set_dates(work, priya.id, [wrong])
    assert len(card(work, priya.id).dates) == 1


def test_do_not_contact_drops_what_reaches_out_and_keeps_what_is_for_the_owner(work, priya) -> None:
    record_loss(work, LossDraft(contact=priya.id))
    set_status(work, priya.id, ContactStatus.DO_NOT_CONTACT, "asked by phone")
    open_kinds = {step.kind for step in work.store.find(Step, contact=priya.id, state=OPEN_STATES)}
    assert open_kinds
    assert open_kinds <= set(CARE)
    assert ideas_for(work, priya.id) == []
    work.store.undo()
    kinds = {step.kind for step in work.store.find(Step, contact=priya.id, state=OPEN_STATES)}
    assert StepKind.GIFT in kinds


def test_a_removed_contact_comes_back(work, priya) -> None:
    remove_contact(work, priya.id)
    assert work.store.queries.contacts() == []
    restore_contact(work, priya.id)
    assert [row.name for row in work.store.queries.contacts()] == ["Priya Nair"]


def test_pasted_interests_become_single_ones_once(work, priya) -> None:
    add_interests(work, priya.id, "opera, jazz; Opera\n  ")
    assert [one.label for one in card(work, priya.id).interests] == [
        "grilling",
        "trout fishing",
        "opera",
        "jazz",
    ]
    work.store.undo()
    assert len(card(work, priya.id).interests) == 2


def test_the_same_interest_again_gains_what_is_new(work, priya) -> None:
    again = add_interest(work, priya.id, "Grilling", on=date(2026, 11, 1), where="the fair")
    assert (again.words, again.heard_where, again.heard_on) == ("every Sunday", "the fair", date(2026, 11, 1))
    assert len(card(work, priya.id).interests) == 2


@pytest.mark.parametrize(("label", "on"), [("", None), ("x" * 5_000, None), ("golf", date(2027, 1, 1))])
def test_an_interest_that_cant_be_right_is_refused(work, priya, label, on) -> None:
    with pytest.raises(Refused):
        add_interest(work, priya.id, label, on=on)


def test_an_interest_is_changed_and_removed_with_undo(work, priya) -> None:
    opera = add_interest(work, priya.id, "opera")
    assert opera.category == "Music, stage and screen"
    golf = edit_interest(work, opera._replace(label="golf", attitude=Attitude.DISLIKE, still_true=False))
    assert golf.category == "Sport and movement"
    remove_interest(work, golf.id)
    work.store.undo()
    assert card(work, priya.id).interests[-1] == golf


def test_what_to_avoid_is_noted_once_and_removed(work, priya) -> None:
    first = add_constraint(work, priya.id, ConstraintKind.DIET, " pork ")
    assert add_constraint(work, priya.id, ConstraintKind.DIET, "Pork") == first
    with pytest.raises(Refused, match="what to avoid"):
        add_constraint(work, priya.id, ConstraintKind.ALLERGY)
    remove_constraint(work, first.id)
    assert [one.avoid for one in card(work, priya.id).constraints] == ["nuts"]


def test_free_words_become_proposals_until_they_are_noted(work, priya) -> None:
    text = "She loves opera and grills on Sundays. Doesn't drink."
    heard = hear(work, priya.id, text)
    assert [one.label for one in heard] == ["opera", "alcohol"]
    for one in heard:
        accept(work, priya.id, one)
    assert hear(work, priya.id, text) == []


def test_a_gift_is_chosen_with_its_reason_and_never_suggested_again(work, priya) -> None:
    recorded = record_loss(work, LossDraft(contact=priya.id))
    ideas = ideas_for(work, priya.id)
    assert ideas[0].because == "because of “grilling”"
    gift = choose(work, priya.id, ideas[0])
    assert gift.plan == recorded.plan.id
    assert gift.step is not None
    assert chosen_gift(work, priya.id) == gift
    assert ideas[0].idea not in [one.idea for one in ideas_for(work, priya.id)]
    other = choose(work, priya.id, ideas[1])
    assert chosen_gift(work, priya.id) == other
    assert ideas[0].idea in [one.idea for one in ideas_for(work, priya.id)]
    assert any(one.idea == ideas[1].idea for one in ranking_for(work, priya.id).set_aside)


def test_a_refused_gift_notes_that_they_prefer_none(work, priya) -> None:
    gift = choose(work, priya.id, ideas_for(work, priya.id)[0])
    mark_gift(work, gift.id, GiftState.SENT, cost=1250)
    mark_gift(work, gift.id, GiftState.REFUSED)
    assert ConstraintKind.NO_GIFTS in {one.kind for one in card(work, priya.id).constraints}
    assert {one.kind for one in ideas_for(work, priya.id)} == {"time"}


def test_wrong_budgets_costs_and_numbers_are_refused(work, priya) -> None:
    with pytest.raises(Refused):
        ideas_for(work, priya.id, budget=-1)
    gift = choose(work, priya.id, ideas_for(work, priya.id)[0])
    with pytest.raises(Refused):
        mark_gift(work, gift.id, GiftState.BOUGHT, cost=-5)
    with pytest.raises(Missing):
        ideas_for(work, 4711)


def test_no_gift_is_chosen_for_somebody_who_died(work, priya) -> None:
    idea = ideas_for(work, priya.id)[0]
    set_status(work, priya.id, ContactStatus.DECEASED)
    with pytest.raises(Refused, match="deceased"):
        choose(work, priya.id, idea)


@pytest.mark.parametrize(
    ("value", "doubt"),
    [
        ("", ""),
        ("priya@nair-interiors.com", ""),
        ("مريم@مثال.السعودية", ""),
        ("priya@nair-interiors", "“.com”"),
        ("priya.nair", "“@”"),
        ("a b@c.de", "one e-mail address"),
        ("@x.de", "“@”"),
    ],
)
def test_an_address_that_looks_incomplete_raises_a_doubt_not_a_refusal(value, doubt) -> None:
    assert doubt in email_doubt(value)
    assert bool(doubt) == bool(email_doubt(value))


def test_a_phone_number_has_digits() -> None:
    assert phone_doubt("+1 555 0100") == ""
    assert phone_doubt("later") != ""
