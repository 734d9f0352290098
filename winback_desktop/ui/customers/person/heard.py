# SPDX-License-Identifier: MIT
"""What was heard in the free words, as buttons to accept."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from winback_desktop.ui.customers.person.rows import HeardRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import SecondaryButton
from winback_desktop.ui.widgets.labels import PlainLabel

_GAP = 6


class HeardBar(QWidget):
    """Buttons in rows, as many as fit; takes no room while there is nothing to accept."""

    accepted = Signal(int)

    def __init__(self, theme: Theme, words: str = "Did you hear? Ctrl+Space notes the first.") -> None:
        super().__init__()
        self._theme = theme
        self._label = PlainLabel(theme, words, "hint", parent=self)
        self._rows: tuple[HeardRow, ...] = ()
        self._buttons: list[SecondaryButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_rows(self, rows: Sequence[HeardRow]) -> None:
        """Show other things to accept."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for row in rows:
            button = SecondaryButton(self._theme, row.words, "plus" if row.is_interest else "ban", self)
            button.setAccessibleName(f"Note: {row.words}")
            button.setAccessibleDescription(f"heard in: {row.because}")
            button.clicked.connect(lambda _=False, place=row.place: self.accepted.emit(place))
            button.show()
            self._buttons.append(button)
        self.setVisible(bool(rows))
        self._arrange(self.width(), place=True)
        self.updateGeometry()

    def accept_first(self) -> None:
        """Note the first."""
        if self._rows:
            self.accepted.emit(self._rows[0].place)

    def sizeHint(self) -> QSize:
        return QSize(240, self._arrange(max(self.width(), 200), place=False))

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), place=True)

    def _arrange(self, width: int, place: bool) -> int:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        y = self._label.sizeHint().height() + _GAP
        if place:
            self._label.setGeometry(0, 0, width, y - _GAP)
        x = height = 0
        for button in self._buttons:
            hint = button.sizeHint()
            wide = min(hint.width(), width)
            if x and x + wide > width:
                x, y = 0, y + hint.height() + _GAP
            if place:
                button.setGeometry(QRect(width - x - wide if rtl else x, y, wide, hint.height()))
            x += wide + _GAP
            height = hint.height()
        return y + height
