# SPDX-License-Identifier: MIT
"""Stands before the window while something long is done: what it is, how far, a way to leave it off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from winback_desktop.ui.long_run import LongRun
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import SecondaryButton
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


class Veil(Sheet):
    """Closing it by any way leaves the work off; nothing half done stays."""

    def __init__(self, theme: Theme, host: QWidget, run: LongRun) -> None:
        super().__init__(theme, host, run.title, width=460)
        self._leaving = run.leaving
        self._words = PlainLabel(theme, f"One moment… {run.leaving}", "secondary", wrap=True)
        self.content.addWidget(self._words)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("How far it is")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self.content.addWidget(self._bar)
        self.content.addStretch(1)
        cancel = SecondaryButton(theme, run.leave, "x")
        cancel.clicked.connect(self.dismiss)
        self.buttons.addStretch(1)
        self.buttons.addWidget(cancel)
        self.dismissed.connect(run.cancel)
        self.closed.connect(self.deleteLater)
        run.progressed.connect(self._show)
        run.ended.connect(self._leave)
        self.open()
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total:
            self._words.setText(f"{100 * done // total} % is done. {self._leaving}")

    def _leave(self) -> None:
        if self.isVisible():
            self.finish()
