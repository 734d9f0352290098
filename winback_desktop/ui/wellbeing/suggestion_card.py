# SPDX-License-Identifier: MIT
"""The one thing for the owner that is suggested now, with every kinder way out."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.presenter import Wellbeing
from winback_desktop.ui.wellbeing.rows import Suggestion
from winback_desktop.ui.wellbeing.sheets import ask_line
from winback_desktop.ui.widgets.buttons import IconMenuButton, PrimaryButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card, Glyph
from winback_desktop.ui.widgets.labels import PlainLabel


class SuggestionCard(Card):
    """Icon and title, the action, and why it is worth it when asked."""

    def __init__(
        self, theme: Theme, presenter: Wellbeing, row: Suggestion, act: Callable[[Suggestion], object]
    ) -> None:
        super().__init__(theme, gap=12)
        self._presenter, self._row = presenter, row
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Glyph(theme, theme.step_icon(row.kind), "accent", 22))
        line.addWidget(PlainLabel(theme, row.title, "item", wrap=True), 1)
        self.why = QuietButton(theme, "Why?", "life-buoy")
        line.addWidget(self.why)
        self.body.addLayout(line)
        self.because = PlainLabel(theme, row.worth_it, "secondary", wrap=True)
        self.because.hide()
        self.body.addWidget(self.because)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.act = PrimaryButton(theme, row.action, theme.step_icon(row.kind))
        self.act.clicked.connect(lambda: act(row))
        self.tomorrow = SecondaryButton(theme, "Tomorrow", "clock")
        self.tomorrow.clicked.connect(lambda: presenter.tomorrow(row.step))
        self.why.setCheckable(True)
        self.why.toggled.connect(self.because.setVisible)
        for button, tells in ((self.act, row.action), (self.tomorrow, "Tomorrow"), (self.why, "Why?")):
            button.setAccessibleName(f"{tells}: {row.title}")
        buttons.addWidget(self.act)
        buttons.addWidget(self.tomorrow)
        buttons.addStretch(1)
        self.more = IconMenuButton(theme, "ellipsis", f"More: {row.title}", self.fill_more)
        buttons.addWidget(self.more)
        self.body.addLayout(buttons)

    def fill_more(self, menu: QMenu) -> None:
        """Done, smaller, skip with a reason, or never again."""
        theme, row, presenter = self._theme, self._row, self._presenter
        menu.addAction(theme.icon("check"), "It is done").triggered.connect(lambda: presenter.done(row.step))
        if row.smaller:
            menu.addAction(theme.icon("feather"), f"Make it smaller: {row.smaller}").triggered.connect(
                lambda: presenter.make_smaller(row.step)
            )
        menu.addAction(theme.icon("skip-forward"), "Skip with a reason…").triggered.connect(self.ask_reason)
        menu.addSeparator()
        menu.addAction(theme.icon("x"), "Never suggest this again").triggered.connect(
            lambda: presenter.dismiss(row.kind)
        )

    def ask_reason(self) -> QWidget:
        """Ask why it is skipped; a word is enough."""
        row, presenter = self._row, self._presenter
        return ask_line(
            self._theme,
            self.window(),
            "I'd rather not",
            "That is all right. Say why in a word; it stays with the plan.",
            "Skip it",
            lambda reason, refused: presenter.skip(row.step, reason, refused),
        )
