# SPDX-License-Identifier: MIT
"""The filters behind one button: where people stand, tag, organisation, silence, and the order."""

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from winback_desktop.ui.customers.directory.presenter import Directory
from winback_desktop.ui.customers.directory.words import ORDERS, SILENCES, STATES
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import QuietButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import TextLine

_CELL = 200


class Filters(QWidget):
    """As many beside one another as fit; the list follows each at once."""

    cleared = Signal()

    def __init__(self, directory: Directory, theme: Theme) -> None:
        super().__init__()
        self._directory, self._theme = directory, theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._order = Choice(theme, "Order", ORDERS)
        self._state = Choice(theme, "Where they stand", STATES)
        self._silence = Choice(theme, "Contact", SILENCES)
        self._tag = Choice(theme, "Tag", (("", "Any tag"),))
        self._organisation = TextLine("Organisation", placeholder="Any organisation")
        self._organisation.setClearButtonEnabled(True)
        self._complete()
        clear = QuietButton(theme, "Clear filters", "x")
        clear.clicked.connect(self.clear)
        self._cells = (self._order, self._state, self._silence, self._tag, self._organisation, clear)
        for choice, act in (
            (self._order, directory.set_order),
            (self._state, directory.set_state),
            (self._silence, directory.set_silence),
            (self._tag, directory.set_tag),
        ):
            choice.currentIndexChanged.connect(lambda _, choice=choice, act=act: act(choice.current()))
        self._columns = 0
        self._arrange(3)

    def refresh(self) -> None:
        """Offer the tags that are in use now."""
        tags = [("", "Any tag"), *((tag, tag) for tag in self._directory.tags())]
        self._tag.set_choices(tags, self._directory.sieve.tag)

    def clear(self) -> None:
        """Show everybody again; the order stays."""
        for choice in (self._state, self._silence, self._tag):
            choice.set_current("")
        self._organisation.blockSignals(True)
        self._organisation.clear()
        self._organisation.blockSignals(False)
        self.cleared.emit()
        self._directory.clear_filters()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(max(1, min(6, self.width() // self._theme.em(_CELL))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for at in range(max(columns, self._columns)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._columns = columns
        for at, cell in enumerate(self._cells):
            side = Qt.AlignmentFlag.AlignLeading if at == len(self._cells) - 1 else Qt.AlignmentFlag(0)
            self._grid.addWidget(cell, at // columns, at % columns, side)

    def _complete(self) -> None:
        names = QStringListModel(self)
        completer = QCompleter(names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._organisation.setCompleter(completer)
        wait = QTimer(self, singleShot=True, interval=120)
        self._organisation.textEdited.connect(
            lambda text: names.setStringList(self._directory.organisations(text))
        )
        self._organisation.textChanged.connect(lambda _: wait.start())
        wait.timeout.connect(lambda: self._directory.set_organisation(self._organisation.text()))
