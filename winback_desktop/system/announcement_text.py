# SPDX-License-Identifier: MIT
"""Makes any text safe for the desktop's notification services, which cut, refuse or interpret some."""

import unicodedata

_WORD_JOINER = "\u2060"  # takes no room; keeps a leading dash from being read as an option


def plain(text: str, units: int, *, lines: bool = False) -> str:
    """Without control characters and lone surrogates, at most ``units`` UTF-16 units, "…" where cut.

    Line breaks stay where ``lines`` is set and become spaces otherwise.
    """
    kept = "".join(_shown(character, lines) for character in text)
    if not lines:
        kept = " ".join(kept.split())
    return _clip(kept.strip(), units)


def undashed(text: str) -> str:
    """A text that no command line takes for an option."""
    return _WORD_JOINER + text if text.startswith("-") else text


def escaped(text: str) -> str:
    """For a body that is read as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _shown(character: str, lines: bool) -> str:
    if character in "\n\u2028\u2029":
        return "\n" if lines else " "
    if character == "\t":
        return " "
    return "" if unicodedata.category(character) in ("Cc", "Cs") else character


def _clip(text: str, units: int) -> str:
    if len(text.encode("utf-16-le")) // 2 <= units:
        return text
    room = units - 1
    end = 0
    for character in text:
        room -= 2 if ord(character) > 0xFFFF else 1
        if room < 0:
            break
        end += 1
    return text[:end].rstrip() + "…"
