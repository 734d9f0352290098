# SPDX-License-Identifier: MIT
"""Who shares an interest: counted without those who dislike it, did once, or were deleted."""

from datetime import UTC, datetime

import pytest

from winback_desktop.domain.people import Attitude, Contact, Interest
from winback_desktop.storage.opening import open_memory_store

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def store():
    found = open_memory_store(lambda: NOW)
    with found.change("fill"):
        for name, label, words, more in (
            ("Bea", "Trout fishing", "every May", {}),
            ("Ann", "trout fishing", "", {}),
            ("Ann", "Opera", "", {}),
            ("Cid", "trout fishing", "", {"attitude": Attitude.DISLIKE}),
            ("Dan", "opera", "", {"still_true": False}),
            ("Eve", "Ópera", "", {}),
        ):
            known = found.find(Contact, name=name)
            person = known[0] if known else found.add(Contact(name, organisation=f"{name} Ltd"))
            found.add(Interest(label, words=words, contact=person.id, **more))
        gone = found.add(Contact("Fay", deleted_at=NOW))
        found.add(Interest("opera", contact=gone.id))
    yield found
    found.close()


def test_counts_leave_out_who_does_not_enjoy_it_any_more(store):
    ask = store.queries.interest_counts
    assert [(label.casefold(), number) for label, number in ask()] == [("opera", 2), ("trout fishing", 2)]
    assert [number for _, number in ask("fish")] == [2]
    assert [number for _, number in ask("TROUT fish")] == [2]
    assert ask("chess") == []
    assert ask("'\"*") == []
    assert len(ask(limit=1)) == 1


def test_people_come_by_name_with_their_words(store):
    found = store.queries.people_sharing("TROUT FISHING")
    assert [(row.name, row.organisation, row.words) for row in found] == [
        ("Ann", "Ann Ltd", ""),
        ("Bea", "Bea Ltd", "every May"),
    ]
    assert [row.name for row in store.queries.people_sharing("opera")] == ["Ann", "Eve"]
    assert len(store.queries.people_sharing("opera", limit=1)) == 1
    assert store.queries.people_sharing("") == []
