# SPDX-License-Identifier: MIT
"""The bar that says what was just done and takes it back; also where a sentence about a failure stands."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton, QuietButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.floating_bar import FloatingBar
from winback_desktop.ui.widgets.labels import PlainLabel

SHOWN_FOR = 8_000
"""Milliseconds; it stays while the pointer or the keyboard is on it."""


class UndoBar(FloatingBar):
    """Floats at the bottom of ``host``."""

    undo = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 6, 6)
        row.setSpacing(10)
        self._glyph = Glyph(theme, "circle-check", "ok.solid", 17)
        self._words = PlainLabel(theme, "", "body")
        self._undo = QuietButton(theme, "Undo", "undo-2")
        self._undo.clicked.connect(self._press)
        self._close = IconButton(theme, "x", "Close this message")
        self._close.clicked.connect(self.hide)
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        theme.changed.connect(self._grow)

    def text(self) -> str:
        """The sentence shown."""
        return self._words.whole_text()

    def offer(self, label: str) -> None:
        """Say what was done, with a way back."""
        self._show(label[:1].upper() + label[1:], "circle-check", "ok.solid", undo=True)

    def say(self, sentence: str) -> None:
        """Say something that needs no answer."""
        self._show(sentence, "info", "accent", undo=False)

    def warn(self, sentence: str) -> None:
        """Say what did not work and what to do; it stays until it is closed."""
        self._show(sentence, "triangle-alert", "danger.solid", undo=False)
        self._timer.stop()

    def remark(self, sentence: str) -> None:
        """Add a sentence to what is shown, or show it alone."""
        if self.isVisible() and self._undo.isVisibleTo(self):
            self._words.setText(f"{self.text()}. {sentence}")
            self.place()
        else:
            self.say(sentence)

    def _show(self, sentence: str, icon: str, token: str, *, undo: bool) -> None:
        self._glyph.set_glyph(icon, token)
        self._words.setText(sentence)
        self._undo.setVisible(undo)
        self._timer.start(SHOWN_FOR)
        self.come(f"{sentence}. Press Ctrl+Z to undo." if undo else sentence)

    def _press(self) -> None:
        self.hide()
        self.undo.emit()

    def _leave(self) -> None:
        # The window knows where the keyboard is; the bar's own memory of it outlives a visit.
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.parentWidget()):
            self._timer.start(SHOWN_FOR // 2)
        else:
            self.hide()

    def _grow(self) -> None:
        """Follow the size of the text while the bar is shown."""
        for part in (self._glyph, self._words, self._undo, self._close):
            part.updateGeometry()
        if self.isVisible():
            self.place()

    def place(self) -> None:
        host = self.parentWidget()
        room = host.width() - 48
        self._words.setWordWrap(False)
        width = min(max(self.sizeHint().width(), self._theme.em(360)), room)
        height = self.sizeHint().height()
        if self.sizeHint().width() > room:  # several lines rather than a warning without its end
            self._words.setWordWrap(True)
            height = min(max(height, self.layout().heightForWidth(width)), host.height() // 2)
        self.setGeometry((host.width() - width) // 2, host.height() - height - 20, width, height)
