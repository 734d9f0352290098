# SPDX-License-Identifier: MIT
"""An envelope: who it goes to in plain letters, who sends it, and a clear zone for the post's barcode.

The address stands in the lower right part, 40 mm or more below the upper edge
where stamp and postmark go, and clear of the lowest 16 mm, which covers the
barcode zones of USPS (5/8 in), Royal Mail and Deutsche Post (15 mm).
"""

from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.domain.paper import Size
from winback_desktop.ui.printing import faces
from winback_desktop.ui.printing.marks import SOFT_INK, Document, Face, Mark, Page, Text

CLEAR_BELOW = 16.0
STAMP_WIDTH, STAMP_HEIGHT = 60.0, 36.0

_SIDE = 10.0
_LARGEST, _SMALLEST = 4.9, 3.2
_SENDER_LARGEST, _SENDER_SMALLEST = 3.2, 2.4
_LEADING = 1.4


class EnvelopeJob(NamedTuple):
    """Address lines, top first, as `domain.postal.lines` gives them; ``sender`` may be empty."""

    to: tuple[str, ...]
    size: Size
    sender: tuple[str, ...] = ()


def compose(job: EnvelopeJob) -> Document:
    """Draw the envelope; raises `Refused` when there is no address or it cannot be made to fit."""
    if len(job.to) < 2:
        raise Refused(
            "There is no postal address yet. Add the street and the town on the customer's page, "
            "then print the envelope.",
            "address",
        )
    if missing := faces.uncovered("".join(job.to + job.sender), Face.PLAIN):
        raise Refused(faces.uncovered_sentence(missing, Face.PLAIN), "address")
    return preview(job)


def preview(job: EnvelopeJob) -> Document:
    """Draw the envelope, also while the address is still missing; raises `Refused` only if it is too long."""
    size = job.size
    marks = (*_sender(job), *_address(job))
    return Document("Envelope", (Page(size.width, size.height, marks, "Envelope"),))


def _address(job: EnvelopeJob) -> tuple[Mark, ...]:
    if not job.to:
        return ()
    size = job.size
    top, bottom = min(40.0, 0.38 * size.height), size.height - CLEAR_BELOW
    em, width = _largest(job.to, size.width - 2 * _SIDE - 15, bottom - top, _LARGEST, _SMALLEST)
    # The block starts in the middle, and moves left only as far as a long line needs.
    x = min(0.46 * size.width, size.width - _SIDE - 5 - width)
    height = (len(job.to) - 1) * _LEADING * em + em
    first = top + (bottom - top - height) * 0.45 + 0.8 * em
    return tuple(
        Text(x, first + number * _LEADING * em, words, em, Face.PLAIN) for number, words in enumerate(job.to)
    )


def _sender(job: EnvelopeJob) -> tuple[Mark, ...]:
    if not job.sender:
        return ()
    room = job.size.width - STAMP_WIDTH - _SIDE
    em, _ = _largest(job.sender, room, 0.38 * job.size.height - _SIDE, _SENDER_LARGEST, _SENDER_SMALLEST)
    return tuple(
        Text(_SIDE, _SIDE + em + number * 1.32 * em, words, em, Face.PLAIN, SOFT_INK)
        for number, words in enumerate(job.sender)
    )


def _largest(
    lines: tuple[str, ...], width: float, height: float, largest: float, smallest: float
) -> tuple[float, float]:
    """The em (mm) at which all ``lines`` stand in the room, and how wide they then are."""
    widest = max(faces.width(words, Face.PLAIN, 10.0) for words in lines) / 10.0
    em = min(largest, width / max(widest, 0.1), height / (len(lines) * _LEADING))
    if em < smallest:
        longest = max(lines, key=len)
        shown = longest if len(longest) <= 40 else f"{longest[:39].rstrip()}…"
        raise Refused(
            f"The address is too long for this envelope; its longest line is “{shown}”. "
            "Shorten it, or choose a larger envelope.",
            "address",
        )
    return em, widest * em
