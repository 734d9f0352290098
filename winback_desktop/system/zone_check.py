# SPDX-License-Identifier: MIT
"""Finds out that the computer names a time zone nobody knows, where the clock silently counts in UTC."""

import os
from collections.abc import Mapping


def unknown_zone(environment: Mapping[str, str] | None = None) -> str:
    """A sentence when ``TZ`` names a zone that is not known here; empty when all is well.

    A zone written as a rule (``EST5EDT,M3.2.0,M11.1.0``) or as a file is taken as it is.
    """
    name = (os.environ if environment is None else environment).get("TZ", "").lstrip(":")
    rule = "," in name or ("/" not in name and any(letter.isdigit() for letter in name))
    if not name or name.startswith("/") or rule:
        return ""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        shown = "".join(letter for letter in name if letter.isprintable())[:60]
        return (
            f"The time zone “{shown}” is not known here, so days and reminders follow UTC. "
            "Choose a zone in your system’s settings and start Winback again."
        )
    return ""
