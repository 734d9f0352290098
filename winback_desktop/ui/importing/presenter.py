# SPDX-License-Identifier: MIT
"""Reads the chosen file, says what an import would do, takes decisions and does it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from winback_desktop.application.import_contacts import (
    Action,
    Decision,
    ImportItem,
    ImportPlan,
    apply_import,
    plan_import,
)
from winback_desktop.application.ports import Workspace
from winback_desktop.exchange.csv_contacts import preview
from winback_desktop.exchange.csv_headers import FIELDS, UNUSED
from winback_desktop.exchange.detect import kind_of, read_bytes, read_contacts
from winback_desktop.exchange.reading import Reading
from winback_desktop.ui.operations import Operations

Refusal = Callable[[str, str], None]

_UNUSED = ("", "Not used")
_REMEMBERED = "import.columns"
_MOST_QUESTIONS = 50
_SHOWN_PROBLEMS = 200
_WORDS = {"map": "", "po_box": "PO box", "email": "E-mail", "web": "Web page", "uid": "Id"}
DECISIONS = (
    (Decision.MERGE.value, "The same person: add to them"),
    (Decision.SKIP.value, "Leave this one out"),
    (Decision.KEEP_BOTH.value, "Two people: keep both"),
)


class Table(NamedTuple):
    """A table to look at before it is read: headings, the field chosen for each, and the first rows."""

    headers: tuple[str, ...]
    fields: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    choices: tuple[tuple[str, str], ...]
    guessed: bool


class Question(NamedTuple):
    """A card that seems to be somebody known: both names, why, and what will be done unless changed."""

    place: int
    new: str
    known: str
    because: str
    decision: str


class Summary(NamedTuple):
    """What the import would do, in words, and what to ask."""

    sentence: str
    count: int
    questions: tuple[Question, ...]
    more_questions: int
    problems: tuple[str, ...]
    more_problems: int


class ImportPresenter(QObject):
    """One import from a file to its result; a new file starts over."""

    def __init__(self, work: Workspace, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._operations = work, operations
        self._data, self._name = b"", ""
        self._mapping: dict[str, str] = {}
        self._reading: Reading | None = None
        self._plan: ImportPlan | None = None
        self._decisions: dict[int, Decision] = {}

    @property
    def name(self) -> str:
        """The chosen file's name."""
        return self._name

    def choose(self, path: str, refused: Refusal) -> str:
        """Read a file's bytes; ``vcard`` or ``csv``, or nothing when it was refused."""

        def look() -> str:
            data = read_bytes(Path(path))
            kind = kind_of(data, Path(path).name, mapped=path.lower().endswith((".csv", ".tsv", ".txt")))
            self._data, self._name, self._decisions = data, Path(path).name, {}
            self._mapping = {}
            return kind

        return self._operations.run(look, refused) or ""

    def table(self, refused: Refusal) -> Table | None:
        """The table's first rows with the columns as recognised or as chosen last time."""

        def look() -> Table:
            self._mapping = self._mapping or self._remembered()
            found = preview(self._data, self._mapping)
            choices = (_UNUSED, *((field, _words(field)) for field in FIELDS))
            rows = tuple(tuple(row) for row in found.rows)
            return Table(tuple(found.headers), tuple(found.fields), rows, choices, found.guessed)

        return self._operations.run(look, refused)

    def set_columns(self, fields: list[str]) -> None:
        """Which field each column holds, in the order of the columns; what differs from what the headings
        say by themselves is remembered for such tables."""
        recognised = preview(self._data).fields
        self._mapping = {}
        for at, (field, by_itself) in enumerate(zip(fields, recognised, strict=True), 1):
            if field != by_itself:
                wanted = field or UNUSED
                self._mapping[f"{wanted}:{at}" if wanted in (UNUSED, *self._mapping) else wanted] = str(at)

    def read(self, refused: Refusal) -> bool:
        """Read all cards of the file; True when that went well."""
        self._reading = self._operations.run(
            lambda: read_contacts(self._data, self._name, self._mapping or None), refused
        )
        if self._reading is not None and self._mapping:
            self._remember()
        return self._reading is not None

    def summary(self, refused: Refusal) -> Summary | None:
        """What importing would do with the decisions made so far."""
        reading = self._reading
        if reading is None:
            return None
        plan = self._operations.run(
            lambda: plan_import(
                self._work,
                reading.cards,
                reading.problems,
                source=self._name,
                unreadable=reading.skipped,
                decisions=self._decisions,
            ),
            refused,
        )
        if plan is None:
            return None
        self._plan = plan
        doubtful = [item for item in plan.items if item.doubtful or item.place in self._decisions]
        count = plan.count(Action.CREATE) + plan.count(Action.UPDATE)
        problems = [f"{problem.where}: {problem.why}" for problem in plan.problems]
        return Summary(
            _sentence({action: plan.count(action) for action in Action}),
            count,
            tuple(self._question(item) for item in doubtful[:_MOST_QUESTIONS]),
            max(0, len(doubtful) - _MOST_QUESTIONS),
            tuple(problems[:_SHOWN_PROBLEMS]),
            max(0, len(problems) - _SHOWN_PROBLEMS),
        )

    def decide(self, place: int, decision: str) -> None:
        """What to do about one card that seems to be known."""
        self._decisions[place] = Decision(decision)

    def run(self, refused: Refusal) -> str:
        """Import; the result in words, or nothing when it could not be stored."""
        plan = self._plan
        if plan is None:
            return ""
        result = self._operations.run(lambda: apply_import(self._work, plan), refused)
        if result is None:
            return ""
        counts = {
            Action.CREATE: result.created,
            Action.UPDATE: result.updated,
            Action.UNCHANGED: result.unchanged,
            Action.SKIP: result.skipped,
        }
        return _sentence(counts, done=True)

    def undo(self) -> None:
        """Take the import back."""
        self._operations.undo()

    def _question(self, item: ImportItem) -> Question:
        decision = self._decisions.get(item.place)
        if decision is None:
            merges = item.action in (Action.UPDATE, Action.UNCHANGED)
            skips = item.action is Action.SKIP
            decision = Decision.SKIP if skips else Decision.MERGE if merges else Decision.KEEP_BOTH
        return Question(item.place, item.card.contact.name, item.known, item.because, decision)

    def _remembered(self) -> dict[str, str]:
        key = self._headings()
        kept = self._work.store.setting(_REMEMBERED, {})
        return dict(kept.get(key, {})) if isinstance(kept, dict) else {}

    def _remember(self) -> None:
        if self._work.store.read_only:
            return
        kept = self._work.store.setting(_REMEMBERED, {})
        kept = dict(kept) if isinstance(kept, dict) else {}
        kept[self._headings()] = self._mapping

        def keep() -> None:
            with self._work.store.transaction():
                self._work.store.set_setting(_REMEMBERED, kept)

        self._operations.run(keep)

    def _headings(self) -> str:
        return json.dumps(list(preview(self._data).headers), ensure_ascii=False)[:500]


def _words(field: str) -> str:
    return _WORDS.get(field) or field.replace("_", " ").replace("-", " ").capitalize()


def _sentence(counts: dict[Action, int], *, done: bool = False) -> str:
    will = "" if done else "will be "
    parts = [
        (counts[Action.CREATE], f"{will}added"),
        (counts[Action.UPDATE], f"{will}completed"),
        (counts[Action.UNCHANGED], "known already and unchanged"),
        (counts[Action.SKIP], f"{will}left out"),
    ]
    said = [f"{count:,} {words}" for count, words in parts if count]
    return (", ".join(said) or "Nothing to bring in") + "."
