# SPDX-License-Identifier: MIT
"""The palette: a line to type into and the list under it, over the window; the keyboard is enough."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from winback_desktop.ui.search.model import SearchModel
from winback_desktop.ui.search.painting import RowDelegate
from winback_desktop.ui.search.presenter import SearchPresenter
from winback_desktop.ui.theme import Theme

_PLAIN = "QListView, QListView:focus { border: 0; border-radius: 0; background: transparent; }"
_WIDTH, _HEIGHT = 620, 460
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_LONGEST = 200


class Palette(QWidget):
    """Covers ``host``. Typing searches at once, the arrows choose, Enter opens, Esc leaves."""

    closed = Signal()

    def __init__(self, presenter: SearchPresenter, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._presenter, self._theme = presenter, theme
        self._focus_before: QWidget | None = None
        self.setAccessibleName("Search")
        self._panel = _Panel(theme, self)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(6)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText("Search customers, steps, notes and actions")
        self.line.setAccessibleName("Search customers, steps, notes, interests and actions")
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search)
        column.addWidget(self.line)
        column.addWidget(self._list(), 1)
        host.installEventFilter(self)

    def open(self) -> None:
        """Show the palette and give it the keyboard."""
        self._focus_before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search("")

    def leave(self) -> None:
        """Close without doing anything; the keyboard goes back to where it was."""
        self.hide()
        if self._focus_before is not None and self._focus_before.isVisible():
            self._focus_before.setFocus()
        self.closed.emit()
        self.deleteLater()

    def _list(self) -> QListView:
        self._model = SearchModel(self)
        view = self._view = QListView()
        view.setModel(self._model)
        view.setItemDelegate(RowDelegate(self._theme, self._model, view))
        view.setStyleSheet(_PLAIN)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setAccessibleName("Found")
        view.clicked.connect(self._run)
        return view

    def _search(self, text: str) -> None:
        self._model.show(self._presenter.rows(text))
        self._choose(self._model.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        self._view.setCurrentIndex(index)
        if index.row() == 0:
            self._view.scrollToTop()
        words = self._model.data(index, Qt.ItemDataRole.AccessibleTextRole)
        if words and QAccessible.isActive():  # the keyboard stays in the line, so the line speaks
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    def _run(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.leave()
            row.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._view.currentIndex())
        elif key in _LIST_KEYS:
            rows = self._model.rowCount()
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}[key]
            if rows:
                at = self._view.currentIndex().row() + step
                at = at % rows if abs(step) == 1 else max(0, min(rows - 1, at))
                self._choose(self._model.index(at, 0))
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nothing else to go to
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("scrim"))

    def _place(self) -> None:
        self.setGeometry(self.parentWidget().rect())
        width = min(self._theme.em(_WIDTH), self.width() - 32)
        top = min(72, self.height() // 10)
        height = min(self._theme.em(_HEIGHT), self.height() - 2 * top)
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)


class _Panel(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("border"), 2 if self._theme.tokens.contrast else 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
