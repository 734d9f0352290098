# SPDX-License-Identifier: MIT
"""The screens' questions: right rows in the right order, deleted people left out, an index for each."""

from datetime import UTC, date, datetime, timedelta

import pytest

from winback_desktop.application.failures import Missing
from winback_desktop.application.queries import Counts, PathNode, TimelineRow
from winback_desktop.domain.people import Contact, Interest, Role
from winback_desktop.domain.practice import (
    Gift,
    Loss,
    LossKind,
    Note,
    NoteState,
    Plan,
    PlanState,
    Step,
    StepKind,
    StepMove,
    StepState,
    Touch,
    TouchKind,
)
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.storage.reads.search import match_of

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


@pytest.fixture
def store():
    return open_memory_store(lambda: NOW)


def lose(store, name, state=PlanState.ACTIVE, steps=(), **fields):
    """A person with a loss and a plan; ``steps`` are (kind, offset, state)."""
    with store.change(f"lose {name}"):
        person = store.add(Contact(name, **fields))
        loss = store.add(Loss(person.id, LossKind.CLIENT, day(-30)))
        plan = store.add(Plan(loss.id, person.id, state, day(2), state_since=day(-5)))
        made = [store.add(Step(plan.id, person.id, kind, day(at), day(at), how)) for kind, at, how in steps]
    return person, plan, made


def delete(store, person):
    with store.change("delete"):
        store.save(person._replace(deleted_at=NOW))


def test_open_steps_come_oldest_first_between_two_days(store):
    ann, _, _ = lose(
        store,
        "Ann",
        steps=[
            (StepKind.NOTE, -3, StepState.DONE),
            (StepKind.LUNCH, 4, StepState.READY),
            (StepKind.GIFT, 0, StepState.POSTPONED),
            (StepKind.WALK, -1, StepState.PLANNED),
        ],
    )
    rows = store.queries.open_steps()
    assert [(row.kind, row.due) for row in rows] == [("walk", day(-1)), ("gift", day(0)), ("lunch", day(4))]
    assert rows[0].name == "Ann"
    assert rows[0].learned_on == day(-30)
    assert [row.kind for row in store.queries.open_steps(until=TODAY)] == ["walk", "gift"]
    assert [row.kind for row in store.queries.open_steps(after=day(-1), until=day(4))] == ["gift", "lunch"]
    assert len(store.queries.open_steps(limit=2)) == 2
    assert store.queries.counts() == Counts(1, 1, 3)
    delete(store, ann)
    assert store.queries.open_steps() == []
    assert store.queries.counts() == Counts(0, 0, 0)
    assert store.queries.contacts() == store.queries.search("ann") == store.queries.contacts(text="ann") == []
    store.undo()
    assert len(store.queries.open_steps()) == 3


@pytest.mark.parametrize("state", list(PlanState))
def test_which_plans_ask_for_what(store, state):
    lose(store, "Ann", state, [(StepKind.NOTE, 0, StepState.READY), (StepKind.WALK, 1, StepState.PLANNED)])
    live = state in (PlanState.QUIET, PlanState.ACTIVE)
    expected = ["note", "walk"] if live else ["walk"] if state is not PlanState.PAUSED else []
    assert [row.kind for row in store.queries.open_steps()] == expected
    month = store.queries.month(TODAY, day(1))
    assert [row.kind for shown in month.values() for row in shown.rows] == expected
    assert store.queries.counts().open_steps == len(expected)


def test_the_month_shows_a_few_and_counts_all(store):
    people = [
        lose(store, f"Person {n}", steps=[(StepKind.LUNCH, n % 2, StepState.PLANNED)])[0] for n in range(16)
    ]
    _, plan, _ = lose(store, "Ended", PlanState.REHIRED, [(StepKind.NOTE, 3, StepState.DONE)])
    assert plan.state is PlanState.REHIRED
    month = store.queries.month(day(-1), day(4), per_day=5)
    assert list(month) == [day(n) for n in range(-1, 5)]
    assert [shown.total for shown in month.values()] == [0, 8, 8, 0, 1, 0]
    assert [len(shown.rows) for shown in month.values()] == [0, 5, 5, 0, 1, 0]
    assert [row.name for row in month[TODAY].rows] == [f"Person {n}" for n in (0, 2, 4, 6, 8)]
    delete(store, people[0])
    again = store.queries.month(TODAY, TODAY)[TODAY]
    assert (again.total, again.rows[0].name) == (7, "Person 2")


