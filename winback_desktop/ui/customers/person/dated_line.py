# SPDX-License-Identifier: MIT
"""Lines with an icon, words and a day at the end; kept and filled anew from person to person."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.tooltips import plain_tip


class Dated(NamedTuple):
    """One line; ``muted`` draws what is no longer planned more quietly, ``offer`` says what its plus does."""

    icon: str
    token: str
    words: str
    day: str
    muted: bool = False
    offer: str = ""


class DatedLines(QWidget):
    """Making a label costs far more than changing its text, so lines are kept and hidden."""

    offered = Signal(int)
    """The plus of a line was pressed."""

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
            place = len(self._lines)
            made = _Line(self._theme, lambda place=place: self.offered.emit(place))
            self._column.addWidget(made)
            self._lines.append(made)
        for line, dated in zip(self._lines, lines, strict=False):
            line.show_line(dated)
            line.show()
        for line in self._lines[len(lines) :]:
            line.hide()
        self.setVisible(bool(lines))


class _Line(QWidget):
    def __init__(self, theme: Theme, offered: Callable[[], None]) -> None:
        super().__init__()
        self._theme, self._offered = theme, offered
        self._plus: IconButton | None = None
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
        if line.offer:
            self._show_plus(line.offer)
        elif self._plus is not None:
            self._plus.hide()

    def _show_plus(self, name: str) -> None:
        """Made only where it is needed: most lines offer nothing."""
        if self._plus is None:
            self._plus = IconButton(self._theme, "plus", name)
            self._plus.setFixedSize(max(32, self._theme.em(32)), max(28, self._theme.em(28)))
            self._plus.clicked.connect(self._offered)
            self.layout().insertWidget(2, self._plus)
        self._plus.setAccessibleName(name)
        self._plus.setToolTip(plain_tip(name))
        self._plus.show()
