# SPDX-License-Identifier: MIT
"""Puts the settings page together."""

from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.settings.presenter import Settings
from winback_desktop.ui.settings.view import SettingsView
from winback_desktop.ui.theme import Theme


def build_page(workspace: Workspace, operations: Operations, navigator: Navigator, theme: Theme) -> QWidget:
    """The settings page with its presenter."""
    settings = Settings(workspace, operations, navigator)
    view = SettingsView(settings, theme)
    settings.setParent(view)
    return view
