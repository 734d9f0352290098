# SPDX-License-Identifier: MIT
"""Asked where a step was moved into quiet time: the first day after it, or a reason to unlock it early."""

from PySide6.QtWidgets import QWidget

from winback_desktop.application.move_early import HeldBack
from winback_desktop.domain.wording import WHY_WAIT
from winback_desktop.ui.calendar.moving import Moving
from winback_desktop.ui.calendar.words import long_day
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.fields import FormField, TextArea
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


class QuietSheet(Sheet):
    """Closing it leaves the step where it is."""

    def __init__(self, theme: Theme, host: QWidget, held: HeldBack, moving: Moving) -> None:
        super().__init__(theme, host, f"{long_day(held.wanted)} is still quiet time", width=520)
        self._held, self._moving = held, moving
        says = f"Quiet time with {held.name} lasts through {long_day(held.quiet_until)}. {WHY_WAIT}"
        self.content.addWidget(PlainLabel(theme, says, "body", wrap=True))
        self.reason = TextArea("Why it can’t wait", rows=2)
        hint = "Only to unlock it early; the reason stays with the plan."
        self.field = FormField(theme, "Why it can’t wait", self.reason, hint)
        self.content.addWidget(self.field)
        self.content.addStretch(1)
        self.unlock = SecondaryButton(theme, "Unlock and move it", "door-open")
        self.unlock.clicked.connect(self._unlock)
        stays = held.due == held.free
        words = f"{'Leave it on' if stays else 'Move it to'} {short_day(held.free, held.wanted)}"
        self.keep = PrimaryButton(theme, words)
        self.keep.clicked.connect(self.dismiss if stays else self._move_after)
        self.buttons.addWidget(self.unlock)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.keep)
        self.closed.connect(self.deleteLater)

    def _move_after(self) -> None:
        self.finish()
        self._moving.move(self._held.step, self._held.free)

    def _unlock(self) -> None:
        held, reason = self._held, self.reason.toPlainText()
        if self._moving.move_early(held.step, held.wanted, reason, self._refused):
            self.finish()

    def _refused(self, sentence: str, _field: str) -> None:
        self.field.set_error(sentence)
        self.reason.setFocus()
