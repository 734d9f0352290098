# SPDX-License-Identifier: MIT
"""Importing again updates, never doubles; what the owner wrote stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import FakeClock, NoHolidays

from winback_desktop.application.import_contacts import (
    Action,
    Decision,
    ImportResult,
    apply_import,
    plan_import,
)
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.people import Contact, ContactPoint, PointKind
from winback_desktop.exchange.detect import read_contacts
from winback_desktop.storage.opening import open_memory_store, open_store


@pytest.fixture
def work(tmp_path: Path, clock: FakeClock) -> Iterator[Workspace]:
    """A workspace on a real file: an import makes a backup first."""
    store = open_store(tmp_path / "winback.db", clock_now=clock.now, program_version="0.1.0")
    yield Workspace(store, clock, NoHolidays())
    store.close()


def vcf(*cards: str) -> bytes:
    return "".join(f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n" for card in cards).encode()


def bring(work: Workspace, data: bytes, **options) -> ImportResult:
    reading = read_contacts(data)
    plan = plan_import(
        work, reading.cards, reading.problems, source="people.vcf", unreadable=reading.skipped, **options
    )
    return apply_import(work, plan)


def names(work: Workspace) -> list[str]:
    return [contact.name for contact in work.store.find(Contact, deleted_at=None)]


ROSA = "FN:Rosa Diaz\nN:Diaz;Rosa\nEMAIL:rosa@diaz.example\nTEL:+1 512 555 0110\nNOTE:met at the fair"


def test_twice_the_same_file_adds_nothing(work: Workspace):
    data = vcf(ROSA, "FN:Bo", "FN:Acme\nORG:Acme", "FN:Cy\nUID:c-1", "FN:Di\nTEL:1234567")
    assert bring(work, data)[:4] == (5, 0, 0, 0)
    label = work.store.undo_label()
    assert label == "import 5 contacts from people.vcf"
    assert bring(work, data)[:4] == (0, 0, 5, 0)
    assert work.store.undo_label() == label
    assert work.store.undo() == label
    assert names(work) == []


def test_a_changed_card_updates_and_empty_never_overwrites(work: Workspace):
    bring(work, vcf(ROSA))
    (contact,) = work.store.find(Contact)
    with work.store.change("note"):
        work.store.save(contact._replace(about="Her dog is Luna.", tags=("vip",), job_title="Chef"))
    result = bring(work, vcf("FN:Rosa M. Diaz\nEMAIL:ROSA@diaz.example\nTEL:0512 5550111\nORG:Diaz Foods"))
    assert result[:4] == (0, 1, 0, 0)
    (contact,) = work.store.find(Contact)
    assert (contact.name, contact.organisation) == ("Rosa M. Diaz", "Diaz Foods")
    assert (contact.about, contact.tags, contact.job_title) == ("Her dog is Luna.", ("vip",), "Chef")
    phones = work.store.find(ContactPoint, kind=PointKind.PHONE)
    assert [point.value for point in phones] == ["+1 512 555 0110", "0512 5550111"]


def test_a_person_the_owner_renamed_is_known_again(work: Workspace):
    data = vcf("FN:Mum\nEMAIL:margaret@jones.example")
    bring(work, data)
    (contact,) = work.store.find(Contact)
    with work.store.change("rename"):
        work.store.save(contact._replace(name="Margaret Jones"))
    assert bring(work, data)[:4] == (0, 0, 1, 0)
    assert names(work) == ["Margaret Jones"]


def test_a_bare_name_recorded_in_haste_is_filled_in(work: Workspace):
    with work.store.change("haste"):
        work.store.add(Contact("rosa díaz"))
    assert bring(work, vcf(ROSA))[:4] == (0, 1, 0, 0)
    assert names(work) == ["Rosa Diaz"]


def test_two_people_may_share_an_e_mail(work: Workspace):
    data = vcf("FN:Ann Lee\nEMAIL:info@firm.example", "FN:Bob Ray\nEMAIL:info@firm.example")
    assert bring(work, data)[:4] == (2, 0, 0, 0)
    assert bring(work, data)[:4] == (0, 0, 2, 0)
    result = bring(work, vcf("FN:Cleo Fox\nEMAIL:info@firm.example"))
    assert result[:4] == (1, 0, 0, 0)
    assert "“Ann Lee” and “Bob Ray” have the same e-mail" in result.problems[0].why
    changed = vcf("FN:Bob Ray\nEMAIL:info@firm.example\nTITLE:Clerk")
    assert bring(work, changed)[:4] == (0, 1, 0, 0)
    assert [c.job_title for c in work.store.find(Contact)] == ["", "Clerk", ""]


def test_a_name_that_fits_several_with_one_e_mail_is_left_out_and_told(work: Workspace):
    bring(work, vcf("FN:Ann Lee\nEMAIL:info@lee.example", "FN:Tim Lee\nEMAIL:info@lee.example"))
    result = bring(work, vcf("FN:J. Q. Lee\nEMAIL:info@lee.example"))
    assert result[:4] == (0, 0, 0, 1)
    assert "more than one" in result.problems[0].why
    assert bring(work, vcf("FN:J. Q. Lee\nEMAIL:info@lee.example"), decisions={0: Decision.MERGE})[1] == 1


def test_two_ids_in_one_file_are_two_people_even_with_one_name_in_one_firm(work: Workspace):
    father, son = (
        "FN:Jan Novak\nUID:n-1\nORG:Novak\nTITLE:Founder",
        "FN:Jan Novak\nUID:n-2\nORG:Novak\nTITLE:Clerk",
    )
    assert bring(work, vcf(father, son))[:4] == (2, 0, 0, 0)
    assert bring(work, vcf(father, son))[:4] == (0, 0, 2, 0)
    assert sorted(contact.job_title for contact in work.store.find(Contact)) == ["Clerk", "Founder"]


def test_two_ids_in_one_file_with_one_telephone_are_one_person(work: Workspace):
    one, same = "FN:Jan Novak\nUID:n-1\nTEL:512 555 0110", "FN:Jan Novak\nUID:n-2\nTEL:512 555 0110"
    assert bring(work, vcf(one, same))[:4] == (1, 0, 1, 0)
    assert bring(work, vcf(one, same))[:4] == (0, 0, 2, 0)


def test_same_name_needs_a_phone_or_an_organisation_in_common(work: Workspace):
    bring(work, vcf("FN:Jo Kim\nTEL:+82 2 555 0112", "FN:Jo Kim\nORG:Kim Tools"))
    assert len(names(work)) == 2
    assert bring(work, vcf("FN:JO KIM\nTEL:02-555-0112\nTITLE:Baker"))[:4] == (0, 1, 0, 0)
    assert bring(work, vcf("FN:Jo Kim\nORG:Kim Tools\nTITLE:Smith"))[:4] == (0, 1, 0, 0)
    assert bring(work, vcf("FN:Jo Kim\nTEL:+1 999 000"))[:4] == (1, 0, 0, 0)


def test_cards_of_one_person_in_one_file_become_one(work: Workspace):
    result = bring(work, vcf("FN:Rosa\nUID:7\nTEL:1234567", "FN:Rosa\nUID:7\nTEL:7654321", "FN:Rosa\nUID:7"))
    assert result[:4] == (1, 1, 1, 0)
    assert [point.value for point in work.store.find(ContactPoint)] == ["1234567", "7654321"]


@pytest.mark.parametrize(
    ("decision", "expected", "people"),
    [
        (Decision.MERGE, (0, 1, 0, 0), 1),
        (Decision.SKIP, (0, 0, 0, 1), 1),
        (Decision.KEEP_BOTH, (1, 0, 0, 0), 2),
    ],
)
def test_the_owner_decides_about_a_duplicate(work: Workspace, decision, expected, people: int):
    bring(work, vcf(ROSA))
    assert bring(work, vcf(f"{ROSA}\nTITLE:Chef"), decisions={0: decision})[:4] == expected
    assert len(names(work)) == people


def test_a_plan_alone_stores_nothing(work: Workspace):
    plan = plan_import(work, read_contacts(vcf(ROSA)).cards)
    assert plan.items[0].action is Action.CREATE
    assert names(work) == []


def test_a_name_of_10_000_characters_is_shortened_and_kept_in_the_notes(work: Workspace):
    data = vcf("FN:" + "y" * 10_000)
    result = bring(work, data)
    (contact,) = work.store.find(Contact)
    assert len(contact.name) == 200
    assert contact.about == "y" * 10_000
    assert "10,000 characters" in result.problems[0].why
    assert bring(work, data)[:4] == (0, 0, 1, 0)


def test_what_could_not_be_read_counts_as_skipped(work: Workspace):
    result = bring(work, vcf(ROSA, "NOTE:nobody"))
    assert result[:4] == (1, 0, 0, 1)
    assert len(result.problems) == 1


def test_a_backup_is_made_before_people_are_changed_and_none_in_memory(
    work: Workspace, tmp_path: Path, clock: FakeClock
):
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    bring(work, vcf("FN:Bo"))
    bring(work, vcf("FN:Cy"))
    assert any("import" in path.name for path in set(tmp_path.rglob("*")) - before)
    sample = Workspace(open_memory_store(clock.now), clock, NoHolidays())
    bring(sample, vcf("FN:Bo"))
    assert bring(sample, vcf("FN:Cy"))[0] == 1
    sample.store.close()
