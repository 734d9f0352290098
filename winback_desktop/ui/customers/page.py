# SPDX-License-Identifier: MIT
"""Puts the customers page together: the list, and one person's page built on its first visit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import CUSTOMERS, NEW_CUSTOMER, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from winback_desktop.ui.customers.directory.view import DirectoryView
    from winback_desktop.ui.customers.person.view import PersonView

_WARM_UP = 400
"""Milliseconds after the list was shown."""


def build_page(workspace: Workspace, operations: Operations, navigator: Navigator, theme: Theme) -> QWidget:
    """The page of key "customers"; its target is a contact's id, or None for the list."""
    return CustomersPage(workspace, operations, navigator, theme)


class CustomersPage(QStackedWidget):
    """Shows the list or a person."""

    def __init__(
        self, workspace: Workspace, operations: Operations, navigator: Navigator, theme: Theme
    ) -> None:
        super().__init__()
        self._work, self._operations, self._navigator, self._theme = workspace, operations, navigator, theme
        self._directory: DirectoryView | None = None
        self._person: PersonView | None = None

    def activate(self, target: object = None) -> None:
        """Show a person (``target`` is their id) or the list."""
        if isinstance(target, int) and not isinstance(target, bool) and target:
            view = self.person()
            self.setCurrentWidget(view)
            view.show_person(target)
        else:
            listed = self.directory()
            self.setCurrentWidget(listed)
            listed.activate()
            QTimer.singleShot(_WARM_UP, self, self._warm_up)

    def _warm_up(self) -> None:
        """Most visits to the list lead to a person: have the page and the gift shelf ready by then."""
        from winback_desktop.application.gift_shelf import catalogue

        self.person()
        catalogue()

    def commands(self) -> list[QAction]:
        """What the shown half offers."""
        shown = self.currentWidget()
        return shown.commands() if shown is not None and shown in (self._person, self._directory) else []

    def directory(self) -> "DirectoryView":
        """The list, built when it is first shown."""
        if self._directory is None:
            from winback_desktop.ui.customers.directory.presenter import Directory
            from winback_desktop.ui.customers.directory.view import DirectoryView

            directory = Directory(self._work, self._operations, self._navigator)
            self._directory = DirectoryView(directory, self._theme)
            directory.setParent(self._directory)
            self._directory.add_wanted.connect(lambda name: self._navigator.ask(NEW_CUSTOMER, name))
            self.addWidget(self._directory)
        return self._directory

    def person(self) -> "PersonView":
        """The page of a person, built when it is first shown."""
        if self._person is None:
            from winback_desktop.ui.customers.person.presenter import Person
            from winback_desktop.ui.customers.person.view import PersonView

            person = Person(self._work, self._operations, self._navigator)
            self._person = PersonView(person, self._theme)
            person.setParent(self._person)
            # Going elsewhere while a page is being shown would confuse the history.
            person.gone.connect(lambda: QTimer.singleShot(0, self, lambda: self._navigator.go(CUSTOMERS)))
            self.addWidget(self._person)
        return self._person
