# SPDX-License-Identifier: MIT
"""A note is drafted at once, kept with every word, and leaves the house only after quiet time."""

from datetime import date

import pytest
from fakes import FakeClock, NoHolidays

from winback_desktop.application.advance import advance
from winback_desktop.application.change_plans import unlock_early
from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.write_notes import (
    building_blocks,
    called,
    check_note,
    mark_note,
    may_print,
    note_for,
    remembered,
    reword,
    save_text,
    set_tone,
)
from winback_desktop.domain.note_blocks import Block, Tone
from winback_desktop.domain.note_check import graceful
from winback_desktop.domain.people import Contact, ContactStatus, Interest
from winback_desktop.domain.practice import LossKind, Note, NoteState, Plan, Step, StepKind, StepState
from winback_desktop.storage.opening import open_memory_store

LEARNED = date(2026, 11, 20)
LAST_QUIET = date(2026, 11, 24)
NOTE_DAY = date(2026, 11, 25)


@pytest.fixture
def work():
    clock = FakeClock(LEARNED)
    work = Workspace(open_memory_store(clock.now), clock, NoHolidays())
    save_owner(work, Owner(name="Ann Lee"))
    yield work
    work.store.close()


@pytest.fixture
def plan(work):
    with work.store.change("add Rosa"):
        contact = work.store.add(
            Contact(
                "Rosa Delgado", given="Rosa", organisation="Delgado Catering", customer_since=date(2023, 5, 1)
            )
        )
        work.store.add(
            Interest("opera", words="The kitchen is my opera.", heard_where="at the gala", contact=contact.id)
        )
    return record_loss(work, LossDraft(contact=contact.id)).plan


def on_day(work, day):
    work.clock.move(days=(day - work.clock.today()).days)
    advance(work)


def step_of(work, plan):
    return next(step for step in work.store.find(Step, plan=plan.id) if step.kind is StepKind.NOTE)


def test_a_guided_draft_is_there_at_once_and_graceful(work, plan):
    note = note_for(work, plan.id)
    assert note.id == 0
    assert note.text.startswith("Dear Rosa,")
    assert "three years" in note.text
    assert "Delgado Catering" in note.text
    assert "“The kitchen is my opera”" in note.text
    assert note.text.endswith("Ann Lee")
    assert graceful(check_note(work, note, note.text))
    assert all(finding.good for finding in check_note(work, note, note.text))
    assert work.store.find(Note) == []


def test_a_prospect_is_thanked_for_considering(work):
    plan = record_loss(work, LossDraft(name="Joel Marsh", kind=LossKind.PROSPECT)).plan
    text = note_for(work, plan.id).text
    assert "consider" in text or "my offer" in text
    assert "your business with" not in text
    assert graceful(check_note(work, note_for(work, plan.id), text))


def test_what_was_typed_is_kept_and_found_again(work, plan):
    note = save_text(work, note_for(work, plan.id), "Dear Rosa,\n\nThank you.\n")
    assert note.id
    assert note_for(work, plan.id) == note
    assert save_text(work, note, note.text) is note


def test_many_autosaves_are_one_undo(work, plan):
    label = work.store.undo_label()
    note = save_text(work, note_for(work, plan.id), "Dear R")
    note = save_text(work, note, "Dear Rosa", undoable=False)
    assert note_for(work, plan.id).text == "Dear Rosa"
    assert work.store.undo() == "write the note to Rosa Delgado"
    assert work.store.undo_label() == label


def test_no_word_is_lost_when_the_posting_is_undone(work, plan):
    on_day(work, NOTE_DAY)
    note = save_text(work, note_for(work, plan.id), "Dear Rosa, one")
    note = save_text(work, note, "Dear Rosa, two", undoable=False)
    mark_note(work, note, NoteState.POSTED)
    work.store.undo()
    assert note_for(work, plan.id).text == "Dear Rosa, two"
    assert note_for(work, plan.id).state is NoteState.DRAFTED


@pytest.mark.parametrize("state", [NoteState.PRINTED, NoteState.POSTED])
def test_in_quiet_time_a_note_is_drafted_but_leaves_in_no_way(work, plan, state):
    on_day(work, LAST_QUIET)
    note = save_text(work, note_for(work, plan.id), "Dear Rosa,\n\nThank you.\n\nAnn")
    with pytest.raises(Refused) as caught:
        mark_note(work, note, state)
    assert str(caught.value) == (
        "Quiet time lasts until Tue 24 Nov 2026. You can draft the note now and print it on Wed 25 Nov 2026."
    )
    assert note_for(work, plan.id).state is NoteState.DRAFTED
    assert step_of(work, plan).state is not StepState.DONE


