# SPDX-License-Identifier: MIT
"""The best customers on the page: whom to turn to, the board, and thanks that wait."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.best import KINDS, Best
from winback_desktop.ui.wellbeing.best_sheets import (
    AddBestSheet,
    DetailsSheet,
    ReferralSheet,
    ThanksSheet,
    TouchSheet,
)
from winback_desktop.ui.wellbeing.rows import BestRow, ProposedRow, ThanksRow
from winback_desktop.ui.wellbeing.two_lines import two_lines
from winback_desktop.ui.widgets.avatar import Avatar
from winback_desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card, Divider, EmptyState, ListRow
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.scroll_page import Columns


class BestView(QWidget):
    """Everything about best customers; drawn anew by ``refresh``."""

    def __init__(self, theme: Theme, best: Best) -> None:
        super().__init__()
        self._theme, self._best = theme, best
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None

    def refresh(self) -> None:
        """Draw the board anew."""
        rows, proposed, after = self._best.board()
        shown = self._filled(rows, proposed, after) if rows else self._nobody()
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = shown
        self._column.addWidget(shown)

    def add_somebody(self) -> AddBestSheet:
        """Put somebody on the board."""
        sheet = AddBestSheet(self._theme, self.window(), self._best)
        sheet.open()
        return sheet

    def touch(self, contact: int, kind: str) -> TouchSheet | None:
        """The card for one kind of touch."""
        row = self._best.touch(contact, kind)
        if row is None:
            return None
        sheet = TouchSheet(self._theme, self.window(), self._best, row)
        sheet.open()
        return sheet

    def details(self, contact: int) -> DetailsSheet | None:
        """How somebody stands."""
        row = self._best.details(contact)
        if row is None:
            return None
        sheet = DetailsSheet(self._theme, self.window(), self._best, row, self.touch, self.refer)
        sheet.open()
        return sheet

    def refer(self, contact: int, name: str) -> ReferralSheet:
        """Record that somebody sent somebody."""
        sheet = ReferralSheet(self._theme, self.window(), self._best, contact, name)
        sheet.open()
        return sheet

    def thank(self, row: ThanksRow) -> ThanksSheet:
        """The thanks for a referral."""
        sheet = ThanksSheet(self._theme, self.window(), self._best, row)
        sheet.open()
        return sheet

    def _nobody(self) -> QWidget:
        return EmptyState(
            self._theme,
            "hand-heart",
            "Who is glad to have you?",
            "The people who value you are a call away. Put a few of them here, and you are told whom you may "
            "be losing touch with.",
            "Add a best customer",
            self.add_somebody,
        )

    def _filled(self, rows: list[BestRow], proposed: list[ProposedRow], after: str) -> QWidget:
        theme = self._theme
        columns = Columns(theme)
        first = columns.first
        if proposed:
            words = f"After {after}, people who are glad of you" if after else "Whom to turn to"
            first.addWidget(SectionLabel(theme, words))
            for row in proposed:
                first.addWidget(self._proposal(row))
        first.addWidget(SectionLabel(theme, "Your best customers"))
        first.addWidget(self._board(rows))
        first.addStretch(1)
        self._fill_side(columns.second)
        columns.second.addStretch(1)
        return columns

    def _proposal(self, row: ProposedRow) -> Card:
        theme = self._theme
        card = Card(theme, gap=10)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Avatar(theme, row.name, "note"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(PlainLabel(theme, row.name, "item"))
        words.addWidget(PlainLabel(theme, row.reason, "secondary", wrap=True))
        line.addLayout(words, 1)
        card.body.addLayout(line)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for kind, word, icon in KINDS:
            button = SecondaryButton(theme, word, icon)
            button.setAccessibleName(f"{word}: {row.name}")
            button.clicked.connect(lambda _=False, kind=kind: self.touch(row.contact, kind))
            buttons.addWidget(button)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        return card

    def _board(self, rows: list[BestRow]) -> Card:
        theme = self._theme
        card = Card(theme, padding=8, gap=0)
        for place, row in enumerate(rows):
            if place:
                card.body.addWidget(Divider(theme))
            chip, shade = ("held back", "pause") if row.held else ("losing touch", "lunch")
            shown = chip if row.held or row.losing_touch else ""
            line = two_lines(theme, row.name, row.about, row.last, chip=shown, shade=shade)
            line.row.setContentsMargins(8, 8, 8, 8)
            if row.held:
                line.setAccessibleName(f"{line.accessibleName()}, {row.held}")
            line.activated.connect(lambda contact=row.contact: self.details(contact))
            card.body.addWidget(line)
        return card

    def _fill_side(self, column: QVBoxLayout) -> None:
        theme = self._theme
        waiting = self._best.thanks()
        if waiting:
            column.addWidget(SectionLabel(theme, "To thank"))
            card = Card(theme, padding=12, gap=2)
            for place, row in enumerate(waiting):
                if place:
                    card.body.addWidget(Divider(theme))
                line = ListRow(
                    theme, row.name, f"sent you {row.referred}", icon="pen-line", token="accent", active=True
                )  # fmt: skip
                line.activated.connect(lambda row=row: self.thank(row))
                card.body.addWidget(line)
            column.addWidget(card)
        column.addWidget(SectionLabel(theme, "Somebody more?"))
        card = Card(theme, gap=8)
        sentence = "Referrals come from being there. A few names are enough."
        card.body.addWidget(PlainLabel(theme, sentence, "secondary", wrap=True))
        add = QuietButton(theme, "Add a best customer…", "user-plus")
        add.clicked.connect(self.add_somebody)
        card.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(card)
