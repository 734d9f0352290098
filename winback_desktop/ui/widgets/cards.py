# SPDX-License-Identifier: MIT
"""Cards, their rows, the page header and what an empty page says."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import Button, PrimaryButton
from winback_desktop.ui.widgets.filling import fill
from winback_desktop.ui.widgets.labels import PlainLabel


class Card(QWidget):
    """A rounded surface with a one-pixel border; ``body`` is its layout."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, padding: int = 16, gap: int = 8
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(gap)
        # Not Maximum: that would hold wrapped text to the height it has at another width.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._theme.tokens.contrast else 1
        painter.setPen(QPen(self._theme.colour("border"), width))
        painter.setBrush(self._theme.colour("surface"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)


class Divider(QWidget):
    """A hairline between rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), self._theme.colour("divider"))


class Glyph(QWidget):
    """A decorative icon; the words beside it carry the meaning."""

    def __init__(
        self, theme: Theme, name: str, token: str = "text2", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._token, self._size = theme, name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_glyph(self, name: str, token: str) -> None:
        """Change icon and colour."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        edge = self._theme.em(self._size)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = self._theme.em(self._size)
        drawn = self._theme.pixmap(self._name, self._token, edge, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF((self.width() - edge) / 2, (self.height() - edge) / 2), drawn)


class ListRow(QWidget):
    """One line of a card: icon, a name, a detail, and something short at the end. Activated by click,
    Enter or Space when it is made ``active``."""

    activated = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        detail: str = "",
        trailing: str = "",
        *,
        icon: str = "",
        token: str = "text2",
        active: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._active = active
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 6, 4, 6)
        row.setSpacing(12)
        if icon:
            row.addWidget(Glyph(theme, icon, token, 18))
        self.title = PlainLabel(theme, title, "strong")
        row.addWidget(self.title, 0 if detail else 1)
        self.detail = PlainLabel(theme, detail, "secondary")
        row.addWidget(self.detail, 1)
        self.detail.setVisible(bool(detail))
        self.trailing = PlainLabel(theme, trailing, "secondary")
        self.trailing.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(self.trailing, 0)
        # Only now: shown before it has a parent, it would be a window of its own for a moment.
        self.trailing.setVisible(bool(trailing))
        self.row = row
        self.setMinimumHeight(32)
        if active:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleName(", ".join(part for part in (title, detail, trailing) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._active and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._active and event.button() == Qt.MouseButton.LeftButton and inside:
            self.activated.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._active or not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


class PageHeader(QWidget):
    """A page's title and one sentence, with at most one primary button at the end."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        subtitle: str = "",
        button: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = PlainLabel(theme, title, "title")
        self.subtitle = PlainLabel(theme, subtitle, "secondary")
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row = row
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class EmptyState(QWidget):
    """Icon, one sentence and one primary button, in the middle of an empty page."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str = "",
        button: str = "",
        action: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(14)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.column.addStretch(2)
        self.column.addWidget(Glyph(theme, icon, "accent", 64), 0, centre)
        self.title = PlainLabel(theme, title, "title", wrap=True)
        self.title.setAlignment(centre)
        self.column.addWidget(self.title)
        if sentence:
            self.sentence = PlainLabel(theme, sentence, "body", wrap=True)
            self.sentence.setAlignment(centre)
            self.sentence.setMaximumWidth(theme.em(540))
            line = QHBoxLayout()
            line.addStretch(1)
            # Most of the room, up to its maximum: an alignment would cut wrapped text off.
            line.addWidget(self.sentence, 100)
            line.addStretch(1)
            self.column.addLayout(line)
        self.buttons = QHBoxLayout()
        self.buttons.setDirection(QBoxLayout.Direction.LeftToRight)
        self.buttons.setSpacing(10)
        self.buttons.addStretch(1)
        if button:
            self.button = PrimaryButton(theme, button, "plus")
            if action is not None:
                self.button.clicked.connect(action)
            self.buttons.addWidget(self.button)
        self.buttons.addStretch(1)
        self.column.addLayout(self.buttons)
        self.column.addStretch(3)

    def add_button(self, button: Button) -> None:
        """Put another button beside the first."""
        self.buttons.insertWidget(self.buttons.count() - 1, button)
