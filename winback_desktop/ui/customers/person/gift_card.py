# SPDX-License-Identifier: MIT
"""The card with gift ideas: each with its reason, "why this?" unfolding, and the gift that was chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.rows import GiftRow, IdeaRow, Screen
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import Button, IconButton, MenuButton, QuietButton
from winback_desktop.ui.widgets.cards import Card, Divider, Glyph
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.labels import PlainLabel

_FIRST = 4
_ASKED = ("bought", "sent", "refused", "returned")
"""States that may say a cost or a reason."""


class GiftCard(Card):
    """Shows a few ideas and more on request."""

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__(theme, gap=4)
        self._person = person
        self._shown: tuple[object, ...] = ()
        self._contact = 0
        self._all = False
        self._open: set[str] = set()

    def show_screen(self, screen: Screen) -> None:
        """Show a person's ideas; drawn anew only when they changed."""
        if screen.contact != self._contact:
            self._contact, self._all, self._open = screen.contact, False, set()
        wanted = (screen.ideas, screen.gift, screen.reachable, bool(screen.interests), screen.short)
        wanted += (screen.gift_notes, screen.fields.organisation)
        if wanted != self._shown:
            held = self.isAncestorOf(QApplication.focusWidget() or self.window())
            old = set(self.findChildren(Button))
            self._shown = wanted
            self._draw(screen)
            if held:
                # What was pressed is gone: the keyboard must not slip to a button of another card.
                fresh = [button for button in self.findChildren(Button) if button not in old]
                first = next(
                    (one for one in fresh if isinstance(one, MenuButton)), fresh[0] if fresh else self
                )
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, screen: Screen) -> None:
        empty_layout(self.body)
        theme = self._theme
        self.body.addWidget(PlainLabel(theme, "Gift ideas", "card"))
        if screen.gift is not None:
            self.body.addWidget(_Chosen(self._person, theme, screen.gift))
            if screen.ideas:
                self.body.addWidget(Divider(theme))
        ideas = screen.ideas if self._all else screen.ideas[: 2 if screen.gift else _FIRST]
        for idea in ideas:
            self.body.addWidget(_Idea(self._person, theme, idea, self._open))
        if not screen.ideas:
            self.body.addWidget(PlainLabel(theme, self._nothing(screen), "secondary", wrap=True))
        for note in screen.gift_notes:
            self.body.addWidget(PlainLabel(theme, note, "hint", wrap=True))
        if screen.ideas:
            self._add_more(screen, len(ideas))
        if screen.reachable:
            self._add_own(screen)

    def _add_own(self, screen: Screen) -> None:
        subject = next((one.label for one in screen.interests if one.likes), "")
        own = QuietButton(self._theme, "Add an idea of your own…", "plus")
        own.clicked.connect(lambda: self._person.add_idea(subject))
        buttons = [own]
        if screen.fields.organisation:
            policy = QuietButton(self._theme, "What their firm accepts…", "building-2")
            policy.clicked.connect(self._ask_policy)
            buttons.append(policy)
        for button in buttons:
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            self.body.addLayout(row)

    def _ask_policy(self) -> None:
        from winback_desktop.ui.customers.person.gift_sheets import PolicySheet

        PolicySheet(self.window(), self._person, self._theme)

    def _add_more(self, screen: Screen, shown: int) -> None:
        theme = self._theme
        row = QHBoxLayout()
        if shown < len(screen.ideas):
            more = QuietButton(theme, "More ideas", "chevron-down")
            more.clicked.connect(lambda: self._show_all(screen))
            row.addWidget(more)
        why_not = QuietButton(theme, "Why not others?", "info")
        why_not.clicked.connect(lambda: self._show_set_aside(why_not))
        row.addWidget(why_not)
        row.addStretch(1)
        self.body.addLayout(row)
        self._below = self.body.count()

    def _nothing(self, screen: Screen) -> str:
        if not screen.reachable:
            return "No gift is planned for them."
        if not screen.interests:
            return f"Note what {screen.short} enjoys, and ideas appear here with their reasons."
        return "Nothing fits their interests, what to avoid and your budget at once. Add another interest."

    def _show_all(self, screen: Screen) -> None:
        self._all = True
        self._draw(screen)

    def _show_set_aside(self, button: QWidget) -> None:
        button.setEnabled(False)
        rows = self._person.giving.why_not()
        if not rows:
            self.body.insertWidget(self._below, PlainLabel(self._theme, "Nothing was set aside.", "hint"))
        for at, (title, reason) in enumerate(rows, self._below):
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 4, 0, 4)
            column.setSpacing(0)
            column.addWidget(PlainLabel(self._theme, title, "secondary", wrap=True))
            column.addWidget(PlainLabel(self._theme, reason, "hint", wrap=True))
            self.body.insertWidget(at, holder)


