# SPDX-License-Identifier: MIT
"""Every size and mode through a real print queue: the right size, the words in order, nothing cut off."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end import cups
from winback_desktop.domain import paper
from winback_desktop.domain.paper import Size

ROOT = Path(__file__).parent.parent.parent
CARDS = [*(size.key for size in paper.CARDS), "120x90mm", "5.5x4.25in"]
ENVELOPES = [*(size.key for size in paper.ENVELOPES), "200x120mm"]
MODES = ("copy", "ruled", "hand", "plain", "underlay")
NOTE = (
    "Dear Rosa,\n\nThank you for three years of working together.\n\n"
    "The door stays open, and I look forward to talking again.\n\nWarmly,\nJonas"
)
POINT = 25.4 / 72
# This printer's description calls 421 × 595 points A5, and a printer's own size of that name wins.
OWN_SIZES = {"A5": (421.0, 595.0), "A5-folded": (421.0, 595.0), "A5-top-folded": (421.0, 595.0)}

_PRINT = """
import sys
from winback_desktop.application.failures import Refused
from winback_desktop.domain import paper
from winback_desktop.ui.printing import card, envelope, output
from winback_desktop.ui.printing.screenless import application

running = application()
what, keys, modes, printer, text = sys.argv[1:]
documents = []
for key in keys.split():
    if what == "envelope":
        job = envelope.EnvelopeJob(tuple(text.splitlines()), paper.parse(key), ("Jonas", "Rosenweg 5"))
        documents.append(envelope.compose(job))
    else:
        for mode in modes.split():
            documents.append(card.compose(card.CardJob(text, paper.parse(key), card.Mode(mode))))
try:
    for document in documents:
        print(output.print_to(document, printer).pages)
except Refused as refusal:
    print(refusal)
    sys.exit(1)
