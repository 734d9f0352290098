# SPDX-License-Identifier: MIT
"""Honest figures from small numbers: what was counted, and how surely a share may be read."""

from datetime import date
from math import sqrt
from typing import NamedTuple

SMALL = 20
"""Below so many cases a share is told as "3 of 11", never in per cent."""
LIGHT = 4
"""A check-in from here up to 5 felt light."""
_Z = 1.959963984540054


class YearCount(NamedTuple):
    """Losses learned of and returns in one calendar year, with the good deeds noted in it."""

    year: int
    losses: int = 0
    returns: int = 0
    deeds: int = 0


class Wait(NamedTuple):
    """How many returned so many days after the loss was learned of."""

    days: int
    returns: int


class CauseCount(NamedTuple):
    """Losses that the owner reads in one way (empty: not said), and the reason most of them gave lately."""

    cause: str
    losses: int
    theirs: tuple[str, ...] = ()


class PathCount(NamedTuple):
    """Plans whose path was gone to the end (``whole``), was cut short by the owner (``left``), or ended
    or goes on otherwise (``other``), and how many of those customers came back."""

    path: str
    plans: int
    returns: int


class KeptCount(NamedTuple):
    """Path steps of one kind that were done, and those of them done by the day they stood for."""

    kind: str
    done: int
    on_time: int


class Spent(NamedTuple):
    """What gifts cost, in minor units of one currency."""

    currency: str
    gifts: int
    amount: int


class SecondLifetime(NamedTuple):
    """Returned customers whose value was noted, in one currency: a year's worth and what it came to so far
    (minor units)."""

    currency: str
    returns: int
    yearly: int
    so_far: int


class Referred(NamedTuple):
    """Referrals by the kind of contact before them; an empty kind means none was noted."""

    touch: str
    referrals: int


class Felt(NamedTuple):
    """Private check-ins so many days after the latest loss was learned of (None: before any), and how many
    of them felt light."""

    days: int | None
    check_ins: int
    light: int


class Figures(NamedTuple):
    """Everything counted on one day. ``misdated`` returns lie before their loss and count for no wait."""

    today: date
    years: tuple[YearCount, ...] = ()
    waits: tuple[Wait, ...] = ()
    misdated: int = 0
    causes: tuple[CauseCount, ...] = ()
    paths: tuple[PathCount, ...] = ()
    kept: tuple[KeptCount, ...] = ()
    spent: tuple[Spent, ...] = ()
    lifetimes: tuple[SecondLifetime, ...] = ()
    lost_again: int = 0
    referred: tuple[Referred, ...] = ()
    felt: tuple[Felt, ...] = ()

    @property
    def losses(self) -> int:
        """All losses that count."""
        return sum(year.losses for year in self.years)

    @property
    def returns(self) -> int:
        """All customers who came back."""
        return sum(year.returns for year in self.years)


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval for a share (Wilson's score, without continuity correction), as 0.0 to 1.0.

    Raises ValueError for a part outside of the whole or an empty whole.
    """
    if not 0 <= part <= whole or not whole:
        raise ValueError(f"{part} of {whole} is no share")
    share = part / whole
    square = _Z * _Z / whole
    middle = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)


def share_words(part: int, whole: int) -> str:
    """ "3 of 11", and from twenty cases on with the share and the interval that it may lie in."""
    if not whole:
        return "none yet"
    if whole < SMALL:
        return f"{part:,} of {whole:,}"
    low, high = wilson(part, whole)
    return f"{part:,} of {whole:,}, {_per_cent(part / whole)} % ({_per_cent(low)} to {_per_cent(high)} %)"


def median_wait(waits: tuple[Wait, ...]) -> int | None:
    """The middle number of days to a return (the lower of two middle ones); None without any."""
    middle = (sum(wait.returns for wait in waits) + 1) // 2
    seen = 0
    for wait in sorted(waits):
        seen += wait.returns
        if seen >= middle:
            return wait.days
    return None


def _per_cent(share: float) -> int:
    return int(100 * share + 0.5)
