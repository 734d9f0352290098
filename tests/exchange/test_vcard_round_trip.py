# SPDX-License-Identifier: MIT
"""What is written is read back the same, and reads the same elsewhere."""

import string
from contextlib import suppress

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from winback_desktop.application.failures import Refused
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Address, Contact, ContactPoint, ImportantDate, Interest, PointKind
from winback_desktop.exchange.detect import read_contacts
from winback_desktop.exchange.plain_text import line, lines
from winback_desktop.exchange.vcard import read_vcards
from winback_desktop.exchange.vcard_out import write_vcards

TEXT = st.text(max_size=120).map(line)
NAMED = TEXT.filter(bool)
PLAIN = st.text(string.ascii_letters + "äöüéñ -'", min_size=1, max_size=30).map(line).filter(bool)
LINES = st.text(max_size=200).map(lines)
COUNTRY = st.sampled_from([("", ""), ("DE", ""), ("US", ""), ("QX", ""), ("", "Atlantis")])
LABEL = st.one_of(st.sampled_from(["", "home", "work", "mobile", "work fax"]), TEXT)


@st.composite
def cards(draw: st.DrawFn) -> ContactCard:
    contact = Contact(
        draw(NAMED), *(draw(TEXT) for _ in range(5)), nickname=draw(TEXT.filter(lambda t: "," not in t)),
        organisation=draw(TEXT), job_title=draw(TEXT), about=draw(LINES), uid=draw(TEXT),
        tags=tuple(draw(st.lists(NAMED, max_size=3, unique=True))),
    )  # fmt: skip
    kinds = draw(st.lists(st.sampled_from(PointKind), max_size=4))
    order = {PointKind.PHONE: 0, PointKind.EMAIL: 1, PointKind.WEB: 2}
    value = st.text(string.ascii_letters + "0123456789+@. ", min_size=1).map(line).filter(bool)
    values = draw(st.lists(value, min_size=len(kinds), max_size=len(kinds), unique=True))
    points = tuple(
        ContactPoint(kind, value, draw(LABEL), position)
        for position, (kind, value) in enumerate(zip(sorted(kinds, key=order.get), values, strict=True))
    )
    addresses = tuple(
        Address(draw(LINES.filter(bool)), "", draw(TEXT), draw(TEXT), draw(TEXT), draw(TEXT), *draw(COUNTRY),
                label=draw(LABEL), position=at)
        for at in range(draw(st.integers(0, 2)))
    )  # fmt: skip
    year = draw(st.sampled_from([None, 1980, 2001]))
    dates = (ImportantDate("birthday", draw(st.integers(1, 12)), draw(st.integers(1, 28)), year),)
    interests = tuple(
        Interest(label, position=at)
        for at, label in enumerate(draw(st.lists(NAMED, max_size=3, unique=True)))
    )
    return ContactCard(contact, points, addresses, dates, interests)


@settings(max_examples=150)
@given(st.lists(cards(), max_size=3))
def test_written_cards_read_back_the_same(written: list[ContactCard]):
    data = write_vcards(written)
    reading = read_vcards(data)
    assert list(reading.cards) == written
    assert not reading.problems
    for piece in data.split(b"\r\n"):
        assert len(piece) <= 75
        piece.decode("utf-8")


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            *(st.text(string.ascii_letters + "äöüéñ -'", min_size=1, max_size=30).map(line).filter(bool),) * 2
        ),
        min_size=1,
        max_size=4,
    )
)
def test_another_reader_sees_the_same_names(people: list[tuple[str, str]]):
    written = [
        ContactCard(
            Contact(f"{given} {family}", given, family, organisation=family),
            (ContactPoint(PointKind.EMAIL, f"p{at}@example.com"),),
        )
        for at, (given, family) in enumerate(people)
    ]
    text = write_vcards(written).decode()
    for card, other in zip(written, vobject.readComponents(text), strict=True):
        assert other.fn.value == card.contact.name
        assert (other.n.value.given, other.n.value.family) == (card.contact.given, card.contact.family)
        assert other.email.value == card.points[0].value


@settings(max_examples=60)
@given(
    st.lists(
        st.text(string.ascii_letters + "ßçøÅ ,;\\", min_size=1, max_size=60).map(line).filter(bool),
        min_size=1,
    )
)
def test_we_read_what_another_writer_wrote(names: list[str]):
    text = ""
    for name in names:
        card = vobject.vCard()
        card.add("fn").value = name
        card.add("n").value = vobject.vcard.Name(family=name, given="")
        text += card.serialize()
    reading = read_vcards(text.encode())
    assert [card.contact.name for card in reading.cards] == names
    assert [card.contact.family for card in reading.cards] == names


@settings(max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=2000),
        st.binary(max_size=400).map(lambda raw: b"BEGIN:VCARD\n" + raw + b"\nEND:VCARD"),
        st.binary(max_size=400).map(lambda raw: b"BEGIN:VCARD\nN;QUOTED-PRINTABLE;CHARSET=utf-16:" + raw),
        st.binary(max_size=400).map(lambda raw: b"Name,E-mail,Birthday\n" + raw),
        st.text(max_size=400).map(lambda text: f"Name;Phone\n{text}".encode()),
    )
)
def test_no_bytes_at_all_raise_anything_but_a_refusal(data: bytes):
    with suppress(Refused):
        assert all(card.contact.name for card in read_contacts(data).cards)
