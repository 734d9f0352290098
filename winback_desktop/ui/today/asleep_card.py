# SPDX-License-Identifier: MIT
"""What was put off until later, each line changeable; and a word on reminders that a crash held back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.later_menu import fill_asleep
from winback_desktop.ui.today.presenter import TodayPresenter
from winback_desktop.ui.today.rows import AsleepRow
from winback_desktop.ui.widgets.buttons import IconMenuButton, QuietButton
from winback_desktop.ui.widgets.cards import Card, Divider, Glyph
from winback_desktop.ui.widgets.labels import PlainLabel


class AsleepCard(Card):
    """One line a step, with a menu to choose another moment or to have it back."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, rows: Sequence[AsleepRow]) -> None:
        super().__init__(theme, padding=12, gap=2)
        for index, row in enumerate(rows):
            if index:
                self.body.addWidget(Divider(theme))
            self.body.addLayout(self._line(theme, presenter, row))

    def _line(self, theme: Theme, presenter: TodayPresenter, row: AsleepRow) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(4, 4, 0, 4)
        line.setSpacing(12)
        line.addWidget(Glyph(theme, theme.step_icon(row.kind), "text2", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(theme, row.title, "strong", wrap=True))
        words.addWidget(PlainLabel(theme, row.when, "secondary", wrap=True))
        line.addLayout(words, 1)
        line.addWidget(self._change(theme, presenter, row), 0, Qt.AlignmentFlag.AlignTop)
        return line

    @staticmethod
    def _change(theme: Theme, presenter: TodayPresenter, row: AsleepRow) -> IconMenuButton:
        change = IconMenuButton(
            theme,
            "clock",
            f"Another moment for: {row.title}",
            lambda menu: fill_asleep(menu, theme, presenter, row.step, change),
        )
        return change


class MissedCard(Card):
    """Says what was missed until the owner has read it."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, sentence: str) -> None:
        super().__init__(theme)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Glyph(theme, "bell", "lunch.solid", 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(PlainLabel(theme, sentence, "body", wrap=True), 1)
        read = QuietButton(theme, "All right")
        read.clicked.connect(presenter.laters.put_missed_away)
        line.addWidget(read, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
