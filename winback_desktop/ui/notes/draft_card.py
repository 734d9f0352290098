# SPDX-License-Identifier: MIT
"""The draft: a plain text editor with tones, other wordings and building blocks one click away."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTextEdit

from winback_desktop.ui.notes.presenter import Studio
from winback_desktop.ui.notes.words import TONES
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import MenuButton, QuietButton
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import TextArea
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.segments import SegmentedControl

_FEWEST, _MOST = 13, 26
"""Lines of the editor: as many as the note has, within reason."""
_SHOWN = 48
"""Characters of a wording in the menu."""


class DraftCard(Card):
    """The words. Everything typed goes to the studio at once."""

    def __init__(self, studio: Studio, theme: Theme) -> None:
        super().__init__(theme, gap=10)
        self._studio = studio
        self.body.addLayout(self._head())
        self.body.addLayout(self._tones())
        self.editor = _Editor("The note's text", rows=_FEWEST)
        self.body.addWidget(self.editor)
        self.body.addLayout(self._foot())
        self.editor.textChanged.connect(self._typed)
        self.editor.left.connect(studio.flush)
        studio.text_replaced.connect(self.show_text)
        studio.saved.connect(self._saved.setText)
        studio.checked.connect(self._underline)
        theme.changed.connect(self._underline)

    def refresh(self) -> None:
        """Show the studio's note."""
        self.show_text(self._studio.text)
        self._tone.set_current(self._studio.tone)
        kept = self._studio.heading.posted
        self.editor.setReadOnly(kept)
        for control in (self._tone, self._language, self._another, self._insert):
            control.setEnabled(not kept)
        self._language.set_choices(self._studio.languages(), self._studio.language)
        self._language.setVisible(self._language.count() > 1)

    def show_text(self, text: str) -> None:
        """Replace the words; the editor's own undo keeps what stood there."""
        if text == self.editor.toPlainText():
            return
        cursor = QTextCursor(self.editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.editor.setTextCursor(cursor)

    def insert(self, sentence: str) -> None:
        """Put a sentence in where the cursor stands, with the blank that it needs."""
        if not sentence or self.editor.isReadOnly():
            return
        cursor = self.editor.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        text, at = self.editor.toPlainText(), cursor.position()
        before, after = text[:at], text[at:]
        if before and not before[-1].isspace():
            sentence = f" {sentence}"
        if after and not after[0].isspace():
            sentence = f"{sentence} "
        cursor.insertText(sentence)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def insert_remembered(self, sentence: str) -> None:
        """Put a remembered thing in at the cursor, but never above the name."""
        cursor = self.editor.textCursor()
        if cursor.selectionEnd() == 0:
            cursor.setPosition(_end_of_paragraph(self.editor.toPlainText(), 2))
            self.editor.setTextCursor(cursor)
        self.insert(sentence)

    def insert_block(self, block: str) -> None:
        """Put a building block in where it belongs: name first, closing last, the rest before the closing."""
        sentence = self._studio.first_way(block)
        text = self.editor.toPlainText()
        cursor = self.editor.textCursor()
        if block == "salutation":
            cursor.setPosition(0)
            sentence = f"{sentence}\n\n"
        elif block == "sign-off":
            cursor.setPosition(len(text.rstrip()))
            sentence = f"\n\n{sentence}"
        elif block in ("thanks", "opportunity", "specific", "meaning"):
            cursor.setPosition(_end_of_paragraph(text, 1 if block in ("thanks", "opportunity") else 2))
        else:
            cursor.setPosition(_end_of_paragraph(text, -2))
        self.editor.setTextCursor(cursor)
        self.insert(sentence)

    def show_place(self, start: int, end: int) -> None:
        """Select a phrase."""
        cursor = self.editor.textCursor()
        cursor.setPosition(min(start, len(self.editor.toPlainText())))
        cursor.setPosition(min(end, len(self.editor.toPlainText())), QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(self._theme, "Draft", "card"))
        self._saved = PlainLabel(self._theme, "", "hint")
        row.addWidget(self._saved, 1)
        self._language = Choice(self._theme, "Language of the note")
        self._language.setMinimumContentsLength(7)
        self._language.currentIndexChanged.connect(
            lambda: self._studio.choose_language(self._language.current())
        )
        row.addWidget(self._language)
        return row

    def _tones(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._tone = SegmentedControl(self._theme, "Tone", TONES, "warm")
        self._tone.chosen.connect(self._studio.choose_tone)
        row.addWidget(self._tone, 1)
        self._another = QuietButton(self._theme, "Another wording", "redo-2")
        self._another.setToolTip("Says the same in other words; undo brings yours back")
        self._another.clicked.connect(self._studio.another_wording)
        row.addWidget(self._another)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._insert = MenuButton(self._theme, "Insert…", "plus", self._fill_blocks)
        row.addWidget(self._insert)
        row.addStretch(1)
        self._words = PlainLabel(self._theme, "", "hint")
        row.addWidget(self._words)
        return row

    def _typed(self) -> None:
        text = self.editor.toPlainText()
        count = len(text.split())
        self._words.setText("1 word" if count == 1 else f"{count} words")
        self._studio.type(text)

    def _fill_blocks(self, menu: QMenu) -> None:
        if memories := [each for each in self._studio.memories() if each.sentence]:
            remembered = menu.addMenu("What you remember")
            for each in memories:
                words = self._shortened(each.title)
                remembered.addAction(words, lambda said=each.sentence: self.insert_remembered(said))
            menu.addSeparator()
        for block in self._studio.blocks():
            if len(block.ways) == 1:
                menu.addAction(self._wording(menu, block.words, block.ways[0]))
                continue
            ways = menu.addMenu(block.words.replace("&", "&&"))
            for way in block.ways:
                ways.addAction(self._wording(ways, way, way))

    def _wording(self, menu: QMenu, words: str, sentence: str) -> QAction:
        action = QAction(self._shortened(words), menu)
        action.triggered.connect(lambda: self.insert(sentence))
        return action

    def _shortened(self, words: str) -> str:
        words = " ".join(words.split())
        shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        return shown.replace("&", "&&")

    def _underline(self) -> None:
        """A soft line under what is worth another look, a dotted one under what is only hinted at."""
        hint = QTextCharFormat()
        hint.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        hint.setUnderlineColor(self._theme.colour("text3"))
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._theme.colour("lunch.solid"))
        look.setBackground(self._theme.colour("lunch.tint"))
        longest = len(self.editor.toPlainText())
        places = []
        for line in self._studio.check_lines:
            if line.tone in {"mark", "hint"} and line.end <= longest:
                place = QTextEdit.ExtraSelection()
                place.format = look if line.tone == "mark" else hint
                place.cursor = QTextCursor(self.editor.document())
                place.cursor.setPosition(line.start)
                place.cursor.setPosition(line.end, QTextCursor.MoveMode.KeepAnchor)
                places.append(place)
        self.editor.setExtraSelections(places)


class _Editor(TextArea):
    """As high as its text, so that the whole note is seen at once."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__(name, rows=rows)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._grow)
        self.textChanged.connect(self._later.start)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _grow(self) -> None:
        layout, lines = self.document().documentLayout(), 0
        block = self.document().begin()
        while block.isValid():
            layout.ensureBlockLayout(block)
            lines += max(1, block.lineCount())
            block = block.next()
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if lines > _MOST else bars.ScrollBarAlwaysOff)
        self.set_rows(min(max(lines + 1, _FEWEST), _MOST))
        self.updateGeometry()


def _end_of_paragraph(text: str, number: int) -> int:
    """Where a paragraph ends, counted from 0, or from the end when negative."""
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(at + len(part.rstrip()))
        at += len(part) + 2
    if number < 0:
        return paragraphs[max(0, len(paragraphs) + number)]
    return paragraphs[min(number, max(0, len(paragraphs) - 2))]
