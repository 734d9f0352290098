# SPDX-License-Identifier: MIT
"""What closing the window means: keep reminding in the background, or quit; asked once, then remembered."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.preferences import ON_CLOSE, Preferences
from winback_desktop.ui.tray import Tray
from winback_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from winback_desktop.ui.widgets.sheet import Sheet

_CHANGE = "You can change this in the settings at any time."


class OnClose(StrEnum):
    """What to do with a window that is being closed."""

    HIDE = "hide"
    MINIMISE = "minimise"
    QUIT = "quit"
    ASK = "ask"


class Background(QObject):
    """Decides about closing. The window calls ``closing`` from its close event and obeys."""

    def __init__(self, work: Workspace, tray: Tray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._tray = tray
        self._question: Sheet | None = None

    def closing(self) -> OnClose:
        """What the owner chose; without a tray a window is minimised, never hidden."""
        choice = self._work.store.setting(ON_CLOSE)
        if choice == "quit":
            return OnClose.QUIT
        if choice == "background":
            return OnClose.HIDE if self._tray.available else OnClose.MINIMISE
        return OnClose.ASK

    def ask(self, window: QWidget) -> "Sheet":
        """Ask once, over the window; it closes itself again when the answer is known."""
        if self._question is not None:
            return self._question
        from winback_desktop.ui.widgets.sheet import Sheet

        theme = self._tray.theme
        question = self._question = Sheet(theme, window, "Keep reminding you in the background?")
        where = "in the system tray" if self._tray.available else "minimised"
        sentence = f"Winback then waits {where} and tells you when something is due. {_CHANGE}"
        question.content.addWidget(PlainLabel(theme, sentence, "body", wrap=True))
        question.buttons.addStretch(1)
        leave, keep = SecondaryButton(theme, "Quit"), PrimaryButton(theme, "Keep reminding", "bell")
        leave.clicked.connect(lambda: self._answered(window, "quit"))
        keep.clicked.connect(lambda: self._answered(window, "background"))
        question.buttons.addWidget(leave)
        question.buttons.addWidget(keep)
        question.dismissed.connect(self._forget_question)
        question.open()
        keep.setFocus()
        return question

    def _answered(self, window: QWidget, choice: str) -> None:
        Preferences(self._work.store).keep(ON_CLOSE, choice)
        if self._question is not None:
            self._question.finish()
        self._forget_question()
        QTimer.singleShot(0, window.close)

    def _forget_question(self) -> None:
        if self._question is not None:
            self._question.deleteLater()
            self._question = None
