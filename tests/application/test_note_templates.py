# SPDX-License-Identifier: MIT
"""The owner's templates: text files that are filled in, marked where nothing is known, and never run."""

import re
from contextlib import suppress
from datetime import date

import pytest
from fakes import FakeClock, NoHolidays
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.application import note_templates
from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_notes import check_note
from winback_desktop.domain.note_blocks import PLACEHOLDERS
from winback_desktop.domain.note_templates import (
    BrokenTemplate,
    file_stem,
    read_template,
    unknown_placeholders,
)
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Note
from winback_desktop.storage.opening import open_memory_store, open_store

OWN = "# mine\n[thanks]\nYou were a joy, {first_name}.\n\n[door]\nCome by.\n"


@pytest.fixture
def work(tmp_path):
    clock = FakeClock(date(2026, 11, 24))
    store = open_store(tmp_path / "winback.db", clock_now=clock.now, program_version="0.1.0")
    workspace = Workspace(store, clock, NoHolidays())
    save_owner(workspace, Owner(name="Ann Lee", country="US"))
    yield workspace
    store.close()


@pytest.fixture
def note(work):
    with work.store.change("add Rosa"):
        return Note(work.store.add(Contact("Rosa Delgado", given="Rosa")).id, "")


def test_a_template_is_kept_as_a_file_and_makes_a_whole_note(work, note, tmp_path):
    name = note_templates.save_template(work, "Short/../ & sweet", OWN)
    assert note_templates.template_names(work) == [name] == ["Short sweet"]
    assert (tmp_path / "templates" / "Short sweet.txt").read_text(encoding="utf-8") == OWN
    text = note_templates.from_template(work, note, note_templates.template_text(work, name))
    assert text.startswith("Dear Rosa,")
    assert "You were a joy, Rosa." in text
    assert "Come by." in text
    assert text.endswith("Ann Lee")
    note_templates.remove_template(work, name)
    assert note_templates.template_names(work) == []


def test_what_nobody_knows_is_marked_in_the_note_and_found_by_the_check(work, note):
    text = note_templates.from_template(work, note, "[thanks]\nThanks for {colour}, {first_name.__class__}.")
    assert "[colour?]" in text
    assert "[first_name.__class__?]" in text
    rules = {each.rule for each in check_note(work, note, text) if each.marked}
    assert "open-spot" in rules
    assert "xxx?]" in note_templates.from_template(work, note, f"[thanks]\nThanks {{{'x' * 5000}}}.")
    assert unknown_placeholders("# {not} read\n[thanks]\n{colour} {first_name} {colour}") == ["colour"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello", "Line 1 stands before"),
        ("[thanks]\nhi\n[nonsense]\nho", "Line 4 stands under an unknown block"),
        ("[thanks purple]\nhi", "unknown mark"),
        ("", "says nothing yet"),
        ("[thanks]\n\0", "no plain text"),
        ("[thanks]\n" + "x" * 70_000, "64,000"),
    ],
)
def test_what_is_broken_is_said_with_its_line(work, note, text, said):
    with pytest.raises(Refused, match=said):
        note_templates.from_template(work, note, text)


@given(st.text(alphabet="{}[]()%$.!_:\n azthanksfirst_name0", max_size=200))
def test_no_text_does_more_than_stand_there(text):
    with suppress(BrokenTemplate):
        for phrase in read_template(text, "en").phrases:
            left = re.findall(r"\{([^{}\n]+)\}", phrase.text)
            assert set(left) <= PLACEHOLDERS


@given(st.text(max_size=80))
def test_no_name_leads_to_another_folder(name):
    stem = file_stem(name)
    assert not set(stem) & set("/\\:\0.")
    assert len(stem) <= 60


def test_files_that_are_no_templates_are_refused_in_words(work, tmp_path):
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"\xff\xfe\x00binary")
    with pytest.raises(Refused, match="plain text"):
        note_templates.read_file(odd)
    with pytest.raises(Refused, match="could not be read"):
        note_templates.read_file(tmp_path / "nothing.txt")
    with pytest.raises(Refused, match="could not be saved"):
        note_templates.write_file(odd / "below.txt", "x")
    with pytest.raises(Refused, match="name"):
        note_templates.save_template(work, "///", OWN)


def test_the_sample_data_has_no_folder_for_templates(clock):
    store = open_memory_store(clock.now)
    memory = Workspace(store, clock, NoHolidays())
    assert note_templates.template_names(memory) == []
    with pytest.raises(Refused, match="sample data"):
        note_templates.save_template(memory, "Mine", OWN)
    store.close()


def test_a_new_template_begins_with_words_that_can_be_read(work, note):
    for occasion in ("thank-you", "hello", "condolence"):
        begun = note_templates.first_words(note._replace(occasion=occasion))
        assert note_templates.from_template(work, note._replace(occasion=occasion), begun)
