# SPDX-License-Identifier: MIT
"""Starting with the computer: a desktop entry on Linux, the Run key on Windows, a LaunchAgent on macOS."""

import os
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from winback_desktop.application.failures import Refused
from winback_desktop.system.paths import APP_ID

_LABEL = "Winback"


class AutostartState(StrEnum):
    """Whether the program starts with the computer."""

    OFF = "off"
    ON = "on"
    SWITCHED_OFF_BY_SYSTEM = "switched-off-by-system"
    """Registered here, but switched off in the system's own settings, which are left alone."""


class Autostart(Protocol):
    """Switches starting with the computer; raises Refused when the system does not allow it."""

    def state(self) -> AutostartState:
        """How it stands now, read from the system each time."""

    def turn_on(self, command: Sequence[str]) -> None:
        """Start ``command`` at the owner's next log-in."""

    def turn_off(self) -> None:
        """Do not start any more; nothing happens when it was off."""


def autostart(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Autostart:
    """The way of the platform this runs on."""
    env = os.environ if environ is None else environ
    if platform == "win32":
        return RunKey()
    if platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents")
    base = env.get("XDG_CONFIG_HOME", "")
    root = Path(base) if base.startswith("/") else Path.home() / ".config"
    return DesktopEntry(root / "autostart")


def own_command(*options: str) -> list[str]:
    """The command that starts this program again, from a bundle as well as from an environment."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *options]
    return [sys.executable, "-m", "winback_desktop", *options]


class DesktopEntry:
    """Linux and other free desktops: a file in the autostart folder (freedesktop.org Autostart)."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{APP_ID}.desktop"

    def state(self) -> AutostartState:
        """Read from the entry; desktops switch an entry off by ``Hidden`` or a key of their own."""
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except OSError:
            return AutostartState.OFF
        keys = {
            key.strip(): value.strip().lower() for key, _, value in (line.partition("=") for line in lines)
        }
        if keys.get("Hidden") == "true" or keys.get("X-GNOME-Autostart-enabled") == "false":
            return AutostartState.SWITCHED_OFF_BY_SYSTEM
        return AutostartState.ON

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the entry with every argument quoted."""
        text = "\n".join(
            (
                "[Desktop Entry]",
                "Type=Application",
                f"Name={_LABEL}",
                "Comment=Reminds you of what is due, quietly",
                f"Exec={' '.join(_quoted(argument) for argument in command)}",
                f"Icon={APP_ID}",
                "Terminal=false",
                "StartupNotify=false",
                "",
            )
        )
        _write(self._file, text.encode())

    def turn_off(self) -> None:
        """Remove the entry."""
        _remove(self._file)


class LaunchAgent:
    """macOS: a property list that the system reads at the next log-in."""

    def __init__(self, folder: Path) -> None:
        self._name = f"org.{APP_ID}"
        self._file = folder / f"{self._name}.plist"

    def state(self) -> AutostartState:
        """On when the property list is there and not marked as disabled."""
        import plistlib

        try:
            found = plistlib.loads(self._file.read_bytes())
        except (OSError, plistlib.InvalidFileException, ValueError):
            return AutostartState.OFF
        return AutostartState.SWITCHED_OFF_BY_SYSTEM if found.get("Disabled") else AutostartState.ON

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the property list; nothing is started now."""
        import plistlib

        entry = {"Label": self._name, "ProgramArguments": list(command), "RunAtLoad": True}
        _write(self._file, plistlib.dumps(entry))

    def turn_off(self) -> None:
        """Remove the property list."""
        _remove(self._file)


class RunKey:
    """Windows: a value under the owner's Run key; the Startup page of the settings is only read."""

    _RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
    _APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

    def __init__(self, registry: Any = None) -> None:
        if registry is None:
            import winreg as registry
        self._registry = registry

    def state(self) -> AutostartState:
        """Off by the system when the first byte of its own mark is odd."""
        if self._read(self._RUN) is None:
            return AutostartState.OFF
        mark = self._read(self._APPROVED)
        if isinstance(mark, bytes) and mark and mark[0] & 1:
            return AutostartState.SWITCHED_OFF_BY_SYSTEM
        return AutostartState.ON

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the command line with every argument in double quotes."""
        registry = self._registry
        line = " ".join(f'"{argument}"' for argument in command)
        try:
            with registry.CreateKey(registry.HKEY_CURRENT_USER, self._RUN) as key:
                registry.SetValueEx(key, _LABEL, 0, registry.REG_SZ, line)
        except OSError as error:
            raise _refusal(error) from error

    def turn_off(self) -> None:
        """Remove the value."""
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, self._RUN, 0, registry.KEY_SET_VALUE) as key:
                registry.DeleteValue(key, _LABEL)
        except FileNotFoundError:
            return
        except OSError as error:
            raise _refusal(error) from error

    def _read(self, path: str) -> Any:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, path) as key:
                return registry.QueryValueEx(key, _LABEL)[0]
        except OSError:
            return None


def _quoted(argument: str) -> str:
    """One argument of an Exec line: quoted, with what the specification wants escaped, and no field codes."""
    inside = argument.replace("\\", "\\\\").replace('"', '\\"').replace("`", "\\`").replace("$", "\\$")
    # The whole value is a string of the file, where a backslash is doubled once more.
    return '"' + inside.replace("\\", "\\\\").replace("%", "%%") + '"'


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise _refusal(error) from error


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise _refusal(error) from error


def _refusal(error: OSError) -> Refused:
    return Refused(
        f"Starting with the computer could not be changed ({error.strerror or error}). "
        "You can add Winback to the start-up programs in your system's settings instead."
    )
