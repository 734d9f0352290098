# SPDX-License-Identifier: MIT
"""The self-test and the tour, as a support person or a new user runs them."""

import pytest


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch, tmp_path):
    """The outside of a service: no session bus, no screen."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")


def test_the_self_test_says_what_support_asks_for(winback, folder):
    winback("lose", "Rosa")
    told = winback("self-test", "--json")
    assert told.code == 0, told.json["problems"]
    assert told.json["contacts"] == 1
    assert told.json["problems"] == []
    assert told.json["data_folder"] == str(folder)
    assert told.json["sqlite"] >= "3.51"
    assert {"winback", "python", "pyside", "qt", "tray", "printers", "notifications"} <= set(told.json)


def test_the_self_test_fails_when_the_data_is_damaged(winback, folder):
    winback("lose", "Rosa")
    (folder / "winback.db").write_bytes(b"no database at all")
    told = winback("self-test", "--json")
    assert told.code == 1
    assert told.json["problems"]


def test_the_tour_draws_every_page_in_both_themes(winback, tmp_path, folder):
    out = tmp_path / "tour"
    drawn = winback("tour", str(out), "--json", today="2026-11-24")
    assert drawn.code == 0
    names = {file.name for file in out.iterdir()}
    pages = {"empty", "today", "calendar", "customers", "customer", "note", "settings", "loss"}
    pages |= {"wellbeing", "insights"}
    assert {f"{page}-{look}.png" for page in pages for look in ("light", "dark")} <= names
    assert {"note-copy.pdf", "note-hand.pdf", "envelope.pdf", "lunch-brief.pdf", "month.pdf"} <= names
    assert sorted(drawn.json) == sorted(str(file) for file in out.iterdir())
    assert not folder.exists(), "sample data never touches the owner's"


def test_a_tour_into_a_file_is_refused_in_words(winback, tmp_path):
    (tmp_path / "taken").write_text("x")
    refused = winback("tour", str(tmp_path / "taken"))
    assert refused.code == 1
    assert "Choose another" in refused.err
