# SPDX-License-Identifier: MIT
"""Keeps the way to the first window short: nothing that is made before it becomes garbage."""

import gc
import linecache


def begin() -> None:
    """Call before Qt is imported: looking through the new objects again and again takes 11 ms."""
    gc.disable()


def finish() -> None:
    """Call once the first window is painted; what the start made stays and is not looked through again."""
    if not gc.isenabled():
        linecache.clearcache()  # PySide reads the source of every imported module and leaves it here
        gc.freeze()
        gc.enable()
