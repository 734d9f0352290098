# SPDX-License-Identifier: MIT
"""Starting the window: one program a data folder, and a sentence where there is no screen."""

import os
import sys
from datetime import date

from winback_desktop.application.failures import StoreFault
from winback_desktop.system import lean_start
from winback_desktop.system.instance_call import call_running
from winback_desktop.system.instance_lock import InstanceLock
from winback_desktop.system.paths import paths_for, prepare
from winback_desktop.system.screen_libraries import how_to_install, lacking_x11_library

NO_SCREEN = 3


def open_window(data: str | None, today: str | None, options: tuple[str, ...]) -> int:
    """Open the window, or bring the running one to the front; returns the exit code.

    Everything that can be said without Qt is said before Qt is imported, so that a second start is quick.
    """
    try:
        day = date.fromisoformat(today) if today else None
    except ValueError:
        print(f"winback: “{today}” is no date; write it as 2026-11-25.", file=sys.stderr)
        return 2
    paths = paths_for(data)
    try:
        prepare(paths)
    except StoreFault as fault:
        print(fault, file=sys.stderr)
        return 1
    lock = InstanceLock(paths.lock)
    if not lock.acquire():
        if call_running(paths.socket, options):
            return 0
        print("Winback is open already but does not answer. Wait a moment and try again.", file=sys.stderr)
        return 1
    if not has_screen():
        print(
            "There is no screen here. “winback tour FOLDER” draws every page as pictures instead, and "
            "“winback --help” shows the commands.",
            file=sys.stderr,
        )
        return NO_SCREEN
    if lacking := lacking_x11_library():
        print(how_to_install(lacking), file=sys.stderr)
        return 1
    lean_start.begin()
    try:
        from winback_desktop.app import run
    except ImportError as lacks:
        lean_start.finish()
        if ".so" not in str(lacks):
            raise
        print(how_to_install(lacks), file=sys.stderr)
        return 1
    try:
        return run(paths, day, options)
    finally:
        lock.release()


def has_screen() -> bool:
    """Whether a window can be shown; without this check Qt would abort the process."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal", "vnc"):
        return True
    return _answers_wayland() or _answers_x11()


def _answers_wayland() -> bool:
    display = os.environ.get("WAYLAND_DISPLAY")
    if not display:
        return False
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return _connects(display if display.startswith("/") else f"{folder}/{display}")


def _answers_x11() -> bool:
    display = os.environ.get("DISPLAY", "")
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host not in ("", "unix"):
        return True  # another computer's screen: Qt finds out
    path = f"/tmp/.X11-unix/X{number}"
    return _connects(path) or _connects("\0" + path)


def _connects(path: str) -> bool:
    import _socket  # the whole socket module would take 2 ms more

    connection = _socket.socket(_socket.AF_UNIX)
    try:
        connection.settimeout(2)
        connection.connect(path)
        return True
    except OSError:
        return False
    finally:
        connection.close()
