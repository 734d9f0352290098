# SPDX-License-Identifier: MIT
"""What the calendar's colours and icons stand for, in one line."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.labels import PlainLabel

_WORDS = (("pause", "Quiet day"), ("note", "Thank-you note"), ("lunch", "Lunch"), ("gift", "Gift"))


class Legend(QWidget):
    """Icon and word of each kind on the path."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for kind, word in _WORDS:
            row.addWidget(Glyph(theme, theme.step_icon(kind), f"{kind}.solid", 16))
            row.addWidget(PlainLabel(theme, word, "hint"))
            row.addSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
