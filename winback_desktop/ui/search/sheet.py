# SPDX-License-Identifier: MIT
"""Opens the palette over a window, with the window's own commands among what can be found."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.search.presenter import SearchPresenter
from winback_desktop.ui.search.rows import Action
from winback_desktop.ui.search.view import Palette
from winback_desktop.ui.theme import Theme

_NOT_LISTED = "Search"


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> Palette:
    """Open the palette, or take the keyboard back to the one that is open; a text may be given."""
    palette = window.findChild(Palette)
    if palette is None or palette.isHidden():
        commands = getattr(window, "commands", None)
        actions = _actions(commands.groups()) if commands is not None else []
        palette = Palette(SearchPresenter(workspace, operations, navigator, actions), theme, window)
        palette.open()
    if isinstance(target, str):
        palette.line.setText(target)
    palette.line.selectAll()
    palette.line.setFocus()
    return palette


def _actions(groups: Mapping[str, Sequence[QAction]]) -> list[Action]:
    return [
        Action(
            action.text().replace("&&", "&"),
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            str(action.data() or ""),
            action.trigger,
        )
        for name in sorted(groups, key=lambda name: name == "Here")  # the page's own commands last
        for action in groups[name]
        if action.isEnabled() and action.text() != _NOT_LISTED
    ]
