# SPDX-License-Identifier: MIT
"""PDFs are saved whole or not at all, hold their words, have their size, and keep names out of properties."""

import os
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from winback_desktop.application.failures import Refused
from winback_desktop.domain import paper
from winback_desktop.ui.printing import card, output
from winback_desktop.ui.printing.card import CardJob, Mode
from winback_desktop.ui.printing.marks import Document

NOTE = "Dear Rosa,\n\nThank you for three good years, office staff and all.\n\nJonas"


def note(key: str = "A6", mode: Mode = Mode.HAND) -> Document:
    return card.compose(CardJob(NOTE, paper.parse(key), mode))


def media_boxes(pdf: bytes) -> list[tuple[float, float]]:
    """The page sizes that the PDF states, in points."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(float(width), float(height)) for width, height in found]


@pytest.mark.parametrize("size", paper.CARDS + paper.ENVELOPES, ids=lambda size: size.key)
def test_a_pdf_has_the_papers_size(size: paper.Size) -> None:
    pdf = output.pdf_bytes(card.compose(CardJob("", size, Mode.UNDERLAY)))
    assert pdf.startswith(b"%PDF-1.")
    expected = (size.width / 25.4 * 72, size.height / 25.4 * 72)
    assert media_boxes(pdf) == [pytest.approx(expected, abs=1.0)]


def test_saving_tells_pages_and_millimetres(tmp_path: Path) -> None:
    target = tmp_path / "note.pdf"
    told = output.save_pdf(note("US-A7", Mode.COPY), target)
    assert told == output.Printed(2, 127.0, 177.8, str(target))
    assert len(media_boxes(target.read_bytes())) == 2
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("mode", [Mode.COPY, Mode.RULED, Mode.HAND, Mode.PLAIN])
def test_the_words_can_be_read_back_in_order(tmp_path: Path, mode: Mode) -> None:
    text = "Żółta łódź, ΑΒΓ αβγ, Щука\n\n" + NOTE
    output.save_pdf(card.compose(CardJob(text, paper.parse("A5"), mode)), tmp_path / "note.pdf")
    read = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "note.pdf"), "-"], capture_output=True, check=True
    )
    assert " ".join(read.stdout.decode().split()) == " ".join(text.split())


def test_properties_name_nobody() -> None:
    pdf = output.pdf_bytes(note())
    opened = b"".join(_streams(pdf)) + pdf
    for private in ("Rosa", "Jonas"):
        assert private.encode() not in opened
        assert private.encode("utf-16-be") not in opened
    assert "Winback Desktop".encode("utf-16-be") in pdf


def _streams(pdf: bytes) -> list[bytes]:
    opened = []
    for start in re.finditer(rb"stream\r?\n", pdf):
        try:
            opened.append(zlib.decompressobj().decompress(pdf[start.end() :]))
        except zlib.error:
            continue
    return opened


def test_a_pdf_that_cannot_be_saved_says_why_and_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="does not exist"):
        output.save_pdf(note(), tmp_path / "nowhere" / "note.pdf")
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    with pytest.raises(Refused, match="is a folder"):
        output.save_pdf(note(), folder)
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.skipif(sys.platform != "linux", reason="file size limits are asked of Linux")
def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    import resource
    import signal

    target = tmp_path / "note.pdf"
    target.write_bytes(b"the older one")
    document = note()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(Refused, match=r"no room left|too large"):
            output.save_pdf(document, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert target.read_bytes() == b"the older one"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a device that is always full")
def test_a_disk_without_room_is_named_and_a_device_stays_a_device() -> None:
    with pytest.raises(Refused, match="no room left") as refusal:
        output.save_pdf(note(), "/dev/full")
    assert "the text is kept" in str(refusal.value)
    assert Path("/dev/full").is_char_device()


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"older")
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "real.pdf")
    output.save_pdf(note(), link)
    assert link.is_symlink()
    assert (tmp_path / "real.pdf").read_bytes().startswith(b"%PDF")


def test_a_printer_that_is_not_there_is_named() -> None:
    with pytest.raises(Refused, match="“Attic” is not there"):
        output.print_to(note(), "Attic")


def test_the_command_line_draws_without_a_screen(tmp_path: Path) -> None:
    code = (
        "from winback_desktop.ui.printing.screenless import application\n"
        "kept = application()\n"
        "from winback_desktop.domain import paper\n"
        "from winback_desktop.ui.printing import card, output\n"
        "job = card.CardJob('Thank you', paper.parse('A6'), card.Mode.HAND)\n"
        "print(output.save_pdf(card.compose(job), 'note.pdf').pages)\n"
    )
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM", None)
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**bare, "PYTHONPATH": root},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"1\n"), done.stderr
    assert (tmp_path / "note.pdf").read_bytes().startswith(b"%PDF")
