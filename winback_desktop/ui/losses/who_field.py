# SPDX-License-Identifier: MIT
"""The line for a name, with known people offered while it is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from winback_desktop.ui.losses.rows import Person
from winback_desktop.ui.widgets.fields import TextLine


class WhoField(TextLine):
    """``contact`` is the id of the person chosen from the list, 0 for a name that was only typed."""

    changed = Signal()

    def __init__(self, people: Callable[[str], Sequence[Person]], parent: QWidget | None = None) -> None:
        super().__init__("Who", placeholder="Their name, or their firm's", parent=parent)
        self._ask, self._people = people, list[Person]()
        self.contact = 0
        self.setMaxLength(10_000)
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated[QModelIndex].connect(self._chosen)
        completer.highlighted[QModelIndex].connect(self._chosen)
        self.setCompleter(completer)
        self.textEdited.connect(self._typed)

    def set_person(self, name: str, contact: int) -> None:
        """Show somebody."""
        self.setText(name)
        self.contact = contact

    def _typed(self, text: str) -> None:
        self.contact = 0
        self._people = list(self._ask(text))
        self._model.setStringList(
            [f"{p.name} · {p.organisation}" if p.organisation else p.name for p in self._people]
        )
        self.changed.emit()

    def _chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._people):
            person = self._people[index.row()]
            # After the completer has put its own line, with the organisation, into the field.
            QTimer.singleShot(0, self, lambda: self._take(person))
        else:  # back to what was typed
            self.contact = 0

    def _take(self, person: Person) -> None:
        self.set_person(person.name, person.contact)
        self.changed.emit()
