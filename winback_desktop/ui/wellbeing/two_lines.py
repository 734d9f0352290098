# SPDX-License-Identifier: MIT
"""A row of a card with a second line of words under its title."""

from PySide6.QtWidgets import QVBoxLayout

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.labels import PlainLabel


def two_lines(theme: Theme, title: str, below: str, trailing: str = "", icon: str = "") -> ListRow:
    """An active row; ``below`` stands under the title in smaller letters, where there is something to say."""
    line = ListRow(theme, title, "", trailing, icon=icon, token="accent", active=True)
    line.setAccessibleName(", ".join(part for part in (title, below, trailing) if part))
    if below:
        at = line.row.indexOf(line.title)
        line.row.removeWidget(line.title)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(line.title)
        words.addWidget(PlainLabel(theme, below, "hint"))
        line.row.insertLayout(at, words, 1)
    return line
