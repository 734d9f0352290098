# SPDX-License-Identifier: MIT
"""The finish card of a mission: its name, how many were helped, who they were; to keep or to pin up."""

from typing import NamedTuple

from winback_desktop.domain.paper import Fold, Kind, Size
from winback_desktop.ui.printing.blocks import Column, shortened
from winback_desktop.ui.printing.marks import RULE, SOFT_INK, Document, Face, Page

CARD = Size("mission", "Finish card", 148, 105, Kind.CARD, Fold.FLAT)

_EDGE = 12.0
_BASE = 3.6


class MissionJob(NamedTuple):
    """What stands on the card; ``lines`` name who was helped and how, as many as fit are shown."""

    name: str
    dates: str
    helped: int
    target: int
    lines: tuple[str, ...] = ()
    best: str = ""
    size: Size = CARD


def compose(job: MissionJob) -> Document:
    """Draw the card."""
    size = job.size
    width = size.width - 2 * _EDGE
    column = Column(_EDGE, _EDGE, width, size.height - _EDGE)
    column.write(shortened(job.name, Face.BOLD, 2 * _BASE, width), 2 * _BASE, Face.BOLD)
    column.write(job.dates, _BASE, ink=SOFT_INK)
    column.space(_BASE)
    column.rule(RULE)
    column.space(_BASE)
    people = "person" if job.helped == 1 else "people"
    column.write(f"{job.helped} {people} helped", 1.5 * _BASE, Face.BOLD)
    if job.best:
        column.write(job.best, _BASE, ink=SOFT_INK)
    column.space(0.8 * _BASE)
    left = len(job.lines)
    for line in job.lines:
        if column.y + 3.2 * _BASE > column.bottom:
            break
        column.write(shortened(line, Face.PLAIN, _BASE, width - 4), _BASE, indent=4)
        left -= 1
    if left:
        column.write(f"and {left} more", _BASE, ink=SOFT_INK, indent=4)
    return Document("Finish card", (Page(size.width, size.height, tuple(column.marks), "Finish card"),))
