# SPDX-License-Identifier: MIT
"""Garbage is collected again once the first window is painted."""

import gc

from winback_desktop.system import lean_start


def test_collecting_goes_on_after_the_start():
    lean_start.begin()
    assert not gc.isenabled()
    lean_start.finish()
    assert gc.isenabled()
    gc.unfreeze()
