# SPDX-License-Identifier: MIT
"""Edits one line of the customer list where it stands: Enter stores it, Escape leaves it as it was."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QGridLayout, QListView, QVBoxLayout, QWidget

from winback_desktop.ui.customers.directory.presenter import Directory
from winback_desktop.ui.customers.directory.rows import QuickRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel

_NARROW = 760
_LABELS = {
    "name": "Name",
    "organisation": "Organisation",
    "phone": "Phone",
    "email": "E-mail",
    "tags": "Tags",
}


class QuickEdit(QWidget):
    """Lies over the line and, where it needs more room, over the one below; follows the list's scrolling.

    It is a child of ``host`` and not of the list, inside which a screen reader sees nothing but lines.
    """

    ended = Signal()
    """Stored or left; the list has the keyboard again."""

    def __init__(self, directory: Directory, theme: Theme, listed: QListView, host: QWidget) -> None:
        super().__init__(host)
        self._directory, self._theme, self._list = directory, theme, listed
        self._contact, self._row, self._before = 0, -1, QuickRow()
        self.setAccessibleName("Edit this line")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._lines = {key: TextLine(words) for key, words in _LABELS.items()}
        self._lines["tags"].setPlaceholderText("Divided by commas")
        self._fields = {key: FormField(theme, _LABELS[key], line) for key, line in self._lines.items()}
        for line in self._lines.values():
            line.installEventFilter(self)
        column.addLayout(self._grid)
        column.addWidget(PlainLabel(theme, "Enter stores it, Esc leaves it as it was.", "hint"))
        directory.refused.connect(self._refused)
        listed.verticalScrollBar().valueChanged.connect(self._place)
        listed.viewport().installEventFilter(self)
        self._columns = 0
        self.hide()

    @property
    def contact(self) -> int:
        """Who is being edited; 0 for nobody."""
        return self._contact

    def edit(self, contact: int, row: int) -> None:
        """Begin with the line of a person; what was edited before is stored first."""
        if self._contact and not self.store():
            return
        found = self._directory.quick(contact)
        if found is None:
            return
        self._contact, self._row, self._before = contact, row, found
        for key, line in self._lines.items():
            line.setText(getattr(found, key))
            line.setCursorPosition(0)
            self._fields[key].set_error("")
        self.show()
        self._place()
        self.raise_()
        self._lines["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._lines["name"].selectAll()

    def store(self) -> bool:
        """Store what is typed and end; False when it was refused, and then everything typed stays."""
        for field in self._fields.values():
            field.set_error("")
        typed = QuickRow(**{key: line.text() for key, line in self._lines.items()})
        if typed != self._before and not self._directory.save_quick(self._contact, typed):
            self._place()
            return False
        self.leave()
        return True

    def leave(self) -> None:
        """End without storing."""
        inside = self.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() else False
        self._contact = 0
        self.hide()
        if inside:
            self._list.setFocus()
        self.ended.emit()

    def follow(self, row: int) -> None:
        """The list was read anew: the person stands in another line, or in none of it (-1)."""
        if self._contact:
            self._row = row if row >= 0 else self._row
            self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # A reason came or went under a field: fit once the layouts have settled.
            QTimer.singleShot(0, self, self._place)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        # The list is asked nothing here: while the window is being taken down it is half gone already.
        if isinstance(watched, TextLine):
            if kind == QEvent.Type.KeyPress:
                return self._key(event)
            if kind == QEvent.Type.FocusOut:
                QTimer.singleShot(0, self, self._left)
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move):
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 10, 10)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.store()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False

    def _left(self) -> None:
        """The owner went elsewhere in the window: what was typed is stored, or stays with its reason."""
        focus = QApplication.focusWidget()
        if self._contact and focus is not None and not self.isAncestorOf(focus):
            self.store()

    def _refused(self, sentence: str, field: str) -> None:
        if not self._contact:
            return
        key = {"tag": "tags"}.get(field, field)
        at = key if key in self._fields else "name"
        self._fields[at].set_error(sentence)
        self._lines[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        if not self._contact:
            return
        room = self._list.viewport().rect()
        self._arrange(3 if room.width() < self._theme.em(_NARROW) else 5)
        width = room.width() - 8
        layout = self.layout()
        self.ensurePolished()
        layout.activate()
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()
        top = self._list.visualRect(self._list.model().index(self._row, 0)).top()
        corner = QPoint(4, max(0, min(top, room.height() - height)))
        corner = self._list.viewport().mapTo(self.parentWidget(), corner)
        self.setGeometry(corner.x(), corner.y(), width, height)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, field in enumerate(self._fields.values()):
            self._grid.addWidget(field, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for at in range(5):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
