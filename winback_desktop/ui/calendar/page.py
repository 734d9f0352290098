# SPDX-License-Identifier: MIT
"""Puts the calendar page together."""

from PySide6.QtWidgets import QWidget

from winback_desktop.application.move_early import HeldBack
from winback_desktop.application.ports import Workspace
from winback_desktop.ui.calendar.moving import Moving
from winback_desktop.ui.calendar.presenter import CalendarPresenter
from winback_desktop.ui.calendar.view import CalendarView
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme


def build_page(workspace: Workspace, operations: Operations, navigator: Navigator, theme: Theme) -> QWidget:
    """The calendar page with its presenter."""
    presenter = CalendarPresenter(workspace, operations, navigator)
    view = CalendarView(presenter, theme)
    presenter.setParent(view)
    presenter.moving.held_back.connect(lambda held: _ask(held, presenter.moving, view, theme))
    return view


def _ask(held: HeldBack, moving: Moving, view: CalendarView, theme: Theme) -> None:
    from winback_desktop.ui.calendar.quiet_sheet import QuietSheet

    sheet = QuietSheet(theme, view, held, moving)
    sheet.open()
    sheet.keep.setFocus()
