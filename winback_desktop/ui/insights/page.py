# SPDX-License-Identifier: MIT
"""Puts the insights page together."""

from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.insights.presenter import InsightsPresenter
from winback_desktop.ui.insights.view import InsightsView
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme


def build_page(workspace: Workspace, operations: Operations, navigator: Navigator, theme: Theme) -> QWidget:
    """The insights page with its presenter."""
    presenter = InsightsPresenter(workspace, operations, navigator)
    view = InsightsView(presenter, theme)
    presenter.setParent(view)
    return view
