# SPDX-License-Identifier: MIT
"""The sheet over a talk or a note: what was heard in it, one press each to note it."""

from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.interests.listener import Listener
from winback_desktop.ui.navigation import Navigator, Words
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_LONGEST = 400


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> "HearSheet | None":
    """Open the sheet over the words of ``target``."""
    if not isinstance(target, Words):
        return None
    sheet = HearSheet(theme, window, Listener(workspace, operations, target.contact), target.text)
    sheet.open()
    return sheet


class HearSheet(Sheet):
    """What is pressed is noted with the sentence it stands in, and leaves the list."""

    def __init__(self, theme: Theme, host: QWidget, listener: Listener, text: str) -> None:
        super().__init__(theme, host, f"What {listener.name()} enjoys", width=520)
        self.setObjectName("hear-sheet")
        self._listener, self._text = listener, text
        listener.setParent(self)
        shown = " ".join(text.split())
        if shown:
            short = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
            self.content.addWidget(PlainLabel(theme, f"“{short}”", "secondary", wrap=True))
        self._sentence = PlainLabel(theme, "", "hint", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.line = TextLine("In your own words", placeholder="Sailing, her grandchildren…")
        self.line.returnPressed.connect(self._add)
        self._field = FormField(theme, "Or in your own words", self.line)
        add = self._note = SecondaryButton(theme, "Note it", "plus")
        add.clicked.connect(self._add)
        self.content.addWidget(self._sentence)
        self.content.addLayout(self._rows)
        self.content.addWidget(self._field)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        self.content.addLayout(row)
        self.content.addStretch(1)
        done = self._done = PrimaryButton(theme, "Done", "check")
        done.clicked.connect(self.dismiss)
        self.buttons.addStretch(1)
        self.buttons.addWidget(done)
        self.closed.connect(self.deleteLater)
        self._draw()

    def _draw(self) -> None:
        empty_layout(self._rows)
        heard = self._listener.hear(self._text)
        words = "Press what you want to note." if heard else "Nothing more was heard in these words."
        self._sentence.setText(words)
        rows = []
        for place, one in enumerate(heard):
            row = ListRow(self._theme, one.words, icon="plus", token="gift.solid", active=True)
            row.setAccessibleName(f"Note: {one.words}")
            row.setAccessibleDescription(f"heard in: {one.because}")
            row.activated.connect(lambda place=place: self._accept(place))
            self._rows.addWidget(row)
            rows.append(row)
        chain: list[QWidget] = [*rows, self.line, self._note, self._done]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _accept(self, place: int) -> None:
        if self._listener.accept(place):
            self._draw()
            self.line.setFocus()

    def _add(self) -> None:
        self._field.set_error("")
        if self._listener.add(self.line.text(), lambda sentence, _: self._field.set_error(sentence)):
            self.line.clear()
            self._draw()
