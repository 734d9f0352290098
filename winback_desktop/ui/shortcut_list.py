# SPDX-License-Identifier: MIT
"""The list of shortcuts, generated from the actions themselves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.sheet import Sheet


def show_shortcuts(theme: Theme, host: QWidget, groups: dict[str, list[QAction]]) -> Sheet:
    """Open a sheet with every action that has a shortcut, by menu."""
    sheet = Sheet(theme, host, "Keyboard shortcuts", width=560)
    for name, actions in groups.items():
        listed = [action for action in actions if action.shortcuts()]
        if listed:
            sheet.content.addWidget(SectionLabel(theme, name))
            sheet.content.addLayout(_table(theme, listed))
    sheet.content.addStretch(1)
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()
    return sheet


def _table(theme: Theme, actions: list[QAction]) -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(16)
    table.setVerticalSpacing(5)
    table.setColumnStretch(0, 1)
    for row, action in enumerate(actions):
        keys = "  or  ".join(
            key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
        )
        table.addWidget(PlainLabel(theme, action.text().replace("&&", "&")), row, 0)
        label = PlainLabel(theme, keys, "secondary")
        label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        table.addWidget(label, row, 1)
    return table