def test_plans_that_the_day_may_move_on(store):
    def plan(state, quiet, paused=None, step=None):
        _, made, _ = lose(store, "Ann", state, [step] if step else [])
        with store.change("set"):
            store.save(made._replace(quiet_until=day(quiet), paused_until=day(paused) if paused else None))
        return made.id

    wanted = [
        plan(PlanState.QUIET, -1),
        plan(PlanState.ACTIVE, 1),
        plan(PlanState.PAUSED, -9, paused=-1),
        plan(PlanState.ACTIVE, -9, step=(StepKind.NOTE, 0, StepState.PLANNED)),
        plan(PlanState.ACTIVE, -9, step=(StepKind.NOTE, -1, StepState.POSTPONED)),
        plan(PlanState.ACTIVE, -9, step=(StepKind.NOTE, 3, StepState.READY)),
    ]
    for state, quiet, paused, step in (
        (PlanState.QUIET, 1, None, None),
        (PlanState.PAUSED, -9, 5, None),
        (PlanState.ACTIVE, -9, None, (StepKind.NOTE, 0, StepState.READY)),
        (PlanState.ACTIVE, -9, None, (StepKind.NOTE, 5, StepState.PLANNED)),
        (PlanState.RESTING, -9, None, (StepKind.NOTE, -5, StepState.PLANNED)),
    ):
        plan(state, quiet, paused, step)
    assert sorted(store.queries.plans_to_advance(TODAY)) == wanted


def test_quiet_and_resting_plans_and_paths(store):
    _, quiet, made = lose(
        store,
        "Ann",
        PlanState.QUIET,
        [
            (StepKind.GIFT, 180, StepState.PLANNED),
            (StepKind.NOTE, 3, StepState.PLANNED),
            (StepKind.PAUSE, 0, StepState.PLANNED),
            (StepKind.WALK, 0, StepState.PLANNED),
        ],
    )
    _, resting, _ = lose(
        store,
        "Ben",
        PlanState.RESTING,
        [(StepKind.NOTE, -90, StepState.DONE), (StepKind.LUNCH, -9, StepState.DONE)],
    )
    (row,) = store.queries.quiet_plans()
    assert (row.plan, row.name, row.quiet_until, row.note_due) == (quiet.id, "Ann", day(2), day(3))
    (rest,) = store.queries.resting_plans()
    assert (rest.plan, rest.kind, rest.plan_state) == (resting.id, "lunch", "resting")
    paths = store.queries.paths([quiet.id, resting.id, 99])
    assert [node.kind for node in paths[quiet.id]] == ["pause", "note", "gift"]
    assert paths[quiet.id][1] == PathNode("note", "planned", day(3), made[1].id)
    assert paths[99] == ()
    assert store.queries.paths([]) == {}


def test_one_step_or_missing(store):
    _, _, (step,) = lose(store, "Ann", steps=[(StepKind.NOTE, 0, StepState.DONE)])
    assert store.queries.step(step.id).state == "done"
    with pytest.raises(Missing):
        store.queries.step(99)


