# SPDX-License-Identifier: MIT
"""How many days ahead the owner is reminded of what a lunch and a gift need."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from winback_desktop.ui.settings.fields import Number
from winback_desktop.ui.settings.presenter import Settings
from winback_desktop.ui.theme import Theme

_LEADS = (
    ("invite_days", "Invite to lunch"),
    ("choose_days", "Choose the gift"),
    ("order_days", "Order the gift"),
)
_LONGEST = 61
_NARROWEST = 76
_HINT = "Days ahead"


class LeadTimes(QWidget):
    """``field(key, label, editor, hint)`` makes a field that can show a refusal."""

    def __init__(self, theme: Theme, settings: Settings, field: Callable[..., QWidget]) -> None:
        super().__init__()
        self._settings = settings
        self.numbers: dict[str, Number] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for key, label in _LEADS:
            number = self.numbers[key] = Number(
                theme,
                f"{label}, days ahead",
                range(1, _LONGEST),
                getattr(settings.owner, key),
                lambda days, key=key: settings.set_owner(**{key: days}),
            )
            number.setMinimumWidth(theme.em(_NARROWEST))
            row.addWidget(field(key, label, number, _HINT), 1)

    def refresh(self) -> None:
        """Show what is stored."""
        for key, number in self.numbers.items():
            number.set_current(str(getattr(self._settings.owner, key)))
