# SPDX-License-Identifier: MIT
"""Puts a window where it stood last, or where it fits on its first day."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from winback_desktop.ui.preferences import Place

USUAL = (1240, 800)


def put_back(window: QWidget, place: Place | None) -> None:
    """Give the window its place and size; without one, or without its screen, what fits."""
    # With its frame the whole window must be on the screen.
    room = QGuiApplication.primaryScreen().availableSize()
    window.resize(min(USUAL[0], room.width() - 16), min(USUAL[1], room.height() - 48))
    if place is None:
        return
    wanted = QRect(place.left, place.top, place.width, place.height)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    window.resize(wanted.size())
    # A screen may have been taken away since: a title bar nobody can reach is of no use.
    if any(
        screen.intersected(wanted).width() > 200 and screen.contains(wanted.topLeft()) for screen in screens
    ):
        window.setGeometry(wanted)  # move() would count the frame, and the window would wander
    if place.maximised:
        window.showMaximized()
