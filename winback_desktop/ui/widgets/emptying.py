# SPDX-License-Identifier: MIT
"""Takes everything out of a layout that is about to be filled anew."""

from PySide6.QtWidgets import QLayout


def empty_layout(layout: QLayout) -> None:
    """Hide and delete all widgets of a layout and of the layouts in it; gaps go with them."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            # Hidden at once: until the event loop deletes it, it would stand beside what comes next.
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty_layout(inner)
