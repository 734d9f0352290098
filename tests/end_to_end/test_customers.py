# SPDX-License-Identifier: MIT
"""Customers in the real window: a line edited in the list, two entries merged, many tagged, one forgotten."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop, Program
from winback_desktop.domain.people import Contact, ContactPoint, PointKind
from winback_desktop.storage.opening import open_store

TODAY = "2026-11-24"
MANY = 3000
MADE = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def app(desktop: Desktop, tmp_path: Path) -> Program:
    """The program on the list of three thousand people and one who is there twice."""
    folder = tmp_path / "owner"
    store = open_store(folder / "winback.db", clock_now=lambda: MADE, program_version="test")
    with store.transaction():
        store.add_all(Contact(f"Person {number:04}", created_at=MADE) for number in range(MANY))
        for name, firm in (("Ann Berg", "Bergs"), ("Anna Bergmann", "Bergmann Boats")):
            one = store.add(Contact(name, organisation=firm, created_at=MADE))
            store.add(ContactPoint(PointKind.EMAIL, "ann@example.com", contact=one.id))
    store.backup()
    store.close()
    program = Program(desktop, folder, TODAY)
    desktop.key("ctrl+3")
    program.reads("3,002 people", "Ann Berg")
    return program


def person(app: Program, name: str) -> dict:
    """What the command line knows of somebody."""
    return app.line("show", name)["contact"]


def test_a_line_is_edited_where_it_stands_and_undone_by_name(desktop: Desktop, app: Program) -> None:
    desktop.type("ann berg")
    app.reads("2 people found")
    desktop.key("Down", "F2")
    app.reads("Enter stores it, Esc leaves it as it was.")
    desktop.key("ctrl+a")
    desktop.type("Ann Berg-Holm")
    desktop.key("Tab", "Tab")
    desktop.type("030 555 0100")
    desktop.picture("edited")
    desktop.key("Return")
    app.reads("Edit Ann Berg")
    assert person(app, "Ann Berg-Holm")["organisation"] == "Bergs"
    desktop.key("F2")
    desktop.key("ctrl+a", "BackSpace", "Return")
    app.reads("Please say who it is")
    desktop.picture("refused")
    desktop.key("Escape", "ctrl+z")
    app.reads("Taken back: edit Ann Berg")
    assert person(app, "Ann Berg")["name"] == "Ann Berg"
    assert "Traceback" not in app.log.read_text()


def test_two_entries_become_one_field_by_field(desktop: Desktop, app: Program) -> None:
    app.press("More for this list")
    desktop.key("Down", "Down", "Return")
    app.press("Ann Berg and Anna Bergmann", exact=False)
    app.reads("Choose what is right where the two differ.")
    app.press("Bergmann Boats")
    desktop.picture("merge")
    app.press("Merge into one")
    app.reads("Merge Anna Bergmann into Ann Berg")
    assert person(app, "Ann Berg")["organisation"] == "Bergmann Boats"
    desktop.key("ctrl+z")
    app.reads("Taken back: merge Anna Bergmann into Ann Berg")
    assert person(app, "Ann Berg")["organisation"] == "Bergs"
    assert person(app, "Anna Bergmann")["organisation"] == "Bergmann Boats"


def test_everybody_is_tagged_at_once_and_somebody_is_forgotten(desktop: Desktop, app: Program) -> None:
    desktop.key("Down", "ctrl+a")
    app.reads("3,002 chosen")
    app.press("Tag")
    desktop.key("Down", "Return")
    app.write("Tag", "spring")
    desktop.key("Return")
    app.reads("Tag 3,002 people with “spring”")
    desktop.picture("tagged")
    assert person(app, "Person 2999")["tags"] == ["spring"]
    desktop.key("ctrl+z")
    app.reads("Taken back: tag 3,002 people")
    assert person(app, "Person 2999")["tags"] == []

    desktop.key("Escape")
    app.wait(lambda: not app.says("chosen"), "the choosing to end")
    desktop.type("bergmann")
    app.reads("1 person found")
    desktop.key("Return")
    app.reads("About Anna")
    app.press("More for this person")
    desktop.key("Up", "Return")
    app.reads("Forget Anna Bergmann?")
    desktop.picture("forget")
    app.press("Forget for good")
    app.reads("Anna Bergmann is forgotten.")
    assert app.quit() == 0
    left = [file for file in app.data.rglob("*") if file.is_file() and b"Bergmann" in file.read_bytes()]
    assert left == []
    assert "Traceback" not in app.log.read_text()
