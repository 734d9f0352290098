# SPDX-License-Identifier: MIT
"""A row of a card with a second line of words under its title."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.labels import Chip, PlainLabel


def two_lines(
    theme: Theme,
    title: str,
    below: str,
    trailing: str = "",
    *,
    icon: str = "",
    chip: str = "",
    shade: str = "note",
) -> ListRow:
    """An active row; ``below`` stands under title, chip and trailing words, over the whole width."""
    line = ListRow(theme, title, "", "", icon=icon, token="accent", active=True)
    said = ", ".join(part for part in (title, below, chip, trailing) if part)
    line.setAccessibleName(said)
    at = line.row.indexOf(line.title)
    for label in (line.title, line.detail, line.trailing):
        line.row.removeWidget(label)
    first = QHBoxLayout()
    first.setSpacing(10)
    first.addWidget(line.title, 1)
    if chip:
        first.addWidget(Chip(theme, chip, shade))
    if trailing:
        first.addWidget(PlainLabel(theme, trailing, "secondary"))
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addLayout(first)
    if below:
        words.addWidget(PlainLabel(theme, below, "hint", wrap=True))
    line.row.insertLayout(at, words, 1)
    return line
