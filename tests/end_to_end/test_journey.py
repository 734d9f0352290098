# SPDX-License-Identifier: MIT
"""From a lost customer to "re-hired", through the real window on a real screen, day by day."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop, Program, until

LOST = "2026-11-20"  # a Friday; Thanksgiving is the Thursday after
NOTE_DAY = "2026-11-25"
LUNCH_DAY = "2027-02-22"
GIFT_DAY = "2027-05-20"
CARE = ("walk", "talk", "game", "best-customer")

Start = Callable[..., Program]


@pytest.fixture
def start(desktop: Desktop, tmp_path: Path) -> Start:
    """Starts the program on a day, always over the same data."""

    def begin(today: str, *more: str) -> Program:
        return Program(desktop, tmp_path / "owner", today, *more)

    return begin


def lose_rosa(app: Program) -> None:
    """Record the loss of Rosa Marin in the window."""
    app.press("Record a loss")
    app.write("Who", "Rosa Marin")
    app.press("Record it")
    app.press("Back to today")


def look_after_the_owner(app: Program) -> None:
    """The steps for the owner, done, so that only the customer's are left to announce."""
    for step in app.line("due", "--until", "2027-12-31"):
        if step["kind"] in CARE:
            app.line("done", str(step["step"]))


def test_the_first_day_protects_the_customer_from_a_hasty_word(desktop: Desktop, start: Start) -> None:
    app = start(LOST)
    app.reads("Record a loss", "Look around with sample data", "Import", "United States", "Monday to Friday")
    desktop.picture("first-run")

    app.press("Record a loss")
    app.write("Who", "Rosa Marin")
    app.reads("Quiet time until Tue 24 Nov")
    desktop.key("Escape")
    app.wait(lambda: not app.says("Record it"), "the sheet to go")
    desktop.key("ctrl+n")
    app.wait(lambda: app.node("Who", ["text"])["text"] == "Rosa Marin", "the draft to be there again")

    app.press("More, if you like")
    app.write("The reason they gave", "A cousin does it now")
    desktop.picture("the-sheet")
    app.press("Record it")
    app.reads("You need do nothing now.", "Tue 24 Nov")
    desktop.picture("recorded")
    app.press("Back to today")

    app.reads("Quiet days", "Rosa Marin", "Nothing to do yet.", "Returns Wed 25 Nov.", "Why wait")
    desktop.picture("quiet")
    outbound = ("Write the note", "Mark as posted", "Plan the invitation", "Call", "E-mail", "Print")
    offered = [node["name"] for node in app.nodes() if node["role"] == "push button"]
    assert [name for name in offered if name.startswith(outbound)] == []
    assert all("Rosa" not in note["title"] + note["body"] for note in desktop.notifications())
    app.quit()


