# SPDX-License-Identifier: MIT
"""How one printer behaves: how far it is off, what it cannot reach, how it prints a second side."""

import math
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from winback_desktop.domain.paper import Fold, Size

K = TypeVar("K", bound=StrEnum)

MOST_OFF = 20.0
"""Millimetres; a printer that is further off is used wrongly rather than badly adjusted."""


class BothSides(StrEnum):
    """How the second side of a sheet is printed."""

    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"
    BY_HAND = "by-hand"


class Feed(StrEnum):
    """Which side of an envelope goes into the printer first; ``TURNED`` has its top where its foot was."""

    SHORT = "short"
    SHORT_TURNED = "short-turned"
    LONG = "long"
    LONG_TURNED = "long-turned"

    @property
    def turned(self) -> bool:
        """Whether it is printed upside down."""
        return self in (Feed.SHORT_TURNED, Feed.LONG_TURNED)

    @property
    def long_first(self) -> bool:
        """Whether its long side goes in first."""
        return self in (Feed.LONG, Feed.LONG_TURNED)


class Habits(NamedTuple):
    """What is remembered of a printer; lengths in millimetres.

    ``right`` and ``down`` move everything printed, ``edge`` is the border that
    the printer leaves empty, 0 for what it says itself. ``face_up`` is true
    when sheets come out with the printed side up. ``sizes`` holds the paper
    chosen last, by what was printed.
    """

    right: float = 0.0
    down: float = 0.0
    edge: float = 0.0
    both_sides: BothSides = BothSides.BY_HAND
    feed: Feed = Feed.SHORT
    face_up: bool = False
    sizes: tuple[tuple[str, str], ...] = ()

    def size_for(self, what: str) -> str:
        """The key of the paper that ``what`` was printed on last; empty for none."""
        return dict(self.sizes).get(what, "")

    def with_size(self, what: str, key: str) -> "Habits":
        """The same, remembering another paper."""
        return self._replace(sizes=tuple({**dict(self.sizes), what: key}.items()))


def read_habits(kept: Any) -> Habits:
    """Habits out of what a setting holds; whatever is broken counts as not said."""
    if not isinstance(kept, dict):
        return Habits()
    sizes = kept.get("sizes")
    known = tuple((str(what), str(key)) for what, key in sizes.items()) if isinstance(sizes, dict) else ()
    return Habits(
        _length(kept.get("right")),
        _length(kept.get("down")),
        max(0.0, _length(kept.get("edge"))),
        _one_of(BothSides, kept.get("both_sides"), BothSides.BY_HAND),
        _one_of(Feed, kept.get("feed"), Feed.SHORT),
        kept.get("face_up") is True,
        known,
    )


def written_habits(habits: Habits) -> dict[str, Any]:
    """Habits as a setting holds them."""
    return {**habits._asdict(), "sizes": dict(habits.sizes)}


def back_upside_down(fold: Fold, sheet: Size, both_sides: BothSides) -> bool:
    """Whether the second side must be printed upside down to stand the right way in the finished card.

    A card that opens sideways is turned over like the page of a book, one that
    opens upwards like the sheet of a pad. By hand it is turned over its long edge.
    """
    like_a_book = fold is not Fold.TOP
    wide = sheet.width > sheet.height
    fitting = BothSides.SHORT_EDGE if like_a_book == wide else BothSides.LONG_EDGE
    wanted = BothSides.LONG_EDGE if both_sides is BothSides.BY_HAND else both_sides
    return fitting is not wanted


def _length(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return 0.0
    return min(max(float(value), -MOST_OFF), MOST_OFF)


def _one_of(kind: type[K], value: Any, otherwise: K) -> K:
    return next((each for each in kind if each == value), otherwise)
