# SPDX-License-Identifier: MIT
"""Paper that falls softly for two seconds and stays; it lies still at once where motion is unwelcome."""

import random

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme

_PIECES = 46
_SHADES = ("pause", "note", "lunch", "gift")
_MILLISECONDS = 2200
_HIGH = 84


class Joy(QWidget):
    """Decoration only: screen readers hear the words beside it. ``seed`` makes it fall the same way again."""

    def __init__(self, theme: Theme, seed: int = 1) -> None:
        super().__init__()
        self._theme = theme
        chance = random.Random(seed)
        self._pieces = [
            (
                chance.random(),
                chance.random(),
                chance.uniform(-40, 40),
                chance.choice(_SHADES),
                chance.uniform(5, 10),
            )
            for _ in range(_PIECES)
        ]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.em(_HIGH))
        self.fall = QVariantAnimation(self)
        self.fall.setStartValue(0.0)
        self.fall.setEndValue(1.0)
        self.fall.setDuration(_MILLISECONDS)
        self.fall.valueChanged.connect(lambda _: self.update())
        self._still = theme.reduced_motion
        if not self._still:
            self.fall.start()

    @property
    def still(self) -> bool:
        """True when nothing moves."""
        return self._still or self.fall.state() == QVariantAnimation.State.Stopped

    def sizeHint(self) -> QSize:
        return QSize(320, self._theme.em(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        gone = 1.0 if self._still else float(self.fall.currentValue() or 0.0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for across, down, turn, shade, size in self._pieces:
            ease = 1 - (1 - gone) ** 2
            y = -20 + (20 + down * self.height()) * ease
            painter.save()
            painter.translate(across * self.width(), y)
            painter.rotate(turn * (1 + 3 * (1 - ease)))
            painter.setBrush(self._theme.colour(f"{shade}.solid"))
            painter.drawRoundedRect(QRectF(-size / 2, -size / 3, size, size * 0.66), 1.5, 1.5)
            painter.restore()
        painter.end()