def test_pages_of_contacts_meet_without_gap_or_overlap(store):
    names = [f"{first}{last}" for first in ("ann", "Änn", "ANN", "zoë", "Bo") for last in ("", "a", "B")] * 3
    with store.change("add"):
        store.add_all([Contact(name, roles=(Role.BEST,) if n % 2 else ()) for n, name in enumerate(names)])
    seen, after = [], None
    while page := store.queries.contacts(after=after, limit=4):
        seen += page
        after = (page[-1].sort_key, page[-1].contact)
    assert len({row.contact for row in seen}) == len(seen) == len(names) == store.queries.contact_total()
    assert [(row.sort_key, row.contact) for row in seen] == sorted(
        (row.sort_key, row.contact) for row in seen
    )
    assert store.queries.contact_total(role="best") == len(names) // 2
    best = store.queries.contacts(role="best", limit=500)
    assert {row.roles for row in best} == {"best"}
    assert store.queries.contact_total(role="bes") == 0
    assert store.queries.contact_total(text="ann", role="best") == len(
        store.queries.contacts(text="Änn", role="best")
    )


def test_a_contact_row_tells_plan_and_next_step(store):
    lose(store, "Ann", steps=[(StepKind.GIFT, 9, StepState.PLANNED), (StepKind.LUNCH, 4, StepState.READY)],
         roles=(Role.CLIENT, Role.BEST), tags=("a b", "c"))  # fmt: skip
    with store.change("add"):
        store.add(Contact("Ben"))
    ann, ben = store.queries.contacts()
    assert (ann.roles, ann.tags, ann.plan_state) == ("client, best", "a b, c", "active")
    assert (ann.next_kind, ann.next_due) == ("lunch", day(4))
    assert (ben.plan_state, ben.next_kind, ben.next_due) == ("", "", None)


def test_interests_are_counted_by_person(store):
    with store.change("add"):
        people = [store.add(Contact(f"Person {n}")) for n in range(4)]
        for n, person in enumerate(people):
            for label in ("Grilling", "Gärten", "jazz")[: n + 1]:
                store.add(Interest(label, contact=person.id, position=-len(label)))
        store.add(Interest("grilling", contact=people[0].id))
        store.add(Interest("opera", contact=people[3].id, still_true=False))
    assert store.queries.interest_labels("g") == [("Grilling", 4), ("Gärten", 3)]
    assert store.queries.interest_labels("GAR") == [("Gärten", 3)]
    assert store.queries.interest_labels("", limit=1) == [("Grilling", 4)]
    assert store.queries.interests_of([people[3].id, 99]) == {
        people[3].id: ("Grilling", "Gärten", "jazz"),
        99: (),
    }
    assert store.queries.interests_of([]) == {}
    delete(store, people[3])
    assert store.queries.interest_labels("g") == [("Grilling", 3), ("Gärten", 2)]
    assert store.queries.interest_labels("") == [("Grilling", 3), ("Gärten", 2), ("jazz", 1)]


def test_the_timeline_is_newest_first(store):
    ann, plan, (note, lunch) = lose(
        store, "Ann", steps=[(StepKind.NOTE, -20, StepState.DONE), (StepKind.LUNCH, 9, StepState.POSTPONED)]
    )
    with store.change("live"):
        store.save(note._replace(done_on=day(-19)))
        store.add(
            StepMove(lunch.id, StepState.READY, StepState.POSTPONED, day(-2), day(9), NOW, "travelling")
        )
        store.add(Note(ann.id, "Dear Ann", plan.id, state=NoteState.POSTED, posted_on=day(-18)))
        store.add(Touch(ann.id, TouchKind.CALL, day(-10), heard="a new shop"))
        store.add(Gift(ann.id, "Tongs", "you grill", on=day(-1)))
        store.add(Interest("grilling", words="every Sunday", heard_on=day(-10), contact=ann.id))
    rows = store.queries.timeline(ann.id)
    assert [(row.on, row.kind, row.title, row.detail) for row in rows] == [
        (day(0), "step", "lunch postponed", "travelling"),
        (day(-1), "gift", "Tongs", "you grill"),
        (day(-5), "state", "active", ""),
        (day(-10), "touch", "call", "a new shop"),
        (day(-10), "interest", "grilling", "every Sunday"),
        (day(-18), "note", "posted", "thank-you"),
        (day(-19), "step", "note", ""),
        (day(-30), "loss", "client", ""),
    ]
    assert rows[0] == TimelineRow(day(0), "step", "lunch postponed", "travelling", lunch.id)
    assert len(store.queries.timeline(ann.id, limit=3)) == 3
    assert store.queries.timeline(99) == []


