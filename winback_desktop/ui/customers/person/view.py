# SPDX-License-Identifier: MIT
"""Draws one person's page: who they are, the form, and beside it gifts, path and timeline."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout

from winback_desktop.ui.customers.person.about import About
from winback_desktop.ui.customers.person.ask_card import AskCard
from winback_desktop.ui.customers.person.colleagues import Colleagues
from winback_desktop.ui.customers.person.forget_sheet import ForgetSheet
from winback_desktop.ui.customers.person.gift_card import GiftCard
from winback_desktop.ui.customers.person.interest_sheet import InterestSheet
from winback_desktop.ui.customers.person.no_contact_sheet import NoContactSheet
from winback_desktop.ui.customers.person.path_view import PathView, TimelineView
from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.avatar import Avatar
from winback_desktop.ui.widgets.buttons import IconButton, IconMenuButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card, Glyph
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.scroll_page import Columns, ScrollPage

_NARROW = 760
"""Under this width what a notice offers stands below its words."""


class PersonView(ScrollPage):
    """The page of one person; built once and filled anew for each."""

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__(theme)
        self._person = person
        self._contact = 0
        self.column.addLayout(self._header())
        self._notice = _Notice(theme)
        self._notice.button.clicked.connect(self._undo_status)
        self._notice.condole.clicked.connect(self._person.condole)
        self.column.addWidget(self._notice)
        columns = Columns(theme, shares=(1, 1))
        self.about = About(person, theme)
        self.about.interest_opened.connect(self._open_interest)
        self._cards = (
            GiftCard(person, theme),
            AskCard(person, theme),
            PathView(person, theme),
            TimelineView(person, theme),
            Colleagues(person, theme),
        )
        columns.first.addWidget(self.about)
        columns.first.addStretch(1)
        for card in self._cards:
            columns.second.addWidget(card)
        columns.second.addStretch(1)
        self.column.addWidget(columns)
        self.column.addStretch(1)
        self._stale = QTimer(self, singleShot=True, interval=60_000)
        self._stale.timeout.connect(lambda: self._saved.setText(""))
        self._actions = self._make_actions()
        person.refreshed.connect(self._draw)
        person.saved.connect(lambda _: self._say_saved())

    def show_person(self, contact: int) -> None:
        """Show a person; what was typed for the one before is stored first."""
        self.about.flush()
        self._person.show(contact)

    def commands(self) -> list[QAction]:
        """The page's own actions."""
        return self._actions

    def showEvent(self, event: QEvent) -> None:
        # The window may come back from the tray or the task bar without a visit to the page.
        # Afterwards, because a visit to the page first says whom to show.
        QTimer.singleShot(0, self, self._person.look_again)
        super().showEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        self.about.flush()
        self._person.leave()
        super().hideEvent(event)

    def _header(self) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(14)
        back = IconButton(theme, "arrow-left", "All customers")
        back.clicked.connect(self._person.back)
        self._avatar = Avatar(theme, "", size=52)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._name = PlainLabel(theme, "", "customer")
        self._line = PlainLabel(theme, "", "secondary")
        words.addWidget(self._name)
        words.addWidget(self._line)
        self._saved = PlainLabel(theme, "", "hint")
        more = IconMenuButton(theme, "ellipsis", "More for this person", self._fill_menu)
        row.addWidget(back)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addWidget(self._saved)
        row.addWidget(more)
        return row

    def _make_actions(self) -> list[QAction]:
        actions = []
        for words, act, key in (
            ("Add an interest", self.about.focus_interests, "Ctrl+J"),
            ("All customers", self._person.back, "Ctrl+L"),
            ("Delete this person", self._person.delete, "Ctrl+Del"),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)
            actions.append(action)
        return actions

    def _draw(self) -> None:
        screen = self._person.screen
        self._name.setText(screen.name)
        self._line.setText(screen.line)
        self._line.setVisible(bool(screen.line))
        self._avatar.set_person(screen.name, self._theme.step_shade(screen.shade))
        self._notice.show_notice(screen.notice, screen.deleted, screen.died)
        self.about.show_screen(screen)
        for card in self._cards:
            card.show_screen(screen)
        if screen.contact != self._contact:
            self._contact = screen.contact
            self._saved.setText("")
            self.verticalScrollBar().setValue(0)

    def _say_saved(self) -> None:
        self._saved.setText("Saved just now")
        self._stale.start()

    def _fill_menu(self, menu: QMenu) -> None:
        theme, person, screen = self._theme, self._person, self._person.screen
        path = screen.path
        if path is not None and path.can_return:
            menu.addAction(theme.icon("party-popper"), "They came back").triggered.connect(
                person.moves.rehired
            )
        if screen.reachable:
            loss = "Record another loss…" if path else "Record a loss…"
            menu.addAction(theme.icon("heart-crack"), loss).triggered.connect(person.moves.record_loss)
            menu.addSeparator()
            menu.addAction(theme.icon("ban"), "They ask for no contact…").triggered.connect(
                self._ask_no_contact
            )
            menu.addAction(theme.icon("feather"), "They have died").triggered.connect(
                lambda: person.set_status("deceased")
            )
            menu.addAction(theme.icon("building-2"), "Their organisation is gone").triggered.connect(
                lambda: person.set_status("organisation-gone")
            )
            self._offer_firm(menu)
        else:
            if screen.firm_is_gone:
                self._offer_firm(menu)
            menu.addAction(theme.icon("undo-2"), "Allow contact again").triggered.connect(self._undo_status)
        menu.addSeparator()
        if screen.reachable:
            another = menu.addMenu(theme.icon("pen-line"), "Write another note")
            for occasion, words in person.other_notes:
                another.addAction(words).triggered.connect(
                    lambda _=False, occasion=occasion: person.write_note(occasion)
                )
        menu.addAction(theme.icon("printer"), "Print their sheet…").triggered.connect(
            lambda: person.print_out("customer")
        )
        if screen.reachable:
            menu.addAction(theme.icon("mail"), "Print an envelope…").triggered.connect(
                lambda: person.print_out("envelopes")
            )
        menu.addAction(theme.icon("upload"), "Export their data…").triggered.connect(person.export)
        if not screen.deleted:
            menu.addAction(theme.icon("trash-2"), "Delete").triggered.connect(person.delete)
        menu.addAction(theme.icon("x"), "Forget this person…").triggered.connect(self._ask_forget)

    def _offer_firm(self, menu: QMenu) -> None:
        menu.addAction(self._theme.icon("building-2"), "They work elsewhere now…").triggered.connect(
            self._ask_firm
        )

    def _ask_firm(self) -> None:
        from winback_desktop.ui.customers.person.firm_sheet import FirmSheet

        self._sheet = FirmSheet(self.window(), self._person, self._theme)

    def _ask_forget(self) -> None:
        self._sheet = ForgetSheet(self.window(), self._person, self._theme)

    def _ask_no_contact(self) -> None:
        self._sheet = NoContactSheet(self.window(), self._person, self._theme)

    def _undo_status(self) -> None:
        if self._person.screen.deleted:
            self._person.restore()
        else:
            self._person.set_status("normal")

    def _open_interest(self, interest: int) -> None:
        row = next((row for row in self._person.screen.interests if row.id == interest), None)
        if row is not None:
            self._sheet = InterestSheet(self._person, self._theme, self.window(), row)


class _Notice(Card):
    """Says why nothing is sent to somebody, with the way back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=10)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        said, answers = QHBoxLayout(), QHBoxLayout()
        said.setSpacing(12)
        answers.setSpacing(12)
        said.addWidget(Glyph(theme, "info", "text2", 18))
        self._words = PlainLabel(theme, "", "body", wrap=True)
        said.addWidget(self._words, 1)
        self.condole = SecondaryButton(theme, "Write a condolence note", "feather")
        self.button = SecondaryButton(theme, "Allow contact again", "undo-2")
        answers.addStretch(1)
        answers.addWidget(self.condole)
        answers.addWidget(self.button)
        self._row.addLayout(said, 1)
        self._row.addLayout(answers)
        self.body.addLayout(self._row)
        self.hide()

    def show_notice(self, notice: str, deleted: bool, died: bool) -> None:
        """Show a sentence; none hides the card. Of somebody who died the family may be written to."""
        words = "This person is among the recently deleted." if deleted else notice
        self._words.setText(words)
        self.button.set_words("Bring them back" if deleted else "Allow contact again")
        self.condole.setVisible(died and not deleted)
        self.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.em(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
