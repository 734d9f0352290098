# SPDX-License-Identifier: MIT
"""Gives the keyboard back where it was, or as near as can be, once a part of the window was drawn anew."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusPlace:
    """Where the keyboard is now, inside ``top``.

    Left to itself, the keyboard of a widget that goes away moves on to whatever comes next, such as "Undo".
    """

    def __init__(self, top: QWidget) -> None:
        self._top = top
        self._places: list[QWidget] = []
        widget = QApplication.focusWidget()
        if widget is not None and top.isAncestorOf(widget):
            while widget is not None and widget is not top:
                self._places.append(widget)
                widget = widget.parentWidget()

    def give_back(self) -> None:
        """Focus the same widget, or else the nearest one as soon as what is new is shown."""
        places, self._places = self._places, []
        if places and isValid(places[0]) and takes_keys(places[0]):
            places[0].setFocus()
        elif places:
            QTimer.singleShot(0, self._top, lambda: _focus_nearest(places))


def takes_keys(widget: QWidget) -> bool:
    """Whether the keyboard can come to a widget now."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _focus_nearest(places: list[QWidget]) -> None:
    now = QApplication.focusWidget()
    for place in filter(isValid, places):
        if now is not None and place.isAncestorOf(now):
            return  # what was drawn anew took it already
        nearest = next(filter(takes_keys, (place, *place.findChildren(QWidget))), None)
        if nearest is not None:
            nearest.setFocus()
            return
