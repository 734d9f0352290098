# SPDX-License-Identifier: MIT
"""Customers from an address book through the window: brought in, found, given interests, taken back."""

from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop, Program

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Rosa Marin
N:Marin;Rosa;;;
ORG:Marin Tiles
EMAIL:rosa@example.org
ADR;TYPE=work:;;12 Harbour Street;Springfield;IL;62701;USA
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Tom Bérg
EMAIL:tom@example.org
END:VCARD
"""


@pytest.fixture
def app(desktop: Desktop, tmp_path: Path) -> Program:
    """The program on its first day."""
    return Program(desktop, tmp_path / "owner", "2026-11-20")


def choose(app: Program, file: Path) -> None:
    """Open the import and choose a file in the file dialog."""
    app.desktop.key("ctrl+i")
    app.press("Choose a file…")
    app.reads("File name:")
    app.desktop.key("ctrl+a")
    app.desktop.type(str(file))
    app.desktop.key("Return")
    app.wait(lambda: not app.says("File name:"), "the file dialog to close")


def test_an_address_book_comes_in_is_found_and_goes_back(
    desktop: Desktop, app: Program, tmp_path: Path
) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text(CARDS, newline="\r\n", encoding="utf-8")
    choose(app, cards)
    app.reads("2 will be added.")
    desktop.picture("import")
    app.press("Bring in 2 customers")
    app.wait(lambda: len(app.line("list", "contacts")) == 2, "both to be stored")
    desktop.picture("imported")
    desktop.key("Escape")

    # Accents do not matter while searching.
    desktop.key("ctrl+k")
    app.wait(lambda: app.says("Search customers"), "the search")
    desktop.type("berg")
    app.node("Tom Bérg", ["list item"], exact=False)
    desktop.picture("search")
    desktop.key("Return")
    app.reads("What does Tom Bérg enjoy?")
    desktop.picture("customer")

    desktop.key("ctrl+z")
    app.reads("Taken back: ")
    app.wait(lambda: app.line("list", "contacts") == [], "the import to be taken back")
    desktop.key("ctrl+shift+z")
    app.wait(lambda: len(app.line("list", "contacts")) == 2, "it to be done again")


def test_what_is_no_address_book_is_said_in_words(desktop: Desktop, app: Program, tmp_path: Path) -> None:
    letter = tmp_path / "letter.vcf"
    letter.write_text("Dear Rosa,\nthank you.\n", encoding="utf-8")
    choose(app, letter)
    app.wait(lambda: not app.says("Bring in") and app.says("letter.vcf"), "a sentence about the file")
    desktop.picture("no-address-book")
    assert app.line("list", "contacts") == []
    assert "Traceback" not in app.log.read_text()


def test_interests_are_chips_that_stay(desktop: Desktop, app: Program) -> None:
    desktop.key("ctrl+shift+n")
    app.write("Name", "Rosa Marin")
    app.press("Add")
    app.write("What they enjoy", "grilling")
    desktop.key("Return")
    desktop.type("opera,")
    desktop.picture("chips")
    app.wait(lambda: "opera" in labels(app), "both interests to be stored")
    assert sorted(labels(app)) == ["grilling", "opera"]
    app.kill()


def labels(app: Program) -> list[str]:
    """The interests that are stored about the first contact."""
    return [interest["label"] for interest in app.line("show", "1")["interests"]]


def test_sample_data_is_kept_apart(desktop: Desktop, app: Program) -> None:
    app.press("Look around with sample data")
    app.window = app.wait(lambda: desktop.windows("sample data"), "the sample window")[-1]
    app.reads("Sample data: nothing here is yours.", "Due today")
    desktop.picture("sample-data")
    assert app.line("list", "contacts") == []
    app.press("Start for real")
    app.reads("Look around with sample data")
    assert app.line("list", "contacts") == []
