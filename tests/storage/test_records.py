# SPDX-License-Identifier: MIT
"""Every record comes back as it went in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stored_records import DAY, add_one_of_each

from winback_desktop.application.failures import Missing
from winback_desktop.domain.people import Contact, Interest, Role
from winback_desktop.domain.practice import Step, StepKind, StepState
from winback_desktop.domain.working_days import DayOff
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.storage.records import TABLE_OF, instant_text, shape_of, sort_key
from winback_desktop.storage.settings import text_of, value_of
from winback_desktop.storage.tables import model_of


def now() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def test_each_kind_comes_back_whole(store, reopen):
    kept = add_one_of_each(store)
    assert {kind.__name__ for kind in kept} == set(TABLE_OF)
    again = reopen()
    for kind, record in kept.items():
        assert again.get(kind, record.id) == record


def test_the_models_have_the_columns_of_the_tables(store):
    for kind in add_one_of_each(store):
        shape = shape_of(kind)
        columns = {
            row[0] for row in store._database.rows("SELECT name FROM pragma_table_info(?)", (shape.table,))
        }
        assert columns == {"id", *shape.names} == set(model_of(shape)._meta.columns)


@given(name=st.text(min_size=1), tags=st.lists(st.text()).map(tuple), about=st.text())
def test_any_text_can_be_stored(name, tags, about):
    store = open_memory_store(now)
    with store.change("x"):
        kept = store.add(Contact("n" + name, about=about, tags=tags))
    found = store.get(Contact, kept.id)
    assert found.name == "n" + name.replace("\0", "")
    assert found.about == about.replace("\0", "")
    assert found.tags == tuple(filter(None, (" ".join(tag.replace("\0", "").split()) for tag in tags)))
    store.queries.search(name)
    store.queries.contacts(text=name)


def test_a_lone_surrogate_does_not_stop_anything():
    store = open_memory_store(now)
    with store.change("x"):
        kept = store.add(Contact("Rosa \udce9"))
    assert store.get(Contact, kept.id).name == "Rosa ?"


def test_instants_are_kept_in_utc_and_sort_as_text():
    there = timezone(timedelta(hours=5, minutes=30))
    early = datetime(2026, 1, 1, 5, 0, tzinfo=there)
    late = datetime(2025, 12, 31, 23, 30, 0, 1, tzinfo=UTC)
    assert instant_text(early) < instant_text(late)
    with pytest.raises(ValueError):
        instant_text(datetime(2026, 1, 1))


def test_find_by_field_value_none_and_several(store):
    kept = add_one_of_each(store)
    step = kept[Step]
    with store.change("second"):
        other = store.add(step._replace(kind=StepKind.LUNCH, state=StepState.PLANNED, done_on=None))
    assert store.find(Step, kind=StepKind.LUNCH) == [other]
    assert store.find(Step, done_on=None) == [other]
    assert store.find(Step, due=step.due, state=(StepState.POSTPONED, StepState.READY)) == [step]
    assert store.find(Step, order="-id") == [other, step]
    assert store.find(Step, order="-id", limit=1) == [other]
    assert store.find(Step, kind=()) == []
    with pytest.raises(TypeError):
        store.find(Step, colour="red")
    with pytest.raises(TypeError):
        store.find(Step, order="due; DROP TABLE step")


def test_what_is_missing_is_said(store):
    with pytest.raises(Missing, match="no contact with the number 7"):
        store.get(Contact, 7)
    with pytest.raises(Missing), store.change("x"):
        store.save(DayOff(DAY, DAY, id=9))
    with pytest.raises(Missing), store.change("x"):
        store.remove(DayOff(DAY, DAY, id=9))


def test_numbers_are_never_given_twice(store):
    with store.change("add"):
        first = store.add(Contact("Ann"))
    with store.change("remove"):
        store.remove(first)
    with store.change("add"):
        second, third = store.add(Contact("Ben")), store.add_all([Contact("Cem")])[0]
    assert first.id < second.id < third.id


def test_names_sort_without_case_and_accents():
    names = ["Zoë", "émile", "Emil", "anna", "Änne", "STRASSE", "Straße"]
    assert sorted(names, key=sort_key) == ["anna", "Änne", "Emil", "émile", "STRASSE", "Straße", "Zoë"]


def test_settings_hold_what_json_can_hold(store, reopen):
    for value in ("text", 3, 2.5, True, [1, "a"], {"a": {"b": None}}):
        with store.change("set"):
            store.set_setting("key", value)
        assert reopen().setting("key") == value
    with store.change("unset"):
        store.set_setting("key", None)
    assert store.setting("key", "default") == "default"


def test_removing_takes_what_hangs_on_it_and_keeps_the_rest(store):
    kept = add_one_of_each(store)
    with store.change("bystander"):
        bystander = store.add(Contact("Bystander"))
        kept_interest = store.add(Interest("jazz", contact=bystander.id))
    with store.change("remove"):
        store.remove(kept[Contact])
    left = {kind.__name__: len(store.find(kind)) for kind in kept if store.find(kind)}
    assert left == {
        "Contact": 1,
        "Interest": 1,
        "GiftPolicy": 1,
        "DayOff": 1,
        "ValueIdea": 1,
        "NewsItem": 1,
        "CheckIn": 1,
        "Walk": 1,
        "Mission": 1,
        "MissionPause": 1,
        "GoodDeed": 1,
        "PublicHoliday": 1,
        "HolidayYear": 1,
        "Draft": 1,
    }
    assert store.find(Interest) == [kept_interest]
    assert store.check() == []
    assert kept[Contact].roles == (Role.CLIENT, Role.BEST)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda parts: st.lists(parts) | st.dictionaries(st.text(), parts),
        max_leaves=8,
    )
)
def test_any_setting_comes_back_as_it_was(value):
    assert value_of(text_of(value)) == value
    assert type(value_of(text_of(value))) is type(value)
