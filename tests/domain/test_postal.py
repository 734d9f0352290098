# SPDX-License-Identifier: MIT
"""Addresses come out as the post of the destination asks for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain import postal
from winback_desktop.domain.country_names import english_name
from winback_desktop.domain.people import Address

EXAMPLES = {
    "US": (
        Address("123 Main St", "Apt 4", "", "Springfield", "IL", "62704", "US"),
        ("Rosa Delgado", "Gala Kitchen", "Apt 4", "123 Main St", "SPRINGFIELD IL 62704"),
        "UNITED STATES OF AMERICA",
    ),
    "CA": (
        Address("10-123 Maple Street", "", "", "Ottawa", "ON", "k1a0b1", "CA"),
        ("Rosa Delgado", "Gala Kitchen", "10-123 Maple Street", "OTTAWA ON  K1A 0B1"),
        "CANADA",
    ),
    "AU": (
        Address("99 George Street", "", "", "Brisbane", "QLD", "4000", "AU"),
        ("Rosa Delgado", "Gala Kitchen", "99 George Street", "BRISBANE QLD 4000"),
        "AUSTRALIA",
    ),
    "GB": (
        Address("49 Featherstone Street", "", "", "London", "Greater London", "EC1Y8SY", "GB"),
        ("Rosa Delgado", "Gala Kitchen", "49 Featherstone Street", "LONDON", "EC1Y 8SY"),
        "UNITED KINGDOM",
    ),
    "DE": (
        Address("Rosenweg 5", "", "", "Köln", "NRW", "50667", "DE"),
        ("Rosa Delgado", "Gala Kitchen", "Rosenweg 5", "50667 Köln"),
        "GERMANY",
    ),
    "PL": (
        Address("ul. Długa 12/3", "", "", "Łódź", "", "90001", "PL"),
        ("Rosa Delgado", "Gala Kitchen", "ul. Długa 12/3", "90-001 ŁÓDŹ"),
        "POLAND",
    ),
    "FR": (
        Address("25 rue de l'Église", "", "", "Orléans", "", "45000", "FR"),
        ("Rosa Delgado", "Gala Kitchen", "25 rue de l'Église", "45000 ORLÉANS"),
        "FRANCE",
    ),
    "NL": (
        Address("Keizersgracht 126", "", "", "Amsterdam", "", "1015cw", "NL"),
        ("Rosa Delgado", "Gala Kitchen", "Keizersgracht 126", "1015 CW  AMSTERDAM"),
        "NETHERLANDS",
    ),
    "SE": (
        Address("Storgatan 1", "", "", "Malmö", "", "21142", "SE"),
        ("Rosa Delgado", "Gala Kitchen", "Storgatan 1", "211 42 MALMÖ"),
        "SWEDEN",
    ),
    "IT": (
        Address("Via Roma 7", "", "", "Modena", "mo", "41121", "IT"),
        ("Rosa Delgado", "Gala Kitchen", "Via Roma 7", "41121 MODENA MO"),
        "ITALY",
    ),
    "ES": (
        Address("Calle Mayor, 3, 2.º B", "", "", "Getafe", "Madrid", "28901", "ES"),
        ("Rosa Delgado", "Gala Kitchen", "Calle Mayor, 3, 2.º B", "28901 GETAFE", "Madrid"),
        "SPAIN",
    ),
    "HU": (
        Address("Fő utca 8.", "", "", "Budapest", "", "1011", "HU"),
        ("Rosa Delgado", "Gala Kitchen", "BUDAPEST", "Fő utca 8.", "1011"),
        "HUNGARY",
    ),
    "RU": (
        Address("ул. Ленина, д. 5, кв. 2", "", "", "Тула", "Тульская область", "300000", "RU"),
        ("Rosa Delgado", "Gala Kitchen", "ул. Ленина, д. 5, кв. 2", "Тула", "Тульская область", "300000"),
        "RUSSIAN FEDERATION",
    ),
    "IN": (
        Address("24 MG Road", "2nd floor", "", "Pune", "Maharashtra", "411001", "IN"),
        ("Rosa Delgado", "Gala Kitchen", "2nd floor", "24 MG Road", "PUNE 411001", "Maharashtra"),
        "INDIA",
    ),
    "BR": (
        Address("Rua das Flores, 255", "", "", "São Paulo", "sp", "01310100", "BR"),
        ("Rosa Delgado", "Gala Kitchen", "Rua das Flores, 255", "São Paulo-SP", "01310-100"),
        "BRAZIL",
    ),
    "JP": (
        Address("1-2-3 Marunouchi", "", "", "Chiyoda-ku", "Tokyo", "1000005", "JP"),
        ("Rosa Delgado", "Gala Kitchen", "1-2-3 Marunouchi", "CHIYODA-KU, TOKYO", "100-0005"),
        "JAPAN",
    ),
    "KR": (
        Address("12 Sejong-daero", "", "", "Jung-gu", "Seoul", "04526", "KR"),
        ("Rosa Delgado", "Gala Kitchen", "12 Sejong-daero", "JUNG-GU, SEOUL 04526"),
        "SOUTH KOREA",
    ),
    "CN": (
        Address("8 Jianguo Road", "", "", "Beijing", "Chaoyang", "100020", "CN"),
        ("Rosa Delgado", "Gala Kitchen", "8 Jianguo Road", "100020 BEIJING", "Chaoyang"),
        "CHINA",
    ),
}


@pytest.mark.parametrize("country", EXAMPLES)
def test_each_country_has_its_order_and_is_named_only_abroad(country: str) -> None:
    address, home, name = EXAMPLES[country]
    abroad = "CH"
    assert postal.lines(address, "Rosa Delgado", "Gala Kitchen", country) == home
    assert postal.lines(address, "Rosa Delgado", "Gala Kitchen", abroad) == (*home, name)
    assert postal.lines(address, "Rosa Delgado", "Gala Kitchen", country.lower()) == home


def test_without_a_country_it_is_the_owners_own() -> None:
    address = Address("Rosenweg 5", "", "", "Köln", "", "50667")
    assert postal.lines(address, "Rosa", "", "DE") == ("Rosa", "Rosenweg 5", "50667 Köln")


def test_a_country_known_by_name_alone_is_still_written() -> None:
    address = Address("1 Road", locality="Town", country_name="Ruritania")
    assert postal.lines(address, "Rosa", "", "DE") == ("Rosa", "1 Road", "Town", "RURITANIA")
    home = Address("1 Road", locality="Town", country_name="germany")
    assert postal.lines(home, "Rosa", "", "DE") == ("Rosa", "1 Road", "Town")


def test_native_scripts_run_from_the_province_to_the_person() -> None:
    japanese = Address("丸の内1-2-3", "", "", "千代田区", "東京都", "100-0005", "JP")
    assert postal.lines(japanese, "田中 恵子 様", "山田商店", "JP") == (
        "〒100-0005",
        "東京都千代田区",
        "丸の内1-2-3",
        "山田商店",
        "田中 恵子 様",
    )


def test_a_bare_box_number_gets_the_word_that_the_country_uses() -> None:
    assert postal.lines(Address(po_box="1234", locality="Bonn", postal_code="53001", country="DE"), "R")[
        1
    ] == ("Postfach 1234")
    assert postal.lines(Address(po_box="PO Box 7", locality="Reno", country="US"), "R")[1] == "PO Box 7"
    assert postal.lines(Address(po_box="7", locality="Reno", country="US"), "R")[1] == "PO Box 7"


def test_a_region_that_is_needed_is_not_lost() -> None:
    village = Address("Mill Lane", "", "", "Ashford", "Kent", "", "GB")
    assert postal.lines(village, "R", "", "GB") == ("R", "Mill Lane", "ASHFORD", "Kent")


@pytest.mark.parametrize(
    ("country", "region", "line"),
    [
        ("US", "california", "TOWN CA 1"),
        ("US", "CA", "TOWN CA 1"),
        ("CA", "Québec", "TOWN QC  1"),
        ("AU", "New South Wales", "TOWN NSW 1"),
        ("US", "Elsewhere", "TOWN ELSEWHERE 1"),
    ],
)
def test_states_are_written_short(country: str, region: str, line: str) -> None:
    address = Address("1 Road", "", "", "Town", region, "1", country)
    assert postal.lines(address, "Rosa", "", country)[-1] == line


def test_new_york_in_new_york_keeps_its_state() -> None:
    address = Address("1 Broadway", "", "", "New York", "New York", "10004", "US")
    assert postal.lines(address, "Rosa", "", "US")[-1] == "NEW YORK NY 10004"
    address = Address("1 Grande Allée", "", "", "Québec", "Québec", "G1R2J5", "CA")
    assert postal.lines(address, "Rosa", "", "CA")[-1] == "QUÉBEC QC  G1R 2J5"


def test_one_name_is_written_once() -> None:
    assert postal.lines(Address("1 Road", locality="Town"), "Gala Kitchen", "Gala Kitchen", "AU")[:2] == (
        "Gala Kitchen",
        "1 Road",
    )


def test_nothing_gives_nothing() -> None:
    assert postal.lines(Address(country="FR"), "", "", "DE") == ()
    assert not postal.is_complete(Address(locality="Paris", country="FR"))
    assert not postal.is_complete(Address(street="1 Road"))
    assert postal.is_complete(Address(street="1 Road", locality="Town"))


def test_every_country_code_has_an_english_name() -> None:
    assert english_name("gb") == "United Kingdom"
    assert english_name("ZZ") == ""


TEXT = st.text(max_size=12)


@given(
    st.builds(
        Address,
        street=TEXT,
        extended=TEXT,
        po_box=TEXT,
        locality=TEXT,
        region=TEXT,
        postal_code=TEXT,
        country=st.sampled_from([*EXAMPLES, "", "ZZ", "CH", "AT"]),
        country_name=TEXT,
    ),
    TEXT,
    TEXT,
    st.sampled_from(["", "US", "DE"]),
)
def test_no_line_is_empty_and_no_word_of_the_street_is_lost(
    address: Address, name: str, organisation: str, home: str
) -> None:
    written = postal.lines(address, name, organisation, home)
    assert all(line == line.strip() and line for line in written)
    whole = " ".join(written)
    for word in address.street.split():
        assert word.strip(" ,;") in whole
