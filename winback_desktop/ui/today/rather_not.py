# SPDX-License-Identifier: MIT
"""What "I'd rather not" opens: a smaller step, a later day, or a reason; never guilt, never silence."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.later_menu import fill_later
from winback_desktop.ui.today.presenter import TodayPresenter
from winback_desktop.ui.today.rows import CareRow, DueCard
from winback_desktop.ui.widgets.buttons import MenuButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Divider
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel


class RatherNot(QWidget):
    """Stands inside its card; Esc folds it away and keeps what was typed."""

    def __init__(
        self, theme: Theme, presenter: TodayPresenter, row: DueCard | CareRow, fold: Callable[[], None]
    ) -> None:
        super().__init__()
        self._theme, self._presenter, self._row, self._fold = theme, presenter, row, fold
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(Divider(theme))
        column.addLayout(self._kind_word())
        column.addLayout(self._ways())
        self._reason = TextLine("Reason for skipping", placeholder="A word is enough")
        self._reason.returnPressed.connect(self._skip)
        self._field = FormField(theme, "Or skip it, and say why", self._reason)
        column.addWidget(self._field)
        column.addLayout(self._last_line())

    def open(self, reason_first: bool) -> None:
        """Show it; the keyboard goes to the reason when skipping was asked for."""
        self.show()
        if reason_first or not self._row.smaller:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._smaller.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._fold()
            return
        super().keyPressEvent(event)

    def _kind_word(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(PlainLabel(self._theme, "That is all right.", "secondary"))
        self.why = QuietButton(self._theme, "Why is it worth it?")
        self.why.setCheckable(True)
        line.addWidget(self.why)
        line.addStretch(1)
        words.addLayout(line)
        self.because = PlainLabel(self._theme, self._row.worth_it, "secondary", wrap=True)
        self.because.hide()
        words.addWidget(self.because)
        self.why.toggled.connect(self.because.setVisible)
        return words

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._row.smaller:
            self._smaller = SecondaryButton(self._theme, self._row.smaller, "feather")
            self._smaller.clicked.connect(lambda: self._presenter.make_smaller(self._row.step))
            row.addWidget(self._smaller)
        self._later = MenuButton(self._theme, "Another day…", "clock", self._fill_later)
        row.addWidget(self._later)
        row.addStretch(1)
        return row

    def _last_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        skip = SecondaryButton(self._theme, "Skip it", "skip-forward")
        skip.clicked.connect(self._skip)
        close = QuietButton(self._theme, "Leave it as it is")
        close.clicked.connect(self._fold)
        row.addWidget(skip)
        row.addWidget(close)
        row.addStretch(1)
        return row

    def _fill_later(self, menu: QMenu) -> None:
        fill_later(menu, self._theme, self._presenter, self._row.step, self._later)

    def _skip(self) -> None:
        self._presenter.skip(self._row.step, self._reason.text(), self._refused)

    def _refused(self, sentence: str, _: str) -> None:
        self._field.set_error(sentence)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
