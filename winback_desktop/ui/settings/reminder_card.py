# SPDX-License-Identifier: MIT
"""The card about reminders: when, how private, how loud, paused until when, and with the window closed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from winback_desktop.ui.settings.fields import TimeOfDay, side_by_side
from winback_desktop.ui.settings.presenter import Settings
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import MenuButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Card
from winback_desktop.ui.widgets.choices import Check
from winback_desktop.ui.widgets.dates import pick_day
from winback_desktop.ui.widgets.fields import FormField
from winback_desktop.ui.widgets.labels import PlainLabel

Field = Callable[[str, str, QWidget], FormField]


class ReminderCard(Card):
    """``field(key, label, editor)`` makes a field that can show a refusal."""

    def __init__(self, theme: Theme, settings: Settings, field: Field) -> None:
        super().__init__(theme, gap=14)
        self._theme, self._settings = theme, settings
        self.body.addWidget(PlainLabel(theme, "Reminders", "card"))
        self.hour, self.quiet_from, self.quiet_to = (
            TimeOfDay(theme, label, at, lambda at, name=name: settings.set_hours(**{name: at}))
            for (name, label), at in zip(_TIMES, settings.hours()[:3], strict=True)
        )
        editors = (self.hour, self.quiet_from, self.quiet_to)
        fields = [field(name, label, each) for (name, label), each in zip(_TIMES, editors, strict=True)]
        self.body.addWidget(side_by_side(*fields))
        self.private = Check(theme, "Keep names out of notifications", True)
        self.private.toggled.connect(lambda on: settings.set_hours(private=on))
        self.sound = Check(theme, "Play a sound with notifications", False)
        self.sound.toggled.connect(lambda on: settings.set_hours(sound=on))
        self.body.addWidget(self.private)
        self.body.addWidget(self.sound)
        self.body.addLayout(self._pause_row(theme))
        self._add_staying(theme)

    def refresh(self) -> None:
        """Show what is stored now."""
        *times, private, sound = self._settings.hours()
        for editor, at in zip((self.hour, self.quiet_from, self.quiet_to), times, strict=True):
            editor.show_time(at)
        for check, on in ((self.private, private), (self.sound, sound)):
            check.blockSignals(True)
            check.setChecked(on)
            check.blockSignals(False)
        paused = self._settings.paused()
        self.paused.setText(paused or "Too much just now? Reminders can wait for a while.")
        self.resume.setVisible(bool(paused))
        self.pause.setVisible(not paused)

    def pick_pause(self) -> None:
        """Show a month to pick the day from until which reminders are paused."""
        under = self.resume if self._settings.paused() else self.pause
        pick_day(self._theme, under, None, self._settings.pause_until, first=self._settings.today())

    def _pause_row(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.paused = PlainLabel(theme, "", "secondary", wrap=True)
        row.addWidget(self.paused, 1)
        self.pause = MenuButton(theme, "Pause…", "pause", self._fill_pause)
        self.pause.setAccessibleName("Pause reminders")
        self.resume = SecondaryButton(theme, "Remind me again", "bell")
        self.resume.clicked.connect(self._settings.resume)
        for button in (self.pause, self.resume):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fill_pause(self, menu: QMenu) -> None:
        for place, label in enumerate(self._settings.pauses()):
            menu.addAction(label).triggered.connect(lambda _=False, place=place: self._settings.pause(place))
        menu.addSeparator()
        menu.addAction("Until a date…").triggered.connect(self.pick_pause)

    def _add_staying(self, theme: Theme) -> None:
        stays = Check(theme, "Keep reminding me when the window is closed", self._settings.stays())
        stays.toggled.connect(self._settings.set_stays)
        on, hint = self._settings.starts()
        starts = Check(theme, "Start with the computer, in the background", on)
        starts.toggled.connect(self._settings.set_starts)
        self.body.addWidget(stays)
        self.body.addWidget(starts)
        if hint:
            self.body.addWidget(PlainLabel(theme, hint, "hint", wrap=True))


_TIMES = (("hour", "Remind me at"), ("quiet_from", "Quiet from"), ("quiet_to", "Quiet until"))
