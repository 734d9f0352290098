# SPDX-License-Identifier: MIT
"""Makes the opener of a sheet that is about one stored thing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.sheet import Sheet


def opener(
    presenter_of: Callable[..., Any],
    sheet_of: Callable[..., Sheet],
    connect: Callable[[Any, Navigator], object] | None = None,
) -> Callable[..., Sheet | None]:
    """An ``open_sheet`` whose target is the number of what the sheet is about.

    ``connect`` joins the sheet to what lies beyond it. The opener answers None, with a sentence in the bar
    below, where that is gone or closed already.
    """

    def open_sheet(
        window: QWidget,
        workspace: Workspace,
        operations: Operations,
        navigator: Navigator,
        theme: Theme,
        target: object = None,
    ) -> Sheet | None:
        presenter = presenter_of(workspace, operations, target if isinstance(target, int) else 0)
        if not presenter.open():
            return None
        sheet = sheet_of(theme, window, presenter)
        if connect is not None:
            connect(sheet, navigator)
        sheet.open()
        return sheet

    return open_sheet
