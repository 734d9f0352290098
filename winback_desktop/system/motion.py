# SPDX-License-Identifier: MIT
"""Finds out whether the owner switched off animations in the system's settings, which Qt does not tell."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

_PATIENCE = 1.0
"""Seconds that a tool of the system may take to answer."""
_GTK = ("gtk-4.0/settings.ini", "gtk-3.0/settings.ini")
_OFF = ("0", "0.0", "false")


def motion_unwelcome(
    environment: Mapping[str, str] | None = None,
    platform: str = sys.platform,
    ask: Callable[..., str] | None = None,
) -> bool:
    """True when less motion is asked for; False also where nobody can tell."""
    environment, ask = os.environ if environment is None else environment, ask or _answer
    if platform == "win32":
        return not _windows_animates()
    if platform == "darwin":
        return ask("defaults", "read", "com.apple.universalaccess", "reduceMotion") == "1"
    folder = Path(environment.get("XDG_CONFIG_HOME") or Path(environment.get("HOME", "/")) / ".config")
    return (
        any(_value(folder / name, "gtk-enable-animations") in _OFF for name in _GTK)
        or _value(folder / "kdeglobals", "AnimationDurationFactor") in _OFF
        or ask("gsettings", "get", "org.gnome.desktop.interface", "enable-animations") == "false"
    )


def _value(file: Path, key: str) -> str:
    """A value of a settings file, in lower case; empty where there is none."""
    with suppress(OSError):
        for line in file.read_text("utf-8", "replace").splitlines():
            name, _, value = line.partition("=")
            if name.strip() == key:
                return value.strip().lower()
    return ""


def _answer(*command: str) -> str:
    """What a tool of the system prints; empty when it is missing, fails or takes too long."""
    import subprocess

    # A bundled program must not lend its own libraries to the system's tools.
    own = dict(os.environ)
    if (before := own.pop("LD_LIBRARY_PATH_ORIG", None)) is not None:
        own["LD_LIBRARY_PATH"] = before
    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(command, env=own, capture_output=True, text=True, timeout=_PATIENCE)
        return done.stdout.strip()
    return ""


def _windows_animates() -> bool:
    import ctypes

    animates = ctypes.c_int(1)
    with suppress(AttributeError, OSError):
        client_area_animation = 0x1042
        ctypes.windll.user32.SystemParametersInfoW(  # type: ignore[attr-defined]
            client_area_animation, 0, ctypes.byref(animates), 0
        )
    return bool(animates.value)
