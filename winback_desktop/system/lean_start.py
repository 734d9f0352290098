# SPDX-License-Identifier: MIT
"""Keeps the way to the first window short: nothing is described, and nothing made before it is garbage."""

import gc

from winback_desktop.system import late_signatures


def begin() -> None:
    """Call before Qt is imported: looking through the new objects again and again takes 11 ms."""
    gc.disable()
    late_signatures.begin()


def finish() -> None:
    """Call once the first window is painted; what the start made stays and is not looked through again."""
    late_signatures.finish()
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
