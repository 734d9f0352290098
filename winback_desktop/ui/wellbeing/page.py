# SPDX-License-Identifier: MIT
"""Puts the Wellbeing page together."""

from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import VENT, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.wellbeing.best import Best
from winback_desktop.ui.wellbeing.game import Game
from winback_desktop.ui.wellbeing.paper import Press
from winback_desktop.ui.wellbeing.presenter import Wellbeing
from winback_desktop.ui.wellbeing.view import WellbeingView


def build_page(workspace: Workspace, operations: Operations, navigator: Navigator, theme: Theme) -> QWidget:
    """The Wellbeing page with its presenters."""
    presenter = Wellbeing(workspace, operations)
    game = Game(workspace, operations)
    best = Best(workspace, operations, navigator)
    view = WellbeingView(theme, presenter, game, best, Press(operations))
    view.unsent.clicked.connect(lambda: navigator.ask(VENT))
    for part in (presenter, game, best):
        part.setParent(view)
    return view
