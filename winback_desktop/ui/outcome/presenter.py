# SPDX-License-Identifier: MIT
"""Reads what is noted of a return and keeps what the owner adds."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale, QObject

from winback_desktop.application.ports import Workspace
from winback_desktop.application.welcome_back import return_of, welcome_back
from winback_desktop.domain.meetings import Return
from winback_desktop.domain.people import Contact
from winback_desktop.ui.operations import Operations

_MINOR = 100
_MOST = 10**12

Refusal = Callable[[str, str], None]


class OutcomePresenter(QObject):
    """One presenter for one opened sheet; ``open`` comes first."""

    def __init__(self, work: Workspace, operations: Operations, plan: int) -> None:
        super().__init__()
        self._work, self._operations, self._plan = work, operations, plan
        self._return: Return | None = None
        self.name = ""

    def open(self) -> bool:
        """Read the plan; False, with a sentence in the bar below, when it is gone."""
        found = self._operations.run(lambda: return_of(self._work, self._plan))
        if found is None:
            return False
        self._return = found
        self.name = self._work.store.get(Contact, found.contact).name
        return True

    @property
    def known(self) -> Return:
        """What is noted so far."""
        assert self._return is not None
        return self._return

    @property
    def currency(self) -> str:
        """The currency of the value."""
        return self.known.currency

    def value_words(self) -> str:
        """The value as it may be typed again."""
        value = self.known.value
        if value is None:
            return ""
        return QLocale().toString(value / _MINOR, "f", 0 if value % _MINOR == 0 else 2)

    def keep(self, on: date | None, helped: str, value: str, refused: Refusal) -> bool:
        """Keep the return; ``refused(sentence, field)`` hears what is to be mended."""
        if on is None:
            refused("Choose the day on which they came back.", "on")
            return False
        amount = _amount(value)
        if value.strip() and amount is None:
            refused(f"This is no sum. Write it in figures, such as {QLocale().toString(2400)}.", "value")
            return False
        new = self.known._replace(on=on, helped=helped, value=amount)
        return self._operations.run(lambda: welcome_back(self._work, new), refused) is not None

    def today(self) -> date:
        """The owner's date."""
        return self._work.clock.today()


def _amount(typed: str) -> int | None:
    """A sum in minor units; None for an empty text and for one that is no sum."""
    text = "".join(typed.split())
    for locale in (QLocale(), QLocale.c()):
        number, fits = locale.toDouble(text)
        if fits and 0 <= number < _MOST:
            return round(number * _MINOR)
    return None
