# SPDX-License-Identifier: MIT
"""A panel over the page, inside the window: for a form that wants the whole attention."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton
from winback_desktop.ui.widgets.fields import FormField
from winback_desktop.ui.widgets.focus_place import FocusPlace, takes_keys
from winback_desktop.ui.widgets.labels import PlainLabel

WIDTH = 620


class Sheet(QWidget):
    """Covers ``host`` with a veil and shows a panel with a title, scrolling content and a row of buttons.

    ``content`` is the layout for the form, ``buttons`` the one for its buttons. Esc, the cross and a click
    beside the panel close it: ``dismissed`` is emitted first, so that the form can keep its text.
    """

    dismissed = Signal()
    closed = Signal()
    """Closed for whatever reason; the last thing a sheet says."""

    def __init__(self, theme: Theme, host: QWidget, title: str, width: int = WIDTH) -> None:
        super().__init__(host)
        self._theme, self._width = theme, width
        self._focus_before: FocusPlace | None = None
        self.setAccessibleName(title)
        self.hide()
        self._panel = _Panel(theme, self)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(title))
        column.addWidget(self._middle(), 1)
        self.foot = QWidget()
        self.buttons = QHBoxLayout(self.foot)
        self.buttons.setContentsMargins(24, 12, 24, 20)
        self.buttons.setSpacing(10)
        column.addWidget(self.foot)
        host.installEventFilter(self)

    def open(self) -> None:
        """Show the sheet and give it the keyboard."""
        self._focus_before = FocusPlace(self.parentWidget())
        self._place()
        self.show()
        self.raise_()
        first = self._first()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def dismiss(self) -> None:
        """Close the sheet; what was typed is the listener's to keep."""
        self.dismissed.emit()
        self.finish()

    def finish(self) -> None:
        """Close without ``dismissed``: the form is done."""
        self.hide()
        if self._focus_before is not None:
            self._focus_before.give_back()
            self._focus_before = None
        self.closed.emit()

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        elif event.type() == QEvent.Type.LayoutRequest and watched is self._scroll.widget():
            # Its content grew or shrank: fit the panel once the layouts have settled.
            QTimer.singleShot(0, self, self._settle)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def focusNextPrevChild(self, next: bool) -> bool:
        # The page under the veil must not get the keyboard: go round inside the panel.
        inside = self._ring()
        if not inside:
            return False
        at = inside.index(self.focusWidget()) if self.focusWidget() in inside else -1
        inside[(at + (1 if next else -1)) % len(inside)].setFocus(
            Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("scrim"))

    def _head(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 18, 14, 6)
        self.title = PlainLabel(self._theme, title, "card")
        row.addWidget(self.title, 1)
        close = IconButton(self._theme, "x", "Close; what you typed is kept")
        close.clicked.connect(self.dismiss)
        row.addWidget(close)
        return row

    def _middle(self) -> QScrollArea:
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("inner")
        self.content = QVBoxLayout(inner)
        self.content.setContentsMargins(24, 6, 24, 12)
        self.content.setSpacing(14)
        self._scroll.setWidget(inner)
        inner.installEventFilter(self)
        return self._scroll

    def _settle(self) -> None:
        self._place()
        field = self.focusWidget()
        while field is not None and not isinstance(field, FormField):
            field = field.parentWidget()
        if field is not None and field.error:  # it stands under the field, perhaps below the edge
            self._scroll.ensureWidgetVisible(field, 0, 12)

    def _place(self) -> None:
        host = self.parentWidget()
        self.setGeometry(host.rect())
        width = min(self._theme.em(self._width), self.width() - 32)
        inner = self._scroll.widget()
        inner.layout().activate()
        wraps = inner.layout().hasHeightForWidth()
        body = inner.layout().totalHeightForWidth(width) if wraps else -1
        body = max(body, inner.sizeHint().height())
        # Where nothing wraps, the scroll area would rather squeeze the fields than scroll.
        inner.setMinimumHeight(0 if wraps else body)
        wanted = body + self.foot.sizeHint().height() + self.title.sizeHint().height() + 56
        height = min(wanted, self.height() - 32)
        top = max(16, min((self.height() - height) // 3, 96))
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _ring(self) -> list[QWidget]:
        found = []
        widget = self.nextInFocusChain()
        while widget is not self and widget is not None:
            if self._panel.isAncestorOf(widget) and takes_keys(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _first(self) -> QWidget | None:
        inside = [widget for widget in self._ring() if self._scroll.isAncestorOf(widget)]
        return inside[0] if inside else next(iter(self._ring()), None)


class _Panel(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
