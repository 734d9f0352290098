# SPDX-License-Identifier: MIT
"""The libraries that Qt needs from a bare Linux: which one is missing, and the line that installs them."""

import os
import sys

PACKAGES = (
    "libegl1 libgl1 libfontconfig1 libdbus-1-3 libglib2.0-0 libxkbcommon0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
)
"""Debian's and Ubuntu's names; a test holds them against packaging/system-libraries.txt."""
_X11 = "libxcb-cursor.so.0"


def lacking_x11_library() -> str:
    """The library without which Qt would abort on an X11 screen, or nothing.

    The others come with it. Looking for the file costs nothing; only where it lies elsewhere is it loaded.
    """
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    machine = getattr(sys.implementation, "_multiarch", "")
    if any(os.path.exists(f"{folder}/{_X11}") for folder in (f"/usr/lib/{machine}", "/usr/lib64")):  # noqa: PTH110
        return ""
    import ctypes

    try:
        ctypes.CDLL(_X11)
    except OSError:
        return _X11
    return ""


def how_to_install(lacking: object) -> str:
    """A sentence and a line to copy; ``lacking`` is the library's name or the error of its import."""
    library = str(lacking).split(":")[0]
    return (
        f"This computer lacks {library}, a system library that the window needs. "
        f"On Debian or Ubuntu run this line, then try again:\nsudo apt-get install -y {PACKAGES}"
    )
