# SPDX-License-Identifier: MIT
"""A line above the page that stays: sample data, or a file that may only be read."""

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import SecondaryButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.labels import PlainLabel


class Banner(QWidget):
    """An icon, a sentence and at most one way out."""

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        button: str = "",
        action: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 6, 20, 6)
        row.setSpacing(10)
        row.addWidget(Glyph(theme, "info", "lunch.on", 17))
        self.words = PlainLabel(theme, sentence, "body", wrap=True)
        row.addWidget(self.words, 1)
        self.setMinimumHeight(44)
        if button and action is not None:
            way_out = SecondaryButton(theme, button)
            way_out.clicked.connect(lambda: action())
            row.addWidget(way_out)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("holiday"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("divider"))