def test_search_finds_everything_whatever_the_case_and_accents(store):
    ann, _, _ = lose(store, "Änne Löwe", steps=[(StepKind.LUNCH, 4, StepState.READY)])
    with store.change("more"):
        store.add(Note(ann.id, "You planted the ROSES by the gate"))
        store.add(Touch(ann.id, TouchKind.CALL, TODAY, "asked after rosemary"))
        store.add(Gift(ann.id, "Rose shears"))
        store.add(Interest("roses", contact=ann.id))
        store.add(Contact("Rosa Annedore"))
        store.add(Contact("Rosalie Maier"))
    assert [hit.kind for hit in store.queries.search("rose")] == ["interest", "note", "touch", "gift"]
    assert [hit.title for hit in store.queries.search("ROSA")] == ["Rosa Annedore", "Rosalie Maier"]
    found = store.queries.search("anne")
    assert [(hit.kind, hit.title) for hit in found] == [
        ("contact", "Änne Löwe"),
        ("contact", "Rosa Annedore"),
        ("step", "Änne Löwe"),
    ]
    assert found[2].detail == f"lunch {day(4)}"
    assert [hit.title for hit in store.queries.search("lowe an")] == ["Änne Löwe"] * 2
    assert len(store.queries.search("ro", limit=2)) == 2
    assert store.queries.search("rosx") == []


@pytest.mark.parametrize(
    "text",
    ['"', "'", "*", "a OR b", "NEAR(", "title:x", "-a", "^a", "a AND", "()", "\0", "%", "☂", "a" * 9999],
)
def test_no_text_is_a_wrong_search(store, text):
    lose(store, "Ann")
    assert isinstance(store.queries.search(text), list)
    assert isinstance(store.queries.contacts(text=text), list)
    assert isinstance(store.queries.interest_labels(text), list)


def test_operators_are_only_words():
    assert match_of('Rosa "OR" b*') == '"Rosa"* "OR"* "b"*'
    assert match_of(" ☂ ") == ""


def test_an_import_is_found_like_what_was_typed(store):
    with store.change("import"):
        (bulk,) = store.add_all([Contact("Bulk Person", organisation="Café Nord")])
        store.add_all([Interest("chess", contact=bulk.id)])
    assert [hit.contact for hit in store.queries.search("cafe")] == [bulk.id]
    assert [hit.kind for hit in store.queries.search("che")] == ["interest"]
    with store.change("rename"):
        store.save(bulk._replace(name="Renamed Person", organisation=""))
    assert store.queries.search("cafe") == store.queries.search("bulk") == []
    assert [hit.title for hit in store.queries.search("renamed")] == ["Renamed Person"]
    assert store.check() == []


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        (
            "SELECT id FROM contact WHERE deleted_at IS NULL AND sort_key >= 'm' ORDER BY sort_key, id",
            "contact_by_name",
        ),
        ("SELECT id FROM contact WHERE deleted_at IS NOT NULL", "contact_deleted"),
        ("SELECT id FROM plan WHERE state = 'quiet' AND quiet_until < 'x'", "plan_by_state"),
        ("SELECT id FROM step WHERE plan = 1", "step_by_plan"),
        ("SELECT id FROM reminder WHERE step = 1", "sqlite_autoindex_reminder_1"),
        ("SELECT value FROM setting WHERE key = 'x'", "sqlite_autoindex_setting_1"),
        ("SELECT id FROM note WHERE step = 1", "note_by_step"),
    ],
)  # fmt: skip
def test_the_indexes_serve_what_they_are_for(store, sql, index):
    (line, *_) = store._database.rows("EXPLAIN QUERY PLAN " + sql)
    assert index in line[3]
    assert "TEMP B-TREE" not in line[3]
