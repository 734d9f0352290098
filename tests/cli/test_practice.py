# SPDX-License-Identifier: MIT
"""The practice through the command line, as a script would use it."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest


def due_kinds(outcome):
    return [row["kind"] for row in outcome.json if row["kind"] in ("note", "lunch", "gift")]


def steps_of(outcome):
    return {step["kind"]: step for step in outcome.json["steps"]}


@pytest.mark.parametrize(
    ("day", "options", "quiet", "note"),
    [
        ("2026-11-20", [], ["2026-11-23", "2026-11-24"], "2026-11-25"),
        ("2026-11-25", ["--country", "US"], ["2026-11-27", "2026-11-30"], "2026-12-01"),
        (
            "2026-12-23",
            ["--country", "GB", "--subdivision", "ENG"],
            ["2026-12-24", "2026-12-29"],
            "2026-12-30",
        ),
        (
            "2026-11-05",
            ["--country", "US", "--work-week", "sun,mon,tue,wed,thu"],
            ["2026-11-08", "2026-11-09"],
            "2026-11-10",
        ),
    ],
)
def test_plan_gives_the_promised_dates_and_stores_nothing(winback, folder, day, options, quiet, note):
    found = winback("plan", day, *options, "--json")
    assert found.code == 0
    assert found.json[0]["learned"] == day
    assert found.json[0]["quiet_days"] == quiet
    assert found.json[0]["note"] == note
    assert set(found.json[0]) == {"learned", "quiet_days", "note", "lunch", "gift"}
    assert not folder.exists()


def test_plan_reads_many_dates_from_standard_input(winback):
    found = winback("plan", "-", "--json", stdin="2026-11-20\n\n2027-11-30\n")
    assert [row["lunch"] for row in found.json] == ["2027-02-22", "2028-02-29"]


def test_the_whole_path_from_loss_to_rehired(winback):
    lost = winback("--json", "lose", "Rosa Delgado", "--value", "1200.50", "--cause", "nothing-we-did")
    assert lost.code == 0
    steps = steps_of(lost)
    assert steps["note"]["due"] == "2026-11-25"
    assert due_kinds(winback("due", "--json", today="2026-11-24")) == []
    for kind, day in (("note", "2026-11-25"), ("lunch", "2027-02-22"), ("gift", "2027-05-20")):
        assert due_kinds(winback("due", "--json", today=day)) == [kind]
        done = winback("done", str(steps[kind]["id"]), "--json", today=day)
        assert done.json["step"]["state"] == "done"
    assert done.json["plan"]["state"] == "resting"
    back = winback("rehired", str(lost.json["plan"]), "--json", today="2027-08-01")
    assert back.json["plan"]["state"] == "re-hired"
    assert winback("undo", "--json").json == {"undone": "mark Rosa Delgado as re-hired"}
    assert winback("list", "plans", "--json").json[0]["state"] == "resting"
    assert winback("redo", "--json").json == {"redone": "mark Rosa Delgado as re-hired"}


def test_later_smaller_and_skip(winback):
    steps = steps_of(winback("lose", "Rosa", "--json"))
    note, lunch = str(steps["note"]["id"]), str(steps["lunch"]["id"])
    assert winback("later", lunch, "--until", "2027-03-01", "--json").json["step"]["due"] == "2027-03-01"
    assert winback("smaller", note, "--json").json["step"]["smaller"] is True
    assert winback("skip", note, "--reason", "met her", "--json").json["step"]["reason"] == "met her"
    refused = winback("skip", lunch, "--reason", " ")
    assert (refused.code, "reason" in refused.err) == (1, True)


def test_a_lunch_on_a_holiday_is_kept_and_said_and_one_in_quiet_time_refused(winback):
    lunch = str(steps_of(winback("lose", "Rosa", "--json"))["lunch"]["id"])
    told = winback("later", lunch, "--until", "2027-02-15")
    assert "Mon 15 Feb 2027 is not a working day for you (" in told.out
    assert "postponed" in told.out
    refused = winback("later", lunch, "--until", "2026-11-20")
    assert refused.code == 1
    assert "Quiet time lasts through" in refused.err


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        ("9999-12-31", "out of range"),
        ("0001-01-01", "out of range"),
        ("2026-11-19", "day is over"),
        ("2026-11-23", "Quiet time lasts through"),
        ("2026-02-29", "no date"),
    ],
)
def test_a_step_is_not_moved_to_an_impossible_day(winback, until, sentence):
    note = str(steps_of(winback("lose", "Rosa", "--json"))["note"]["id"])
    before = winback("show", "Rosa", "--json").json
    refused = winback("later", note, "--until", until)
    assert refused.code in (1, 2)
    assert sentence in refused.err
    assert winback("show", "Rosa", "--json").json == before


def test_a_late_note_says_what_may_follow_and_shifts_it_where_asked(winback):
    steps = steps_of(winback("lose", "Rosa", "--learned", "2026-11-06", "--json", today="2026-11-24"))
    note = str(steps["note"]["id"])
    done = winback("done", note, "--json", today="2026-11-24").json
    assert [(each["kind"], each["due"], each["to"], each["days"]) for each in done["may_shift"]] == [
        ("lunch", "2027-02-08", "2027-02-22", 12),
        ("gift", "2027-05-06", "2027-05-18", 12),
    ]
    winback("undo")
    shifted = winback("done", note, "--shift", "--json", today="2026-11-24").json["shifted"]
    assert [step["due"] for step in shifted] == ["2027-02-22", "2027-05-18"]


def test_show_and_list_give_the_records(winback):
    winback("lose", "Rosa", "--reason", "A cousin does it")
    winback("interest", "Rosa", "grilling", "--words", "every Sunday", "--on", "2026-05-01")
    shown = winback("show", "1", "--json").json
    assert shown["contact"]["name"] == "Rosa"
    assert shown["losses"][0]["reason_given"] == "A cousin does it"
    assert shown["interests"][0]["words"] == "every Sunday"
    assert len(shown["steps"]) == 11
    assert winback("show", "rosa", "--json").json["contact"]["id"] == 1
    assert [c["name"] for c in winback("list", "contacts", "--json").json] == ["Rosa"]
    assert len(winback("list", "losses", "--json").json) == 1


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["lose", ""], 1, "who it is"),
        (["lose", "x" * 10_000], 1, "10,000 characters"),
        (["lose", "Rosa", "--learned", "2026-11-21"], 1, "after today"),
        (["lose", "Rosa", "--learned", "yesterday"], 2, "no date"),
        (["lose", "Rosa", "--value", "lots"], 2, "no sum"),
        (["lose", "Rosa", "--cause", "them"], 2, "invalid choice"),
        (["plan", "2026-13-01"], 2, "no date"),
        (["plan", "2026-11-20", "--country", "XX"], 1, "XX"),
        (["plan", "2026-11-20", "--subdivision", "ZZ"], 1, "ZZ"),
        (["plan", "2026-11-20", "--work-week", "funday"], 2, "no working week"),
        (["plan", "0001-01-01"], 1, "out of range"),
        (["plan", "9999-12-31"], 1, "out of range"),
        (["done", "999"], 1, ""),
        (["done", "one"], 2, "no number"),
        (["later", "1"], 2, "required"),
        (["show", "Nobody"], 1, "no customer called Nobody"),
        (["rehired", "7"], 1, ""),
        (["undo"], 1, "nothing to undo"),
        (["nonsense"], 2, "invalid choice"),
        ([], 2, ""),
    ],
)
def test_mistakes_end_in_a_sentence_and_the_right_code(winback, words, code, sentence):
    found = winback(*words, *(["--json"] if not words else []))
    assert found.code == code
    assert sentence in found.err
    assert found.out == ""


def test_with_json_a_refusal_is_one_document_too(winback):
    refused = winback("lose", "", "--json")
    assert refused.code == 1
    assert refused.json == {"error": refused.err.strip()}


@pytest.mark.parametrize(
    "name", ['<img src="/etc/hostname">', "👩‍🍳 Zoë", "مريم حسن", "Robert'); DROP TABLE--"]
)
def test_any_name_comes_back_as_it_was(winback, name):
    assert winback("lose", name).code == 0
    assert winback("list", "contacts", "--json").json[0]["name"] == name
    assert name in winback("due").out or "walk" in winback("due").out


def test_people_read_words_and_not_stored_values(winback):
    steps = steps_of(winback("lose", "Rosa Delgado", "--json"))
    winback("done", str(steps["note"]["id"]), today="2026-11-25")
    shown = winback("show", "1", today="2026-11-25").out
    assert "plan 1: On the path back" in shown
    assert "Handwritten note sent" in shown
    assert "Told you they are leaving" in shown
    assert "Quiet time, Tue 24 Nov 2026" in winback("search", "rosa").out


def test_a_part_of_a_name_brings_up_who_may_be_meant(winback):
    winback("lose", "Rosa Delgado")
    asked = winback("show", "Rosa")
    assert (asked.code, "Did you mean Rosa Delgado (number 1)?" in asked.err) == (1, True)


@pytest.mark.parametrize("month", ["9999-12", "0001-01", "2026-13", "soon"])
def test_a_month_out_of_reach_is_refused_in_words(winback, tmp_path, month):
    refused = winback("agenda", "--month", month, "--pdf", str(tmp_path / "month.pdf"))
    assert refused.code == 1
    assert "month" in refused.err
    assert "Something went wrong" not in refused.err


def test_ten_thousand_dates_are_planned_without_asking_each_time_again(winback, monkeypatch):
    from winback_desktop.application import preview_plan

    asked = []
    calendar = preview_plan.working_days
    monkeypatch.setattr(
        preview_plan, "working_days", lambda *args: (asked.append(args[1]), calendar(*args))[1]
    )
    days = [date(2020, 1, 1) + timedelta(days) for days in range(3_000)]
    found = winback("plan", "-", "--country", "US", "--json", stdin="\n".join(map(str, days))).json
    assert [one["learned"] for one in found] == [str(day) for day in days]
    assert len(asked) == len({day.year for day in days})


def _alone(folder, *words, **more):
    command = [
        sys.executable,
        "-m",
        "winback_desktop",
        "--data",
        str(folder),
        "--today",
        "2026-11-20",
        *words,
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def test_first_losses_told_to_several_programs_at_once_are_all_kept(winback, folder):
    names = [f"Rosa {number}" for number in range(4)]
    for process in [_alone(folder, "lose", name) for name in names]:
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said
    assert sorted(one["name"] for one in winback("list", "contacts", "--json").json) == names


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_an_answer_that_cannot_be_written_ends_in_a_sentence(folder):
    with Path("/dev/full").open("w") as full:
        process = subprocess.Popen(
            [sys.executable, "-m", "winback_desktop", "--data", str(folder), "due"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
        _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.startswith("The answer could not be written")
    assert "Traceback" not in said


def test_names_are_printed_whatever_the_terminal_can_show(winback, folder):
    winback("lose", "Zoë 👩 مريم")
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    said, fault = _alone(folder, "list", "contacts", env=plain).communicate(timeout=60)
    assert (b"Zo\\xeb" in said, fault) == (True, b"")
    said, _ = _alone(folder, "list", "contacts", "--json", env=plain).communicate(timeout=60)
    assert json.loads(said)[0]["name"] == "Zoë 👩 مريم"
    said, fault = _alone(folder, "search", b"\xff\xfe").communicate(timeout=60)
    assert (said.startswith(b"Nothing matches"), fault) == (True, b"")
