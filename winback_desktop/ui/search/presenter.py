# SPDX-License-Identifier: MIT
"""Turns what was typed into lines: what is stored, then what can be done, else an offer to add it."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from winback_desktop.application.due import due_steps
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import SearchHit, StepRow
from winback_desktop.domain.practice import CARE, Note, StepKind
from winback_desktop.domain.wording import step_title, step_word
from winback_desktop.ui import navigation
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.search.rows import STEP, Action, Row

_MOST = 40
_MOST_DUE = 5
_LONGEST = 200
_SECTIONS = {
    "contact": "Customers",
    "step": "Steps",
    "interest": "Interests",
    "note": "Notes",
    "loss": "Losses",
    "touch": "Conversations",
    "gift": "Gifts",
}
_LOOKS = {
    "contact": ("user", "accent"),
    "interest": ("tag", "text2"),
    "note": ("file-text", "note.solid"),
    "loss": ("heart-crack", "text2"),
    "touch": ("message-circle", "text2"),
    "gift": ("gift", "gift.solid"),
}


class SearchPresenter:
    """Answers each key press at once; nothing is kept between two of them."""

    def __init__(
        self, work: Workspace, operations: Operations, navigator: Navigator, actions: Sequence[Action]
    ) -> None:
        self._work, self._operations, self._navigator = work, operations, navigator
        self._actions = [(plain(action.words), action) for action in actions]

    def rows(self, text: str) -> list[Row]:
        """The lines for a text; without one, what is due and everything that can be done."""
        wanted = " ".join(text[:_LONGEST].split())
        if not wanted:
            return self._due() + [_action_row(action) for _, action in self._actions]
        hits = self._operations.run(lambda: self._work.store.queries.search(wanted, _MOST)) or []
        order = list(_SECTIONS)
        hits = sorted(hits, key=lambda hit: order.index(hit.kind) if hit.kind in order else len(order))
        rows = [self._hit_row(hit) for hit in hits] + self._matching(wanted)
        return rows or self._offers(wanted)

    def _due(self) -> list[Row]:
        rows = self._operations.run(lambda: due_steps(self._work)) or []
        rows = sorted(rows, key=lambda row: row.kind in CARE)  # people first, the owner's own walk after
        return [self._step_row(row) for row in rows[:_MOST_DUE]]

    def _step_row(self, row: StepRow) -> Row:
        title = step_title(StepKind(row.kind), one_line(row.name), row.smaller)
        return Row("Due now", row.kind, STEP, title, "", lambda: self._person(row.contact))

    def _matching(self, text: str) -> list[Row]:
        words = plain(text).split()
        return [
            _action_row(action)
            for name, action in self._actions
            if all(any(part.startswith(word) for part in name.split()) for word in words)
        ]

    def _hit_row(self, hit: SearchHit) -> Row:
        section = _SECTIONS.get(hit.kind, "More")
        title, detail = one_line(hit.title), one_line(hit.detail)
        if hit.kind == "step":
            icon, token, detail = self._step_look(hit.detail)
        else:
            icon, token = _LOOKS.get(hit.kind, ("info", "text2"))
        if hit.kind == "interest":
            title, detail = detail, title
        return Row(section, icon, token, title, detail, lambda: self._open(hit))

    def _step_look(self, detail: str) -> tuple[str, str, str]:
        """Kind, colour and words of a step from its kind and day, as the search names them."""
        kind, _, day = detail.partition(" ")
        try:
            when = short_day(date.fromisoformat(day), self._work.clock.today())
            return kind, STEP, f"{step_word(StepKind(kind))}, {when}"
        except ValueError:
            return kind, STEP, detail

    def _offers(self, text: str) -> list[Row]:
        ask = self._navigator.ask
        return [
            Row(
                "Nothing found",
                "user-plus",
                "accent",
                f"Add “{text}” as a customer",
                "",
                lambda: ask(navigation.NEW_CUSTOMER, text),
            )
        ]

    def _open(self, hit: SearchHit) -> None:
        if hit.kind == "note":
            note = next(iter(self._work.store.find(Note, id=hit.ref)), None)
            if note is not None and note.plan is not None:
                self._navigator.go(navigation.NOTES, note.plan)
                return
        self._person(hit.contact)

    def _person(self, contact: int) -> None:
        self._navigator.go(navigation.CUSTOMERS, contact)


def _action_row(action: Action) -> Row:
    return Row("Actions", action.icon or "chevron-right", "text2", action.words, action.keys, action.run)


def plain(text: str) -> str:
    """Lower case and without accents, for comparing."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def one_line(text: str) -> str:
    """A stored text for one line of the list."""
    line = " ".join(text[:_LONGEST].split())
    return f"{line}…" if len(text) > _LONGEST else line
