# SPDX-License-Identifier: MIT
"""What closing the window means: keep reminding in the background, or quit; asked once, then remembered."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from winback_desktop.application.failures import Refused, StoreFault
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.tray import Tray

ON_CLOSE = "window.on_close"
"""The setting: ``background``, ``quit`` or nothing yet."""


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
        self._question: QMessageBox | None = None

    def closing(self) -> OnClose:
        """What the owner chose; without a tray a window is minimised, never hidden."""
        choice = self._work.store.setting(ON_CLOSE)
        if choice == "quit":
            return OnClose.QUIT
        if choice == "background":
            return OnClose.HIDE if self._tray.available else OnClose.MINIMISE
        return OnClose.ASK

    def ask(self, window: QWidget) -> None:
        """Ask once, without stopping anything; the window closes itself again with the answer known."""
        if self._question is not None:
            self._question.raise_()
            return
        question = QMessageBox(window)
        self._question = question
        question.setWindowModality(Qt.WindowModality.WindowModal)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle("Winback")
        question.setText("Keep reminding you in the background?")
        question.setInformativeText(
            "Winback then waits in the system tray and tells you when something is due. "
            "You can change this in the settings."
            if self._tray.available
            else "Winback then waits minimised and tells you when something is due. "
            "You can change this in the settings."
        )
        keep = question.addButton("Keep reminding", QMessageBox.ButtonRole.AcceptRole)
        leave = question.addButton("Quit", QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton("Stay here", QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(stay)

        def answered() -> None:
            pressed = question.clickedButton()
            self._question = None
            if pressed is keep or pressed is leave:
                self._remember("background" if pressed is keep else "quit")
                window.close()

        question.finished.connect(answered)
        question.open()

    def _remember(self, choice: str) -> None:
        try:
            with self._work.store.transaction():
                self._work.store.set_setting(ON_CLOSE, choice)
        except (Refused, StoreFault):
            return  # asked again next time
