# SPDX-License-Identifier: MIT
"""Ill or away: a line that lets every plan wait until a day, and the sheet that asks for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from winback_desktop.ui.settings.presenter import Settings
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


class WaitingLine(QWidget):
    """A sentence and one button: let everything wait, or go on."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.words = PlainLabel(theme, "", "secondary", wrap=True)
        row.addWidget(self.words, 1)
        self.pause = SecondaryButton(theme, "Let all wait…", "pause")
        self.pause.clicked.connect(self.ask)
        self.resume = SecondaryButton(theme, "Go on now", "skip-forward")
        self.resume.clicked.connect(settings.resume_plans)
        for button in (self.pause, self.resume):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.sheet: WaitingSheet | None = None

    def refresh(self) -> None:
        """Show whether plans wait now."""
        waiting = self._settings.waiting()
        self.words.setText(waiting or "Ill, or away for a while? All plans can wait, in their order.")
        self.pause.setVisible(not waiting)
        self.resume.setVisible(bool(waiting))

    def ask(self) -> None:
        """Ask until when."""
        self.sheet = WaitingSheet(self._theme, self.window(), self._settings)
        self.sheet.open()


class WaitingSheet(Sheet):
    """Until when and why; a refusal stands beside its field."""

    def __init__(self, theme: Theme, window: QWidget, settings: Settings) -> None:
        super().__init__(theme, window, "Let all plans wait", width=480)
        self._settings = settings
        says = (
            "Every open step moves on by as long, in its order and onto working days. "
            "One undo takes it all back, and you can go on earlier."
        )
        self.content.addWidget(PlainLabel(theme, says, "secondary", wrap=True))
        self.until = DateField(theme, "Go on from", None, settings.today)
        self.reason = TextLine("What for", "", "Ill, holiday, …")
        self.reason.returnPressed.connect(self._pause)
        self.field = FormField(theme, "Go on from", self.until)
        self.content.addWidget(self.field)
        self.content.addWidget(FormField(theme, "What for", self.reason))
        self.content.addStretch(1)
        leave = QuietButton(theme, "Not now")
        leave.clicked.connect(self.dismiss)
        wait = PrimaryButton(theme, "Let them wait", "pause")
        wait.clicked.connect(self._pause)
        self.buttons.addStretch(1)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(wait)
        self.closed.connect(self.deleteLater)

    def _pause(self) -> None:
        self.field.set_error(self.until.error)
        if self.until.error:
            return
        if self._settings.pause_plans(self.until.day(), self.reason.text(), self._refused):
            self.finish()

    def _refused(self, sentence: str, field: str) -> None:
        self.field.set_error(sentence)
