# SPDX-License-Identifier: MIT
"""What is remembered of one printer: how far it is off, its edge, second sides, and how envelopes go in."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from winback_desktop.domain.printer_habits import MOST_OFF, BothSides, Feed, Habits
from winback_desktop.ui.paperwork import choices
from winback_desktop.ui.paperwork.picture import FeedPicture
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.choices import Check, Choice
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel

_LENGTHS = (
    ("right", "Move to the right, mm", "Less than 0 moves to the left."),
    ("down", "Move down, mm", "Less than 0 moves up."),
    ("edge", "Empty edge, mm", "0 takes what the printer says."),
)


class PrinterFields(QWidget):
    """``changed`` brings the `Habits` as they are now."""

    changed = Signal(object)

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._habits = Habits()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        words = "Remembered for this printer. The calibration sheet shows how far it is off."
        column.addWidget(PlainLabel(theme, words, "secondary", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(10)
        self._lengths: dict[str, FormField] = {}
        for number, (name, label, hint) in enumerate(_LENGTHS):
            line = TextLine(label)
            line.editingFinished.connect(lambda name=name: self._measured(name))
            self._lengths[name] = FormField(theme, label, line, hint)
            grid.addWidget(self._lengths[name], 0, number)
        column.addLayout(grid)
        self._both = Choice(theme, "Second side", choices.BOTH_SIDES)
        self._both_field = FormField(theme, "Second side", self._both)
        self._both_field.setVisible(kind == choices.NOTE)
        self._both.currentIndexChanged.connect(lambda: self._take(both_sides=BothSides(self._both.current())))
        column.addWidget(self._both_field)
        self._face_up = Check(theme, "Sheets come out with the printed side up")
        self._face_up.setVisible(kind == choices.NOTE)
        self._face_up.toggled.connect(lambda on: self._take(face_up=on))
        column.addWidget(self._face_up)
        envelope = QWidget()
        across = QGridLayout(envelope)
        across.setContentsMargins(0, 0, 0, 0)
        self._feed = Choice(theme, "How envelopes go in", choices.FEEDS)
        self._feed.currentIndexChanged.connect(lambda: self._take(feed=Feed(self._feed.current())))
        self._picture = FeedPicture(theme)
        across.addWidget(FormField(theme, "How envelopes go in", self._feed), 0, 0)
        across.addWidget(self._picture, 0, 1)
        across.setColumnStretch(0, 1)
        envelope.setVisible(kind == choices.ENVELOPES)
        column.addWidget(envelope)

    def show_habits(self, habits: Habits) -> None:
        """Show what is remembered, without a signal."""
        self._habits = habits
        for name, field in self._lengths.items():
            field.editor.setText(QLocale().toString(float(getattr(habits, name)), "f", 1))
            field.set_error("")
        self._both.set_current(str(habits.both_sides))
        self._face_up.blockSignals(True)
        self._face_up.setChecked(habits.face_up)
        self._face_up.blockSignals(False)
        self._feed.set_current(str(habits.feed))
        self._picture.show_feed(str(habits.feed))

    def _measured(self, name: str) -> None:
        field = self._lengths[name]
        text = field.editor.text().strip().replace(",", ".") or "0"
        try:
            value = float(text)
        except ValueError:
            field.set_error("Write a number, such as 1.5.")
            return
        least = 0.0 if name == "edge" else -MOST_OFF
        if not least <= value <= MOST_OFF:
            field.set_error(f"Write a number from {least:.0f} to {MOST_OFF:.0f}.")
            return
        field.set_error("")
        if value != getattr(self._habits, name):
            self._take(**{name: value})

    def _take(self, **changed) -> None:  # type: ignore[no-untyped-def]
        self._habits = self._habits._replace(**changed)
        self._picture.show_feed(str(self._habits.feed))
        self.changed.emit(self._habits)
