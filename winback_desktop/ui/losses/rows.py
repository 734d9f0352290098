# SPDX-License-Identifier: MIT
"""What the new-loss sheet holds while it is typed, and what it shows afterwards."""

from datetime import date
from typing import NamedTuple


class LossForm(NamedTuple):
    """The fields as typed; texts stay as they are until they are saved."""

    name: str = ""
    contact: int = 0
    kind: str = "client"
    learned_on: date | None = None
    happened_on: date | None = None
    value: str = ""
    cause: str = ""
    mechanism: str = "unknown"
    reason_given: str = ""
    my_reading: str = ""
    competitor: str = ""
    short_pause: bool = False


class Person(NamedTuple):
    """Somebody who is known already."""

    contact: int
    name: str
    organisation: str


class Outlook(NamedTuple):
    """What the practice would do: a sentence, and whether the quiet days are over long since."""

    sentence: str
    long_past: bool


class Recorded(NamedTuple):
    """A loss that was just recorded."""

    name: str
    over: int
    total: int
    sentence: str
    quiet: bool
