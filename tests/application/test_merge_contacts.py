# SPDX-License-Identifier: MIT
"""Two entries of one person become one: nothing is lost, marks hold, and undo brings both back."""

from datetime import date

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_contacts import add_contact, card, remove_contact, set_dates
from winback_desktop.application.long_work import at_once
from winback_desktop.application.merge_contacts import likely_duplicates, merge
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.archives import ARCHIVED
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import (
    Contact,
    ContactPoint,
    ContactStatus,
    ImportantDate,
    Interest,
    PointKind,
)
from winback_desktop.domain.practice import Gift, Loss, Plan, PlanState


def person(work, name, *points, **fields):
    return add_contact(
        work, ContactCard(Contact(name, **fields), tuple(ContactPoint(*point) for point in points))
    ).id


def everything(work):
    return {kind: work.store.find(kind) for kind in ARCHIVED}


def test_pairs_are_found_by_mail_phone_and_turned_name(work) -> None:
    ann = person(work, "Ann Berg", (PointKind.EMAIL, "Ann@x.org"))
    mail = person(work, "A. Berg", (PointKind.EMAIL, "ann@X.org"), (PointKind.PHONE, "0171 555 0100"))
    phone = person(work, "Annie", (PointKind.PHONE, "+49 171 555 0100"))
    turned = person(work, "Berg, Ann")
    person(work, "Somebody")
    found = {(one.first, one.second, one.why) for one in at_once(likely_duplicates(work))}
    assert found == {
        (ann, mail, "the same e-mail"),
        (mail, phone, "the same phone number"),
        (ann, turned, "the same name"),
    }
    remove_contact(work, mail)
    assert [(one.first, one.second) for one in at_once(likely_duplicates(work))] == [(ann, turned)]


def test_a_switchboard_says_nothing(work) -> None:
    for number in range(8):
        person(work, f"Person {number}", (PointKind.PHONE, "030 123 4567 0"))
    assert at_once(likely_duplicates(work)) == []


def test_everything_moves_and_undo_brings_both_back(work) -> None:
    keep = person(work, "Ann Berg", (PointKind.EMAIL, "ann@x.org"), about="Likes tea.", tags=("garden",))
    other = add_contact(
        work,
        ContactCard(
            Contact("A. Berg", organisation="Bergs", about="Two sons.", tags=("garden", "north"),
                    customer_since=date(2019, 1, 1)),
            (ContactPoint(PointKind.EMAIL, "ANN@x.org"), ContactPoint(PointKind.PHONE, "0171 555 0100")),
            interests=(Interest("Tea"), Interest("jazz")),
        ),
    ).id  # fmt: skip
    with work.store.change("tea"):
        mine = work.store.add(Interest("tea", contact=keep))
        theirs = card(work, other).interests[0]
        work.store.add(Gift(other, "Tongs", interest=theirs.id))
    loss = record_loss(work, LossDraft(contact=other)).loss
    before = everything(work)
    merge(work, keep, other)
    whole = card(work, keep)
    assert whole.contact.organisation == "Bergs"
    assert (whole.contact.about, whole.contact.tags) == ("Likes tea.\n\nTwo sons.", ("garden", "north"))
    assert whole.contact.customer_since == date(2019, 1, 1)
    assert [point.value for point in whole.points] == ["ann@x.org", "0171 555 0100"]
    assert sorted(one.label for one in whole.interests) == ["jazz", "tea"]
    assert work.store.get(Loss, loss.id).contact == keep
    assert work.store.find(Gift)[0].interest == mine.id
    assert work.store.get(Contact, other).deleted_at is not None
    assert work.store.undo() == "merge A. Berg into Ann Berg"
    assert everything(work) == before


def test_a_mark_of_either_holds_and_ends_the_plan(work) -> None:
    keep = person(work, "Ann")
    plan = record_loss(work, LossDraft(contact=keep)).plan
    other = person(work, "Ann B.", status=ContactStatus.DO_NOT_CONTACT)
    assert merge(work, keep, other).status is ContactStatus.DO_NOT_CONTACT
    assert work.store.get(Plan, plan.id).state is PlanState.DO_NOT_CONTACT


def test_what_cannot_be_merged_gets_a_sentence(work) -> None:
    one, two, gone = person(work, "Ann"), person(work, "Ann B."), person(work, "Gone")
    remove_contact(work, gone)
    for contact in (one, two):
        record_loss(work, LossDraft(contact=contact))
    before = everything(work)
    for keep, other, words in ((one, one, "same entry"), (one, gone, "deleted"), (one, two, "path back")):
        with pytest.raises(Refused, match=words):
            merge(work, keep, other)
    assert everything(work) == before


def test_each_field_can_be_right_on_either_side(work) -> None:
    keep = add_contact(
        work,
        ContactCard(
            Contact(
                "Ann Berg", given="Ann", family="Berg", organisation="Boats", customer_since=date(2020, 1, 1)
            ),
            dates=(ImportantDate("Birthday", 2, 28), ImportantDate("Wedding", 6, 1)),
        ),
    ).id
    other = add_contact(
        work,
        ContactCard(
            Contact("Anna Berg-Holm", given="Anna", organisation="Sails", customer_since=date(2018, 1, 1)),
            dates=(ImportantDate("birthday", 2, 29, 1980),),
        ),
    ).id
    before = everything(work)
    right = {"name": other, "organisation": keep, "customer_since": keep, "birthday": other}
    merged = merge(work, keep, other, right)
    assert (merged.name, merged.given, merged.family) == ("Anna Berg-Holm", "Anna", "")
    assert (merged.organisation, merged.customer_since) == ("Boats", date(2020, 1, 1))
    days = {(day.label, day.month, day.day, day.year) for day in card(work, keep).dates}
    assert days == {("Birthday", 2, 29, 1980), ("Wedding", 6, 1, None)}
    work.store.undo()
    assert everything(work) == before


def test_the_same_birthday_keeps_the_year_that_only_one_knew(work) -> None:
    one, two = person(work, "Ann"), person(work, "Anna")
    set_dates(work, one, [ImportantDate("birthday", 2, 29)])
    set_dates(work, two, [ImportantDate("Birthday", 2, 29, 1980)])
    merge(work, one, two)
    assert [(day.day, day.year) for day in card(work, one).dates] == [(29, 1980)]
