# SPDX-License-Identifier: MIT
"""Cards as address books really write them."""

import base64
import time
from contextlib import suppress

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.domain.people import PointKind
from winback_desktop.exchange.vcard import read_vcards


def card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def only(data: bytes):
    reading = read_vcards(data)
    assert len(reading.cards) == 1
    return reading.cards[0]


def test_apple_card_with_groups_and_labels():
    found = only(
        card(
            "N:Okafor;Ngozi;Ada;Dr.;",
            "FN:Dr. Ngozi Ada Okafor",
            "ORG:Lantern Studio;Design",
            "item1.EMAIL;type=INTERNET;type=pref:ngozi@lantern.example",
            "item1.X-ABLabel:Studio",
            "item2.TEL;type=CELL;type=VOICE:+234 803 555 0101",
            "item3.URL;type=pref:https\\://lantern.example",
            "item3.X-ABLabel:_$!<HomePage>!$_",
            "item4.ADR;type=WORK:;;12 Marina Road\\nFloor 2;Lagos;;101241;Nigeria",
            "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29",
            "item5.X-ABDATE:2011-06-18",
            "item5.X-ABLabel:_$!<Anniversary>!$_",
            "X-SOCIALPROFILE;type=twitter:http://example.com/x",
        )
    )
    contact = found.contact
    assert (contact.given, contact.additional, contact.family) == ("Ngozi", "Ada", "Okafor")
    assert (contact.honorific, contact.organisation) == ("Dr.", "Lantern Studio, Design")
    assert [(p.kind, p.value, p.label) for p in found.points] == [
        (PointKind.PHONE, "+234 803 555 0101", "mobile"),
        (PointKind.EMAIL, "ngozi@lantern.example", "Studio"),
        (PointKind.WEB, "https://lantern.example", "homepage"),
    ]
    (address,) = found.addresses
    assert (address.street, address.locality, address.country) == ("12 Marina Road\nFloor 2", "Lagos", "NG")
    assert [(d.label, d.month, d.day, d.year) for d in found.dates] == [
        ("birthday", 2, 29, None),
        ("anniversary", 6, 18, 2011),
    ]


def test_old_telephone_with_quoted_printable_and_soft_breaks():
    found = only(
        card(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=\r\nnwald;S=C3=B6ren;;;",
            "TEL;CELL;PREF:0171 5550102",
            "TEL;WORK;FAX:030 5550103",
            "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:zwei=0D=0AZeilen f=FCr=\r\n dich",
            version="2.1",
        )
    )
    assert found.contact.name == "Sören Grünwald"
    assert found.contact.about == "zwei\nZeilen für dich"
    assert [(p.value, p.label) for p in found.points] == [
        ("0171 5550102", "mobile"),
        ("030 5550103", "work fax"),
    ]


def test_version_4_with_uris_and_lists():
    found = only(
        card(
            "FN:Hélène Roux",
            'TEL;VALUE=uri;TYPE="voice,home":tel:+33-1-55-50-104',
            "EMAIL;PREF=1:helene@roux.example",
            "EMAIL:old@roux.example",
            "CATEGORIES:Clients\\, old,Paris,Paris",
            "ANNIVERSARY:--0704",
            "LANG:fr",
            "UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
            "INTEREST;LEVEL=high:grilling",
            version="4.0",
        )
    )
    assert found.contact.tags == ("Clients, old", "Paris")
    assert (found.contact.language, found.contact.uid[:9]) == ("fr", "urn:uuid:")
    assert [(p.value, p.label) for p in found.points] == [
        ("+33-1-55-50-104", "home"),
        ("helene@roux.example", ""),
        ("old@roux.example", ""),
    ]
    assert (found.dates[0].month, found.dates[0].day, found.dates[0].year) == (7, 4, None)
    assert [interest.label for interest in found.interests] == ["grilling"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Acme, Inc."], "Acme, Inc."),
        (["FN:Acme\\, Inc."], "Acme, Inc."),
        (["FN:Tab\\; and semicolon; kept"], "Tab; and semicolon; kept"),
        (["FN:", "N:Silva;Ana;;;"], "Ana Silva"),
        (["N:;;;Dr.;", "ORG:Clinic"], "Clinic"),
        (["N:Silva;;;Dr.;"], "Dr. Silva"),
        (["ORG:Bakery;Counter"], "Bakery, Counter"),
        (["NICKNAME:Bo,Bobby"], "Bo"),
        (["EMAIL:someone@example.com"], "someone@example.com"),
        (["TEL:555 0105"], "555 0105"),
        (['FN:<img src="/etc/hostname">'], '<img src="/etc/hostname">'),
        (["FN:Zoë 🦊 Fox"], "Zoë 🦊 Fox"),
        (["FN:محمد الفارسي"], "محمد الفارسي"),
        (["FN:Nul\x00l \x07Bell"], "Null Bell"),
        (["FN:over\u202eride"], "override"),
        (["fn:Lower case"], "Lower case"),
        (['FN;X-QUOTED="a:b;c":Quoted'], "Quoted"),
        (["FN:folded na\r\n me"], "folded name"),
        (["FN:" + "x" * 10_000], "x" * 10_000),
    ],
)
def test_names(lines: list[str], name: str):
    assert only(card(*lines)).contact.name == name


