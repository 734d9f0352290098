# SPDX-License-Identifier: MIT
"""Opens "one more helped" over whatever page is shown."""

from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.game import Game
from winback_desktop.ui.wellbeing.game_sheets import HelpedSheet


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> HelpedSheet:
    """Open the sheet; one that is open already comes forward."""
    for open_one in window.findChildren(HelpedSheet):
        if open_one.isVisible():
            return open_one
    game = Game(workspace, operations)
    sheet = HelpedSheet(theme, window, game)
    game.setParent(sheet)
    sheet.open()
    return sheet
