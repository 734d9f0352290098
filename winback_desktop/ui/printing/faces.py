# SPDX-License-Identifier: MIT
"""The letters on paper: the bundled handwriting faces and the system's plain one, measured in millimetres."""

import unicodedata
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont

from winback_desktop.ui.printing.marks import Face
from winback_desktop.ui.resources import resource

UNITS = 100
"""Font units in a millimetre: to Qt a size is whole pixels, and a hundredth of a millimetre is fine."""
MEASURED = 10.0
"""The em at which words are measured, whatever size they are drawn at: letters here scale exactly, and
every further size of a font costs the system's fallback fonts to be opened again."""

_HAND_FILES = ("Caveat-Regular.ttf", "Mynerve-Regular.ttf")
_PLAIN = ("Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial")
# Joiners, direction marks and spaces need no glyph of their own.
INVISIBLE = frozenset(["Zs", "Cf", "Cc", "Mn"])


@lru_cache(maxsize=256)
def font(face: Face, size: float, further: tuple[str, ...] = ()) -> QFont:
    """The face with an em of ``size`` millimetres, to be drawn at `UNITS` a millimetre.

    ``further`` families draw what the face itself has no letters for.
    """
    made = QFont()
    if face is Face.HAND:
        hand_files()
        made.setFamilies(["Caveat", "Mynerve", *further])
    else:
        made.setFamilies([*_PLAIN, *further])
        made.setStyleHint(QFont.StyleHint.SansSerif)
        made.setBold(face is Face.BOLD)
    # Letters that a face swaps or joins by itself ("ffi") could not be read back from a PDF as typed.
    for feature in ("calt", "liga", "clig"):
        made.setFeature(QFont.Tag(feature), 0)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setPixelSize(max(1, round(size * UNITS)))
    return made


def width(words: str, face: Face, size: float) -> float:
    """How long ``words`` are in millimetres."""
    return _metrics(face).horizontalAdvance(words) / UNITS * size / MEASURED


@lru_cache(maxsize=4)
def _metrics(face: Face) -> QFontMetricsF:
    return QFontMetricsF(font(face, MEASURED))


def uncovered(text: str, face: Face) -> tuple[str, ...]:
    """The characters of ``text`` that ``face`` cannot draw, each once, in the order they appear."""
    metrics = _metrics(face)
    hand = tuple(QRawFont(file, 100) for file in hand_files()) if face is Face.HAND else ()
    missing = []
    for character in dict.fromkeys(text):
        if unicodedata.category(character) in INVISIBLE:
            continue
        if face is Face.HAND:
            covered = any(raw.supportsCharacter(ord(character)) for raw in hand)
        else:
            covered = metrics.inFontUcs4(ord(character))
        if not covered:
            missing.append(character)
    return tuple(missing)


def uncovered_sentence(missing: tuple[str, ...], face: Face) -> str:
    """Says which characters cannot be printed, what kind they are, and what to do."""
    shown = " ".join(missing[:8]) + (" …" if len(missing) > 8 else "")
    kinds = list(dict.fromkeys(_kind(character) for character in missing))
    named = kinds[0] if len(kinds) == 1 else ", ".join(kinds[:-1]) + " and " + kinds[-1]
    if face is Face.HAND:
        return (
            f"The handwriting has no {named}: {shown}. "
            "Take them out, or choose “copy by hand”, which shows every letter that this computer has."
        )
    return (
        f"This computer has no letters for {named}: {shown}. Take them out or install a font that has them."
    )


def _kind(character: str) -> str:
    name = unicodedata.name(character, "")
    if name.startswith("CJK"):
        return "Chinese characters"
    first = name.split(" ")[0].split("-")[0].capitalize()
    if unicodedata.category(character).startswith("L") and first:
        return f"{first} letters"
    if unicodedata.category(character) == "So" and ord(character) > 0x2600:
        return "emoji"
    return "such signs"


@lru_cache(maxsize=1)
def hand_files() -> tuple[str, ...]:
    """The files of the handwriting, loaded."""
    files = tuple(str(resource("fonts", name)) for name in _HAND_FILES)
    for file in files:
        QFontDatabase.addApplicationFont(file)
    return files
