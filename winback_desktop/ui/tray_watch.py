# SPDX-License-Identifier: MIT
"""Tells when the tray may have gone, without asking again and again, which wakes the computer each time."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_SERVICE = "org.kde.StatusNotifierWatcher"
_A_MOMENT = 500  # milliseconds until what ended is known to have ended
_ICON = "QSystemTrayIconSys"
"""The window that Qt puts into a tray of the older kind; Qt hides it when that tray ends."""


class TrayWatch(QObject):
    """Emits ``doubted`` when the tray that shows an icon now may be gone."""

    doubted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service: QObject | None = None

    def begin(self) -> bool:
        """Watch the tray that there is now; False where only asking helps. Call again for another tray."""
        if not sys.platform.startswith("linux"):
            return False
        icons = [window for window in QApplication.topLevelWidgets() if window.inherits(_ICON)]
        for icon in icons:
            icon.installEventFilter(self)
        return bool(icons) or self._on_the_bus()

    def _on_the_bus(self) -> bool:
        if self._service is not None:
            return True
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
        except ImportError:  # a bundled program may come without it
            return False
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        change = QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange
        self._service = watcher = QDBusServiceWatcher(_SERVICE, bus, change, self)
        watcher.serviceOwnerChanged.connect(lambda *_: self._doubt())
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._doubt()
        return False

    def _doubt(self) -> None:
        QTimer.singleShot(_A_MOMENT, self, self.doubted.emit)
