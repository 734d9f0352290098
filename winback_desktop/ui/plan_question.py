# SPDX-License-Identifier: MIT
"""The sheet that asks what should follow from a change; seldom needed, so loaded when there is a question."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


class Question(Sheet):
    """One question with two equal answers: to leave things as they are, and to ``act``."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        says: str,
        answers: tuple[str, str],
        act: Callable[[], object],
    ) -> None:
        super().__init__(theme, window, title, width=520)
        self.content.addWidget(PlainLabel(theme, says, "body", wrap=True))
        self.content.addStretch(1)
        self.leave = SecondaryButton(theme, answers[0])
        self.leave.clicked.connect(self.dismiss)
        self.do = PrimaryButton(theme, answers[1], "check")
        self.do.clicked.connect(lambda: (self.finish(), act()))
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.leave)
        self.buttons.addWidget(self.do)
