# SPDX-License-Identifier: MIT
"""The small sheet that adds a person; everything else is filled in on their page."""

from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.customers.directory.presenter import ROLES, Directory
from winback_desktop.ui.customers.person.pair import Pair
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.sheet import Sheet


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> Sheet:
    """Open the sheet over ``window``; ``target`` may be the name typed so far."""
    return NewCustomer(window, Directory(workspace, operations, navigator), theme, str(target or ""))


class NewCustomer(Sheet):
    """Only the name is needed."""

    def __init__(self, window: QWidget, directory: Directory, theme: Theme, name: str) -> None:
        super().__init__(theme, window, "New customer", width=520)
        directory.setParent(self)
        self._directory = directory
        self._lines = {
            "name": TextLine("Name", name),
            "organisation": TextLine("Organisation"),
            "email": TextLine("E-mail"),
            "phone": TextLine("Phone"),
        }
        self._role = Choice(theme, "They are", ROLES[1:], "client")
        self._fields = {
            key: FormField(theme, line.accessibleName(), line) for key, line in self._lines.items()
        }
        self.content.addWidget(self._fields["name"])
        self.content.addWidget(
            Pair(theme, self._fields["organisation"], FormField(theme, "They are", self._role))
        )
        self.content.addWidget(Pair(theme, self._fields["email"], self._fields["phone"]))
        self.content.addStretch(1)
        for line in self._lines.values():
            line.returnPressed.connect(self._add)
        leave = QuietButton(theme, "Not now")
        leave.clicked.connect(self.dismiss)
        add = PrimaryButton(theme, "Add", "user-plus")
        add.clicked.connect(self._add)
        self.buttons.addStretch(1)
        self.buttons.addWidget(leave)
        self.buttons.addWidget(add)
        directory.refused.connect(self._refused)
        self.closed.connect(self.deleteLater)
        self.open()
        self._lines["name"].setFocus()

    def _add(self) -> None:
        for field in self._fields.values():
            field.set_error("")
        texts = {key: line.text() for key, line in self._lines.items()}
        if self._directory.add(
            texts["name"], texts["organisation"], texts["email"], texts["phone"], self._role.current()
        ):
            self.finish()

    def _refused(self, sentence: str, field: str) -> None:
        shown = field if field in self._fields else "name"
        self._fields[shown].set_error(sentence)
        if shown in self._lines:
            self._lines[shown].setFocus()
