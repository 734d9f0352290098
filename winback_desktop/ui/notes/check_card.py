# SPDX-License-Identifier: MIT
"""The gentle check and what is remembered, as cards beside the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.notes.rows import CheckLine, Memory
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton, QuietButton
from winback_desktop.ui.widgets.cards import Card, Glyph
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel

_GLYPHS = {
    "good": ("circle-check", "ok.solid"),
    "open": ("minus", "text3"),
    "mark": ("info", "lunch.solid"),
    "hint": ("info", "text3"),
}
_SPOKEN = {"good": "there", "open": "still open", "mark": "worth another look", "hint": "a gentle hint"}


class CheckCard(Card):
    """One line for each thing; marked phrases come first with the reason and a kinder way."""

    add_wanted = Signal(str)
    """A block whose sentence shall be put into the text."""
    place_wanted = Signal(int, int)
    """A place in the text to show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._lines: list[CheckLine] = []
        self.body.addWidget(PlainLabel(theme, "Gentle check", "card"))
        self._summary = PlainLabel(theme, "", "hint", wrap=True)
        self.body.addWidget(self._summary)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)

    def show_lines(self, lines: list[CheckLine]) -> None:
        """Show other lines; nothing is rebuilt while they stay the same."""
        if lines == self._lines:
            return
        self._lines = lines
        empty_layout(self._rows)
        for line in lines:
            self._rows.addWidget(self._row(line))
        marks = sum(line.tone == "mark" for line in lines)
        self._summary.setText(_summary(marks))

    def _row(self, line: CheckLine) -> QWidget:
        row = QWidget()
        row.setAccessibleName(f"{line.title}: {_SPOKEN[line.tone]}. {line.detail}".strip())
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 3, 0, 3)
        across.setSpacing(9)
        top = Qt.AlignmentFlag.AlignTop
        across.addWidget(Glyph(self._theme, *_GLYPHS[line.tone], 17), 0, top)
        words = QVBoxLayout()
        words.setSpacing(1)
        role = "secondary" if line.tone == "good" else "body"
        words.addWidget(PlainLabel(self._theme, line.title, role, wrap=True))
        if line.detail:
            words.addWidget(PlainLabel(self._theme, line.detail, "hint", wrap=True))
        across.addLayout(words, 1)
        button = self._button(line)
        if button is not None:
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _button(self, line: CheckLine) -> QuietButton | None:
        if line.tone in {"mark", "hint"}:
            show = QuietButton(self._theme, "Show")
            show.setAccessibleName(f"Show {line.title} in the text")
            show.clicked.connect(lambda: self.place_wanted.emit(line.start, line.end))
            return show
        if line.block:
            add = QuietButton(self._theme, "Add", "plus")
            add.setAccessibleName(f"Add: {line.title}")
            add.clicked.connect(lambda: self.add_wanted.emit(line.block))
            return add
        return None


class MemoryCard(Card):
    """What they said and enjoy, how long you worked together; one click puts it into the text."""

    sentence_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=4)
        self.body.addWidget(PlainLabel(theme, "What you remember", "card"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)

    def show_memories(self, memories: list[Memory], history: list[Memory]) -> None:
        """Show what is known and what happened; one sentence where there is nothing yet."""
        empty_layout(self._rows)
        for memory in memories:
            self._rows.addWidget(self._row(memory))
        if not memories:
            nothing = "Nothing noted yet. What they once told you can be kept on their page."
            self._rows.addWidget(PlainLabel(self._theme, nothing, "secondary", wrap=True))
        if history:
            self._rows.addWidget(SectionLabel(self._theme, "Lately"))
        for event in history:
            self._rows.addWidget(self._row(event))

    def _row(self, memory: Memory) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(PlainLabel(self._theme, memory.title, "body", wrap=True))
        if memory.detail:
            words.addWidget(PlainLabel(self._theme, memory.detail, "hint", wrap=True))
        across.addLayout(words, 1)
        if not memory.sentence:
            return row
        add = IconButton(self._theme, "plus", "Put it into the note")
        # Only the accessible name holds their words: a tooltip would read them as markup.
        add.setAccessibleName(f"Put into the note: {memory.title}")
        add.clicked.connect(lambda: self.sentence_wanted.emit(memory.sentence))
        across.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _summary(marks: int) -> str:
    if not marks:
        return "It explains and never forbids. The words are yours."
    return "One place is worth another look." if marks == 1 else f"{marks} places are worth another look."
