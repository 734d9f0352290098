# SPDX-License-Identifier: MIT
"""Where the owner is and was: page changes with a history, and requests that any page may make."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

TODAY = "today"
CALENDAR = "calendar"
CUSTOMERS = "customers"
NOTES = "notes"
WELLBEING = "wellbeing"
"""Target: the kind of care that is meant, or "best" for the best customers."""
INSIGHTS = "insights"
SETTINGS = "settings"
PAUSE = "pause"
"""As a target of the settings: pick a day until which reminders are paused."""
LET_ALL_WAIT = "let-all-wait"
"""As a target of the settings: ask until when all plans wait."""

RECORD_LOSS = "record-loss"
"""Opens the new-loss sheet; target: a contact's id, or None."""
LUNCH = "lunch"
"""Opens the lunch; target: an invite or lunch step's id."""
WELCOME_BACK = "welcome-back"
"""Opens what is noted of a return; target: a plan's id."""
NEW_CUSTOMER = "new-customer"
HELPED = "helped"
"""Opens one more helped, with a line on who and how."""
PRINT = "print"
"""Opens the print sheet; target: a ``PrintWish``."""
SEARCH = "search"
INTERESTS = "interests"
"""Opens who shares an interest; target: the interest, or None for all of them."""
LISTEN = "listen"
"""Opens what was heard in some words, to note as interests; target: ``Words``."""
GIFT_IDEAS = "gift-ideas"
"""Opens the owner's own gift ideas; target: the subject to add one for, or None."""
IMPORT = "import"
EXPORT = "export"
VENT = "vent"
"""Opens the letter that is not sent."""
SAMPLE_DATA = "sample-data"
START_FOR_REAL = "start-for-real"

_LONGEST = 100


class Place(NamedTuple):
    """A page and what it shows: a contact's, plan's or step's id or a date, as the page defines it."""

    page: str
    target: object = None


class PrintWish(NamedTuple):
    """What goes on paper: ``kind`` is note, envelopes, labels, tag, customer, brief, days or calibration.

    ``contacts`` are whom it is for; none lets the owner choose (envelopes and labels). ``text`` is the
    note's or the tag's, ``size`` and ``mode`` those of the card, ``cover`` words for its front.
    ``step`` is the lunch that a brief is for. ``may_go`` raises Refused while nothing may leave the house;
    ``done`` is called after printing. ``compose`` draws the days of a calendar for a size of paper, and
    ``text`` says which they are.
    """

    kind: str
    contacts: tuple[int, ...] = ()
    text: str = ""
    size: str = ""
    mode: str = ""
    cover: str = ""
    may_go: Callable[[], None] | None = None
    done: Callable[[], None] | None = None
    step: int = 0
    compose: Callable[..., object] | None = None


class Words(NamedTuple):
    """What was said or written, by or about somebody."""

    contact: int
    text: str


class WriteNote(NamedTuple):
    """Target of the notes page: a note for another occasion than a loss, or the stored ``note`` itself."""

    contact: int
    occasion: str
    note: int = 0


class Navigator(QObject):
    """Changes pages and passes requests on, so that no page needs to know another."""

    requested = Signal(str, object)
    """(page, target): the main window shows the page and calls its ``activate(target)``."""
    asked = Signal(str, object)
    """(request, target): one of the requests above, for whoever answers it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._here: Place | None = None

    @property
    def here(self) -> Place | None:
        """The present place."""
        return self._here

    def go(self, page: str, target: object = None) -> None:
        """Show a page; going again to where one is shows it afresh without a new history entry."""
        place = Place(page, target)
        if self._here is not None and self._here != place:
            self._back = [*self._back[-_LONGEST:], self._here]
            self._forward.clear()
        self._show(place)

    def ask(self, request: str, target: object = None) -> None:
        """Ask for something that is no page: a sheet, the search, an import."""
        self.asked.emit(request, target)

    def back(self) -> None:
        """The place before this one, if there is one."""
        if self._back and self._here is not None:
            self._forward.append(self._here)
            self._show(self._back.pop())

    def forward(self) -> None:
        """The place from which ``back`` came, if there is one."""
        if self._forward and self._here is not None:
            self._back.append(self._here)
            self._show(self._forward.pop())

    def _show(self, place: Place) -> None:
        self._here = place
        self.requested.emit(place.page, place.target)
