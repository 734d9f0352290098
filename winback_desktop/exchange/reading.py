# SPDX-License-Identifier: MIT
"""What reading an address book gives, and how much of a file is read at most."""

from collections.abc import Sequence
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.domain.cards import ContactCard, Problem

MAX_BYTES = 64 * 1024 * 1024
MAX_LINE = 8 * 1024 * 1024
MAX_CARDS = 50_000
MAX_PROPERTIES = 500


class Reading(NamedTuple):
    """The cards of a file, and what could not be read.

    ``skipped`` counts cards or rows of which nothing could be kept. ``guessed`` is true when the
    encoding is a guess, so that a preview should be shown.
    """

    cards: Sequence[ContactCard]
    problems: Sequence[Problem]
    skipped: int = 0
    format: str = "vcard"
    encoding: str = "utf-8"
    guessed: bool = False


def too_many(name: str) -> Refused:
    """The refusal for a file with more people than are read at once."""
    return Refused(
        f"{name} holds more than {MAX_CARDS:,} contacts, which is more than can be read at once. "
        "Please export it in parts and import them one after the other."
    )
