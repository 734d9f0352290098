# SPDX-License-Identifier: MIT
"""Reads what some sectors let their people accept: data with source and day, to start from and to check."""

import csv
from datetime import date

from winback_desktop.domain.practice import GiftPolicy


def read_policies(text: str) -> tuple[GiftPolicy, ...]:
    """The policies of a table, ``organisation`` naming the sector; raises ValueError for a broken line."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    found = []
    for row in csv.reader(lines):
        name, gift, year, currency, source, checked, words = row
        found.append(
            GiftPolicy(name, _minor(gift), _minor(year), currency, source, date.fromisoformat(checked), words)
        )
    return tuple(found)


def _minor(amount: str) -> int | None:
    return int(amount) * 100 if amount else None
