# SPDX-License-Identifier: MIT
"""Import, export, backup, restore, check, forget and paper through the command line."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

CARDS = """BEGIN:VCARD\r
VERSION:3.0\r
FN:Rosa Delgado\r
ORG:Delgado Catering\r
EMAIL:rosa@example.com\r
ADR;TYPE=work:;;12 Mill Lane;Springfield;IL;62701;USA\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
EMAIL:someone@example.com\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
NOTE:nobody\r
END:VCARD\r
"""


@pytest.fixture
def cards(tmp_path):
    file = tmp_path / "contacts.vcf"
    file.write_text(CARDS, newline="")
    return str(file)


def test_import_creates_then_leaves_unchanged(winback, cards):
    planned = winback("import", cards, "--dry-run", "--json").json
    assert (planned["created"], planned["skipped"]) == (2, 1)
    assert winback("list", "contacts", "--json").json == []
    first = winback("import", cards, "--json").json
    assert (first["created"], first["skipped"]) == (2, 1)
    assert first["problems"][0]["why"]
    again = winback("import", cards, "--json").json
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 2)
    assert len(winback("list", "contacts", "--json").json) == 2
    winback("undo")
    assert winback("list", "contacts", "--json").json == []


def test_a_table_with_headings_of_its_own_is_mapped(winback, tmp_path):
    table = tmp_path / "clients.csv"
    table.write_text("Kunde;Post\nRosa Delgado;rosa@example.com\n")
    assert (
        winback("import", str(table), "--map", "name=Kunde", "--map", "email=Post", "--json").json["created"]
        == 1
    )
    assert winback("show", "Rosa Delgado", "--json").json["points"][0]["value"] == "rosa@example.com"
    assert winback("import", str(table), "--map", "nonsense").code == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"just some words", b"%PDF-1.7"])
def test_what_is_no_address_book_is_refused_in_words(winback, tmp_path, content):
    file = tmp_path / "thing.vcf"
    file.write_bytes(content)
    refused = winback("import", str(file))
    assert refused.code == 1
    assert refused.err.strip().endswith(".")
    assert winback("import", str(tmp_path / "missing.vcf")).code == 1


def test_two_contacts_with_one_mail_address_are_both_kept(winback, tmp_path):
    file = tmp_path / "two.vcf"
    file.write_text(
        "".join(
            f"BEGIN:VCARD\nVERSION:4.0\nFN:{n}\nEMAIL:office@example.com\nEND:VCARD\n" for n in ("Ann", "Bob")
        )
    )
    winback("import", str(file))
    assert {c["name"] for c in winback("list", "contacts", "--json").json} == {"Ann", "Bob"}


@pytest.mark.parametrize("ending", ["vcf", "csv", "ics", "json"])
def test_every_export_is_private_and_says_what_is_in_it(winback, tmp_path, cards, ending):
    winback("import", cards)
    winback("lose", "Rosa Delgado")
    target = tmp_path / f"out.{ending}"
    done = winback("export", str(target), "--json")
    assert done.code == 0
    assert done.json["counts"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    content = target.read_text(encoding="utf-8-sig")
    assert ("BEGIN:VEVENT" if ending == "ics" else "Rosa Delgado") in content
    if ending == "ics":
        assert "Rosa" not in content, "a calendar names nobody unless asked to"
    assert winback("export", str(tmp_path / "out.docx")).code == 1


def test_everything_comes_back_from_the_archive(winback, tmp_path, cards):
    winback("import", cards)
    winback("lose", "Rosa Delgado")
    winback("interest", "Rosa Delgado", "grilling")
    archive = tmp_path / "all.json"
    winback("export", str(archive))
    before = winback("show", "Rosa Delgado", "--json").json
    assert winback("restore", str(archive)).code == 1, "never into data that is there"
    other = str(tmp_path / "other")
    assert winback("--data", other, "restore", str(archive)).code == 0
    assert winback("--data", other, "show", "Rosa Delgado", "--json").json == before
    assert json.loads(archive.read_text(encoding="utf-8"))


def test_backup_and_restore_with_a_safety_copy(winback, folder, tmp_path):
    winback("lose", "Rosa")
    backup = tmp_path / "safe.db"
    assert winback("backup", str(backup)).code == 0
    winback("lose", "Tom")
    restored = winback("restore", str(backup), "--json")
    assert Path(restored.json["safety_copy"]).exists()
    assert [c["name"] for c in winback("list", "contacts", "--json").json] == ["Rosa"]
    assert winback("check", "--json").json["sound"] is True
    assert winback("restore", str(tmp_path / "none.db")).code == 1
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"junk" * 4096)
    assert winback("restore", str(junk)).code == 1
    assert [c["name"] for c in winback("list", "contacts", "--json").json] == ["Rosa"]


def test_a_damaged_file_is_told_kept_and_replaced_by_a_backup(winback, folder, tmp_path):
    winback("lose", "Rosa")
    backup = tmp_path / "safe.db"
    winback("backup", str(backup))
    (folder / "winback.db").write_bytes(b"This was a database once. " * 500)
    refused = winback("due")
    assert refused.code == 1
    assert "backup" in refused.err
    assert winback("restore", str(backup)).code == 0
    assert [c["name"] for c in winback("list", "contacts", "--json").json] == ["Rosa"]
    assert list(folder.glob("*damaged*"))


def test_forgetting_needs_a_yes_and_leaves_no_byte(winback, folder):
    winback("lose", "Zebulon Quark", "--reason", "Quarkish reasons")
    winback("backup")
    asked = winback("forget", "Zebulon Quark")
    assert asked.code == 1
    assert "--yes" in asked.err
    assert winback("forget", "Zebulon Quark", "--yes").code == 0
    for file in folder.rglob("*"):
        if file.is_file():
            assert b"Quark" not in file.read_bytes(), file


def test_paper_in_and_after_quiet_time(winback, tmp_path, cards):
    winback("import", cards)
    winback("lose", "Rosa Delgado")
    note, envelope = str(tmp_path / "note.pdf"), str(tmp_path / "envelope.pdf")
    refused = winback("note", "1", "--pdf", note, today="2026-11-24")
    assert (refused.code, "Quiet time" in refused.err) == (1, True)
    assert winback("envelope", "Rosa Delgado", "--pdf", envelope, today="2026-11-24").code == 1
    drawn = winback(
        "note", "1", "--pdf", note, "--card", "A6", "--mode", "hand", "--json", today="2026-11-25"
    )
    assert (drawn.json["pages"], drawn.json["width_mm"], drawn.json["height_mm"]) == (1, 105, 148)
    sent = winback("envelope", "Rosa Delgado", "--pdf", envelope, "--json", today="2026-11-25")
    assert sorted((sent.json["width_mm"], sent.json["height_mm"])) == [114, 162]
    assert winback("agenda", "--month", "2026-11", "--pdf", str(tmp_path / "month.pdf")).code == 0
    for wrong in (["--card", "huge"], ["--card", "1x1mm"]):
        assert winback("note", "1", "--pdf", note, *wrong, today="2026-11-25").code == 1
    assert winback("agenda", "--month", "May", "--pdf", note).code == 1
    assert winback("note", "1", "--printer", "No such printer", today="2026-11-25").code == 1


def test_quiet_time_is_unlocked_only_with_a_reason(winback, tmp_path):
    winback("lose", "Rosa")
    note = str(tmp_path / "note.pdf")
    assert winback("note", "1", "--pdf", note, "--unlock", " ").code == 1
    assert winback("note", "1", "--pdf", note, "--unlock", "Her father died").code == 0
    assert winback("list", "plans", "--json").json[0]["unlock_reason"] == "Her father died"


def test_a_reminder_is_announced_exactly_once(winback):
    winback("lose", "Rosa")
    first = winback("remind", "--once", "--json", today="2026-11-25")
    assert len(first.json) >= 1
    assert "Rosa" not in first.out, "names stay out of notifications by default"
    assert winback("remind", "--once", "--json", today="2026-11-25").json == []


def test_a_pipe_that_closes_early_is_no_error(folder):
    command = f"{sys.executable} -m winback_desktop --data {folder} plan - --json | head -c 10"
    dates = "2026-11-20\n" * 3000
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], input=dates, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_data_file_is_neither_backed_up_onto_itself_nor_restored_from_itself(winback, folder):
    winback("lose", "Rosa")
    live = folder / "winback.db"
    before = live.stat().st_ino
    for command in ("backup", "restore"):
        refused = winback(command, str(live))
        assert (refused.code, "your data is in now" in refused.err) == (1, True)
    assert live.stat().st_ino == before
    assert not live.with_name("winback.db.json").exists()
    assert winback("check").code == 0


def test_data_that_is_gone_is_never_called_well(winback, folder):
    winback("lose", "Rosa")
    kept = winback("backup", "--json").json["file"]
    (folder / "winback.db").unlink()
    for command in ("check", "self-test"):
        told = winback(command)
        assert told.code == 1
        assert "missing" in told.err + told.out
    restored = winback("restore", kept, "--json")
    assert restored.json["safety_copy"] is None, "nothing was there to be kept"
    assert winback("check").code == 0


def test_a_file_in_the_place_of_the_data_folder_is_said(winback, folder):
    folder.write_text("mine")
    for words in (["check"], ["due"], ["lose", "Rosa"], ["self-test"]):
        told = winback(*words)
        assert told.code == 1
        assert "is a file, not a folder" in told.err + told.out
    assert folder.read_text() == "mine"


def test_what_a_newer_version_wrote_is_read_and_left_untouched(winback, folder, tmp_path):
    winback("lose", "Rosa Delgado")
    live = folder / "winback.db"
    newer = bytearray(live.read_bytes())
    newer[60:64] = (99).to_bytes(4, "big")  # user_version, where the file format keeps it
    live.write_bytes(newer)
    for words in (["due"], ["list", "contacts"], ["show", "1"], ["search", "rosa"]):
        asked = winback(*words)
        assert (asked.code, "only read" in asked.err) == (0, True)
    assert winback("export", str(tmp_path / "all.json")).code == 0
    assert winback("list", "contacts", "--json").json[0]["name"] == "Rosa Delgado"
    for words in (["lose", "Ann"], ["undo"], ["check"]):
        told = winback(*words)
        assert told.code == 1
        assert "newer version" in told.err + told.out
    assert live.read_bytes() == newer


def test_nothing_is_written_over_the_data_itself(winback, folder):
    winback("lose", "Rosa Delgado")
    data = str(folder / "winback.db")
    assert winback("note", "1", "--pdf", data, today="2026-11-25").code == 1
    assert winback("agenda", "--pdf", data).code == 1
    assert winback("export", str(folder / "backups" / "all.json")).code == 1
    assert winback("check", "--json").json["sound"] is True
