# SPDX-License-Identifier: MIT
"""One workspace in one window, wired together."""

from PySide6.QtCore import QTimer

from winback_desktop.application.advance import advance
from winback_desktop.application.ports import Workspace
from winback_desktop.ui import navigation
from winback_desktop.ui.main_window import MainWindow
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.pages import open_sheet
from winback_desktop.ui.theme import Theme


class Session:
    """One workspace in one window: the owner's own data, or the sample data. The window starts on Today."""

    def __init__(self, work: Workspace, theme: Theme, *, sample: bool = False) -> None:
        self.work = work
        self.operations = Operations(work.store)
        self.navigator = Navigator()
        theme.week_start = self.week_start
        self.operations.run(lambda: advance(work))
        self.window = MainWindow(work, self.operations, self.navigator, theme, sample=sample)
        self.navigator.asked.connect(self._open_sheet)
        self.operations.long_begun.connect(self._veil)
        self.navigator.go(navigation.TODAY)

    def week_start(self) -> int:
        """This owner's first day of the week, by which days are picked while this window is shown."""
        from winback_desktop.application.owner import owner

        return owner(self.work).week_start

    def _veil(self, run: object) -> None:
        from winback_desktop.ui.veil import Veil

        Veil(self.window.theme, self.window, run)

    def _open_sheet(self, request: str, target: object) -> None:
        self.window.theme.complete()
        open_sheet(
            request, self.window, self.work, self.operations, self.navigator, self.window.theme, target
        )
        # Whoever opens a form is about to write: what the first write needs is loaded while they type.
        QTimer.singleShot(200, self.window, self.work.store.warm_up)
