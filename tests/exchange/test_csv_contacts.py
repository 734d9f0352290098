# SPDX-License-Identifier: MIT
"""Contact tables of other programs, and tables that went wrong."""

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.exchange.csv_contacts import preview, read_table
from winback_desktop.exchange.csv_headers import recognise
from winback_desktop.exchange.detect import read_contacts, read_file


def only(text: str, encoding: str = "utf-8", **options):
    reading = read_contacts(text.encode(encoding), **options)
    assert len(reading.cards) == 1
    return reading.cards[0]


def points(card) -> list[tuple[str, str]]:
    return [(point.value, point.label) for point in card.points]


def test_google_as_it_is_now():
    card = only(
        "First Name,Middle Name,Last Name,Name Prefix,Nickname,Organization Name,Organization Title,"
        "Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,"
        "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
        "Address 1 - Postal Code,Address 1 - Country,Event 1 - Label,Event 1 - Value\n"
        "Ines,,Prado,Dr.,Nini,Prado Foto,Owner,--05-12,Likes jazz,* myContacts ::: Clients,* Work,"
        'i@prado.example ::: ines@prado.example,Mobile,+34 600 555 106,Home,"x\ny",Calle Sol 1,Sevilla,'
        "41001,ES,Anniversary,2001-02-03\n"
    )
    assert (card.contact.name, card.contact.nickname) == ("Ines Prado", "Nini")
    assert (card.contact.organisation, card.contact.job_title) == ("Prado Foto", "Owner")
    assert card.contact.tags == ("Clients",)
    assert points(card) == [
        ("i@prado.example", "work"),
        ("ines@prado.example", "work"),
        ("+34 600 555 106", "mobile"),
    ]
    assert [(d.label, d.month, d.day, d.year) for d in card.dates] == [
        ("birthday", 5, 12, None),
        ("anniversary", 2, 3, 2001),
    ]
    assert (card.addresses[0].locality, card.addresses[0].country, card.addresses[0].label) == (
        "Sevilla", "ES", "home",
    )  # fmt: skip


def test_google_as_it_was():
    card = only(
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
        "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Value\n"
        "Tom Berg,Tom,Berg,Clients ::: * myContacts,* Home,tom@berg.example,,Berg KG,Boss,berg.example\n"
    )
    assert (card.contact.name, card.contact.organisation) == ("Tom Berg", "Berg KG")
    assert card.contact.tags == ("Clients",)
    assert points(card) == [("tom@berg.example", "home"), ("berg.example", "")]


def test_outlook_in_english_writes_the_month_first():
    reading = read_contacts(
        b"Title,First Name,Last Name,Company,Job Title,Business Street,Business Street 2,Business City,"
        b"Home Phone,Business Fax,E-mail Address,E-mail 2 Address,Birthday,Categories\r\n"
        b"Mr.,Al,Bo,Co,VP,1 A St,Floor 2,Troy,555 0107,555 0108,a@bo.example,b@bo.example,0/0/00,vip;golf\r\n"
        b"Ms.,Cy,Di,,,,,,,,c@di.example,,3/4/1980,\r\n"
    )
    first, second = reading.cards
    assert (first.contact.name, first.contact.honorific, first.contact.job_title) == ("Al Bo", "Mr.", "VP")
    assert first.contact.tags == ("vip", "golf")
    assert first.addresses[0].street == "1 A St\nFloor 2"
    assert points(first)[:2] == [("555 0107", "home"), ("555 0108", "work fax")]
    assert not first.dates
    assert (second.dates[0].month, second.dates[0].day) == (3, 4)
    assert not reading.problems


def test_outlook_in_german_and_in_an_old_encoding():
    reading = read_contacts(
        "Anrede;Vorname;Nachname;Firma;Straße geschäftlich;Ort geschäftlich;Postleitzahl geschäftlich;"
        "Land/Region geschäftlich;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse;Geburtstag\n"
        "Frau;Jutta;Müller;Kühn;Hauptstr. 1;Köln;50667;Deutschland;0221 555;0171 555;j@k.example;3.4.1980\n"
        .encode("cp1252")
    )  # fmt: skip
    assert reading.guessed
    card = reading.cards[0]
    assert (card.contact.name, card.contact.organisation) == ("Jutta Müller", "Kühn")
    assert (card.addresses[0].country, card.addresses[0].locality) == ("DE", "Köln")
    assert points(card) == [("0221 555", "work"), ("0171 555", "mobile"), ("j@k.example", "")]
    assert (card.dates[0].month, card.dates[0].day, card.dates[0].year) == (4, 3, 1980)


