# SPDX-License-Identifier: MIT
"""What the self-test says of Qt, fonts, tray, printers and notifications."""

import os
from typing import Any

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from winback_desktop.application.failures import Refused
from winback_desktop.ui.printing import faces, output
from winback_desktop.ui.printing.marks import Face
from winback_desktop.ui.tour import screenless

_SAMPLE = "Dear Zoë, thank you. Ευχαριστώ. Спасибо."


def drawing_facts(screen: bool) -> dict[str, Any]:
    """Versions and what is there to draw and speak with; ``screen`` says whether a window can be shown."""
    application = QApplication.instance() or (QApplication(["winback"]) if screen else screenless())
    problems = []
    if missing := faces.uncovered(_SAMPLE, Face.HAND):
        problems.append(f"The handwriting faces lack {' '.join(missing)}; install the program again.")
    try:
        printers = output.printers()
    except (Refused, ImportError) as trouble:
        printers = ()
        problems.append(f"Printing does not work here ({trouble}); saving a PDF does.")
    facts = {
        "pyside": pyside_version,
        "qt": qVersion(),
        "screen": os.environ.get("QT_QPA_PLATFORM") or (QApplication.platformName() if screen else "none"),
        "tray": "yes" if QSystemTrayIcon.isSystemTrayAvailable() else "none: the window is minimised instead",
        "printers": list(printers),
        "problems": problems,
    }
    del application
    return facts