"""


@pytest.fixture(scope="module")
def queue() -> Iterator[cups.PrivateCups]:
    lacking = cups.missing()
    if lacking:
        if os.environ.get("WINBACK_END_TO_END") == "required":
            pytest.fail(lacking)
        pytest.skip(lacking)
    server = cups.PrivateCups()
    yield server
    server.close()


def run(queue: cups.PrivateCups, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _PRINT, *arguments],
        env=queue.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def printed(queue: cups.PrivateCups, count: int, *arguments: str) -> list[Path]:
    before = queue.files()
    done = run(queue, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return queue.all_printed(before, count)


def points(size: Size) -> tuple[float, float]:
    return size.width / POINT, size.height / POINT


def size_of(pdf: Path) -> tuple[float, float]:
    """The page as it lies before the reader, in points."""
    width, _, height, *_ = told(pdf, "Page size").split()
    return float(width), float(height)


def told(pdf: Path, what: str) -> str:
    read = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    found = re.search(rf"{what}:\s+(.*)", read)
    assert found
    return found[1]


def words_of(pdf: Path) -> str:
    read = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return " ".join(read.stdout.split())


def inked(pdf: Path, width: float) -> tuple[float, float, float, float]:
    """How far the ink stays from the left, top, right and bottom edge of the first page, in millimetres."""
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-gray", "-r", "100", "-f", "1", "-l", "1", str(pdf), str(stem)], check=True)
    (picture,) = pdf.parent.glob(f"{stem.name}*.pgm")
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture.read_bytes())
    assert header
    columns, rows = int(header[1]), int(header[2])
    pixels = picture.read_bytes()[header.end() :]
    lines = [pixels[row * columns : (row + 1) * columns] for row in range(rows)]
    dark = [row for row, line in enumerate(lines) if min(line) < 250]
    across = [column for column in range(columns) if min(pixels[column::columns]) < 250]
    picture.unlink()
    scale = width / columns
    return (
        across[0] * scale,
        dark[0] * scale,
        (columns - 1 - across[-1]) * scale,
        (rows - 1 - dark[-1]) * scale,
    )


@pytest.mark.parametrize("key", CARDS)
def test_a_card_comes_out_at_its_size_with_its_words(queue: cups.PrivateCups, key: str) -> None:
    size = paper.parse(key)
    pages = printed(queue, len(MODES), "card", key, " ".join(MODES), queue.printer, NOTE)
    for mode, pdf in zip(MODES, pages, strict=True):
        assert sorted(size_of(pdf)) == pytest.approx(sorted(OWN_SIZES.get(key) or points(size)), abs=1.0), (
            mode
        )
        if mode != "underlay":
            assert " ".join(NOTE.split()) in words_of(pdf), mode
        assert min(inked(pdf, size_of(pdf)[0] * POINT)) > 4.0, mode


def test_an_envelope_comes_out_at_its_size_and_keeps_the_barcode_zone(queue: cups.PrivateCups) -> None:
    lines = "Rosa Delgado\nGala Kitchen\n12 Harbour Street\nLONDON\nEC1Y 8SY\nUNITED KINGDOM"
    came = printed(queue, len(ENVELOPES), "envelope", " ".join(ENVELOPES), "", queue.printer, lines)
    for key, pdf in zip(ENVELOPES, came, strict=True):
        size = paper.parse(key, paper.Kind.ENVELOPE)
        assert sorted(size_of(pdf)) == pytest.approx(sorted(points(size)), abs=1.001), key
        assert min(inked(pdf, size_of(pdf)[0] * POINT)) > 8.0, key
        assert " ".join(lines.split()) in words_of(pdf), key


def test_the_command_line_prints_a_note_and_marks_it(queue: cups.PrivateCups, tmp_path: Path) -> None:
    def winback(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "winback_desktop", "--data", str(tmp_path), "--json", *arguments],
            env=queue.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    lost = json.loads(winback("--today", "2026-11-20", "lose", "Rosa Delgado").stdout)
    plan = str(lost["plan"])
    early = winback("--today", "2026-11-21", "note", plan, "--printer", queue.printer)
    assert early.returncode == 1
    before = queue.files()
    done = winback("--today", "2026-11-25", "note", plan, "--mode", "hand", "--printer", queue.printer)
    told = json.loads(done.stdout)
    assert (told["pages"], told["width_mm"], told["height_mm"]) == (1, 105, 148)
    assert "Dear Rosa" in words_of(queue.printed(before))
    gone = winback("--today", "2026-11-25", "note", plan, "--printer", "Attic")
    assert gone.returncode == 1
    assert "Attic" in gone.stderr


def test_a_printer_that_has_gone_is_told_in_words(queue: cups.PrivateCups) -> None:
    done = run(queue, "card", "A6", "hand", "Attic", NOTE)
    assert done.returncode == 1
    assert "“Attic” is not there" in done.stdout
    assert queue.printer in done.stdout


def test_a_printer_that_does_not_take_the_size_is_told_in_words(queue: cups.PrivateCups) -> None:
    ppd = queue.root / "larger-paper-only.ppd"
    ppd.write_text(cups.PPD.read_text().replace("points 36 100000", "points 200 900"))
    queue.add_printer(ppd)
    try:
        done = run(queue, "card", "62x81mm", "hand", queue.printer, "Thank you")
    finally:
        queue.add_printer()
    assert done.returncode == 1
    assert "does not take paper of 62 × 81 mm" in done.stdout


def test_without_any_printer_the_sentence_says_what_still_works(queue: cups.PrivateCups) -> None:
    queue.remove_printer()
    try:
        done = run(queue, "card", "A6", "hand", queue.printer, NOTE)
    finally:
        queue.add_printer()
    assert done.returncode == 1
    assert "saving a PDF always works" in done.stdout
    assert "knows" not in done.stdout


_FROM_THE_DESK = """
import sys
from winback_desktop.domain.people import Address, Contact
from winback_desktop.opening import clock_for, open_nothing
from winback_desktop.ui.navigation import PrintWish
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.paperwork.presenter import PrintDesk
from winback_desktop.ui.printing.output import at_once
from winback_desktop.ui.printing.screenless import application

running = application()
what, printer = sys.argv[1:]
work = open_nothing(clock_for(None))
with work.store.change("add them"):
    people = [work.store.add(Contact(f"Customer {number}")).id for number in range(30)]
    for contact in people:
        work.store.add(Address("12 Elm Street", locality="Boston", country="US", contact=contact))
text = "Dear Rosa,\\n\\nThank you for three good years.\\n\\nWarmly,\\nJonas"
wish = {
    "labels": PrintWish("labels", tuple(people)),
    "card": PrintWish("note", (people[0],), text, "A5-folded", "hand", "Thank you"),
}[what]
desk = PrintDesk(work, Operations(work.store), wish)
assert desk.printer == printer
if what == "card":
    desk.choose(sheet="A4")
    desk.set_habits(desk.habits._replace(both_sides="long-edge"))
else:
    desk.choose(size="L7160")
at_once(desk.printing())
assert PrintDesk(work, Operations(work.store), wish).printer == printer
"""


@pytest.mark.parametrize(("what", "pages", "said"), [("labels", 2, "Customer 29"), ("card", 2, "Thank you")])
def test_what_the_print_sheet_sends_comes_out(
    queue: cups.PrivateCups, what: str, pages: int, said: str
) -> None:
    before = queue.files()
    done = subprocess.run(
        [sys.executable, "-c", _FROM_THE_DESK, what, queue.printer],
        env=queue.environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    pdf = queue.printed(before)
    assert told(pdf, "Pages") == str(pages)
    assert said in words_of(pdf)


_IN_THE_WINDOW = """
import sys
import time
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.domain.people import Address, Contact
from winback_desktop.domain.printer_habits import Feed
from winback_desktop.opening import clock_for, open_nothing
from winback_desktop.ui.navigation import Navigator, PrintWish
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.paperwork.second_side import SecondSide
from winback_desktop.ui.paperwork.sheet import open_sheet
from winback_desktop.ui.theme import Theme

