# SPDX-License-Identifier: MIT
"""Keeps the way to the first window short: no garbage collection and no developer tools before it."""

import gc
import sys
from types import ModuleType

_DEVELOPERS_ONLY = ("pyi_generator",)


def begin() -> None:
    """Call before Qt is imported, and ``finish`` once the first window is painted.

    PySide6 compiles a module from zipped source at every start that only its own stub generator uses,
    with argparse and logging in its train: 15 of the 120 ms of a bare window. An empty one stands in for it.
    """
    gc.disable()
    for name in _DEVELOPERS_ONLY:
        sys.modules.setdefault(f"shibokensupport.signature.lib.{name}", ModuleType(name))


def finish() -> None:
    """Collect again from now on; what the start made stays for good and is not looked through each time."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
