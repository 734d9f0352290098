# SPDX-License-Identifier: MIT
"""Sets headings and paragraphs one below the other on a printed page."""

from winback_desktop.ui.printing import faces
from winback_desktop.ui.printing.layout import broken
from winback_desktop.ui.printing.marks import INK, Face, Mark, Rule, Text


class Column:
    """A column of words that fills from the top; ``y`` is where the next line's top is, in millimetres."""

    def __init__(self, x: float, y: float, width: float, bottom: float) -> None:
        self.x, self.y, self.width, self.bottom = x, y, width, bottom
        self.marks: list[Mark] = []

    @property
    def full(self) -> bool:
        """Whether something already stands below the bottom."""
        return self.y > self.bottom + 0.01

    def space(self, height: float) -> None:
        """Leave ``height`` millimetres empty."""
        self.y += height

    def rule(self, ink: str, width: float = 0.25) -> None:
        """Draw a line across the column."""
        self.marks.append(Rule(self.x, self.y, self.x + self.width, self.y, width, ink))

    def write(
        self,
        words: str,
        size: float,
        face: Face = Face.PLAIN,
        ink: str = INK,
        indent: float = 0.0,
        leading: float = 1.4,
    ) -> None:
        """Write ``words`` in as many lines as they need."""
        for line in broken(words.strip(), face, size, self.width - indent):
            baseline = self.y + size
            if line.words:
                x = self.x + self.width if line.rtl else self.x + indent
                self.marks.append(Text(x, baseline, line.words, size, face, ink, line.rtl))
            self.y += leading * size


def shortened(words: str, face: Face, size: float, width: float) -> str:
    """``words`` in one line of at most ``width`` millimetres, ending in … where they were too long."""
    words = " ".join(words.split())
    if faces.width(words, face, size) <= width:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if faces.width(words[:middle].rstrip() + "…", face, size) <= width:
            low = middle
        else:
            high = middle - 1
    return words[:low].rstrip() + "…"
