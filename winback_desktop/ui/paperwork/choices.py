# SPDX-License-Identifier: MIT
"""What can be chosen for each kind of paper, in words."""

from typing import NamedTuple

from winback_desktop.domain import paper
from winback_desktop.domain.printer_habits import BothSides, Feed
from winback_desktop.ui.printing.card import Mode
from winback_desktop.ui.printing.labels import STOCKS
from winback_desktop.ui.printing.tag import TAG

NOTE, ENVELOPES, LABELS, TAG_KIND = "note", "envelopes", "labels", "tag"
CUSTOMER, BRIEF, DAYS, CALIBRATION = "customer", "brief", "days", "calibration"
TITLES = {
    NOTE: "Print the note",
    ENVELOPES: "Print envelopes",
    LABELS: "Print address labels",
    TAG_KIND: "Print a gift tag",
    CUSTOMER: "Print the customer's sheet",
    BRIEF: "Print the lunch brief",
    DAYS: "Print these days",
    CALIBRATION: "Print the calibration sheet",
}
FILE_NAMES = {
    NOTE: "Note",
    ENVELOPES: "Envelopes",
    LABELS: "Address labels",
    TAG_KIND: "Gift tag",
    CUSTOMER: "Customer sheet",
    BRIEF: "Lunch brief",
    DAYS: "Calendar",
    CALIBRATION: "Calibration sheet",
}
OWN_SIZE = "own"
OWN_PAPER = "own-paper"
MODES = (
    (str(Mode.COPY), "To copy by hand"),
    (str(Mode.RULED), "To write over pale letters"),
    (str(Mode.HAND), "Handwriting face"),
    (str(Mode.PLAIN), "Plain letters"),
    (str(Mode.UNDERLAY), "Only the ruled sheet"),
)
WITH_COVER = (Mode.RULED, Mode.HAND, Mode.PLAIN)
BOTH_SIDES = (
    (str(BothSides.BY_HAND), "By hand, in two passes"),
    (str(BothSides.LONG_EDGE), "By itself, over the long edge"),
    (str(BothSides.SHORT_EDGE), "By itself, over the short edge"),
)
FEEDS = (
    (str(Feed.SHORT), "Short side first"),
    (str(Feed.SHORT_TURNED), "Short side first, turned round"),
    (str(Feed.LONG), "Long side first"),
    (str(Feed.LONG_TURNED), "Long side first, turned round"),
)


class Chosen(NamedTuple):
    """What the owner chose. ``size`` is a paper's key, ``own_size`` what was typed for a size of one's own;
    ``sheet`` is the key of the sheet that several go on, or `OWN_PAPER`."""

    size: str
    own_size: str = ""
    mode: str = str(Mode.COPY)
    sheet: str = OWN_PAPER
    copies: int = 1
    cover: str = ""
    sender: bool = True
    used: int = 0


def sizes(kind: str) -> list[tuple[str, str]]:
    """(key, words) of the papers for a kind of print."""
    if kind == LABELS:
        return [(stock.key, stock.label) for stock in STOCKS]
    known = {
        NOTE: paper.CARDS,
        ENVELOPES: paper.ENVELOPES,
        TAG_KIND: (TAG,),
    }.get(kind, paper.SHEETS)
    shown = [(size.key, f"{size.label}, {size.measure}") for size in known]
    return [*shown, (OWN_SIZE, "A size of your own…")] if kind in (NOTE, ENVELOPES) else shown


def sheets(kind: str) -> list[tuple[str, str]]:
    """(key, words) of what it may lie on."""
    if kind not in (NOTE, TAG_KIND):
        return []
    several = [(size.key, f"Several on {size.label.replace(' sheet', '')}, to cut") for size in paper.SHEETS]
    return [(OWN_PAPER, "On paper of its own size"), *several]
