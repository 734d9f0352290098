# SPDX-License-Identifier: MIT
"""The private check-in: a word, one to five, a line, and how it has been."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.mood_trend import MoodTrend
from winback_desktop.ui.wellbeing.presenter import Wellbeing
from winback_desktop.ui.widgets.buttons import IconButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.segments import SegmentedControl


class CheckInCard(Card):
    """Nothing is asked for and nothing is ever late."""

    def __init__(self, theme: Theme, presenter: Wellbeing) -> None:
        super().__init__(theme, gap=12)
        self._presenter = presenter
        self.body.addWidget(PlainLabel(theme, "How are you?", "card"))
        self.body.addWidget(
            PlainLabel(
                theme,
                "Only for you. It stays here and is left out of exports unless you ask for it.",
                "hint",
                wrap=True,
            )
        )
        words = [(word, word.capitalize()) for word in presenter.feelings]
        self.word = SegmentedControl(theme, "A word for it", words, optional=True, columns=3)
        self.word.chosen.connect(self._picked)
        self.own = TextLine("Or a word of your own", placeholder="Or a word of your own")
        self._known = QStringListModel(self)
        self.own.setCompleter(QCompleter(self._known, self))
        self.own.textEdited.connect(lambda _: self.word.set_current(""))
        self._word_field = FormField(theme, "A word for it", self.word)
        self.body.addWidget(self._word_field)
        self.body.addWidget(self.own)
        levels = [(str(number), str(number)) for number in range(1, 6)]
        self.level = SegmentedControl(theme, "From 1, heavy, to 5, light", levels, optional=True)
        self._level_field = FormField(theme, "From 1, heavy, to 5, light", self.level)
        self.body.addWidget(self._level_field)
        self.line = TextLine("A line, if you like", placeholder="A line, if you like")
        self.line.returnPressed.connect(self.keep)
        self.body.addWidget(self.line)
        self.save = SecondaryButton(theme, "Keep it", "check")
        self.save.clicked.connect(self.keep)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        self.trend = MoodTrend(theme)
        self.body.addWidget(self.trend)
        last = QHBoxLayout()
        self.latest = PlainLabel(theme, "", "secondary", wrap=True)
        last.addWidget(self.latest, 1)
        self.remove = IconButton(theme, "x", "Remove the latest check-in")
        self.remove.clicked.connect(lambda: presenter.remove_check_in(self._latest))
        last.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(last)
        self._latest = 0

    def refresh(self) -> None:
        """Draw the trend anew; what is being typed stays."""
        self._known.setStringList(self._presenter.words())
        mood = self._presenter.mood()
        for widget in (self.trend, self.latest, self.remove):
            widget.setVisible(mood is not None)
        if mood is not None:
            self.trend.set_mood(mood)
            self.latest.setText(mood.latest)
            self._latest = mood.latest_id

    def keep(self) -> None:
        """Keep what is chosen and typed."""
        for field in (self._word_field, self._level_field):
            field.set_error("")
        word = self.own.text().strip() or self.word.current()
        level = int(self.level.current() or 0)
        if self._presenter.check_in(word, level, self.line.text(), self._say):
            self.word.set_current("")
            self.level.set_current("")
            self.own.clear()
            self.line.clear()

    def _picked(self, word: str) -> None:
        if word:
            self.own.clear()

    def _say(self, sentence: str, field: str) -> None:
        (self._level_field if field == "level" else self._word_field).set_error(sentence)
