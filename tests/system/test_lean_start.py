# SPDX-License-Identifier: MIT
"""The short way to the first window leaves Qt as helpful as it was."""

import subprocess
import sys

_PROGRAM = """
import gc, sys
from winback_desktop.system import lean_start
lean_start.begin()
assert not gc.isenabled()
from PySide6.QtCore import QObject
assert "argparse" not in sys.modules
try:
    QObject().setObjectName(5)
except TypeError as error:
    print("Supported signatures" in str(error))
lean_start.finish()
print(gc.isenabled())
"""


def test_wrong_calls_are_still_explained_and_garbage_is_collected_afterwards():
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
