# SPDX-License-Identifier: MIT
"""How often somebody has been a customer: each lifetime begins with coming and ends with leaving."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth")


class Lifetime(NamedTuple):
    """One time as a customer; ``first`` or ``last`` is None where the day is not known or still to come."""

    number: int
    first: date | None
    last: date | None

    @property
    def words(self) -> str:
        """ "Second lifetime"."""
        ordinal = _ORDINALS[self.number - 1] if self.number <= len(_ORDINALS) else f"{self.number}th"
        return f"{ordinal} lifetime"


def lifetimes(since: date | None, left: Iterable[date], returned: Iterable[date]) -> tuple[Lifetime, ...]:
    """The lifetimes in order. A second leaving without a return between changes nothing; neither does a
    return of somebody who never left."""
    moves = sorted([(day, 0) for day in left] + [(day, 1) for day in returned])
    found: list[Lifetime] = []
    here, first = True, since
    for day, back in moves:
        if here and not back:
            found.append(Lifetime(len(found) + 1, first if first and first <= day else None, day))
            here = False
        elif back and not here:
            here, first = True, day
    if here and (first is not None or found):
        found.append(Lifetime(len(found) + 1, first, None))
    return tuple(found)
