# SPDX-License-Identifier: MIT
"""The empty page of the first day: three ways to begin, and where the owner works."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.navigation import IMPORT, RECORD_LOSS, SAMPLE_DATA
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.place import Place
from winback_desktop.ui.today.presenter import TodayPresenter
from winback_desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import EmptyState
from winback_desktop.ui.widgets.labels import Chip, PlainLabel

_SENTENCE = (
    "Winback keeps the next right step for you: two quiet days, a handwritten thank\u2011you note, "
    "a lunch after three months and a little gift after six. Nothing leaves this computer."
)


class FirstRun(QWidget):
    """Heart, heading, sentence, the buttons, the place and the four steps."""

    def __init__(self, theme: Theme, presenter: TodayPresenter, place: Place) -> None:
        super().__init__()
        self._theme, self._place = theme, place
        self._form: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        self.state = EmptyState(
            theme,
            "heart-handshake",
            "Lost a customer? Take a breath.",
            _SENTENCE,
            "Record a loss",
            lambda: presenter.ask(RECORD_LOSS),
        )
        self.sample = SecondaryButton(theme, "Look around with sample data")
        self.sample.clicked.connect(lambda: presenter.ask(SAMPLE_DATA))
        self.state.add_button(self.sample)
        self.importing = QuietButton(theme, "Import customers from a file…")
        self.importing.clicked.connect(lambda: presenter.ask(IMPORT))
        below = self.state.column
        below.insertWidget(below.count() - 1, self.importing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.state, 1)
        self._line = self._place_line()
        column.addWidget(self._line)
        column.addLayout(self._steps())
        place.changed.connect(self._say_place)

    def edit_place(self) -> None:
        """Open the form for the place where the line stands."""
        from winback_desktop.ui.today.place_form import PlaceForm

        if self._form is None:
            self._form = PlaceForm(self._theme, self._place, self._fold)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.indexOf(self._line) + 1, self._form, 0, Qt.AlignmentFlag.AlignHCenter)
        self._line.hide()
        self._form.show()
        self._form.begin()

    def _fold(self) -> None:
        if self._form is not None:
            self._form.hide()
        self._line.show()

    def _place_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        self.where = PlainLabel(self._theme, "", "secondary")
        row.addWidget(self.where)
        self.change = QuietButton(self._theme, "Change", "map-pin")
        self.change.setAccessibleName("Change where and when you work")
        self.change.clicked.connect(self.edit_place)
        row.addWidget(self.change)
        row.addStretch(1)
        self._say_place()
        return line

    def _say_place(self) -> None:
        self.where.setText(f"You work in {self._place.sentence()}")

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for words, shade in (
            ("Pause", "pause"),
            ("Thank-you note", "note"),
            ("Lunch", "lunch"),
            ("Gift", "gift"),
        ):
            row.addWidget(Chip(self._theme, words, shade))
        row.addStretch(1)
        return row
