# SPDX-License-Identifier: MIT
"""One thing to do towards a customer, with everything that can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.later_menu import fill_later
from winback_desktop.ui.today.presenter import TodayPresenter
from winback_desktop.ui.today.rows import DueCard
from winback_desktop.ui.today.wording import action_icon
from winback_desktop.ui.widgets.avatar import Avatar
from winback_desktop.ui.widgets.buttons import (
    IconMenuButton,
    MenuButton,
    PrimaryButton,
    SecondaryButton,
)
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.labels import Chip, PlainLabel
from winback_desktop.ui.widgets.path import PathWidget

_ONE_LINE = 110
"""Up to this text size, in percent, title, chip and how long it waits share a line."""


class DueCardView(Card):
    """Avatar, title, why now, the path, and the actions."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, row: DueCard, first: bool) -> None:
        super().__init__(theme, gap=12)
        self._presenter, self._row = presenter, row
        self._rather_not: QWidget | None = None
        self.body.addLayout(self._head(first))
        self.body.addWidget(PathWidget(theme, row.stops))
        self.body.addLayout(self._actions(first))

    @property
    def step(self) -> int:
        """The step shown."""
        return self._row.step

    def show_rather_not(self, reason_first: bool = False) -> None:
        """Open the kinder ways out, in place."""
        if self._rather_not is None:
            from winback_desktop.ui.today.rather_not import RatherNot

            self._rather_not = RatherNot(self._theme, self._presenter, self._row, self._hide_rather_not)
            self.body.addWidget(self._rather_not)
        self._rather_not.open(reason_first)

    def _hide_rather_not(self) -> None:
        if self._rather_not is not None:
            self._rather_not.hide()

    def _head(self, first: bool) -> QHBoxLayout:
        theme, row = self._theme, self._row
        shade = theme.step_shade(row.kind)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Avatar(theme, row.name, shade), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(PlainLabel(theme, row.title, "item"))
        line.addWidget(Chip(theme, row.chip, shade))
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(PlainLabel(theme, row.why, "secondary", wrap=True))
        if row.waiting:
            waiting = PlainLabel(theme, row.waiting, "waiting")
            if theme.scale <= _ONE_LINE:
                waiting.setMinimumWidth(waiting.sizeHint().width())  # a long name gives way, the day does not
                line.addWidget(waiting)
            else:
                words.addWidget(waiting)
        head.addLayout(words, 1)
        return head

    def _actions(self, first: bool) -> QHBoxLayout:
        theme, row, presenter = self._theme, self._row, self._presenter
        actions = QHBoxLayout()
        actions.setSpacing(8)
        kind = PrimaryButton if first else SecondaryButton
        self.act = kind(theme, row.action, action_icon(row.kind))
        # Where large text meets a small window its words are cut, so that no button leaves the card.
        self.act.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.act.clicked.connect(lambda: presenter.act(row))
        self.later = MenuButton(theme, "Later…", "clock", self._fill_later)
        self.done = SecondaryButton(theme, "Done", "check")
        self.done.clicked.connect(lambda: presenter.done(row.step))
        self.more = IconMenuButton(theme, "ellipsis", f"More for {row.name}", self._fill_more)
        for button, tells in ((self.act, row.action), (self.later, "Later"), (self.done, "Done")):
            button.setAccessibleName(f"{tells}: {row.title}")
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(self.more)
        return actions

    def _fill_later(self, menu: QMenu) -> None:
        fill_later(menu, self._theme, self._presenter, self._row.step, self.later)

    def _fill_more(self, menu: QMenu) -> None:
        theme, row, presenter = self._theme, self._row, self._presenter
        if row.smaller:
            smaller = menu.addAction(
                theme.icon("feather"), "Make it smaller: " + row.smaller.replace("&", "&&")
            )
            smaller.triggered.connect(lambda: presenter.make_smaller(row.step))
        menu.addAction(theme.icon("heart-crack"), "I'd rather not…").triggered.connect(
            lambda: self.show_rather_not()
        )
        menu.addAction(theme.icon("skip-forward"), "Skip with a reason…").triggered.connect(
            lambda: self.show_rather_not(reason_first=True)
        )
        menu.addSeparator()
        menu.addAction(theme.icon("party-popper"), "They came back").triggered.connect(
            lambda: presenter.rehired(row.plan, row.name)
        )
        menu.addAction(theme.icon("user"), "Open the customer").triggered.connect(
            lambda: presenter.open_contact(row.contact)
        )
