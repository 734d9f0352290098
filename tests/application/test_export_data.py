# SPDX-License-Identifier: MIT
"""What leaves the program can be read elsewhere, and everything can be rebuilt."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from fakes import FakeClock, NoHolidays

from winback_desktop.application.change_plans import pause
from winback_desktop.application.export_data import export, export_person, gather_archive
from winback_desktop.application.failures import Missing, Refused
from winback_desktop.application.import_contacts import apply_import, plan_import
from winback_desktop.application.move_steps import postpone
from winback_desktop.application.ports import Workspace
from winback_desktop.application.rebuild import rebuild
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.archives import ARCHIVED
from winback_desktop.domain.people import Contact
from winback_desktop.exchange import formats
from winback_desktop.exchange.archive import read_archive
from winback_desktop.exchange.detect import read_contacts
from winback_desktop.storage.opening import open_memory_store, open_store


@pytest.fixture
def work(tmp_path: Path, clock: FakeClock) -> Iterator[Workspace]:
    """A workspace on a real file: an import makes a backup first."""
    store = open_store(tmp_path / "winback.db", clock_now=clock.now, program_version="0.1.0")
    yield Workspace(store, clock, NoHolidays())
    store.close()


@pytest.fixture
def lived(work: Workspace) -> Workspace:
    """Two customers lost, one of them twice, one step moved and one plan paused."""
    record_loss(work, LossDraft("Rosa Diaz", learned_on=date(2026, 11, 20)))
    recorded = record_loss(work, LossDraft("=cmd()|Łukasz, “Ł” 🦊", reason_given="it’s; the, price\nreally"))
    note = next(step for step in recorded.steps if step.kind == "note")
    postpone(work, note.id, note.due + timedelta(days=7), "away")
    data = b"BEGIN:VCARD\nFN:Rosa Diaz\nORG:Diaz Foods\nEMAIL:rosa@diaz.example\nTEL:+1 512 555\nEND:VCARD"
    apply_import(work, plan_import(work, read_contacts(data).cards))
    return work


def events(data: bytes) -> list:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_calendar_bytes_and_what_another_reader_sees(lived: Workspace):
    exported = export(lived, ".ics", formats)
    assert exported.data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in exported.data.replace(b"\r\n", b"")
    for line in exported.data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    rows = {row.due for row in lived.store.queries.open_steps() if row.kind not in ("pause",)}
    found = events(exported.data)
    assert len(found) == exported.counts["entries"] > 0
    for event in found:
        assert event.decoded("dtstart") in rows
        assert event.decoded("dtend") == event.decoded("dtstart") + timedelta(days=1)
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta(hours=9)
        assert "Rosa" not in str(event["summary"])
    assert len({str(event["uid"]) for event in found}) == len(found)


def test_calendar_ids_stay_and_the_sequence_moves_only_on_real_change(lived: Workspace):
    def seen() -> dict[str, tuple]:
        return {
            str(event["uid"]): (event["sequence"], event.decoded("dtstamp"), event.decoded("dtstart"))
            for event in events(export(lived, ".ics", formats).data)
        }

    before = seen()
    lived.clock.move(hours=5)  # type: ignore[attr-defined]
    assert seen() == before
    row = next(row for row in lived.store.queries.open_steps() if row.kind == "lunch")
    postpone(lived, row.step, row.due + timedelta(days=14))
    after = seen()
    assert after.keys() == before.keys()
    moved = [uid for uid in after if after[uid] != before[uid]]
    # The lunch and the invitation that leads to it.
    assert len(moved) == 2
    for uid in moved:
        assert after[uid][0] == before[uid][0] + 1
        assert after[uid][1] > before[uid][1]
        assert after[uid][2] > before[uid][2]


def test_names_and_care_only_when_asked_for(lived: Workspace):
    plain = export(lived, ".ics", formats)
    full = export(lived, ".ics", formats, names=True, care=True)
    assert full.counts["entries"] > plain.counts["entries"]
    assert any("Rosa" in str(event["summary"]) for event in events(full.data))


def test_the_table_holds_no_formula_and_comes_back(lived: Workspace):
    data = export(lived, ".csv", formats).data
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert {row["Name"] for row in rows} == {"Rosa Diaz", "'=cmd()|Łukasz, “Ł” 🦊"}
    rosa = next(row for row in rows if row["Name"] == "Rosa Diaz")
    assert (rosa["Phone"], rosa["Organisation"], rosa["Plan"]) == ("'+1 512 555", "Diaz Foods", "quiet")
    cards = read_contacts(data).cards
    assert {card.contact.name for card in cards} == {"Rosa Diaz", "=cmd()|Łukasz, “Ł” 🦊"}


def test_importing_our_own_cards_changes_nothing(lived: Workspace):
    exported = export(lived, ".vcf", formats)
    assert exported.counts == {"contacts": 2}
    result = apply_import(lived, plan_import(lived, read_contacts(exported.data).cards))
    assert result[:4] == (0, 0, 2, 0)


def test_everything_can_be_rebuilt_from_the_archive(lived: Workspace, clock: FakeClock):
    with lived.store.change("settings"):
        lived.store.set_setting("owner.name", "Søren")
    row = next(row for row in lived.store.queries.open_steps() if row.kind == "lunch")
    pause(lived, row.plan, date(2027, 1, 4), "holiday")
    exported = export(lived, ".json", formats, program="0.1.0")
    fresh = Workspace(open_memory_store(clock.now), clock, lived.holidays)
    # Ids must be allowed to differ.
    with fresh.store.change("use up an id"):
        fresh.store.remove(fresh.store.add(Contact("gone")))
    counts = rebuild(fresh, read_archive(exported.data))
    assert counts == exported.counts
    assert fresh.store.setting("owner.name") == "Søren"
    for view in (lambda w: w.store.queries.open_steps(), lambda w: w.store.queries.quiet_plans()):
        assert [(r.name, r.learned_on) for r in view(fresh)] == [(r.name, r.learned_on) for r in view(lived)]
    before, after = gather_archive(lived), gather_archive(fresh)
    references = {"id", "contact", "loss", "previous_loss", "plan", "step", "interest"}
    for kind in ARCHIVED:
        for old, new in zip(before.records[kind], after.records[kind], strict=True):
            for field in set(kind._fields) - references:
                assert getattr(old, field) == getattr(new, field)
    with pytest.raises(Refused, match="already"):
        rebuild(fresh, read_archive(exported.data))
    fresh.store.close()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"program": "winback-desktop", "schema": 2}',
        b'{"program": "winback-desktop", "schema": 1, "settings": {}, "records": {"Contact": [{"name": 3}]}}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_archive_is_refused(data: bytes):
    with pytest.raises(Refused):
        read_archive(data)


def test_one_person_s_own_data(lived: Workspace):
    rosa = next(c for c in lived.store.find(Contact) if c.name == "Rosa Diaz")
    files = export_person(lived, rosa.id, formats)
    assert read_contacts(files[".vcf"].data).cards[0].contact.name == "Rosa Diaz"
    assert "Łukasz" not in files[".json"].data.decode()
    whole = json.loads(files[".json"].data)
    assert len(whole["records"]["Loss"]) == 1
    assert whole["records"]["Step"]
    assert files[".ics"].counts["entries"] == len(events(files[".ics"].data))
    with pytest.raises(Missing):
        export_person(lived, 99_999, formats)


def test_an_unknown_ending_is_refused(work: Workspace):
    with pytest.raises(Refused, match=r"\.vcf"):
        export(work, ".docx", formats)
