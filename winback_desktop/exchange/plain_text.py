# SPDX-License-Identifier: MIT
"""Turns text from a file into text that can be kept: no control characters, no stray white space."""

import re

# Left in: tab and line feed (the callers treat them) and the marks that right-to-left names need.
_CONTROLS = dict.fromkeys(
    (
        *range(0x00, 0x09),
        *(0x0B, 0x0C),
        *range(0x0E, 0x20),
        *range(0x7F, 0x85),
        *range(0x86, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
        *(0xFEFF, 0xFFFE),
    )
)
_SPACE = re.compile(r"\s+")


def line(text: str) -> str:
    """One line: white space and line breaks become single spaces."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACE.sub(" ", text.translate(_CONTROLS)).strip()


def full_name(given: str, additional: str, family: str, honorific: str, suffix: str) -> str:
    """The name to show where a card gives only its parts; a title stands in for a missing first name."""
    parts = (given or honorific, additional, family, suffix)
    return " ".join(part for part in parts if part) if given or family or additional else ""


def lines(text: str) -> str:
    """Text of several lines: line ends are line feeds, none at the end."""
    if text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "\n".join(part.rstrip() for part in text.translate(_CONTROLS).split("\n")).strip()
