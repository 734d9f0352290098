# SPDX-License-Identifier: MIT
"""A person's initials on the tint of the step they are at."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme


def initials(name: str) -> str:
    """The first letters of the first and last word of a name, or a dot for a name without letters."""
    words = [
        word for word in ("".join(c for c in part if c.isalnum()) for part in name[:200].split()) if word
    ]
    if not words:
        return "·"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


class Avatar(QWidget):
    """A circle with initials; decorative, the name stands beside it."""

    def __init__(
        self, theme: Theme, name: str, shade: str = "note", size: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._shade, self._size = theme, shade, size
        self._initials = initials(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, name: str, shade: str) -> None:
        """Show somebody else."""
        self._initials, self._shade = initials(name), shade
        self.update()

    def sizeHint(self) -> QSize:
        edge = self._theme.em(self._size)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrast = self._theme.tokens.contrast
        painter.setPen(QPen(self._theme.colour(f"{self._shade}.solid"), 2) if contrast else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{self._shade}.tint"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1) if contrast else QRectF(self.rect()))
        painter.setPen(self._theme.colour(f"{self._shade}.on"))
        font = self._theme.font(0.9, 600)
        font.setPixelSize(max(8, round(self.height() * 0.32)))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
