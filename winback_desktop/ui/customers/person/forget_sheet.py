# SPDX-License-Identifier: MIT
"""Asks once before somebody is forgotten for good: the one thing here that no undo brings back."""

from PySide6.QtWidgets import QWidget

from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import DangerButton, QuietButton
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


class ForgetSheet(Sheet):
    """Says what goes, and waits for one answer."""

    def __init__(self, host: QWidget, person: Person, theme: Theme) -> None:
        screen = person.screen
        super().__init__(theme, host, f"Forget {screen.name}?", width=520)
        self._person = person
        words = [
            "They go from your data, the search, the undo history and the backups in your data folder: "
            "notes, gifts, meetings and all. Counts without a name stay.",
            "This can't be undone, and the undo history of everything else goes with it.",
        ]
        if screen.path is not None and screen.path.can_return:
            words.insert(1, "The path back that is under way ends with it.")
        for sentence in words:
            self.content.addWidget(PlainLabel(theme, sentence, "body", wrap=True))
        self.content.addStretch(1)
        self._keep = QuietButton(theme, "Keep them")
        self._keep.clicked.connect(self.dismiss)
        self._forget = DangerButton(theme, "Forget for good", "trash-2")
        self._forget.clicked.connect(self._begin)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._keep)
        self.buttons.addWidget(self._forget)
        self.closed.connect(self.deleteLater)
        self.open()
        self._keep.setFocus()

    def _begin(self) -> None:
        self.finish()
        self._person.forget()
