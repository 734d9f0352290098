# SPDX-License-Identifier: MIT
"""The second column: who is left in peace, what is good for the owner, and which doors are open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.later_menu import fill_later
from winback_desktop.ui.today.presenter import TodayPresenter
from winback_desktop.ui.today.rows import CareRow, QuietCard, RestingRow, ThanksRow
from winback_desktop.ui.widgets.buttons import IconMenuButton, MenuButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card, Divider, Glyph, ListRow
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.ring import QuietRing


class QuietView(Card):
    """The ring, until when nothing is done, and why."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, row: QuietCard) -> None:
        super().__init__(theme, gap=10)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(QuietRing(theme, row.over, row.total), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(PlainLabel(theme, row.name, "item"))
        words.addWidget(PlainLabel(theme, "Nothing to do yet.", "secondary"))
        words.addWidget(PlainLabel(theme, f"Returns {row.returns}.", "secondary"))
        self.why = QuietButton(theme, "Why wait?", "life-buoy")
        self.why.setAccessibleName(f"Why wait with {row.name}?")
        self.why.setCheckable(True)
        words.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeading)
        words.addStretch(1)
        line.addLayout(words, 1)
        self.body.addLayout(line)
        self.because = PlainLabel(theme, presenter.why_wait, "secondary", wrap=True)
        self.because.hide()
        self.body.addWidget(self.because)
        self.why.toggled.connect(self.because.setVisible)


class CareCard(Card):
    """What is good for the owner: the first with its reason, the others as lines to choose from."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, rows: Sequence[CareRow]) -> None:
        super().__init__(theme, padding=12, gap=2)
        self._presenter, self._rows = presenter, tuple(rows)
        self._chosen = rows[0].kind
        self._rather_not: QWidget | None = None
        self._draw()

    def choose(self, kind: str) -> None:
        """Emphasise another one."""
        self._chosen = kind
        from winback_desktop.ui.widgets.emptying import empty_layout

        empty_layout(self.body)
        self._rather_not = None
        self._draw()

    def _draw(self) -> None:
        for index, row in enumerate(self._rows):
            if index:
                self.body.addWidget(Divider(self._theme))
            if row.kind == self._chosen:
                self.body.addWidget(self._emphasised(row))
            else:
                icon = self._theme.step_icon(row.kind)
                line = ListRow(self._theme, row.title, "", row.hint, icon=icon, token="accent", active=True)
                line.title.set_role("body")
                line.activated.connect(lambda kind=row.kind: self.choose(kind))
                self.body.addWidget(line)

    def _emphasised(self, row: CareRow) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(4, 6, 4, 8)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Glyph(theme, theme.step_icon(row.kind), "accent", 18))
        line.addWidget(PlainLabel(theme, row.title, "strong"), 1)
        hint = PlainLabel(theme, row.hint, "secondary")
        line.addWidget(hint, 0)
        column.addLayout(line)
        self._because = PlainLabel(theme, row.worth_it, "secondary", wrap=True)
        self._because.hide()
        column.addWidget(self._because)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.go = SecondaryButton(theme, row.action)
        self.go.setAccessibleName(f"{row.action}: {row.title}")
        self.go.clicked.connect(lambda: self._presenter.open_wellbeing(row.kind))
        done = SecondaryButton(theme, "Done")
        done.setAccessibleName(f"Done: {row.title}")
        done.clicked.connect(lambda: self._presenter.done(row.step))
        later = MenuButton(
            theme,
            "Later…",
            "clock",
            lambda menu: fill_later(menu, theme, self._presenter, row.step, later),
        )
        later.setAccessibleName(f"Later: {row.title}")
        more = IconMenuButton(
            theme, "ellipsis", f"More: {row.title}", lambda menu: self._fill_more(menu, row, column)
        )
        buttons.addWidget(self.go)
        buttons.addWidget(done)
        buttons.addWidget(later)
        buttons.addStretch(1)
        buttons.addWidget(more)
        column.addLayout(buttons)
        return box

    def _fill_more(self, menu: QMenu, row: CareRow, column: QVBoxLayout) -> None:
        why = menu.addAction(self._theme.icon("life-buoy"), "Why is it worth it?")
        why.triggered.connect(lambda: self._because.setVisible(self._because.isHidden()))
        if row.smaller:
            menu.addAction(self._theme.icon("feather"), f"Make it smaller: {row.smaller}").triggered.connect(
                lambda: self._presenter.make_smaller(row.step)
            )
        menu.addAction(self._theme.icon("skip-forward"), "I'd rather not…").triggered.connect(
            lambda: self._open_rather_not(row, column)
        )
        menu.addSeparator()
        menu.addAction(self._theme.icon("x"), "Never suggest this again").triggered.connect(
            lambda: self._presenter.dismiss(row.kind)
        )

    def _open_rather_not(self, row: CareRow, column: QVBoxLayout) -> None:
        from winback_desktop.ui.today.rather_not import RatherNot

        if self._rather_not is None:
            self._rather_not = RatherNot(self._theme, self._presenter, row, lambda: self._rather_not.hide())
            column.addWidget(self._rather_not)
        self._rather_not.open(reason_first=False)


class ThanksCard(Card):
    """Referrals that are still to be thanked for."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, rows: Sequence[ThanksRow]) -> None:
        super().__init__(theme, padding=12, gap=2)
        for index, row in enumerate(rows):
            if index:
                self.body.addWidget(Divider(theme))
            line = ListRow(theme, row.title, row.detail, icon="pen-line", token="accent", active=True)
            line.activated.connect(lambda: presenter.open_wellbeing("best"))
            self.body.addWidget(line)


class LedgerCard(Card):
    """What was done for others lately; Today ends with it."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, words: str) -> None:
        super().__init__(theme, padding=12, gap=2)
        line = ListRow(theme, words, icon="hand-heart", token="accent", active=True)
        line.title.set_role("body")
        line.activated.connect(lambda: presenter.open_wellbeing("game"))
        self.body.addWidget(line)


class RestingCard(Card):
    """Plans that rest: nothing to do, and the door is open."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, rows: Sequence[RestingRow]) -> None:
        super().__init__(theme, padding=12, gap=2)
        for index, row in enumerate(rows):
            if index:
                self.body.addWidget(Divider(theme))
            line = ListRow(theme, row.name, "the door is open", "", icon="door-open", active=True)
            line.activated.connect(lambda contact=row.contact: presenter.open_contact(contact))
            self.body.addWidget(line)
