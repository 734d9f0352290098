# SPDX-License-Identifier: MIT
"""Draws the studio: the draft and its check beside the paper, and the ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from winback_desktop.ui.notes.check_card import CheckCard, MemoryCard
from winback_desktop.ui.notes.draft_card import DraftCard
from winback_desktop.ui.notes.paper_card import PaperCard
from winback_desktop.ui.notes.paper_desk import PaperDesk
from winback_desktop.ui.notes.presenter import Studio
from winback_desktop.ui.notes.quiet_banner import QuietBanner
from winback_desktop.ui.notes.sheets import EarlierSheet, PostedSheet, UnlockSheet, save_as
from winback_desktop.ui.notes.template_sheet import TemplateSheet
from winback_desktop.ui.notes.templates import Templates
from winback_desktop.ui.notes.words import OCCASIONS
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconMenuButton, PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.cards import PageHeader
from winback_desktop.ui.widgets.fields import ErrorLine
from winback_desktop.ui.widgets.labels import Chip
from winback_desktop.ui.widgets.scroll_page import Columns, ScrollPage

_PRINT, _POST = "Print…", "Mark as posted…"


class StudioView(QWidget):
    """One note: words on the leading side, paper on the other."""

    somebody_wanted = Signal()
    """A note to somebody else is wanted."""

    def __init__(self, studio: Studio, desk: PaperDesk, templates: Templates, theme: Theme) -> None:
        super().__init__()
        self._templates = templates
        self._studio, self._desk, self._theme = studio, desk, theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage(theme)
        column.addWidget(self._scroll)
        self._scroll.column.addWidget(self._head())
        self._banner = QuietBanner(theme, studio.why_wait)
        self._banner.early_end_wanted.connect(self.unlock)
        self._scroll.column.addWidget(self._banner)
        self._problem = ErrorLine(theme)
        self._scroll.column.addWidget(self._problem)
        self._scroll.column.addWidget(self._columns())
        self._scroll.column.addStretch(1)
        self._add_actions()
        studio.opened.connect(self.refresh)
        studio.checked.connect(lambda: self.check.show_lines(studio.check_lines))

    def begin(self) -> None:
        """Show the note from its top, ready for typing."""
        self._problem.set_text("")
        self._scroll.verticalScrollBar().setValue(0)
        self.draft.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show everything about the studio's note."""
        heading = self._studio.heading
        self._header.title.setText(heading.title)
        self._header.subtitle.setText(heading.subtitle)
        self._state.setVisible(bool(heading.state))
        if heading.state:
            self._state.set_chip(heading.state, heading.shade)
        self._banner.show_sentence(heading.quiet, heading.may_unlock)
        self._post.setVisible(not heading.posted)
        for button in (self._print, self._post):
            button.setEnabled(heading.may_go_out)
            button.setToolTip(button.accessibleName())
        self.paper.allow(heading.may_go_out)
        self.draft.refresh()
        self.paper.refresh()
        self.check.show_lines(self._studio.check_lines)
        self.memory.show_memories(self._studio.memories(), self._studio.history())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def print_note(self) -> None:
        """Open the print sheet, or say why it must wait."""
        if self._desk.card_document(self._say) is None or self._held_back():
            return
        self._problem.set_text("")
        self._desk.ask_for_card()

    def save_pdf(self) -> None:
        """Ask for a place and save the card as a PDF, or say why it must wait."""
        document = self._desk.card_document(self._say)
        if document is not None and not self._held_back():
            self._problem.set_text("")
            save_as(self, self._desk, "Note to", document, self._say)

    def print_envelope(self) -> None:
        """Open the print sheet with the envelope."""
        self._desk.ask_for_envelope()

    def mark_posted(self) -> None:
        """Ask for the day of posting."""
        self._studio.flush()
        if self._held_back():
            return
        self._problem.set_text("")
        self._open(PostedSheet(self._theme, self.window(), self._studio))

    def unlock(self) -> None:
        """Ask why it can't wait."""
        self._open(UnlockSheet(self._theme, self.window(), self._studio))

    def earlier(self) -> None:
        """Show what the note said before."""
        self._open(EarlierSheet(self._theme, self.window(), self._studio))

    def templates(self) -> None:
        """Show the owner's own words for notes."""
        self._open(TemplateSheet(self._theme, self.window(), self._templates))

    def _head(self) -> PageHeader:
        self._print = PrimaryButton(self._theme, _PRINT, "printer")
        self._print.clicked.connect(self.print_note)
        self._header = PageHeader(self._theme, "", "", self._print)
        self._post = SecondaryButton(self._theme, _POST, "mail")
        self._post.clicked.connect(self.mark_posted)
        self._state = Chip(self._theme, "", "ok")
        middle = Qt.AlignmentFlag.AlignVCenter
        more = IconMenuButton(self._theme, "ellipsis", "More for this note", self._fill_more)
        self._header.row.insertWidget(1, self._state, 0, middle)
        self._header.row.insertWidget(2, more, 0, middle)
        self._header.row.insertWidget(3, self._post, 0, middle)
        return self._header

    def _fit_head(self) -> None:
        """Where there is little room the buttons keep their icons and give up their words."""
        self._post.set_words(_POST if self.width() >= self._theme.em(760) else "")
        self._print.set_words(_PRINT if self.width() >= self._theme.em(520) else "")

    def _columns(self) -> Columns:
        columns = Columns(self._theme, shares=(1, 1))
        self.draft = DraftCard(self._studio, self._theme)
        self.draft.editor.textChanged.connect(lambda: self._problem.set_text(""))
        self.check = CheckCard(self._theme)
        self.memory = MemoryCard(self._theme)
        self.paper = PaperCard(self._desk, self._theme)
        for column, cards in (
            (columns.first, (self.draft, self.check)),
            (columns.second, (self.paper, self.memory)),
        ):
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self.check.add_wanted.connect(self.draft.insert_block)
        self.check.place_wanted.connect(self.draft.show_place)
        self.memory.sentence_wanted.connect(self.draft.insert_remembered)
        self.paper.pdf_wanted.connect(self.save_pdf)
        self.paper.envelope_wanted.connect(self.print_envelope)
        return columns

    def _add_actions(self) -> None:
        for words, keys, what in (
            ("Print the note…", "Ctrl+P", self.print_note),
            ("Save the note as PDF…", "Ctrl+Shift+P", self.save_pdf),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(what)
            self.addAction(action)

    def _fill_more(self, menu: QMenu) -> None:
        menu.addAction("Mark as copied by hand", self._studio.copied)
        menu.addAction("It came back by post", self._studio.came_back)
        menu.addAction("Note an interest…", self._studio.note_interest)
        menu.addAction("Earlier versions…", self.earlier)
        menu.addAction("Your templates…", self.templates)
        menu.addSeparator()
        another = menu.addMenu("Write another note")
        for occasion, words in OCCASIONS.items():
            another.addAction(words, lambda occasion=occasion: self._studio.write_another(occasion))
        another.addSeparator()
        another.addAction("To somebody else…", self.somebody_wanted.emit)
        if not self._studio.plan:
            menu.addAction("Discard this note", self._studio.discard)
        menu.addSeparator()
        menu.addAction(f"Open the page of {self._studio.name}".replace("&", "&&"), self._studio.open_person)
        menu.addAction("All notes", self._studio.open_list)

    def _open(self, sheet) -> None:  # type: ignore[no-untyped-def]
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _held_back(self) -> bool:
        question = self._studio.question()
        if question:
            self._say(question, "")
        return bool(question)

    def _say(self, sentence: str, _field: str) -> None:
        self._problem.set_text(sentence)
        self._scroll.verticalScrollBar().setValue(0)
