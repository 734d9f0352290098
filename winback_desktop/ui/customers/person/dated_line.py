# SPDX-License-Identifier: MIT
"""One line with an icon, words and a day at the end."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.labels import PlainLabel


class DatedLine(QWidget):
    """``muted`` draws what is no longer planned more quietly."""

    def __init__(
        self, theme: Theme, icon: str, token: str, words: str, day: str, *, muted: bool = False
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(Glyph(theme, icon, token, 17))
        row.addWidget(PlainLabel(theme, words, "hint" if muted else "body"), 1)
        row.addWidget(PlainLabel(theme, day, "secondary"))
