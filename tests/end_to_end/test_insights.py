# SPDX-License-Identifier: MIT
"""What it all brought, through the real window: charts in every form, a letter, a return, a relapse."""

import csv
import struct
from collections import Counter
from datetime import date
from pathlib import Path

from PySide6.QtGui import QImage

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.owner import Owner
from tests.storage.three_years import TODAY, live_through
from winback_desktop.application.ports import Store
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.meetings import Return
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Loss, Plan, PlanState

LOST = date(2026, 8, 3)


def by_year(store: Store) -> list[list[str]]:
    """Losses and returns by year, counted here from the records and not by the program."""
    gone = {person.id for person in store.find(Contact) if person.deleted_at}
    losses = {loss.id: loss for loss in store.find(Loss)}
    noted = {one.plan: one.on for one in store.find(Return)}
    lost: Counter[int] = Counter()
    back: Counter[int] = Counter()
    for plan in store.find(Plan):
        if plan.contact in gone or plan.state is PlanState.WITHDRAWN:
            continue
        lost[losses[plan.loss].learned_on.year] += 1
        if plan.state is PlanState.REHIRED:
            since = noted.get(plan.id) or plan.state_since
            assert since is not None
            back[since.year] += 1
    return [[str(year), str(lost[year]), str(back[year])] for year in sorted({*lost, *back})]


def joy(desktop: Desktop, below: list[int]) -> QImage:
    """The picture above the sentence, as it is now."""
    x, y, width, _ = below
    return QImage(str(desktop.picture("they-are-back"))).copy(x, y - 100, width, 95)


def test_charts_are_read_copied_and_saved_in_every_form(owner: Owner, tmp_path: Path) -> None:
    desktop = owner.desktop
    with owner.on(TODAY) as work:
        live_through(work.store)
        rows = by_year(work.store)
    app = owner.start(TODAY)
    desktop.key("ctrl+6")
    lost, back = (sum(int(row[place]) for row in rows) for place in (1, 2))
    app.reads(
        f"{lost} losses. Ranges show what chance alone can do.",
        f"{back} of {lost} lost came back so far.",
    )
    told = app.node("Losses and returns", ["filler"])["description"]
    assert all(f"{year}: Lost {left}, Came back {came}" in told for year, left, came in rows)
    desktop.picture("insights")

    app.press("Show as table: Losses and returns")
    app.node(f"{rows[0][0]}, Lost: {rows[0][1]}", ["table cell"])
    desktop.picture("as-a-table")
    app.choose("More for Losses and returns", "Down", "Return")
    table = [["Year", "Lost", "Came back"], *rows]
    assert owner.clipboard() == "\n".join("\t".join(line) for line in table)
    for downs, ending in enumerate(("csv", "png", "pdf"), 2):
        app.choose("More for Losses and returns", *["Down"] * downs, "Return")
        owner.save_as(app, tmp_path / f"chart.{ending}")
    with (tmp_path / "chart.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == table
    picture = (tmp_path / "chart.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">I", picture[16:20]) == (1440,)
    assert "Losses and returns" in owner.text_of(tmp_path / "chart.pdf")

    app.choose("Letter to myself", "Down", "Right")
    desktop.key("Return")
    letter = owner.save_as(app, tmp_path / "letter.pdf")
    assert "2026" in owner.text_of(letter)
    assert "Pages:           1" in desktop.run("pdfinfo", str(letter))


def test_a_return_a_second_loss_and_a_rest(owner: Owner) -> None:
    desktop = owner.desktop
    with owner.on(LOST) as work:
        record_loss(work, LossDraft("Rosa Marin", value=120_000, currency="USD"))
        record_loss(work, LossDraft("Ben Okafor", value=90_000, currency="EUR"))
    no_motion = desktop.home / "config" / "gtk-4.0" / "settings.ini"
    no_motion.parent.mkdir()
    no_motion.write_text("[Settings]\ngtk-enable-animations=false\n")
    app = owner.start("2026-11-24")
    app.choose("More for Rosa Marin", "Up", "Up", "Return")
    glad = app.node("You kept the door open, and they walked through it.")["box"]
    assert joy(desktop, glad) == joy(desktop, glad), "paper lies still where motion is unwelcome"
    app.write("What helped", "The note, and time")
    app.write("When they came back", "8/1/2026")
    app.press("Keep it")
    app.reads("You learned of the loss on Mon 3 Aug 2026, so the return can't be before that.")
    desktop.picture("a-return-before-its-loss")
    assert app.node("What helped", ["text"])["text"] == "The note, and time"
    app.write("When they came back", "11/20/2026")
    app.press("Keep it")
    app.wait(lambda: not app.says("What helped"), "the sheet to go")
    (kept,) = owner.kept(Return)
    assert (kept.on, kept.helped, kept.value) == (date(2026, 11, 20), "The note, and time", 120_000)
    desktop.key("ctrl+z")
    app.reads("Taken back: ")
    assert (owner.kept(Return), owner.kept(Plan)[0].state) == ([], PlanState.ACTIVE), "one step back"
    desktop.key("ctrl+shift+z")
    app.reads("Done again: ")
    assert owner.kept(Return) == [kept]

    # The same customer leaves again: a second loss, linked to the first, and never one before it.
    desktop.key("ctrl+n")
    app.write("Who", "Rosa Marin")
    desktop.key("Tab")  # leaves the list of known names
    app.write("When you learned of it", "8/1/2026")
    app.press("Record it")
    app.reads("A loss of Rosa Marin on Mon 3 Aug 2026 is noted already, so a new one can't be before that.")
    desktop.picture("a-second-loss-before-the-first")
    assert app.node("Who", ["text"])["text"] == "Rosa Marin"
    app.write("When you learned of it", "11/23/2026")
    app.press("Record it")
    app.press("Back to today")
    assert [loss.previous_loss for loss in owner.kept(Loss, contact=1)] == [None, 1]
    desktop.key("ctrl+3")
    app.press("Rosa Marin", exact=False)
    app.reads("left again 23 Nov 2026", "Second lifetime begins")
    desktop.picture("two-lifetimes")

    # The other one rests, with the door open.
    desktop.key("ctrl+1")
    app.choose("More for Ben Okafor", "Up", "Return")
    app.reads("About Ben Okafor")
    app.choose("More for this path", "Up", "Up", "Return")
    app.reads("Resting with the door open.")
    assert owner.kept(Plan, contact=2)[0].state is PlanState.RESTING
    desktop.key("ctrl+6")
    app.reads(
        "3 losses: too few for percentages, so everything is counted out.", "1 of 3 lost came back so far."
    )
    app.reads("USD")
    desktop.picture("a-few-cases")
    assert not any("%" in line for line in app.names())