def test_french_and_spanish_headings():
    card = only(
        "Prénom;Nom;Société;Téléphone (bureau);Adresse de messagerie;Anniversaire\n"
        "Zoé;Roux;SA;01 55;z@r.example;03/04/1980\n"
    )
    assert (card.contact.name, card.dates[0].month) == ("Zoé Roux", 4)
    card = only("Nombre,Apellidos,Teléfono móvil,Correo electrónico,País\nJosé,Peña,600,j@p.example,España\n")
    assert (card.contact.name, card.addresses[0].country) == ("José Peña", "ES")
    assert points(card) == [("600", "mobile"), ("j@p.example", "")]


def test_thunderbird():
    card = only(
        "First Name,Last Name,Display Name,Primary Email,Work Phone,Mobile Number,Home Address,"
        "Home Address 2,Home City,Home ZipCode,Birth Year,Birth Month,Birth Day\n"
        "A,B,A B,a@b.example,1,2,S 1,App 2,C,Z,1980,2,29\n"
    )
    assert card.addresses[0].street == "S 1\nApp 2"
    assert (card.dates[0].month, card.dates[0].day, card.dates[0].year) == (2, 29, 1980)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str):
    card = only(f"Name{delimiter}Phone\nRosa{delimiter}555 0109\n")
    assert (card.contact.name, points(card)) == ("Rosa", [("555 0109", "")])


def test_the_owner_says_which_column_is_which():
    data = b"Who,Whatever\nRosa,r@d.example\n"
    with pytest.raises(Refused):
        read_contacts(data)
    card = read_contacts(data, mapping={"name": "who", "email:work": "2"}).cards[0]
    assert (card.contact.name, points(card)) == ("Rosa", [("r@d.example", "work")])
    with pytest.raises(Refused, match="no column"):
        read_contacts(data, mapping={"name": "nobody"})
    with pytest.raises(Refused, match="no field"):
        read_contacts(data, mapping={"shoe_size": "Who"})


def test_a_preview_shows_five_rows_and_what_each_column_is():
    data = b"Name;E-Mail;Shoe size\n" + b"".join(b"P%d;p%d@x.example;42\n" % (n, n) for n in range(9))
    shown = preview(data)
    assert shown.fields == ["name", "email", ""]
    assert len(shown.rows) == 5
    assert (shown.delimiter, shown.encoding) == (";", "utf-8")


def test_bad_rows_are_collected_and_stop_nothing():
    reading = read_table(
        b'Name,E-mail,Birthday\n"Rosa,rosa@x.example\nBob,bob@x.example,31/31/1999\n,,\n,,1.1.2000\nEve\n'
    )
    assert [card.contact.name for card in reading.cards] == ["Rosa", "Bob", "Eve"]
    assert [problem.where for problem in reading.problems] == ["line 2", "line 3", "line 5"]
    assert reading.skipped == 1


def test_cells_over_the_reader_s_limit():
    reading = read_table(b"Name,Notes\nBig," + b"x" * 200_000 + b"\nSmall,ok\n")
    assert [card.contact.name for card in reading.cards][-1] == "Small"
    assert reading.problems


def test_spreadsheet_apostrophes_are_taken_back():
    card = only("Name,Phone\n'=Acme,'+49 30 555\n")
    assert (card.contact.name, points(card)) == ("=Acme", [("+49 30 555", "")])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"  \n ", "is empty"),
        (b"Dear diary", "neither a vCard nor"),
        (b"\x00\x01\x02\x03" * 99, "neither a vCard nor"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "a calendar"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_what_is_no_address_book_is_refused_in_words(data: bytes, said: str):
    with pytest.raises(Refused, match=said):
        read_contacts(data, "letter.txt")


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(Refused, match="no file"):
        read_file(tmp_path / "missing.vcf")
    with pytest.raises(Refused, match="no file that can be read"):
        read_file(tmp_path)
    huge = tmp_path / "huge.vcf"
    with huge.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(Refused, match="64 MB"):
        read_file(huge)


def test_one_address_a_number_and_place():
    columns = recognise(["Address 2 - City", "Home Street 2", "Business Country/Region", "Assistant's Phone"])
    assert [(c.field, c.label, c.number) for c in columns] == [
        ("locality", "", 2),
        ("street", "home", 1),
        ("country", "work", 1),
        ("", "", 1),
    ]