def test_from_the_note_to_rehired(desktop: Desktop, start: Start, tmp_path: Path) -> None:
    app = start(LOST)
    lose_rosa(app)
    look_after_the_owner(app)
    contact = app.line("list", "contacts")[0]["id"]
    app.line("interest", str(contact), "grilling", "--words", "I could live on the terrace")
    assert app.quit() == 0

    # The note is due: announced once, in the tray, on Today.
    app = start(NOTE_DAY)
    until(lambda: len(desktop.notifications()) == 1, "the notification")
    notice = desktop.notifications()[0]
    assert notice["app"] == "Winback"
    # Somebody may look over the owner's shoulder: the text is neutral until names are asked for.
    assert (notice["title"], notice["body"]) == ("One small thing to do", "It waits on your Today page.")
    assert {"Open", "Later"} <= set(notice["actions"])
    assert len(until(desktop.tray_icons, "the tray icon")) == 1
    desktop.picture("note-day")
    desktop.run("xdotool", "windowminimize", str(app.window))
    app.wait(lambda: not app.raised(), "the window to be away")
    desktop.press_notification("Open")
    app.wait(app.raised, "the window in front")

    # The note studio: a draft, a paper, a PDF of the true size.
    app.press("Write the note", exact=False)
    draft = app.wait(lambda: app.node("The note's text", ["text"])["text"], "the draft")
    assert "Dear Rosa" in draft
    assert "thank" in draft.lower()
    desktop.picture("note-studio")
    pdf = tmp_path / "note.pdf"
    app.press("Save as PDF…")
    app.wait(lambda: app.says("File name:"), "the file dialog")
    desktop.key("ctrl+a")
    desktop.type(str(pdf))
    desktop.key("Return")
    app.wait(pdf.exists, "the PDF")
    page = next(
        line for line in desktop.run("pdfinfo", str(pdf)).splitlines() if line.startswith("Page size")
    )
    assert "360 x 504 pts" in page, "a US A7 card is 5 by 7 inches"
    words = " ".join(desktop.run("pdftotext", str(pdf), "-").split())
    assert " ".join(draft.split()[:40]) in words

    app.press("Mark as posted…")
    app.press("Mark as posted")
    app.reads("It is on its way.")
    desktop.key("ctrl+z")
    app.reads("Taken back: ")
    app.press("Today")
    app.reads("Write to Rosa Marin")
    desktop.key("ctrl+shift+z")
    app.reads("Done again: ", "Nothing is due")
    assert app.quit() == 0

    # Three months on: the invitation, then the lunch.
    app = start(LUNCH_DAY)
    app.press("Done: Invite Rosa Marin to lunch")
    app.wait(lambda: not app.says("Invite Rosa Marin to lunch"), "the invitation to be done")
    desktop.picture("lunch-day")
    app.press("Done: Lunch with Rosa Marin")
    app.wait(lambda: not app.says("Done: Lunch with Rosa Marin"), "the lunch to be done")
    assert app.quit() == 0

    # Six months on: the gift, with its reason.
    app = start(GIFT_DAY)
    app.reads("grilling")
    desktop.picture("gift-day")
    ideas = app.line("gifts", str(contact))
    assert "terrace" in ideas[0]["because"] or "grilling" in ideas[0]["because"].lower()

    # She comes back.
    plan = app.line("list", "plans")[0]["id"]
    app.press("More for Rosa Marin")
    desktop.picture("more-for-rosa")
    desktop.key("Up", "Up", "Return")  # menus are outside the tree; the last but one is "They came back"
    desktop.picture("rehired")
    until(lambda: app.line("list", "plans")[0]["state"] == "re-hired", "the plan to be re-hired")
    desktop.key("Escape", "ctrl+z")
    until(lambda: app.line("list", "plans")[0]["state"] != "re-hired", "it to be taken back")
    desktop.key("ctrl+shift+z")
    until(
        lambda: (
            app.line("list", "plans")[0] | {"id": plan, "state": "re-hired"} == app.line("list", "plans")[0]
        ),
        "",
    )
    assert app.quit() == 0


def test_a_reminder_comes_once_and_goes_when_its_matter_is_handled(desktop: Desktop, start: Start) -> None:
    app = start(LOST)
    lose_rosa(app)
    look_after_the_owner(app)
    app.kill()
    app = start(NOTE_DAY)
    until(desktop.notifications, "the notification")
    app.kill()
    app = start(NOTE_DAY)
    app.reads("Write to Rosa Marin")
    assert app.line("remind", "--once") == []
    assert len(desktop.notifications()) == 1, "one reminder is announced once, whoever asks"
    app.kill()

    later = "2026-12-02"
    app.line("later", str(note_step(app)), "--until", later)
    app = start(later)
    until(lambda: len(desktop.notifications()) == 2, "the notification of the later day")
    app.press("Done: Write to Rosa Marin")
    until(desktop.withdrawn, "the notification to be taken back")


def note_step(app: Program) -> int:
    """The number of the thank-you note's step."""
    return next(step["step"] for step in app.line("due", "--until", "2027-12-31") if step["kind"] == "note")


def test_calendar_and_search_find_the_same_steps(desktop: Desktop, start: Start) -> None:
    app = start(LOST)
    lose_rosa(app)
    desktop.key("ctrl+2")
    app.reads(
        "November 2026",
        "Thursday 26 November 2026, Thanksgiving Day",
        "Wednesday 25 November 2026, 1 follow-up",
    )
    desktop.picture("calendar")
    desktop.key("ctrl+k")
    app.wait(lambda: app.says("Search customers"), "the search")
    desktop.type("rosa")
    app.node("Rosa Marin", ["list item"], exact=False)
    desktop.picture("search")
    desktop.key("Return")
    app.reads("About Rosa Marin", "Path back")
    app.quit()
