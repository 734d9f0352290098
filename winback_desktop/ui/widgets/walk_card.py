# SPDX-License-Identifier: MIT
"""A walk on the screen: under way, with nothing else to see, or over, with one question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import SecondaryButton
from winback_desktop.ui.widgets.cards import Card, Glyph
from winback_desktop.ui.widgets.fields import TextLine
from winback_desktop.ui.widgets.labels import PlainLabel

ANSWERS: tuple[tuple[str, str, str], ...] = (
    ("next", "Next", "chevron-right"),
    ("let-go", "Let go", "feather"),
    ("nothing", "Nothing", "minus"),
)
"""(key, words, icon) of what a walk may bring; each is a good answer."""


class WalkAwayCard(Card):
    """Until when everything waits; ``back`` says that the owner is here again."""

    back = Signal()

    def __init__(self, theme: Theme, until: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, gap=10)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(Glyph(theme, "footprints", "accent", 28), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(PlainLabel(theme, f"You are on a walk until {until}.", "card", wrap=True))
        sentence = "Everything waits, and nothing will call you. Look at something far away."
        words.addWidget(PlainLabel(theme, sentence, "secondary", wrap=True))
        line.addLayout(words, 1)
        self.body.addLayout(line)
        self.here = SecondaryButton(theme, "I'm back", "door-open")
        self.here.clicked.connect(self.back)
        self.body.addWidget(self.here, 0, Qt.AlignmentFlag.AlignLeading)


class WalkBackCard(Card):
    """The one question; ``answered(key, words)``."""

    answered = Signal(str, str)

    def __init__(self, theme: Theme, clock_moved: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, gap=10)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Glyph(theme, "footprints", "accent", 22))
        line.addWidget(PlainLabel(theme, "Welcome back. What did you bring with you?", "item", wrap=True), 1)
        self.body.addLayout(line)
        sentence = "What comes next, what you let go of, or nothing at all: each is a good answer."
        if clock_moved:
            sentence = f"The clock was changed meanwhile, so the walk counts as over. {sentence}"
        self.body.addWidget(PlainLabel(theme, sentence, "secondary", wrap=True))
        self.words = TextLine("In a few words", placeholder="In a few words, if you like")
        self.body.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.ways: dict[str, SecondaryButton] = {}
        for key, words, icon in ANSWERS:
            button = SecondaryButton(theme, words, icon)
            button.clicked.connect(lambda _=False, key=key: self.answered.emit(key, self.words.text()))
            self.ways[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
