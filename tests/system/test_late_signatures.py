# SPDX-License-Identifier: MIT
"""PySide tells of a wrong call in the same words, although it reads its signatures only then."""

import os
import subprocess
import sys

import pytest

START = """
import sys
from winback_desktop.system import late_signatures
compiling = compile
if "late" in sys.argv:
    late_signatures.begin()
from PySide6.QtWidgets import QApplication, QLabel
assert compile is compiling
application = QApplication([])
label = QLabel()
"""
LOADED = """
label.setText("fine")
print(*sys.modules, sep="\\n")
"""
WRONG_CALLS = """
from PySide6.QtPrintSupport import QPrinter
def wrong(*calls):
    for call in calls:
        try:
            print(call())
        except (TypeError, ValueError, AttributeError) as error:
            print(type(error), error)
wrong(lambda: label.setText(3), lambda: label.resize(), lambda: QLabel(nothing=1), lambda: label.nothing)
wrong(lambda: QPrinter("a", "b"), lambda: label.move("a"), lambda: label.setFont(4))
print(QLabel.setText.__doc__, QLabel.resize.__doc__)
"""


def started(script: str, *arguments: str) -> str:
    command = [sys.executable, "-c", script, *arguments]
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_nothing_is_described_before_somebody_asks() -> None:
    loaded = set(started(START + LOADED, "late").split())
    assert "PySide6.QtWidgets" in loaded
    assert not loaded & {"shibokensupport.signature.parser", "inspect", "argparse", "logging", "ast"}
    assert not loaded & {"base64", "tempfile", "traceback", "zipfile"}


def test_what_is_wrong_is_said_as_ever() -> None:
    plain = started(START + WRONG_CALLS)
    assert "called with wrong argument types" in plain
    assert started(START + WRONG_CALLS, "late") == plain


@pytest.mark.parametrize("version", [(6, 7), (6, 12), (7, 0)])
def test_an_unknown_pyside_does_as_it_likes(version: tuple[int, int]) -> None:
    other = f"import types; sys.modules['shiboken6'] = types.SimpleNamespace(__version_info__={version})\n"
    script = (
        "import sys, builtins\nfrom winback_desktop.system import late_signatures\nlate_signatures.begin()\n"
        + other
        + "code = compile('x = 1', 'signature_bootstrap.py', 'exec'); exec(code); print(x)"
    )
    assert started(script).split() == ["1"]
