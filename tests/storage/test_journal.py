# SPDX-License-Identifier: MIT
"""Undo and redo: whatever was changed can be taken back and done again, also after a restart."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stored_records import DAY, add_one_of_each, everything

from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import Refused
from winback_desktop.application.own_records import Reminder
from winback_desktop.application.stored_holidays import HolidayYear, PublicHoliday
from winback_desktop.domain.people import Contact, Interest
from winback_desktop.domain.practice import Gift, Loss, LossKind, Note, Plan, PlanState, Step, StepKind
from winback_desktop.storage import index_care, journal
from winback_desktop.storage.opening import open_memory_store


def now() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def test_a_change_is_taken_back_and_done_again_by_name(store):
    with store.change("add Ann"):
        ann = store.add(Contact("Ann"))
    with store.change("rename Ann"):
        store.save(ann._replace(name="Anna"))
    assert (store.undo_label(), store.redo_label()) == ("rename Ann", None)
    assert store.undo() == "rename Ann"
    assert store.get(Contact, ann.id) == ann
    assert store.undo() == "add Ann"
    assert store.find(Contact) == []
    assert store.undo() is None
    assert store.redo() == "add Ann"
    assert store.redo() == "rename Ann"
    assert store.redo() is None
    assert store.get(Contact, ann.id).name == "Anna"


def test_it_survives_a_restart(store, reopen):
    with store.change("add Ann"):
        store.add(Contact("Ann"))
    store.close()
    second = reopen()
    assert second.undo() == "add Ann"
    second.close()
    third = reopen()
    assert third.find(Contact) == []
    assert third.redo() == "add Ann"
    assert [c.name for c in third.find(Contact)] == ["Ann"]


def test_a_new_change_ends_what_could_be_done_again(store):
    with store.change("add Ann"):
        store.add(Contact("Ann"))
    store.undo()
    with store.change("nothing"):
        pass
    assert store.redo_label() == "add Ann"
    with store.change("add Ben"):
        store.add(Contact("Ben"))
    assert store.redo() is None
    assert store.undo_label() == "add Ben"
    assert store.check() == []


def test_removing_everything_comes_back_with_the_index(store):
    kept = add_one_of_each(store)
    before = everything(store)
    with store.change("remove"):
        store.remove(kept[Contact])
    after = everything(store)
    store.undo()
    assert everything(store) == before
    store.redo()
    assert everything(store) == after
    assert store.check() == []


@pytest.mark.parametrize("many", [3000, 100])
def test_an_import_is_one_change(store, monkeypatch, many):
    monkeypatch.setattr(index_care, "MANY", many)
    with store.change("import"):
        people = store.add_all([Contact(f"Person {number}") for number in range(2000)])
        store.add_all([Interest("jazz", contact=person.id) for person in people])
    full = everything(store)
    assert store._database.value("SELECT count(*) FROM journal") == 2
    store.undo()
    assert store.queries.contact_total() == 0
    assert store.queries.search("person") == []
    store.redo()
    assert everything(store) == full
    assert store.check() == []


def test_a_failure_leaves_nothing_behind(store):
    seen = []
    store.listener = seen.append
    with pytest.raises(TypeError), store.change("fails"):
        store.add_all([Contact("Ann"), "no record"])
    assert store.find(Contact) == []
    assert store.undo_label() is None
    assert seen == []
    with store.change("works again"):
        store.add(Contact("Ben"))
    assert store.undo_label() == "works again"


def test_nested_changes_belong_to_the_outermost(store):
    seen = []
    store.listener = seen.append
    with store.change("outer"):
        with store.change("inner"):
            store.add(Contact("Ann"))
        with store.transaction():
            store.set_setting("a", 1)
    assert seen == [Changes("outer", frozenset({"contact", "setting"}))]
    assert store.undo() == "outer"
    assert store.setting("a") is None


def test_what_is_not_journalled_cannot_be_taken_back(store):
    seen = []
    store.listener = seen.append
    with store.transaction():
        store.add(Contact("Ann"))
    assert seen == [Changes("", frozenset({"contact"}), undoable=False)]
    assert store.undo() is None


def test_caches_filled_during_a_change_are_left_alone_by_undo(store):
    with store.change("add Ann"):
        store.add(Contact("Ann"))
        store.add_all([PublicHoliday("SE", "", date(2026, 6, day), "Holiday") for day in range(1, 9)])
        store.add(HolidayYear("SE", "", 2026))
    assert store.undo() == "add Ann"
    assert (len(store.find(PublicHoliday)), len(store.find(HolidayYear))) == (8, 1)
    assert store.redo() == "add Ann"


def test_a_reminder_does_not_stop_its_step_from_being_taken_back(store):
    with store.change("lose Ann"):
        ann = store.add(Contact("Ann"))
        loss = store.add(Loss(ann.id, LossKind.CLIENT, DAY))
        plan = store.add(Plan(loss.id, ann.id, PlanState.ACTIVE, DAY))
        step = store.add(Step(plan.id, ann.id, StepKind.NOTE, DAY, DAY))
    with store.transaction():
        store.add(Reminder(step.id, DAY))
    assert store.undo() == "lose Ann"
    assert store.find(Reminder) == []
    assert store.redo() == "lose Ann"


def test_newer_entries_that_build_on_it_are_not_lost(store):
    with store.change("add Ann"):
        ann = store.add(Contact("Ann"))
    with store.transaction():
        store.add(Note(ann.id, "typed since"))
    with pytest.raises(Refused, match="newer entries build on it"):
        store.undo()
    assert [note.text for note in store.find(Note)] == ["typed since"]
    assert store.get(Contact, ann.id) == ann


def test_only_the_latest_changes_are_kept(store, monkeypatch):
    monkeypatch.setattr(journal, "KEPT", 5)
    for number in range(9):
        with store.change(f"add {number}"):
            store.add(Contact(f"Person {number}"))
    assert [store.undo() for _ in range(6)] == [*(f"add {number}" for number in (8, 7, 6, 5, 4)), None]
    assert len(store.find(Contact)) == 4
    assert store.check() == []


_ACTIONS = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(["add", "bulk", "save", "remove", "interest", "gift", "setting", "link"]),
            st.integers(0, 5),
            st.text("abtzé '\"\n\0☂", max_size=6),
        ),
        min_size=1,
        max_size=6,
    ),
    min_size=1,
    max_size=7,
)


def _do(store, what: str, which: int, text: str) -> None:
    people = store.find(Contact)
    person = people[which % len(people)] if people else None
    if what == "add":
        store.add(Contact("n" + text, about=text))
    elif what == "bulk":
        store.add_all([Contact(f"b{number}{text}") for number in range(which)])
    elif what == "setting":
        store.set_setting(f"key {which}", text or None)
    elif person is None:
        return
    elif what == "save":
        store.save(person._replace(name="t" + text, customer_since=date(2020, 1, 1 + which)))
    elif what == "remove":
        store.remove(person)
    elif what == "interest":
        store.add_all([Interest("i" + text, words=text, contact=person.id)])
    elif what == "gift":
        liked = store.find(Interest, contact=person.id, limit=1)
        store.add(Gift(person.id, "g" + text, interest=liked[0].id if liked else None))
    else:
        earlier = store.find(Loss, order="-id", limit=1)
        store.add(Loss(person.id, LossKind.CLIENT, DAY, previous_loss=earlier[0].id if earlier else None))


@settings(max_examples=60, deadline=None)
@given(changes=_ACTIONS, back=st.integers(0, 7))
def test_undoing_all_gives_the_first_state_and_redoing_all_the_last(changes, back):
    store = open_memory_store(now)
    states = [everything(store)]
    for actions in changes:
        with store.change("change"):
            for action in actions:
                _do(store, *action)
        if everything(store) != states[-1]:
            states.append(everything(store))
    # There and back again at some point in between, then all the way.
    for _ in range(min(back, len(states) - 1)):
        store.undo()
    while store.redo():
        pass
    for state in reversed(states):
        assert everything(store) == state
        last = store.undo()
        while last and everything(store) == state:
            last = store.undo()
    assert store.undo() is None
    while store.redo():
        pass
    assert everything(store) == states[-1]
    assert store.check() == []
