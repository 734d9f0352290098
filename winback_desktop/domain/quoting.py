# SPDX-License-Identifier: MIT
"""Tells somebody's own words from the owner's about them, so that a letter never quotes a jotting."""

import re

_ABOUT = re.compile(
    r"\b(he|she|they|his|her|hers|him|their|them|told|says|said|mentioned|talked|spoke|rang|heard|asked"
    r"|loves|likes|hates|enjoys|plays|collects)\b",
    re.IGNORECASE,
)


def can_be_quoted(words: str) -> bool:
    """Whether words can stand in "You once said": not "told me that he grills", which is a jotting."""
    return bool(words.strip()) and _ABOUT.search(words) is None
