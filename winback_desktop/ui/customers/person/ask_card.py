# SPDX-License-Identifier: MIT
"""The card with light questions for the next meeting, each to be marked as asked or left for later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.rows import AskRow, Screen
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import QuietButton
from winback_desktop.ui.widgets.cards import Card, Glyph
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.labels import PlainLabel


class AskCard(Card):
    """Hidden where there is nothing to ask, or where nobody is to be asked."""

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__(theme, gap=4)
        self._person = person
        self._shown: tuple[AskRow, ...] = ()
        self.body.addWidget(PlainLabel(theme, "What don’t I know yet?", "card"))
        words = "Light questions for when you next meet. What they say goes into what they told you."
        self.body.addWidget(PlainLabel(theme, words, "hint", wrap=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.addLayout(self._lines)
        self.hide()

    def show_screen(self, screen: Screen) -> None:
        """Show a person's questions; drawn anew only when they changed."""
        if screen.asking == self._shown:
            return
        held = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._shown = screen.asking
        empty_layout(self._lines)
        for row in screen.asking:
            self._lines.addWidget(self._line(row))
        self.setVisible(bool(screen.asking))
        if held and screen.asking:
            # The next question, on its gentler answer, so that a second press marks nothing as asked.
            self._lines.itemAt(0).widget().findChildren(QuietButton)[1].setFocus()

    def _line(self, row: AskRow) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 5, 0, 0)
        line.setSpacing(12)
        line.addWidget(Glyph(self._theme, "message-circle", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(self._theme, row.words, "body", wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(PlainLabel(self._theme, row.why, "hint", wrap=True), 1)
        for says, asked in (("Asked", True), ("Not now", False)):
            button = QuietButton(self._theme, says)
            button.setAccessibleName(f"{says}: {row.words}")
            button.clicked.connect(
                lambda _=False, asked=asked, topic=row.topic: self._person.knowing.answer(topic, asked)
            )
            foot.addWidget(button)
        words.addLayout(foot)
        line.addLayout(words, 1)
        return holder
