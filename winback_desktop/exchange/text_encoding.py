# SPDX-License-Identifier: MIT
"""Tells how a file's text is encoded, and says so when it had to guess."""

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096


class Decoded(NamedTuple):
    """Text with the encoding it was read in; ``guessed`` asks for a look at a preview."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode by byte order mark, UTF-16 without one, UTF-8, and last a guess at Windows-1252.

    ``encoding`` is the owner's own choice and goes first; what does not fit it is replaced.
    """
    if encoding:
        return Decoded(data.decode(encoding, "replace").removeprefix("\ufeff"), encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name)
    if wide := _wide(data):
        return Decoded(data.decode(wide, "replace"), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Decoded(guess(data), "cp1252", guessed=True)


def guess(data: bytes) -> str:
    """Read bytes that are no UTF-8 as Windows-1252; the five bytes it leaves open are read as Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows by zero bytes that nearly all stand on one side."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if not half:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return ""
