# SPDX-License-Identifier: MIT
"""The "does it fit?" gauge: how full the card is, in a bar and in a sentence."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.labels import PlainLabel


class FitGauge(QWidget):
    """A thin bar above its sentence; amber when the note is too long, and always said in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._bar = _Bar(theme)
        self._words = PlainLabel(theme, "", "secondary", wrap=True)
        column.addWidget(self._bar)
        column.addWidget(self._words)

    def set_fit(self, sentence: str, fullness: float, fits: bool) -> None:
        """Show how full the card is; 1.0 is full."""
        self._words.setText(sentence)
        self._words.set_role("secondary" if fits else "waiting")
        self._bar.set_share(min(1.0, max(0.0, fullness)), fits)


class _Bar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share, self._fits = theme, 0.0, True
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, fits: bool) -> None:
        self._share, self._fits = share, fits
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        painter.setBrush(self._theme.colour("divider"))
        painter.drawRoundedRect(area, 3, 3)
        filled = QRectF(area)
        filled.setWidth(max(6.0, area.width() * self._share))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(area.right())
        painter.setBrush(self._theme.colour("accent" if self._fits else "lunch.solid"))
        if self._share:
            painter.drawRoundedRect(filled, 3, 3)
