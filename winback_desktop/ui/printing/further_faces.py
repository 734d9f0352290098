# SPDX-License-Identifier: MIT
"""Names the fonts of this computer that draw what the face itself cannot.

Left alone, Qt tries every font of the system for each such letter and each
size again: a page of Chinese then takes eight times as long.
"""

import unicodedata
from functools import lru_cache

from PySide6.QtGui import QRawFont, QTextLayout

from winback_desktop.ui.printing.faces import INVISIBLE, MEASURED, font, hand_files
from winback_desktop.ui.printing.marks import Face

_MOST = 8
"""Families; where more scripts than that meet, naming them makes Qt slower and not quicker."""


def further(words: str, face: Face) -> tuple[str, ...]:
    """The families to draw ``words`` with after the face's own; none where that has all their letters."""
    if words.isascii():
        return ()
    found = _found(face)
    needed = {found.family_of(character) for character in set(words)} - {""}
    # All that were ever needed, in one order: a letter is then drawn by the font by which it was measured,
    # and every line of a page with the same fonts.
    return tuple(found.families) if needed and len(found.families) <= _MOST else ()


@lru_cache(maxsize=4)
def _found(face: Face) -> "_Found":
    return _Found(face)


class _Found:
    """The fonts found so far for one face, in the order in which they were first needed."""

    def __init__(self, face: Face) -> None:
        self._font = font(face, MEASURED)
        if face is Face.HAND:
            self._own = [QRawFont(file, 100) for file in hand_files()]
        else:
            self._own = [QRawFont.fromFont(self._font)]
        self.families: dict[str, QRawFont] = {}
        self._known: dict[str, str] = {}

    def family_of(self, character: str) -> str:
        """The family for one character; empty when the face itself has it, and when no font does."""
        if character not in self._known:
            self._known[character] = self._looked_up(character)
        return self._known[character]

    def _looked_up(self, character: str) -> str:
        code = ord(character)
        if any(raw.supportsCharacter(code) for raw in self._own):
            return ""
        if unicodedata.category(character) in INVISIBLE:
            return ""
        for family, raw in self.families.items():
            if raw.supportsCharacter(code):
                return family
        return self._asked(character) if len(self.families) <= _MOST else ""

    def _asked(self, character: str) -> str:
        """Let Qt look through all fonts once."""
        layout = QTextLayout(character, self._font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        for raw in (run.rawFont() for run in layout.glyphRuns() if all(run.glyphIndexes())):
            # What no font has is drawn as a box, by a font that has no size and whose name crashes Qt.
            if raw.pixelSize() > 0:
                self.families[raw.familyName()] = raw
                return raw.familyName()
        return ""
