# SPDX-License-Identifier: MIT
"""The few fields behind "Change": name, country, region and working days."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.place import Place, day_names
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.choices import Check, Choice
from winback_desktop.ui.widgets.fields import ErrorLine, FormField, TextLine


class PlaceForm(Card):
    """Esc folds it away and keeps what was chosen in it."""

    def __init__(self, theme: Theme, place: Place, fold: Callable[[], None]) -> None:
        super().__init__(theme, gap=12)
        self._place, self._fold = place, fold
        self.setMaximumWidth(theme.em(560))
        self.name = TextLine("Your name, for the greeting", place.name())
        self.country = Choice(theme, "Country", place.countries(), place.country())
        self.region = Choice(theme, "Region", place.regions(place.country()), place.subdivision())
        self.country.currentIndexChanged.connect(self._other_country)
        self.body.addWidget(FormField(theme, "Your name, for the greeting", self.name))
        places = QHBoxLayout()
        places.setSpacing(14)
        places.addWidget(FormField(theme, "Country", self.country), 1)
        places.addWidget(FormField(theme, "Region, for its holidays", self.region), 1)
        self.body.addLayout(places)
        self.body.addWidget(FormField(theme, "Working days", self._days(theme)))
        self.error = ErrorLine(theme)
        self.body.addWidget(self.error)
        self.body.addLayout(self._buttons(theme))

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._fold()
            return
        super().keyPressEvent(event)

    def _days(self, theme: Theme) -> QWidget:
        box = QWidget()
        box.setAccessibleName("Working days")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        long = day_names()
        short = day_names(QLocale.FormatType.ShortFormat)
        first = (QLocale().firstDayOfWeek().value - 1) % 7
        self.days: dict[int, Check] = {}
        for day in ((first + n) % 7 for n in range(7)):
            self.days[day] = Check(theme, short[day], day in self._place.week())
            self.days[day].setAccessibleName(long[day])
            row.addWidget(self.days[day])
        row.addStretch(1)
        return box

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        save = PrimaryButton(theme, "Save", "check")
        save.clicked.connect(self._save)
        close = QuietButton(theme, "Leave it as it is")
        close.clicked.connect(self._fold)
        row.addWidget(save)
        row.addWidget(close)
        row.addStretch(1)
        return row

    def _other_country(self) -> None:
        self.region.set_choices(self._place.regions(self.country.current()))

    def _save(self) -> None:
        week = tuple(sorted(day for day, box in self.days.items() if box.isChecked()))
        saved = self._place.save(
            self.name.text(),
            self.country.current(),
            self.region.current(),
            week,
            lambda sentence, _: self.error.set_text(sentence),
        )
        if saved:
            self.error.set_text("")
            self._fold()
