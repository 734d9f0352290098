# SPDX-License-Identifier: MIT
"""Says calmly until when nothing goes out, why that helps, and how it can be ended for a reason."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import QuietButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.labels import PlainLabel


class QuietBanner(QWidget):
    """Takes no room while there is nothing to say."""

    early_end_wanted = Signal()

    def __init__(self, theme: Theme, why: str) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(Glyph(theme, "pause", "pause.solid", 18))
        words = QVBoxLayout()
        words.setSpacing(3)
        self.sentence = PlainLabel(theme, "", "body", wrap=True)
        self._reason = PlainLabel(theme, why, "secondary", wrap=True)
        self._reason.hide()
        words.addWidget(self.sentence)
        words.addWidget(self._reason)
        row.addLayout(words, 1)
        self._why = QuietButton(theme, "Why wait?")
        self._why.clicked.connect(lambda: self._reason.setVisible(self._reason.isHidden()))
        self._early = QuietButton(theme, "End it early…")
        self._early.clicked.connect(self.early_end_wanted)
        row.addWidget(self._why)
        row.addWidget(self._early)
        self.hide()

    def show_sentence(self, sentence: str, may_unlock: bool) -> None:
        """Say why nothing goes out; an empty sentence hides the banner."""
        self.sentence.setText(sentence)
        self._why.setVisible(may_unlock)
        self._early.setVisible(may_unlock)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrast = self._theme.tokens.contrast
        pen = QPen(self._theme.colour("pause.solid"), 2)
        painter.setPen(pen if contrast else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface" if contrast else "pause.tint"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