running = QApplication([])
work = open_nothing(clock_for(None))
save_owner(work, Owner(name="Jonas", country="DE", return_address="Rosenweg 5\\n12345 Berlin"))
with work.store.change("add them"):
    people = tuple(work.store.add(Contact(f"Customer {number}")).id for number in range(200))
    for contact in people:
        work.store.add(Address("12 Elm St", locality="Berlin", country="DE", contact=contact))
host = QWidget()
host.resize(1100, 800)
host.show()


def until(ready):
    end = time.monotonic() + 40
    while not ready():
        QCoreApplication.processEvents()
        assert time.monotonic() < end


def sheet_for(wish):
    return open_sheet(host, work, Operations(work.store), Navigator(), Theme(running, "light", 100), wish)


def print_it(sheet):
    ended = []
    sheet.print_out()
    sheet._batch.finished.connect(lambda _: ended.append(1))
    sheet._batch.refused.connect(lambda why, _: sys.exit(why))
    until(lambda: ended)


"""
_TWO_PASSES = """
text = "Dear Rosa,\\n\\nThank you for three good years.\\n\\nWarmly,\\nJonas"
sheet = sheet_for(PrintWish("note", people[:1], text, "A5-folded", "hand", "Hello there"))
print_it(sheet)
(second,) = host.findChildren(SecondSide)
assert second.isVisible() and sheet.isHidden()
second.go.click()
until(lambda: not host.findChildren(SecondSide))
"""
_FEEDS = """
for feed in Feed:
    sheet = sheet_for(PrintWish("envelopes", people[:1], size="DL"))
    sheet.desk.set_habits(sheet.desk.habits._replace(feed=feed))
    print_it(sheet)
"""
_LEFT_OFF = """
from winback_desktop.ui.paperwork import batch

batch.SLICE = 0.0001  # one job a turn, however quick the machine is
sheet = sheet_for(PrintWish("envelopes", people))
for enough, said in ((1, "Nothing was printed"), (201, "50 pages had gone")):
    seen = []
    sheet.print_out()
    sheet._batch.progressed.connect(seen.append)
    until(lambda: seen and seen[-1] >= enough)
    assert not sheet._progress.isHidden() and seen == sorted(seen), seen
    sheet.later.click()
    assert said in sheet.error.text(), (seen, sheet.error.text())
labels = sheet_for(PrintWish("labels", people))
labels.desk.choose(size="L7160")
print_it(labels)
"""


def sent(queue: cups.PrivateCups, script: str, count: int) -> list[Path]:
    """What comes out of the queue when ``script`` goes on in a window, the first job first."""
    before = queue.files()
    done = subprocess.run(
        [sys.executable, "-c", _IN_THE_WINDOW + script],
        env=queue.environment, cwd=ROOT, capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return queue.all_printed(before, count)


def test_both_sides_by_hand_go_out_in_two_passes(queue: cups.PrivateCups) -> None:
    inner, outer = sent(queue, _TWO_PASSES, 2)
    assert told(inner, "Pages") == told(outer, "Pages") == "1"
    assert size_of(inner) == size_of(outer) == OWN_SIZES["A5-folded"]
    assert "Dear Rosa" in words_of(inner)
    assert "Hello there" in words_of(outer)
    # The sheet is turned over along its long edge: the front lies behind the half that has no note.
    half, width = 104.0, size_of(inner)[0] * POINT
    assert inked(inner, width)[3] > half
    assert inked(outer, width)[1] > half


def test_an_envelope_goes_in_by_either_side_and_either_way_round(queue: cups.PrivateCups) -> None:
    short, short_turned, long, long_turned = sent(queue, _FEEDS, 4)
    assert size_of(short) == size_of(short_turned) == pytest.approx((312, 624), abs=1.0)
    near, far = inked(short, 110), inked(short_turned, 110)
    assert near == pytest.approx((far[2], far[3], far[0], far[1]), abs=1.0)
    assert near[3] < near[1]
    # The queue says by the turn of the page how the words lie on the envelope that goes in wide.
    turns = int(told(long, "Page rot")), int(told(long_turned, "Page rot"))
    assert sorted(turns) == [90, 270]
    assert all("Customer 0 12 Elm St" in words_of(pdf) for pdf in (long, long_turned))


def test_two_hundred_are_watched_and_left_off_on_a_printer(queue: cups.PrivateCups) -> None:
    envelopes, labels = sent(queue, _LEFT_OFF, 2)
    assert told(envelopes, "Pages") == "50"
    assert told(labels, "Pages") == "10"
    assert "Customer 199" in words_of(labels)
