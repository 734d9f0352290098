# SPDX-License-Identifier: MIT
"""Keeps watch on a fault of PySide6 6.12.0: calls that return nothing ended the process on Python 3.11."""

import os
import subprocess
import sys

PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(100_000):
    label.update()
    label.setText(str(number))
print(label.text())
"""


def test_two_hundred_thousand_void_calls_are_survived():
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "99999"), done.stderr