def test_a_card_that_names_nobody_is_left_out_with_place_and_reason():
    reading = read_vcards(card("FN:One") + card("NOTE:nothing else") + card("FN:Three"))
    assert [c.contact.name for c in reading.cards] == ["One", "Three"]
    assert reading.skipped == 1
    assert reading.problems[0].where == "card 2 (line 5)"
    assert "no name" in reading.problems[0].why


def test_a_bad_card_never_stops_the_rest():
    broken = b"BEGIN:VCARD\nFN:Unfinished\nBDAY:2021-02-30\n"
    reading = read_vcards(broken + card("FN:Whole") + b"BEGIN:VCARD\nFN:Cut off")
    assert [c.contact.name for c in reading.cards] == ["Unfinished", "Whole", "Cut off"]
    assert {problem.where for problem in reading.problems} == {"card 1 (line 1)", "card 3 (line 8)"}


def test_an_agent_inside_is_passed_over():
    inner = ["AGENT:", "BEGIN:VCARD", "FN:Assistant", "TEL:1", "END:VCARD"]
    found = only(card("FN:Boss", *inner, "TEL:2", version="2.1"))
    assert found.contact.name == "Boss"
    assert [point.value for point in found.points] == ["2"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_encodings_that_are_certain(encoding: str):
    reading = read_vcards(card("FN:Žofia Łęcka").decode().encode(encoding))
    assert reading.cards[0].contact.name == "Žofia Łęcka"
    assert not reading.guessed


def test_an_encoding_that_is_a_guess_says_so():
    reading = read_vcards(card("FN:José Núñez €").decode().encode("cp1252") + card("FN:Łukasz"))
    assert [c.contact.name for c in reading.cards] == ["José Núñez €", "Łukasz"]
    assert reading.guessed


def test_a_fold_inside_a_character_is_joined_before_decoding():
    name = "FN:" + "ü" * 40
    raw = name.encode()
    data = b"BEGIN:VCARD\r\n" + raw[:52] + b"\r\n " + raw[52:] + b"\r\nEND:VCARD\r\n"
    assert read_vcards(data).cards[0].contact.name == "ü" * 40


def test_a_folded_picture_of_10_mb_costs_next_to_nothing():
    picture = base64.b64encode(bytes(7_500_000)).decode()
    folded = "\r\n ".join(picture[at : at + 74] for at in range(0, len(picture), 74))
    data = card("FN:Portrait", f"PHOTO;ENCODING=b;TYPE=JPEG:{folded}", "TEL:5")
    started = time.perf_counter()
    found = only(data)
    assert time.perf_counter() - started < 5
    assert [point.value for point in found.points] == ["5"]


def test_an_entry_over_8_mb_is_left_out_and_told():
    reading = read_vcards(card("FN:Long", "NOTE:" + "n" * (8 * 1024 * 1024 + 1), "TITLE:kept"))
    assert reading.cards[0].contact.about == ""
    assert reading.cards[0].contact.job_title == "kept"
    assert "longer than 8 MB" in reading.problems[0].why


def test_too_many_entries_and_too_many_cards():
    reading = read_vcards(card("FN:Many", *(f"TEL:{number}" for number in range(600))))
    assert len(reading.cards[0].points) == 499
    assert "500 entries" in reading.problems[0].why
    tiny = b"BEGIN:VCARD\nFN:x\nEND:VCARD\n"
    assert len(read_vcards(tiny * 50_000).cards) == 50_000
    with pytest.raises(Refused, match="50,000"):
        read_vcards(tiny * 50_001)


@pytest.mark.parametrize("filler", [b"=\n", b" ", b"\\", b"BEGIN:VCARD\n", b'";:', b"N;TYPE=a:\n", b"\n\n "])
def test_hostile_repetition_stays_linear(filler: bytes):
    data = b"BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:x" + filler * (400_000 // len(filler))
    started = time.perf_counter()
    with suppress(Refused):
        read_vcards(data)
    assert time.perf_counter() - started < 5
