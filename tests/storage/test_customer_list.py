# SPDX-License-Identifier: MIT
"""The customer list keeps what it looked up, and still never shows anything old."""

from datetime import date

import pytest
from stored_records import DAY

from winback_desktop.application.queries import Sieve
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Touch, TouchKind

LAST = Sieve(order="last")


@pytest.fixture
def people(store) -> list[int]:
    with store.change("add"):
        return [store.add(Contact(name, tags=("garden",))).id for name in ("Ann", "Bea", "Cai")]


def call(store, contact: int, day: date = DAY) -> None:
    with store.change("call"):
        store.add(Touch(contact, TouchKind.CALL, day))


def test_whatever_is_written_is_seen_at_once(store, people):
    ann, bea, cai = people
    assert store.queries.contact_ids(LAST) == people
    call(store, ann)
    assert store.queries.contact_ids(LAST) == [bea, cai, ann]
    store.undo()
    assert store.queries.contact_ids(LAST) == people
    with store.change("delete"):
        store.save(store.get(Contact, ann)._replace(deleted_at=store.get(Contact, ann).created_at))
    store.redo()
    assert store.queries.contact_ids(Sieve(tag="garden")) == people


def test_what_is_rolled_back_is_not_kept(store, people):
    ann, bea, cai = people

    def fail() -> None:
        with store.change("call"):
            store.add(Touch(ann, TouchKind.CALL, DAY))
            assert store.queries.contact_ids(LAST) == [bea, cai, ann]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.queries.contact_ids(LAST) == people


def test_another_program_is_noticed(store, people, reopen):
    ann, bea, cai = people
    assert store.queries.contact_ids(LAST) == people
    other = reopen()
    call(other, ann)
    other.close()
    assert store.queries.contact_ids(LAST) == [bea, cai, ann]


def test_words_and_the_first_lines_agree_with_the_whole(store, people):
    with store.transaction():
        store.add_all(Contact(f"Ann {number:03}", organisation=f"Firm {number % 7}") for number in range(900))
    for number, contact in enumerate(store.queries.contact_ids(Sieve(text="ann"))[::5]):
        call(store, contact, date(2026, 1 + number % 12, 3))
    for order in ("name", "next", "last"):
        for sieve in (
            Sieve(order=order),
            Sieve(order=order, organisation="firm 3"),
            Sieve(order=order, role="best"),
        ):
            for text in ("", "ann", "ann 1", "ann 123", "nobody"):
                wanted = sieve._replace(text=text)
                whole = store.queries.contact_ids(wanted)
                assert store.queries.contact_ids(wanted, 50) == whole[:50]
                listed = set(store.queries.contact_ids(Sieve(text=text)))
                assert whole == [each for each in store.queries.contact_ids(sieve) if each in listed]