class _Chosen(QWidget):
    """The gift that was settled on, and where it may go next."""

    def __init__(self, person: Person, theme: Theme, gift: GiftRow) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        row.addWidget(Glyph(theme, "gift", "gift.solid", 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, gift.title, "strong", wrap=True))
        words.addWidget(PlainLabel(theme, f"{gift.state_words} · {gift.because}", "secondary", wrap=True))
        row.addLayout(words, 1)

        def fill(menu: QMenu) -> None:
            for state, says in gift.moves:
                menu.addAction(says).triggered.connect(
                    lambda _=False, state=state: self._mark(person, gift, state)
                )
            menu.addAction("Write the card for it…").triggered.connect(lambda: person.write_note("gift"))
            words = f"For {person.screen.short}"
            menu.addAction("Print a gift tag…").triggered.connect(lambda: person.print_out("tag", words))

        row.addWidget(MenuButton(theme, "Next", "chevron-down", fill), 0, Qt.AlignmentFlag.AlignVCenter)
        self._theme = theme

    def _mark(self, person: Person, gift: GiftRow, state: str) -> None:
        if state not in _ASKED:
            person.giving.mark(gift.id, state)
            return
        from winback_desktop.ui.customers.person.gift_sheets import MarkSheet

        MarkSheet(self.window(), person, self._theme, gift, state)


class _Idea(QWidget):
    """One idea; the small sign unfolds why, and what would cost nothing."""

    def __init__(self, person: Person, theme: Theme, idea: IdeaRow, unfolded: set[str]) -> None:
        super().__init__()
        self._theme, self._idea, self._unfolded = theme, idea, unfolded
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 5)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Glyph(theme, "gift", "gift.solid", 18))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, idea.title, "strong", wrap=True))
        words.addWidget(PlainLabel(theme, f"{idea.because} · {idea.price}", "secondary", wrap=True))
        for warning in idea.warnings:
            words.addWidget(PlainLabel(theme, warning, "hint", wrap=True))
        if idea.question:
            words.addWidget(PlainLabel(theme, idea.question, "waiting", wrap=True))
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        self._why = IconButton(theme, "info", f"Why this? {idea.title}")
        self._why.setToolTip("Why this?")
        self._why.setFixedWidth(max(32, theme.em(32)))
        self._why.clicked.connect(self._toggle)
        buttons.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)
        choose = QuietButton(theme, "It suits" if idea.question else "Choose")
        choose.setAccessibleName(f"{choose.words()}: {idea.title}")
        choose.clicked.connect(lambda: person.giving.choose(idea.key))
        buttons.addWidget(choose, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons)
        column.addLayout(row)
        self._reasons = QWidget()
        self._reasons.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        lines = QVBoxLayout(self._reasons)
        lines.setContentsMargins(theme.em(18) + 12, 0, 0, 4)
        lines.setSpacing(2)
        for sentence in idea.why:
            lines.addWidget(PlainLabel(theme, sentence, "hint", wrap=True))
        if idea.gesture:
            lines.addWidget(
                PlainLabel(theme, f"It need not cost anything: {idea.gesture}", "hint", wrap=True)
            )
        never = QuietButton(theme, "Don’t suggest this any more", "ban")
        never.setAccessibleName(f"Don’t suggest this any more: {idea.title}")
        never.clicked.connect(lambda: person.giving.hide(idea.key))
        row = QHBoxLayout()
        row.addWidget(never)
        row.addStretch(1)
        lines.addLayout(row)
        self._reasons.setVisible(idea.key in unfolded)
        column.addWidget(self._reasons)

    def _toggle(self) -> None:
        shown = self._idea.key not in self._unfolded
        (self._unfolded.add if shown else self._unfolded.discard)(self._idea.key)
        self._reasons.setVisible(shown)
