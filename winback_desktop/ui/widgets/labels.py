# SPDX-License-Identifier: MIT
"""Plain text in the roles of the type scale, and the pill that names a step."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.tooltips import plain_tip

LONGEST = 600
"""Characters of one text that are laid out; no screen has room for more."""


class PlainLabel(QLabel):
    """Text that is never read as markup. One line that ends in "…" where it does not fit, or wrapped.

    ``role`` is one of ``text_roles.TEXT_ROLES``. The whole text stays the accessible name.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.dress(self, role)
        if wrap:
            self.setWordWrap(True)
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; the part that no screen could show is left out of the layout."""
        self._whole = text
        shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        super().setText(shown)
        self.setAccessibleName(shown)
        self._lead()

    def _lead(self) -> None:
        """Let a single line begin where the page's lines begin, whichever way its own letters run."""
        rtl = self.isRightToLeft()
        if self.wordWrap() or (self._whole.isascii() and not rtl):
            return
        side, found = Qt.AlignmentFlag, self.alignment()
        if found & side.AlignHCenter or (found & side.AlignTrailing and not found & side.AlignAbsolute):
            return
        edge = side.AlignRight if rtl else side.AlignLeft
        self.setAlignment(edge | side.AlignAbsolute | (found & side.AlignVertical_Mask))

    def whole_text(self) -> str:
        """The text as given."""
        return self._whole

    def set_role(self, role: str) -> None:
        """Change size, weight and colour."""
        if self.property("role") != role:
            self._theme.dress(self, role)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self.wordWrap():
            return QSize(min(hint.width(), 80), hint.height())
        return QSize(min(hint.width(), 24), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = not self.wordWrap() and super().sizeHint().width() > self.width() + 1
        self.setToolTip(plain_tip(self.text()) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap() or super().sizeHint().width() <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        elided = QFontMetrics(self.font()).elidedText(
            self.text().replace("\n", " "), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignVCenter | self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(self.contentsRect(), int(flags) | Qt.TextFlag.TextSingleLine, elided)


class SectionLabel(PlainLabel):
    """The small heading above a group of cards."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "section", parent=parent)


class Chip(QWidget):
    """A pill with one word in a step's colours: colour, and always the word."""

    def __init__(self, theme: Theme, text: str, shade: str = "note", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._shade = shade
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The word shown."""
        return self._text

    def set_chip(self, text: str, shade: str) -> None:
        """Change word and colour."""
        self._text, self._shade = text, shade
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._theme.measured_font(0.9, 500)[1]
        return QSize(metrics.horizontalAdvance(self._text) + 26, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._theme.tokens.contrast:
            painter.setPen(QPen(self._theme.colour(f"{self._shade}.solid"), 2))
            area.adjust(1, 1, -1, -1)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{self._shade}.tint"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(self._theme.colour(f"{self._shade}.on"))
        painter.setFont(self._theme.font(0.9, 500))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._text)
