# SPDX-License-Identifier: MIT
"""Looks at the data file before SQLite touches it, keeps it private, and remembers outside whose it is."""

import os
from pathlib import Path
from typing import NamedTuple

from winback_desktop.application.failures import DamagedStore, StoreFault
from winback_desktop.storage.connection import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_RESTORE = "Please restore one of the backups; the file itself was left as it is."


class Header(NamedTuple):
    """What the first bytes of a data file say; ``schema`` is 0 for a file still to be filled."""

    schema: int
    commits: int
    """SQLite's counter of commits, which tells whether anything was written since."""


def identity_file(path: Path) -> Path:
    """Where the id of the database is kept beside it, so that an emptied file is not taken for a new one."""
    return path.with_suffix(".id")


def known_identity(path: Path) -> str:
    """The id of the database that was here before; empty on the first day."""
    try:
        return identity_file(path).read_bytes().decode("ascii").strip()
    except (OSError, ValueError):
        return ""


def remember_identity(path: Path, identity: str) -> None:
    """Keep the database's id beside it."""
    if known_identity(path) != identity:
        write_whole(identity_file(path), (identity + "\n").encode("ascii"))


def is_same(path: Path, other: Path) -> bool:
    """Whether two names, links followed, are one file."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def header_of(path: Path) -> Header:
    """Check the first bytes and the length; raises DamagedStore in words. Reads only.

    Not to be called while this process is inside a transaction on the file: closing a file releases
    the locks that SQLite holds on it.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except OSError as error:
        raise StoreFault(f"The file {path.name} could not be read. Check that it is yours.") from error
    if size == 0:
        return Header(0, 0)
    if head[:16] != _MAGIC or len(head) < _HEADER:
        raise DamagedStore(f"The file {path.name} is damaged or no data file of this program. {_RESTORE}")
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    commits = int.from_bytes(head[24:28], "big")
    # The page count is to be trusted only when it was written with the latest commit.
    if head[24:28] == head[92:96] and size < pages * (65536 if page == 1 else page):
        raise DamagedStore(f"A part of the file {path.name} is missing. {_RESTORE}")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise DamagedStore(
            f"The file {path.name} belongs to another program, so it was left untouched. "
            "Please choose another data folder."
        )
    return Header(int.from_bytes(head[60:64], "big"), commits)


def unfinished(path: Path) -> bool:
    """True when a commit was cut short; SQLite puts that right on opening, so only then may one judge."""
    try:
        return path.with_name(path.name + "-journal").stat().st_size > 0
    except OSError:
        return False


def may_write(path: Path) -> bool:
    """Whether the file and its folder (which SQLite needs too) may be written; a missing one can be made."""
    if not path.parent.exists():
        return True
    if not os.access(path.parent, os.W_OK):
        return False
    return not path.exists() or os.access(path, os.W_OK)


def make_private(path: Path) -> None:
    """Make the file for the owner alone before anything is written to it; its folder too where it is new."""
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # another start may be faster
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        raise StoreFault(
            f"The folder {path.parent} can't be used for your data. Please choose another one."
        ) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a small private file so that it is there wholly or not at all, also after a power cut."""
    # Two programs may do this at once, so each has a part of its own.
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.write(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)
    put_in_place(part, path)


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished, synced file its name and make the name last."""
    part.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def sync(path: Path) -> None:
    """Wait until a file is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
