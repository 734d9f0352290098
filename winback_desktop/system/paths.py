# SPDX-License-Identifier: MIT
"""Where the program keeps its files, and the private folders made for them."""

import os
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from winback_desktop.application.failures import StoreFault

APP_ID = "winback-desktop"
_LONGEST_SOCKET_PATH = 100  # sockaddr_un holds 104 to 108 bytes; QLocalServer needs a few of its own


class Paths(NamedTuple):
    """The places of one data folder. ``socket`` is a file name, on Windows the full name of a pipe."""

    data: Path
    database: Path
    backups: Path
    lock: Path
    socket: str


def paths_for(
    argument: str | Path | None = None,
    environ: Mapping[str, str] | None = None,
    platform: str = sys.platform,
) -> Paths:
    """The places to use: the folder given, else ``WINBACK_HOME``, else the platform's data folder.

    Nothing is created; see ``prepare``.
    """
    env = os.environ if environ is None else environ
    chosen = argument or env.get("WINBACK_HOME") or _platform_folder(env, platform)
    data = Path(os.path.abspath(Path(chosen).expanduser()))  # noqa: PTH100 - resolve() fails on a missing drive
    return Paths(
        data=data,
        database=data / "winback.db",
        backups=data / "backups",
        lock=data / "winback.lock",
        socket=_socket(data, env, platform),
    )


def prepare(paths: Paths) -> None:
    """Make the data folder and the backup folder, readable by the owner alone.

    A folder that may only be read is left as it is: the store then opens for reading. Raises
    StoreFault when there is no such folder and none can be made.
    """
    for folder in (paths.data, paths.backups):
        if folder.is_dir():
            continue
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            if folder == paths.backups and paths.data.is_dir():
                continue
            if folder.is_file():
                raise StoreFault(
                    f"{folder} is a file, not a folder. Choose another folder with --data."
                ) from error
            raise StoreFault(
                f"The folder {folder} cannot be made ({error.strerror or error}). "
                "Choose another folder with --data, or make this one writable."
            ) from error
    if os.name == "posix":
        parent = Path(paths.socket).parent
        if parent.name == f"{APP_ID}-{os.getuid()}":
            parent.mkdir(mode=0o700, exist_ok=True)


def _platform_folder(env: Mapping[str, str], platform: str) -> Path:
    """The platform's folder for a program's data; the library is asked where it knows more."""
    if platform in ("win32", "darwin"):
        from platformdirs import user_data_path  # costs 20 ms, so not on Linux

        return user_data_path("Winback", appauthor=False, roaming=False)
    base = env.get("XDG_DATA_HOME", "")
    root = Path(base) if base.startswith("/") else Path.home() / ".local" / "share"
    return root / "winback"


def _socket(data: Path, env: Mapping[str, str], platform: str) -> str:
    """A socket name of its own for every data folder, in a place that only the owner can enter."""
    name = f"winback-{zlib.crc32(os.fsencode(os.path.realpath(data))):08x}"
    if platform == "win32":
        return rf"\\.\pipe\{name}"
    runtime = env.get("XDG_RUNTIME_DIR", "")
    candidates = [Path(runtime) / name] if runtime.startswith("/") and Path(runtime).is_dir() else []
    candidates.append(data / "winback.socket")
    for candidate in candidates:
        if len(os.fsencode(candidate)) <= _LONGEST_SOCKET_PATH:
            return str(candidate)
    # Only a very long data folder without a session's own folder comes here.
    return str(Path("/tmp") / f"{APP_ID}-{os.getuid()}" / name)
