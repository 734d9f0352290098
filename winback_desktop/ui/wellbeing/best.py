# SPDX-License-Identifier: MIT
"""The best customers as the page sees them: the board, the proposals, the cards for a touch, referrals."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale, QObject, Signal

from winback_desktop.application import best_customers, referrals
from winback_desktop.application.changes import Changes
from winback_desktop.application.choose_gift import ideas_for
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.care import Referral
from winback_desktop.domain.care_wording import TOUCH_DONE, TOUCH_WORDS
from winback_desktop.domain.practice import TouchKind
from winback_desktop.domain.touch_rhythm import CADENCES, cadence_words, since_words
from winback_desktop.domain.wording import count_word, whole_years
from winback_desktop.ui.navigation import CUSTOMERS, NOTES, PRINT, Navigator, PrintWish, WriteNote
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.wellbeing.rows import BestDetails, BestRow, ProposedRow, ThanksRow, TouchRow

Refused = Callable[[str, str], None]

KINDS: tuple[tuple[str, str, str], ...] = (
    ("call", "Call", "phone"),
    ("meeting", "Meet", "users"),
    ("kindness", "Kindness", "hand-heart"),
    ("hello", "Hello", "message-circle"),
)
"""(kind, word, icon) of the four kinds of touch."""

_SHOWN_KINDS = {
    "contact",
    "contactpoint",
    "touch",
    "note",
    "gift",
    "bestcustomer",
    "referral",
    "plan",
    "step",
}
_SHOWN_KINDS |= {"interest", "day", "loss"}
_SMALL_GIFT = 3


class Best(QObject):
    """``changed`` says that the board is to be drawn anew."""

    changed = Signal()

    def __init__(self, work: Workspace, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self._work, self._operations, self._navigator = work, operations, navigator
        operations.changed.connect(self._on_changed)

    def board(self) -> tuple[list[BestRow], list[ProposedRow], str]:
        """The board, whom to turn to, and after which loss."""
        found = self._operations.run(lambda: best_customers.board(self._work))
        if found is None:
            return [], [], ""
        rows = [
            BestRow(
                row.contact, row.name, self._about(row), self._last(row), row.losing_touch, row.held
            )
            for row in found.rows
        ]  # fmt: skip
        proposed = [ProposedRow(one.contact, one.name, one.reason) for one in found.proposed]
        return rows, proposed, found.after

    def add(self, name: str, refused: Refused) -> bool:
        """Put somebody on the board."""
        return self._operations.run(lambda: best_customers.add_best(self._work, name), refused) is not None

    def names_like(self, text: str) -> list[str]:
        """Known names to complete what is typed."""
        text = text.strip()
        return [row.name for row in self._work.store.queries.contacts(text=text, limit=8)] if text else []

    def take_off(self, contact: int) -> None:
        """Take somebody off the board."""
        self._operations.run(lambda: best_customers.take_off(self._work, contact))

    def details(self, contact: int) -> BestDetails | None:
        """What can be changed about somebody on the board."""
        found = self._operations.run(lambda: best_customers.board(self._work))
        row = next((one for one in found.rows if one.contact == contact), None) if found else None
        if row is None:
            return None
        value = QLocale().toString(row.value / 100, "f", 0) if row.value is not None else ""
        return BestDetails(
            contact,
            row.name,
            value,
            row.currency or owner(self._work).currency,
            str(row.cadence),
            self._last(row),
            row.held,
        )

    def cadences(self, shown: str) -> list[tuple[str, str]]:
        """(days, words) to choose from, one that was set otherwise too."""
        known = [(str(days), words.capitalize()) for days, words in CADENCES]
        if shown not in dict(known):
            known.append((shown, cadence_words(int(shown)).capitalize()))
        return known

    def keep(self, contact: int, value: str, currency: str, cadence: str, refused: Refused) -> bool:
        """Keep value and rhythm as typed."""
        amount = self._amount(value)
        if value.strip() and amount is None:
            example = QLocale().toString(2400)
            refused(f"This is no sum. Write it in figures, such as {example}.", "value")
            return False
        kept = self._operations.run(
            lambda: best_customers.keep_best(self._work, contact, amount, currency, int(cadence)), refused
        )
        return kept is not None

    def touch(self, contact: int, kind: str) -> TouchRow | None:
        """The card for one kind of touch."""
        found = self._operations.run(
            lambda: best_customers.touch_card(self._work, contact, TouchKind(kind))
        )  # fmt: skip
        if found is None:
            return None
        lines = found.lines
        if found.kind is TouchKind.KINDNESS:
            ideas = self._operations.run(lambda: ideas_for(self._work, contact, limit=_SMALL_GIFT)) or []
            lines = (*lines, *(f"Or something small: {idea.title}." for idea in ideas))
        title = f"{TOUCH_WORDS[found.kind]}: {found.name}"
        return TouchRow(
            contact, found.name, kind, title, lines, found.text, found.phone, found.email, found.held
        )

    def log(
        self, contact: int, kind: str, summary: str, heard: str, on: date | None, refused: Refused
    ) -> bool:
        """Note a contact that took place."""
        use = best_customers.log_touch
        return (
            self._operations.run(
                lambda: use(self._work, contact, TouchKind(kind), summary, heard, on), refused
            )
            is not None
        )

    def refer(self, contact: int, name: str, on: date | None, words: str, refused: Refused) -> bool:
        """Record that somebody sent somebody."""
        use = referrals.record_referral
        return self._operations.run(lambda: use(self._work, contact, name, on, words), refused) is not None

    def thanks(self) -> list[ThanksRow]:
        """The referrals that are still to be thanked for."""
        found = self._operations.run(lambda: referrals.thanks_waiting(self._work)) or []
        return [ThanksRow(*task) for task in found]

    def save_thanks(self, referral: int, text: str) -> None:
        """Keep the words of the thanks."""
        self._operations.run(lambda: referrals.save_thanks(self._work, referral, text))

    def mark_thanked(self, referral: int, text: str, on: date | None, refused: Refused) -> bool:
        """The thanks are on their way."""

        def go() -> object:
            with self._work.store.change("thank for a referral"):
                referrals.save_thanks(self._work, referral, text)
                return referrals.mark_thanked(self._work, referral, on)

        return self._operations.run(go, refused) is not None

    def print_thanks(self, contact: int, text: str) -> None:
        """Open the print sheet with the words of the thanks."""
        self._navigator.ask(PRINT, PrintWish("note", (contact,), text))

    def open_studio(self, referral: int) -> None:
        """Go on with the thanks where notes are written."""
        found = self._operations.run(lambda: self._work.store.get(Referral, referral))
        if found is not None:
            self._navigator.go(NOTES, WriteNote(found.contact, "referral", found.note or 0))

    def remove_referral(self, referral: int) -> None:
        """Take a referral away."""
        self._operations.run(lambda: referrals.remove_referral(self._work, referral))

    def open_contact(self, contact: int) -> None:
        """Go to the customer's own page."""
        self._navigator.go(CUSTOMERS, contact)

    def today(self) -> date:
        """The owner's day."""
        return self._work.clock.today()

    def _about(self, row: best_customers.BoardRow) -> str:
        years = whole_years(row.since, self.today())
        parts = []
        if years:
            parts.append(f"{count_word(years)} {'year' if years == 1 else 'years'}")
        if row.value is not None:
            parts.append(f"{QLocale().toString(row.value / 100, 'f', 0)} {row.currency} a year")
        parts.append(cadence_words(row.cadence))
        parts.append(row.organisation if row.organisation != row.name else "")
        if row.referrals:
            parts.append(f"sent you {count_word(row.referrals)}")
        return " · ".join(filter(None, parts))

    def _last(self, row: best_customers.BoardRow) -> str:
        words = since_words(row.last_on, self.today())
        return f"{TOUCH_DONE.get(row.last_kind, 'a contact')}, {words}" if row.last_on else words

    def _amount(self, text: str) -> int | None:
        text = text.strip()
        value, good = QLocale().toDouble(text)
        if not good:
            value, good = QLocale.c().toDouble(text)
        return round(value * 100) if text and good and 0 <= value < 1e12 else None

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN_KINDS:
            self.changed.emit()
