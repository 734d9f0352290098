# SPDX-License-Identifier: MIT
"""Lines with an icon, words and a day at the end; kept and filled anew from person to person."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.labels import PlainLabel


class Dated(NamedTuple):
    """One line; ``muted`` draws what is no longer planned more quietly."""

    icon: str
    token: str
    words: str
    day: str
    muted: bool = False


class DatedLines(QWidget):
    """Making a label costs far more than changing its text, so lines are kept and hidden."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._lines: list[_Line] = []

    def show_lines(self, lines: Sequence[Dated]) -> None:
        """Show other lines."""
        while len(self._lines) < len(lines):
            made = _Line(self._theme)
            self._column.addWidget(made)
            self._lines.append(made)
        for line, dated in zip(self._lines, lines, strict=False):
            line.show_line(dated)
            line.show()
        for line in self._lines[len(lines) :]:
            line.hide()
        self.setVisible(bool(lines))


class _Line(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        self._glyph = Glyph(theme, "history", "text2", 17)
        self._words = PlainLabel(theme, "", "body")
        self._day = PlainLabel(theme, "", "secondary")
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1)
        row.addWidget(self._day)

    def show_line(self, line: Dated) -> None:
        self._glyph.set_glyph(line.icon, line.token)
        self._words.set_role("hint" if line.muted else "body")
        self._words.setText(line.words)
        self._day.setText(line.day)
