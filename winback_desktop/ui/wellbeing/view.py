# SPDX-License-Identifier: MIT
"""Draws the Wellbeing page: what looks after the owner, and the customers who are glad of them."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.best import Best
from winback_desktop.ui.wellbeing.best_view import BestView
from winback_desktop.ui.wellbeing.check_in_card import CheckInCard
from winback_desktop.ui.wellbeing.game import Game
from winback_desktop.ui.wellbeing.game_card import GameCard, LedgerCard
from winback_desktop.ui.wellbeing.game_sheets import HelpedSheet
from winback_desktop.ui.wellbeing.lean_card import LeanCard
from winback_desktop.ui.wellbeing.paper import Press
from winback_desktop.ui.wellbeing.presenter import Wellbeing
from winback_desktop.ui.wellbeing.rows import Suggestion
from winback_desktop.ui.wellbeing.suggestion_card import SuggestionCard
from winback_desktop.ui.widgets.buttons import Button, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card, PageHeader
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.focus_place import FocusPlace
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.scroll_page import Columns, ScrollPage
from winback_desktop.ui.widgets.segments import SegmentedControl
from winback_desktop.ui.widgets.walk_card import WalkAwayCard, WalkBackCard

ME, BEST = "me", "best"
_BEST_TARGETS = {"best", "best-customer"}


class WellbeingView(ScrollPage):
    """The page of key "wellbeing". ``activate`` takes a kind of care, or "best"."""

    def __init__(self, theme: Theme, presenter: Wellbeing, game: Game, best: Best, press: Press) -> None:
        super().__init__(theme)
        self._presenter, self._game, self._best = presenter, game, best
        self.unsent = SecondaryButton(theme, "Unsent letter…", "feather")
        self.unsent.setToolTip("Write what you would never send; it is kept nowhere and shredded")
        header = PageHeader(theme, "Wellbeing", "What is good for you comes first.", self.unsent)
        self.column.addWidget(header)
        self.tabs = SegmentedControl(
            theme, "What to show", ((ME, "For me"), (BEST, "Best customers")), ME
        )  # fmt: skip
        self.tabs.chosen.connect(lambda key: self.show_part(key or self._part))
        self.column.addWidget(self.tabs)
        self._part = ME
        self._stale = False
        self.me = self._for_me(press)
        self.best = BestView(theme, best)
        self.best.hide()
        self.column.addWidget(self.me)
        self.column.addWidget(self.best)
        self.column.addStretch(1)
        presenter.changed.connect(self._changed)
        best.changed.connect(self._changed)

    def activate(self, target: object = None) -> None:
        """Show what is stored now; a target leads to its part."""
        if target in _BEST_TARGETS:
            self.show_part(BEST)
        elif target:
            self.show_part(ME)
        self._refresh()
        if target == "talk":
            self.lean.first()
        elif target in ("walk", "game"):
            # Once the layouts have settled.
            QTimer.singleShot(0, self, lambda: self._lead_to(str(target)))

    def showEvent(self, event: QEvent) -> None:
        # The window may come back from the tray or the task bar without a visit to the page.
        if self._stale:
            self._refresh()
        super().showEvent(event)

    def _lead_to(self, kind: str) -> None:
        """Bring a part into view and give it the keyboard."""
        part = self._walk_card if kind == "walk" else self.game
        self.ensureWidgetVisible(part)
        first = next((button for button in part.findChildren(Button) if button.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, part: str) -> None:
        """Show what is for the owner, or the best customers."""
        self._part = part
        self.tabs.set_current(part)
        self.me.setVisible(part == ME)
        self.best.setVisible(part == BEST)

    def help_one(self) -> HelpedSheet:
        """One more helped, with a line on who and how."""
        sheet = HelpedSheet(self._theme, self.window(), self._game)
        sheet.open()
        return sheet

    def _for_me(self, press: Press) -> QWidget:
        theme = self._theme
        columns = Columns(theme, shares=(1, 1))
        self._now = _place(columns.first)
        self.game = GameCard(theme, self._game, press)
        columns.first.addWidget(SectionLabel(theme, "The game"))
        columns.first.addWidget(self.game)
        self._deeds_label = SectionLabel(theme, "Your good deeds")
        self.ledger = LedgerCard(theme, self._game)
        columns.first.addWidget(self._deeds_label)
        columns.first.addWidget(self.ledger)
        self._unwanted = _place(columns.first)
        columns.first.addStretch(1)
        self._walk = _place(columns.second)
        columns.second.addWidget(SectionLabel(theme, "People I lean on"))
        self.lean = LeanCard(theme, self._presenter)
        columns.second.addWidget(self.lean)
        columns.second.addWidget(SectionLabel(theme, "Check-in"))
        self.check_in = CheckInCard(theme, self._presenter)
        columns.second.addWidget(self.check_in)
        columns.second.addStretch(1)
        return columns

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        place = FocusPlace(self)
        self._draw_now()
        self._draw_walk()
        self._draw_unwanted()
        self.game.refresh()
        self.ledger.refresh()
        self._deeds_label.setVisible(not self.ledger.isHidden())
        self.lean.refresh()
        self.check_in.refresh()
        self.best.refresh()
        place.give_back()

    def _draw_now(self) -> None:
        empty_layout(self._now)
        walk = self._presenter.walk()
        row = self._presenter.suggestion()
        if row is None or (walk is not None and (walk.away or row.kind == "walk")):
            return
        self._now.addWidget(SectionLabel(self._theme, "Good for you now"))
        self.suggestion = SuggestionCard(self._theme, self._presenter, row, self._act)
        self._now.addWidget(self.suggestion)

    def _act(self, row: Suggestion) -> None:
        if row.kind == "walk":
            self._presenter.begin_walk(row.minutes)
        elif row.kind == "talk":
            self.lean.first()
        elif row.kind == "game":
            mission = self._game.mission()
            if mission is None or mission.over:
                self.game.start()
            else:
                self.help_one()
        else:
            self.show_part(BEST)

    def _draw_walk(self) -> None:
        empty_layout(self._walk)
        theme, presenter = self._theme, self._presenter
        self._walk.addWidget(SectionLabel(theme, "A walk"))
        row = presenter.walk()
        if row is None:
            self._walk_card: Card = self._lengths()
        elif row.away:
            self._walk_card = away = WalkAwayCard(theme, row.until)
            away.back.connect(presenter.come_back)
        else:
            self._walk_card = back = WalkBackCard(theme, row.clock_moved)
            back.answered.connect(lambda key, words: presenter.answer_walk(row.walk, key, words))
        self._walk.addWidget(self._walk_card)

    def _lengths(self) -> Card:
        theme = self._theme
        card = Card(theme, gap=10)
        sentence = "Nothing will call you meanwhile, and the case stays out of sight until you are back."
        card.body.addWidget(PlainLabel(theme, sentence, "secondary", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        for minutes in self._presenter.lengths:
            button = SecondaryButton(theme, f"{minutes} min")
            button.setAccessibleName(f"Go for a walk of {minutes} minutes")
            button.clicked.connect(lambda _=False, minutes=minutes: self._presenter.begin_walk(minutes))
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        for words in self._presenter.brought():
            card.body.addWidget(PlainLabel(theme, words, "hint", wrap=True))
        return card

    def _draw_unwanted(self) -> None:
        empty_layout(self._unwanted)
        unwanted = self._presenter.dismissed()
        if not unwanted:
            return
        self._unwanted.addWidget(SectionLabel(self._theme, "Not suggested any more"))
        for kind, title in unwanted:
            again = QuietButton(self._theme, f"Suggest again: {title}", "undo-2")
            again.clicked.connect(lambda _=False, kind=kind: self._presenter.suggest_again(kind))
            self._unwanted.addWidget(again, 0, Qt.AlignmentFlag.AlignLeading)


def _place(column: QVBoxLayout) -> QVBoxLayout:
    """A place in a column whose content is drawn anew."""
    place = QVBoxLayout()
    place.setSpacing(12)
    column.addLayout(place)
    return place
