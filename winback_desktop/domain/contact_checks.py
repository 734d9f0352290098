# SPDX-License-Identifier: MIT
"""Doubts about contact details, as questions to the owner; a doubt never forbids saving."""

import re
from calendar import monthrange

_ENDED = re.compile(r"\.[^\W\d_][\w-]*$", re.UNICODE)


def email_doubt(value: str) -> str:
    """What may be wrong with an e-mail address, as a sentence; empty when it looks complete."""
    value = value.strip()
    if not value:
        return ""
    name, at, host = value.rpartition("@")
    if not at or not name or not host:
        return "This does not look complete. Is the “@” in its place?"
    if any(c.isspace() for c in value) or "@" in name or ".." in host:
        return "This does not look like one e-mail address. Is there a blank or a sign too many?"
    if not _ENDED.search(host):
        return "This does not look complete. Is “.com” missing?"
    return ""


def phone_doubt(value: str) -> str:
    """What may be wrong with a phone number; empty when it can be dialled."""
    digits = sum(c.isdigit() for c in value)
    if value.strip() and digits < 3:
        return "This has hardly any digits. Is it a phone number?"
    return ""


def day_problem(month: int, day: int, year: int | None) -> str:
    """Why a day can't be in the calendar, as a sentence; 29 February is one where the year is unknown."""
    if not 1 <= month <= 12:
        return "The month is a number from 1 to 12."
    if year is not None and not 1000 <= year <= 9999:
        return "Write the year with four digits, or leave it out."
    last = monthrange(2024 if year is None else year, month)[1]
    if not 1 <= day <= last:
        when = "that month" if year is None else "that month of that year"
        return f"There is no day {day} in {when}; it has {last} days."
    return ""
