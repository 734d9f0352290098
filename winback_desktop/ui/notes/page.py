# SPDX-License-Identifier: MIT
"""Puts the Notes page together: the list of notes, and the studio for one of them."""

from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import Navigator, WriteNote
from winback_desktop.ui.notes.list_view import NoteListView
from winback_desktop.ui.notes.paper_desk import PaperDesk
from winback_desktop.ui.notes.presenter import Studio
from winback_desktop.ui.notes.shelf import NoteShelf
from winback_desktop.ui.notes.templates import Templates
from winback_desktop.ui.notes.view import StudioView
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme


class NotesPage(QWidget):
    """Shows the studio when a plan is given, else the list."""

    def __init__(
        self, studio: Studio, desk: PaperDesk, templates: Templates, shelf: NoteShelf, theme: Theme
    ) -> None:
        super().__init__()
        for each in (studio, desk, templates, shelf):
            each.setParent(self)
        self.studio = studio
        self.list_view = NoteListView(shelf, theme)
        self.studio_view = StudioView(studio, desk, templates, theme)
        self.studio_view.somebody_wanted.connect(self.list_view.write)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list_view)
        self._stack.addWidget(self.studio_view)

    def activate(self, target: object) -> None:
        """Show the note of a plan or a `WriteNote`, or the list when there is none."""
        if isinstance(target, int | WriteNote) and self.studio.open(target):
            self._stack.setCurrentWidget(self.studio_view)
            self.studio_view.begin()
            return
        self.studio.flush()
        self.list_view.refresh()
        self._stack.setCurrentWidget(self.list_view)

    def commands(self) -> list[QAction]:
        """Print and save as PDF."""
        return self.studio_view.actions()

    def hideEvent(self, event: QHideEvent) -> None:
        self.studio.flush()
        super().hideEvent(event)


def build_page(workspace: Workspace, operations: Operations, navigator: Navigator, theme: Theme) -> QWidget:
    """The Notes page with its presenters."""
    studio = Studio(workspace, operations, navigator)
    desk = PaperDesk(workspace, operations, navigator, studio)
    templates = Templates(workspace, operations, studio)
    return NotesPage(studio, desk, templates, NoteShelf(workspace, operations, navigator), theme)
