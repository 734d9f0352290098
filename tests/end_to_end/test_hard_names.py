# SPDX-License-Identifier: MIT
"""Names and dates that break careless programs are taken, shown as they are, or refused in a sentence."""

from pathlib import Path

from tests.end_to_end.desktop import Desktop, Program

HARD = ['<img src="/etc/hostname">', "רחל לוי", "Ana 🌷 & Søn"]


def test_hard_names_are_stored_and_shown_as_written(desktop: Desktop, tmp_path: Path) -> None:
    app = Program(desktop, tmp_path / "owner", "2026-11-20")
    for number, name in enumerate(HARD):
        app.press("Record a loss")
        app.put("Who", name)
        app.press("Record it")
        app.press("Back to today")
        app.wait(
            lambda number=number: len(app.line("list", "contacts")) == number + 1, f"{name[:30]!r} stored"
        )
    assert sorted(row["name"] for row in app.line("list", "contacts")) == sorted(HARD)
    for key in ("ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4"):
        desktop.key(key)
        app.wait(app.names, "the page")
        desktop.picture("hard-names")
    assert "Traceback" not in app.log.read_text()


def test_an_empty_name_and_a_wrong_date_are_refused_beside_the_field(
    desktop: Desktop, tmp_path: Path
) -> None:
    app = Program(desktop, tmp_path / "owner", "2026-11-20")
    app.press("Record a loss")
    app.press("Record it")
    desktop.picture("no-name")
    assert app.line("list", "contacts") == []
    app.write("Who", "Rosa Marin")
    app.write("When you learned of it", "32/13/2026")
    app.press("Record it")
    desktop.picture("wrong-date")
    app.reads("Record it")
    assert app.line("list", "losses") == []
    assert "Traceback" not in app.log.read_text()
