# SPDX-License-Identifier: MIT
"""Lets the command line draw paper on a machine without a screen."""

import os

from PySide6.QtGui import QGuiApplication


def application() -> QGuiApplication:
    """The running application, or a new one that needs no screen; keep what is returned while drawing."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["winback"])
