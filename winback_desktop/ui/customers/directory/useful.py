# SPDX-License-Identifier: MIT
"""What is new and useful for customers, with where it was used, ready to show."""

from PySide6.QtCore import QObject, Signal

from winback_desktop.application import value_ideas
from winback_desktop.application.changes import Changes
from winback_desktop.application.ports import Workspace
from winback_desktop.application.value_ideas import ShelfItem
from winback_desktop.ui.customers.directory.rows import UsefulRow
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.operations import Operations

_SHOWN = {"valueidea", "newsitem", "valueuse", "contact"}
_NAMED = 4


class Useful(QObject):
    """``refreshed`` follows every change of what is shown."""

    refreshed = Signal()
    refused = Signal(str)

    def __init__(self, work: Workspace, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._operations = work, operations
        operations.changed.connect(self._changed)

    def rows(self) -> list[UsefulRow]:
        """What is new first, then the ideas."""
        found = self._operations.run(lambda: value_ideas.shelf(self._work)) or []
        return [UsefulRow(one.key, one.title, one.is_news, self._words(one)) for one in found]

    def add(self, title: str, news: bool) -> bool:
        """Log something new, or keep an idea; False when it was refused."""
        keep = value_ideas.add_news if news else value_ideas.add_idea
        kept = self._operations.run(lambda: keep(self._work, title), lambda why, _: self.refused.emit(why))
        return kept is not None

    def remove(self, key: str) -> None:
        """Take one away; whom it was brought to stays known."""
        self._operations.run(lambda: value_ideas.remove_offer(self._work, key))

    def _words(self, one: ShelfItem) -> str:
        today = self._work.clock.today()
        if not one.uses:
            return "Not used yet"
        named = ", ".join(f"{use.name} ({short_day(use.on, today)})" for use in one.uses[:_NAMED])
        more = f" and {len(one.uses) - _NAMED} more" if len(one.uses) > _NAMED else ""
        return f"Brought to {named}{more}"

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN:
            self.refreshed.emit()
