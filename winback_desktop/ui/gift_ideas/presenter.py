# SPDX-License-Identifier: MIT
"""Keeps the owner's own gift ideas and hides those that they don't want; says what became of a file."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from winback_desktop.application import own_ideas
from winback_desktop.application.changes import Changes
from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_shelf import hidden, shelf
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.gift_catalogue import GiftKind, Idea
from winback_desktop.domain.gift_prices import price_band
from winback_desktop.domain.gift_topics import subjects_in
from winback_desktop.domain.own_ideas import OwnIdea, own_idea, subject_words
from winback_desktop.ui.operations import Operations

Refusal = Callable[[str, str], None]
KINDS = (
    ("thing", "A thing"),
    ("book", "A book"),
    ("food", "Food"),
    ("experience", "To go to"),
    ("donation", "A donation"),
    ("time", "Time"),
)
_MOST_ROWS = 60


class IdeaRow(NamedTuple):
    """One idea: ``mine`` is one of the owner's own, ``hidden`` one that is never suggested."""

    key: str
    title: str
    detail: str
    mine: bool
    hidden: bool


class Form(NamedTuple):
    """An idea as typed; ``line`` tells which one is changed, 0 for a new one."""

    subject: str = ""
    title: str = ""
    kind: str = "thing"
    band: str = "2"
    holds: str = ""
    nothing_else: bool = False
    days: str = ""
    not_for: str = ""
    line: int = 0


class Ideas(QObject):
    """``rows`` are the owner's own and hidden ideas, or, looked for by ``text``, all on its subject."""

    refreshed = Signal()

    def __init__(self, work: Workspace, operations: Operations) -> None:
        super().__init__()
        self._work, self._operations = work, operations
        self.text = ""
        self.rows: tuple[IdeaRow, ...] = ()
        self.sentence = ""
        operations.changed.connect(self._changed)

    def look_for(self, text: str) -> None:
        """Show the ideas of a subject, or those with these words in them."""
        self.text = " ".join(text.split())
        self.read()

    def read(self) -> None:
        """Ask again."""
        found = self._found()
        away, currency = hidden(self._work), owner(self._work).currency
        self.rows = tuple(
            IdeaRow(
                idea.key,
                idea.title,
                f"{subject_words(idea.topic)} · {idea.kind} · {price_band(idea.band, currency)}",
                bool(idea.line),
                idea.key in away,
            )
            for idea in found[:_MOST_ROWS]
        )
        own = len(own_ideas.own(self._work))
        if self.text:
            self.sentence = "" if found else f"There is no idea for “{self.text[:40]}” yet. Add the first."
        elif own:
            self.sentence = (
                f"{own:,} of your own. Look for a subject to see those that come with the program."
            )
        else:
            self.sentence = (
                "None of your own yet. Look for a subject to see the ideas that come with the program."
            )
        self.refreshed.emit()

    def bands(self) -> list[tuple[str, str]]:
        """(band, words) of the prices in the owner's currency."""
        currency = owner(self._work).currency
        return [(str(band), price_band(band, currency)) for band in range(5)]

    def form_of(self, key: str) -> Form:
        """One of the owner's own, ready to change."""
        idea = self._idea(key)
        if idea is None:
            return Form()
        mine = own_idea(idea)
        return Form(
            subject_words(mine.subject),
            mine.title,
            mine.kind,
            str(mine.band),
            ", ".join(mine.holds),
            mine.nothing_else,
            str(mine.lead_days),
            mine.not_for,
            mine.line,
        )

    def keep(self, form: Form, refused: Refusal) -> bool:
        """Store what was typed; False when something about it was refused."""
        days = form.days.strip()
        if days and not (days.isascii() and days.isdigit() and len(days) < 4):
            refused(f"“{days[:20]}” is no number of days. Write it like 7, or leave it empty.", "lead_days")
            return False
        before = next((one for one in own_ideas.own(self._work) if one.line == form.line), None)
        idea = OwnIdea(
            "*" if form.subject.strip().casefold() == subject_words("*") else form.subject,
            form.title,
            GiftKind(form.kind or "thing"),
            int(form.band or 2),
            tuple(word.strip() for word in form.holds.split(",") if word.strip()),
            form.nothing_else,
            int(days) if days else None,
            form.not_for,
            own_idea(before).notes if before else (),
            before.line if before else 0,
        )
        return self._operations.run(lambda: own_ideas.keep_idea(self._work, idea), refused) is not None

    def remove(self, key: str) -> None:
        """Take one of the owner's own away; undo brings it back."""
        idea = self._idea(key)
        if idea is not None and idea.line:
            self._operations.run(lambda: own_ideas.remove_idea(self._work, idea))

    def set_hidden(self, key: str, away: bool) -> None:
        """Never suggest an idea again, or suggest it again."""
        idea = self._idea(key)
        if idea is not None and away:
            self._operations.run(lambda: own_ideas.hide_idea(self._work, key, idea.title))
        elif idea is not None:
            self._operations.run(lambda: own_ideas.show_idea(self._work, key))

    def take_file(self, path: str, refused: Refusal) -> tuple[str, tuple[str, ...]]:
        """Add the ideas of a file; a sentence on what became of it, and one for each line left out."""

        def take() -> own_ideas.Taken:
            from winback_desktop.exchange.idea_file import read_ideas

            return own_ideas.take_ideas(self._work, Path(path).name, read_ideas(Path(path)))

        taken = self._operations.run(take, refused)
        if taken is None:
            return "", ()
        said = f"{_ideas(taken.added)} added." if taken.added else "Nothing new in this file."
        if taken.known:
            said += f" {_ideas(taken.known)} known already."
        if taken.problems:
            said += " These lines were left out; mend them in the file and take it in again:"
        return said, taken.problems

    def save_file(self, path: str, refused: Refusal) -> str:
        """Write the owner's own ideas to a file; says where they are."""

        def save() -> Path:
            from winback_desktop.exchange.idea_file import write_ideas

            kept = self._work.store.path
            if kept is not None and Path(path).resolve() == kept.resolve():
                raise Refused(f"{Path(path).name} is where your data itself is kept. Choose another file.")
            return write_ideas(Path(path), own_ideas.ideas_text(self._work))

        written = self._operations.run(save, refused)
        return (
            f"Written to {written.name}. Change it with any editor and take it in again." if written else ""
        )

    def _found(self) -> list[Idea]:
        if not self.text:
            own = own_ideas.own(self._work)
            known = {idea.key for idea in own}
            return own + [idea for idea in own_ideas.hidden_ideas(self._work) if idea.key not in known]
        found = shelf(self._work)
        heard = [one.topic for one in subjects_in(found, self.text)]
        low = self.text.casefold()
        ideas = [idea for topic in heard for idea in topic.ideas]
        keys = {idea.key for idea in ideas}
        ideas += [
            idea
            for topic in found.topics.values()
            for idea in topic.ideas
            if idea.key not in keys and (low in idea.title.casefold() or topic.name.startswith(low))
        ]
        return sorted(ideas, key=lambda idea: not idea.line)

    def _idea(self, key: str) -> Idea | None:
        topics = shelf(self._work).topics.values()
        return next((idea for topic in topics for idea in topic.ideas if idea.key == key), None)

    def _changed(self, changes: Changes) -> None:
        if "setting" in changes.kinds:
            self.read()


def _ideas(number: int) -> str:
    return "1 idea" if number == 1 else f"{number:,} ideas"
