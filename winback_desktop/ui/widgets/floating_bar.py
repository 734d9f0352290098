# SPDX-License-Identifier: MIT
"""What floats over a window: it follows the window's size, has a raised face, and is heard when it comes."""

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from winback_desktop.ui.theme import Theme


class FloatingBar(QWidget):
    """Floats over ``host``, hidden at first; ``place`` says where, ``radius`` how round it is, in pixels."""

    radius = 10

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        host.installEventFilter(self)
        self.hide()

    def place(self) -> None:
        """Take the place that fits the words and the window."""
        raise NotImplementedError

    def come(self, spoken: str) -> None:
        """Show it in front of all else and say ``spoken`` to a screen reader."""
        self.place()
        self.show()
        self.raise_()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("control_border"), 1))
        painter.setBrush(self._theme.colour("raised"))
        face = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(face, self.radius, self.radius)
