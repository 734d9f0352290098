# SPDX-License-Identifier: MIT
"""Draws Today: what is due at the left, quiet days and what is good for the owner at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.due_card import DueCardView
from winback_desktop.ui.today.place import Place
from winback_desktop.ui.today.presenter import TodayPresenter
from winback_desktop.ui.today.rows import Screen, WalkRow
from winback_desktop.ui.widgets.buttons import Button, PrimaryButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card, Divider, Glyph, ListRow, PageHeader
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.scroll_page import Columns, ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class TodayView(QWidget):
    """The page of key "today"."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, place: Place) -> None:
        super().__init__()
        self._theme, self._presenter, self._place = theme, presenter, place
        self._stack = QStackedLayout(self)
        self._scroll: ScrollPage | None = None
        self._first_run: QWidget | None = None
        self.cards: list[DueCardView] = []
        self._actions: list[QAction] = []
        presenter.refreshed.connect(self._draw)

    def activate(self, target: object = None) -> None:
        """Show today as it is now."""
        self._presenter.activate()

    def commands(self) -> "list[QAction]":
        """Done and later for the card with the keyboard, else the first; and to let all plans wait."""
        if not self._actions:
            self._actions = self._make_actions()
        return self._actions

    def showEvent(self, event: QEvent) -> None:
        # The window may come back from the tray or the task bar without a visit to the page.
        self._presenter.activate()
        super().showEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        self._presenter.leave()
        super().hideEvent(event)

    def _make_actions(self) -> "list[QAction]":
        from PySide6.QtGui import QAction, QKeySequence

        done = QAction("Mark as done", self)
        done.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        done.triggered.connect(lambda: self._on_card(lambda card: card.done.click()))
        later = QAction("Later…", self)
        later.setShortcut(QKeySequence("Ctrl+."))
        later.triggered.connect(lambda: self._on_card(lambda card: card.later.click()))
        for action in (done, later):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        wait = QAction("Let all plans wait…", self)
        wait.triggered.connect(self._presenter.let_all_wait)
        return [done, later, wait]

    def _on_card(self, act) -> None:
        focus = self.focusWidget()
        if self.cards:
            act(next((card for card in self.cards if focus and card.isAncestorOf(focus)), self.cards[0]))

    def _draw(self) -> None:
        screen = self._presenter.screen
        if screen.first_run:
            self._show_first_run()
            return
        at = self._scroll.verticalScrollBar().value() if self._scroll else 0
        old, self._scroll = self._scroll, ScrollPage(self._theme)
        self.cards = []
        self._fill(self._scroll, screen)
        self._stack.addWidget(self._scroll)
        self._stack.setCurrentWidget(self._scroll)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
            self._scroll.widget().layout().activate()
            self._scroll.verticalScrollBar().setValue(at)

    def _show_first_run(self) -> None:
        from winback_desktop.ui.today.first_run import FirstRun

        if self._first_run is None:
            self._first_run = FirstRun(self._theme, self._presenter, self._place)
            self._stack.addWidget(self._first_run)
        self._stack.setCurrentWidget(self._first_run)

    def _fill(self, page: ScrollPage, screen: Screen) -> None:
        theme, presenter = self._theme, self._presenter
        if screen.walk is not None and screen.walk.away:
            self._fill_walk(page, screen)
            return
        # One primary button a page: what is due comes before a new loss.
        kind = SecondaryButton if screen.due else PrimaryButton
        record: Button = kind(theme, "Record a loss", "plus")
        record.clicked.connect(presenter.record_loss)
        page.column.addWidget(PageHeader(theme, screen.greeting, screen.sentence, record))
        columns = Columns(theme)
        page.column.addWidget(columns)
        page.column.addStretch(1)
        if screen.returned:
            columns.first.addWidget(self._celebration(screen.returned))
        if screen.walk is not None:
            columns.first.addWidget(self._back_from_walk(screen.walk))
        if screen.missed:
            from winback_desktop.ui.today.asleep_card import MissedCard

            columns.first.addWidget(MissedCard(theme, presenter, screen.missed))
        self._fill_due(columns.first, screen)
        self._fill_coming(columns.first, screen)
        self._fill_side(columns.second, screen)
        columns.first.addStretch(1)
        columns.second.addStretch(1)

    def _fill_walk(self, page: ScrollPage, screen: Screen) -> None:
        """On a walk the case stays out of sight."""
        from winback_desktop.ui.widgets.walk_card import WalkAwayCard

        assert screen.walk is not None
        away = WalkAwayCard(self._theme, screen.walk.until)
        away.back.connect(self._presenter.come_back)
        page.column.addWidget(PageHeader(self._theme, screen.greeting))
        page.column.addWidget(away)
        page.column.addStretch(1)

    def _back_from_walk(self, walk: WalkRow) -> Card:
        from winback_desktop.ui.widgets.walk_card import WalkBackCard

        back = WalkBackCard(self._theme, walk.clock_moved)
        back.answered.connect(lambda key, words: self._presenter.answer_walk(walk.walk, key, words))
        return back

    def _fill_due(self, column: QLayout, screen: Screen) -> None:
        theme = self._theme
        column.addWidget(SectionLabel(theme, "Due today"))
        for index, row in enumerate(screen.due):
            card = DueCardView(theme, self._presenter, row, first=index == 0)
            self.cards.append(card)
            column.addWidget(card)
        if not screen.due:
            card = Card(theme)
            card.body.addWidget(
                PlainLabel(
                    theme, "Nothing is due towards anybody today. Enjoy the quiet.", "secondary", wrap=True
                )
            )
            column.addWidget(card)
        if screen.too_full:
            ease = QuietButton(theme, "A lot for one day? Spread the later part", "calendar-days")
            ease.setToolTip("Three stay today, the others move to the next working days in their order.")
            ease.clicked.connect(lambda: self._presenter.laters.spread())
            column.addWidget(ease, 0, Qt.AlignmentFlag.AlignLeading)
        hidden = screen.due_total - len(screen.due)
        if hidden > 0:
            words = f"Show {hidden} more" if hidden <= 10 else f"Show 10 of {hidden} more"
            more = QuietButton(theme, words, "chevron-down")
            more.clicked.connect(self._presenter.show_more_due)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _fill_coming(self, column: QLayout, screen: Screen) -> None:
        if not screen.coming:
            return
        theme, presenter = self._theme, self._presenter
        column.addWidget(SectionLabel(theme, "Coming up"))
        card = Card(theme, padding=8, gap=0)
        for index, row in enumerate(screen.coming):
            if index:
                card.body.addWidget(Divider(theme))
            shade = f"{theme.step_shade(row.kind)}.solid"
            line = ListRow(
                theme, row.name, row.words, row.day, icon=theme.step_icon(row.kind), token=shade, active=True
            )
            line.setMinimumHeight(theme.em(40))
            line.row.setContentsMargins(8, 6, 8, 6)
            line.activated.connect(lambda contact=row.contact: presenter.open_contact(contact))
            card.body.addWidget(line)
        column.addWidget(card)

    def _fill_side(self, column: QLayout, screen: Screen) -> None:
        from winback_desktop.ui.today.side import CareCard, LedgerCard, QuietView, RestingCard, ThanksCard

        theme, presenter = self._theme, self._presenter
        if screen.quiet:
            column.addWidget(SectionLabel(theme, "Quiet days"))
            for row in screen.quiet:
                column.addWidget(QuietView(theme, presenter, row))
            hidden = screen.quiet_total - len(screen.quiet)
            if hidden > 0:
                more = QuietButton(theme, f"Show {hidden} more in quiet time", "chevron-down")
                more.clicked.connect(presenter.show_more_quiet)
                column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        if screen.asleep:
            from winback_desktop.ui.today.asleep_card import AsleepCard

            column.addWidget(SectionLabel(theme, "Put off until later"))
            column.addWidget(AsleepCard(theme, presenter, screen.asleep))
        if screen.care:
            column.addWidget(SectionLabel(theme, "For you"))
            column.addWidget(CareCard(theme, presenter, screen.care))
        if screen.thanks:
            column.addWidget(SectionLabel(theme, "To thank"))
            column.addWidget(ThanksCard(theme, presenter, screen.thanks))
        if screen.resting:
            column.addWidget(SectionLabel(theme, "Resting"))
            column.addWidget(RestingCard(theme, presenter, screen.resting))
        if screen.ledger:
            column.addWidget(SectionLabel(theme, "Good deeds"))
            column.addWidget(LedgerCard(theme, presenter, screen.ledger))

    def _celebration(self, name: str) -> Card:
        theme = self._theme
        card = Card(theme)
        line = ListRow(theme, f"{name} is back.", "Be glad for a moment.")
        line.row.insertWidget(0, Glyph(theme, "party-popper", "gift.solid", 22))
        close = QuietButton(theme, "Thank you")
        close.clicked.connect(self._presenter.celebrated)
        line.row.addWidget(close)
        card.body.addWidget(line)
        return card
