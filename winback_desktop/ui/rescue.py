# SPDX-License-Identifier: MIT
"""What is shown when the data cannot be opened: the reason, and the backups to choose from."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import ErrorLine, FormField
from winback_desktop.ui.widgets.labels import PlainLabel


class BackupChoice(NamedTuple):
    """A backup that can be restored: its key and when and why it was made, in words."""

    key: str
    words: str


class Rescue(QWidget):
    """Nothing is changed until the owner chooses; the damaged file is kept under another name."""

    restored = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, reason: str, backups: Sequence[BackupChoice], restore: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._theme, self._restore = theme, restore
        self.setObjectName("page")
        self.setWindowTitle("Winback")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(PlainLabel(theme, "Your data could not be opened", "card"))
        column.addWidget(PlainLabel(theme, reason, "body", wrap=True))
        self._error = ErrorLine(theme)
        row = QHBoxLayout()
        row.addStretch(1)
        leave = SecondaryButton(theme, "Close and change nothing")
        leave.clicked.connect(self.close)
        row.addWidget(leave)
        if backups:
            self.choice = Choice(theme, "Backup", backups, backups[0].key)
            column.addWidget(FormField(theme, "Go on with this backup", self.choice))
            go_on = PrimaryButton(theme, "Restore it", "check")
            go_on.clicked.connect(self._go_on)
            row.addWidget(go_on)
        else:
            column.addWidget(PlainLabel(theme, "There is no backup in the data folder.", "body", wrap=True))
        column.addWidget(self._error)
        column.addStretch(1)
        column.addLayout(row)
        self.resize(560, 320)

    def closeEvent(self, event) -> None:
        super().closeEvent(event)
        self.left.emit()

    def _go_on(self) -> None:
        if sentence := self._restore(self.choice.current()):
            self._error.set_text(sentence)
        else:
            self.restored.emit()
