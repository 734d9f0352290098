# SPDX-License-Identifier: MIT
"""Puts the Today page together."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.today.place import Place
from winback_desktop.ui.today.presenter import TodayPresenter
from winback_desktop.ui.today.view import TodayView


def build_page(workspace: Workspace, operations: Operations, navigator: Navigator, theme: Theme) -> QWidget:
    """The Today page with its presenter; the first day's guess is stored a moment after it is shown."""
    presenter = TodayPresenter(workspace, operations, navigator)
    place = Place(workspace, operations)
    view = TodayView(theme, presenter, place)
    presenter.setParent(view)
    place.setParent(view)
    QTimer.singleShot(0, place, place.keep_guess)
    return view