def test_an_unlocked_plan_may_be_printed_early(work, plan):
    unlock_early(work, plan.id, "Her mother died, it can't wait.")
    may_print(work, plan.id)
    assert mark_note(work, note_for(work, plan.id), NoteState.PRINTED).state is NoteState.PRINTED


def test_printed_is_not_posted(work, plan):
    on_day(work, NOTE_DAY)
    printed = mark_note(work, note_for(work, plan.id), NoteState.PRINTED)
    assert printed.posted_on is None
    assert step_of(work, plan).state is StepState.READY


def test_posting_does_the_note_step_on_its_day(work, plan):
    on_day(work, date(2026, 11, 27))
    posted = mark_note(work, note_for(work, plan.id), NoteState.POSTED, date(2026, 11, 26))
    assert posted.posted_on == date(2026, 11, 26)
    assert step_of(work, plan).state is StepState.DONE
    assert step_of(work, plan).done_on == date(2026, 11, 26)
    work.store.undo()
    assert step_of(work, plan).state is StepState.READY


def test_posting_on_a_day_to_come_is_refused(work, plan):
    on_day(work, NOTE_DAY)
    with pytest.raises(Refused, match="still to come") as caught:
        mark_note(work, note_for(work, plan.id), NoteState.POSTED, date(2026, 11, 26))
    assert caught.value.field == "on"


def test_nothing_is_printed_for_somebody_who_asked_for_no_contact(work, plan):
    on_day(work, NOTE_DAY)
    contact = work.store.get(Contact, plan.contact)
    with work.store.change("respect it"):
        work.store.save(contact._replace(status=ContactStatus.DO_NOT_CONTACT))
    with pytest.raises(Refused, match="do-not-contact"):
        may_print(work, plan.id)


def test_another_tone_and_another_wording(work, plan):
    note = note_for(work, plan.id)
    brief = set_tone(work, note, "brief", reword(work, note, "brief"))
    assert brief.tone == "brief"
    assert len(brief.text.split()) < len(note.text.split())
    assert reword(work, note, "warm", turn=1) != note.text
    assert note_for(work, plan.id) == brief


def test_a_smaller_step_begins_with_a_brief_note(work, plan):
    with work.store.change("make it smaller"):
        work.store.save(step_of(work, plan)._replace(smaller=True))
    assert note_for(work, plan.id).tone == "brief"


def test_what_is_remembered_can_be_put_into_the_note(work, plan):
    years, words = remembered(work, note_for(work, plan.id))
    assert (years.title, years.detail) == ("Three years together", "since 2023")
    assert "three years" in years.sentence
    assert words.title == "“The kitchen is my opera.”"
    assert words.detail == "opera · at the gala"
    assert "“The kitchen is my opera”" in words.sentence


def test_every_block_is_offered(work, plan):
    offered = dict(building_blocks(work, note_for(work, plan.id), Tone.WARM))
    assert set(offered) == set(Block)


def test_far_too_much_text_is_refused_in_words(work, plan):
    with pytest.raises(Refused, match="20,000"):
        save_text(work, note_for(work, plan.id), "a" * 20_001)


@pytest.mark.parametrize(
    ("contact", "name"),
    [
        (Contact("Rosa Delgado", given="Rosa"), "Rosa"),
        (Contact("Rosa Delgado", given="Rosa", nickname="Rosi"), "Rosi"),
        (Contact("Dr. Mei Chen"), "Mei"),
        (Contact("田中太郎"), "田中太郎"),
        (Contact("Acme Ltd", organisation="Acme Ltd"), ""),
    ],
)
def test_people_are_called_by_their_first_name(contact, name):
    assert called(contact) == name


def test_a_plan_with_a_hostile_name_stays_plain_text(work):
    plan = record_loss(work, LossDraft(name='<img src="/etc/hostname"> {owner_name}')).plan
    assert "Ann Lee</" not in note_for(work, plan.id).text
    assert work.store.get(Plan, plan.id).contact
