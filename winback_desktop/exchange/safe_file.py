# SPDX-License-Identifier: MIT
"""Puts a file in its place whole or not at all, readable by the owner only."""

import os
from contextlib import suppress
from pathlib import Path

from winback_desktop.application.failures import Refused


def write_file(path: Path, data: bytes) -> Path:
    """Write beside the target, then rename. Raises Refused when the place can't be written to."""
    # What a link points to is written, not the link.
    path = Path(os.path.realpath(path))
    part = path.with_name(f".{path.name[:60]}.{os.getpid()}.part")
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # A pipe or a device, such as standard output, has no place to put a file in.
            with path.open("wb") as file:
                file.write(data)
            return path
        if path.is_dir():
            raise Refused(f"{path} is a folder. Add a file name such as contacts.vcf.")
        if not path.parent.is_dir():
            raise Refused(f"There is no folder {path.parent}. Choose one that exists.")
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _settle(path.parent)
    except (OSError, ValueError) as error:
        # The first failure is the one to tell.
        with suppress(OSError, ValueError):
            part.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{path.name} could not be written ({reason}). Choose another place for it.") from error
    return path


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut; Windows does so by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
