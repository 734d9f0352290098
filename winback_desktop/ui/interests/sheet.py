# SPDX-License-Identifier: MIT
"""The sheet of interests: a line to look for one, and behind each the people who share it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.interests.presenter import Interests
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from winback_desktop.ui.widgets.cards import ListRow
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_REST = 80
"""Milliseconds of rest after which is looked for what was typed."""


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> "InterestsSheet":
    """Open the sheet; ``target`` may be the interest whose people are wanted."""
    sheet = InterestsSheet(theme, window, Interests(workspace, operations, navigator))
    sheet.show_interest(target if isinstance(target, str) else "")
    sheet.open()
    return sheet


class InterestsSheet(Sheet):
    """Interests with their counts; one opened shows its people, and the way back."""

    def __init__(self, theme: Theme, host: QWidget, interests: Interests) -> None:
        super().__init__(theme, host, "Who shares an interest?", width=560)
        self.setObjectName("interests-sheet")
        self._interests = interests
        interests.setParent(self)
        self.line = TextLine("Look for an interest", placeholder="Fishing, opera, old maps…")
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(lambda: interests.look_for(self.line.text().strip()))
        self.line.textEdited.connect(lambda _: self._rest.start())
        self.line.returnPressed.connect(self._open_first)
        self._sentence = PlainLabel(theme, "", "secondary", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.content.addWidget(self.line)
        self.content.addWidget(self._sentence)
        self.content.addLayout(self._rows)
        self.content.addStretch(1)
        self._back = QuietButton(theme, "All interests", "arrow-left")
        self._back.clicked.connect(lambda: self.show_interest(""))
        self._close = SecondaryButton(theme, "Close")
        self._close.clicked.connect(self.dismiss)
        self.buttons.addWidget(self._back)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._close)
        interests.refreshed.connect(self._draw)
        self.closed.connect(self.deleteLater)

    def show_interest(self, label: str) -> None:
        """Show one interest's people, or, without one, the interests."""
        self._interests.open(label)
        if not label:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_first(self) -> None:
        self._rest.stop()
        self._interests.look_for(self.line.text().strip())
        if self._interests.interests:
            self.show_interest(self._interests.interests[0].label)

    def _draw(self) -> None:
        shown, theme = self._interests, self._theme
        people = bool(shown.label)
        self.set_title(f"Who enjoys {shown.label}?" if people else "Who shares an interest?")
        self._sentence.setText(shown.sentence)
        self.line.setVisible(not people)
        self._back.setVisible(people)
        empty_layout(self._rows)
        rows = []
        for person in shown.people if people else ():
            row = ListRow(theme, person.name, person.detail, icon="user", active=True)
            row.activated.connect(lambda contact=person.contact: self._visit(contact))
            rows.append(row)
        for one in () if people else shown.interests:
            row = ListRow(theme, one.label, "", one.people, icon="tag", token="gift.solid", active=True)
            row.activated.connect(lambda label=one.label: self.show_interest(label))
            rows.append(row)
        self._place_rows(rows)
        if people and rows and self.isVisible():
            rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _place_rows(self, rows: list[ListRow]) -> None:
        """Put the rows into the list, and before the buttons for the keyboard."""
        before: QWidget = self.line
        for row in rows:
            self._rows.addWidget(row)
            QWidget.setTabOrder(before, row)
            before = row
        QWidget.setTabOrder(before, self._back)
        QWidget.setTabOrder(self._back, self._close)

    def _visit(self, contact: int) -> None:
        self.finish()
        self._interests.visit(contact)
