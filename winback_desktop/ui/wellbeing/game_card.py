# SPDX-License-Identifier: MIT
"""The game on the page: the mission, its seven days, one more helped, and the card when it is over."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.game import Game
from winback_desktop.ui.wellbeing.game_sheets import DeedSheet, MissionSheet
from winback_desktop.ui.wellbeing.paper import Press, finish_card
from winback_desktop.ui.wellbeing.rows import MissionRow
from winback_desktop.ui.wellbeing.seven_days import SevenDays
from winback_desktop.ui.wellbeing.two_lines import two_lines
from winback_desktop.ui.widgets.buttons import Button, IconMenuButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card, Divider
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import ErrorLine, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel

IDEA = (
    "How many people can you help with what you know in seven days? They need not be customers. "
    "Helping brings back the feeling of being good at what you do."
)


class GameCard(Card):
    """Before, during and after a mission."""

    def __init__(self, theme: Theme, game: Game, press: Press) -> None:
        super().__init__(theme, gap=12)
        self._game, self._press = game, press
        self._who, self._how = "", ""
        self.plus: Button | None = None
        self.who: TextLine | None = None
        self.how: TextLine | None = None

    def refresh(self) -> None:
        """Draw how it stands; a line being typed stays."""
        if self.who is not None and self.how is not None:
            self._who, self._how = self.who.text(), self.how.text()
        focus = self._typing()
        empty_layout(self.body)
        self.plus = self.who = self.how = None
        mission = self._game.mission()
        if mission is None or mission.closed:
            self._draw_start(mission)
        elif mission.over:
            self._draw_over(mission)
        else:
            self._draw_running(mission)
            if focus and self.who is not None:
                QTimer.singleShot(0, self.who, self.who.setFocus)  # as soon as it is shown

    def start(self) -> MissionSheet:
        """Ask for a name and a number."""
        sheet = MissionSheet(self._theme, self.window(), self._game)
        sheet.open()
        return sheet

    def add_one(self) -> None:
        """One more helped, with what stands in the lines."""
        who = self.who.text() if self.who else ""
        how = self.how.text() if self.how else ""
        lines = (self.who, self.how)
        for line in filter(None, lines):
            line.clear()
        if not self._game.help_one(who, how, self._say):
            for line, text in zip(lines, (who, how), strict=True):
                if line is not None:
                    line.setText(text)

    def _typing(self) -> bool:
        return any(line is not None and line.hasFocus() for line in (self.who, self.how, self.plus))

    def _draw_start(self, before: MissionRow | None) -> None:
        theme = self._theme
        if before is not None:
            self._head(before, menu=False)
            self.body.addWidget(PlainLabel(theme, before.sentence, "secondary", wrap=True))
            self._best(before)
        else:
            self.body.addWidget(PlainLabel(theme, "A week of helping", "item"))
            self.body.addWidget(PlainLabel(theme, IDEA, "secondary", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        start = SecondaryButton(theme, "Start a mission…" if before is None else "Start another…", "target")
        start.clicked.connect(self.start)
        row.addWidget(start)
        if before is not None and before.helped:
            row.addWidget(self._print_button())
        row.addStretch(1)
        self.body.addLayout(row)

    def _draw_running(self, mission: MissionRow) -> None:
        theme = self._theme
        self._head(mission, menu=True)
        days = SevenDays(theme)
        days.set_days(mission.days)
        self.body.addWidget(days)
        words = mission.sentence
        if mission.paused:
            words = f"Paused. {words} The seven days wait for you."
        self.body.addWidget(PlainLabel(theme, words, "secondary", wrap=True))
        self._best(mission)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.who = TextLine("Who was helped", self._who, "Who")
        self.how = TextLine("How", self._how, "How")
        self.plus = SecondaryButton(theme, "+1 helped", "hand-helping")
        self.plus.clicked.connect(self.add_one)
        for line in (self.who, self.how):
            line.returnPressed.connect(self.add_one)
            row.addWidget(line, 1)
        row.addWidget(self.plus)
        self.body.addLayout(row)
        self._error = ErrorLine(theme)
        self.body.addWidget(self._error)

    def _draw_over(self, mission: MissionRow) -> None:
        theme = self._theme
        self._head(mission, menu=False)
        days = SevenDays(theme)
        days.set_days(mission.days)
        self.body.addWidget(days)
        self.body.addWidget(PlainLabel(theme, mission.sentence, "secondary", wrap=True))
        self._best(mission)
        row = QHBoxLayout()
        row.setSpacing(8)
        close = SecondaryButton(theme, "Close the week", "check")
        close.clicked.connect(self._game.finish)
        row.addWidget(close)
        if mission.helped:
            row.addWidget(self._print_button())
        row.addStretch(1)
        self.body.addLayout(row)

    def _head(self, mission: MissionRow, menu: bool) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(theme, mission.name, "item"), 1)
        row.addWidget(PlainLabel(theme, f"{mission.helped} of {mission.target}", "secondary"))
        if menu:
            row.addWidget(IconMenuButton(theme, "ellipsis", f"More: {mission.name}", self.fill_more))
        self.body.addLayout(row)

    def _best(self, mission: MissionRow) -> None:
        if mission.best:
            self.body.addWidget(PlainLabel(self._theme, mission.best, "hint", wrap=True))

    def _print_button(self) -> Button:
        button = QuietButton(self._theme, "Print the card…", "printer")
        button.clicked.connect(
            lambda: self._press.offer(button, lambda: finish_card(self._game), "Finish card")
        )
        return button

    def fill_more(self, menu: QMenu) -> None:
        """Pause or go on, and close."""
        mission = self._game.mission()
        if mission is not None and mission.paused:
            menu.addAction(self._theme.icon("redo-2"), "Go on").triggered.connect(self._game.resume)
        else:
            menu.addAction(self._theme.icon("pause"), "Pause; it costs nothing").triggered.connect(
                self._game.pause
            )
        menu.addAction(self._theme.icon("check"), "Close the week").triggered.connect(self._game.finish)

    def _say(self, sentence: str, _field: str) -> None:
        self._error.set_text(sentence)


class LedgerCard(Card):
    """The good deeds, latest first."""

    def __init__(self, theme: Theme, game: Game) -> None:
        super().__init__(theme, padding=12, gap=2)
        self._game = game

    def refresh(self) -> None:
        """Draw them anew; without any the card is hidden."""
        empty_layout(self.body)
        deeds = self._game.deeds()
        for place, row in enumerate(deeds):
            if place:
                self.body.addWidget(Divider(self._theme))
            detail = " · ".join(filter(None, (row.how, f"now {row.customer}" if row.customer else "")))
            line = two_lines(self._theme, row.who or "Somebody", detail, row.day, icon="hand-heart")
            line.activated.connect(lambda row=row: self.edit(row))
            self.body.addWidget(line)
        self.setVisible(bool(deeds))

    def edit(self, row) -> DeedSheet:
        """Change what was written."""
        sheet = DeedSheet(self._theme, self.window(), self._game, row)
        sheet.open()
        return sheet
