# SPDX-License-Identifier: MIT
"""One program at a time on one data folder: a lock that frees itself however the process ends."""

import errno
import os
from pathlib import Path

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class InstanceLock:
    """A lock file held open; the file itself stays, only the lock on it counts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    @property
    def held(self) -> bool:
        """True while this process holds the lock."""
        return self._file is not None

    def acquire(self) -> bool:
        """Take the lock; False when another process holds it.

        A folder that may only be read has nothing to protect: True, and nothing is held.
        """
        if self.held:
            return True
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            _lock(file)
        except OSError as error:
            os.close(file)
            return (
                error.errno not in _TAKEN
            )  # some network folders know no locks; the store's own lock remains
        self._file = file
        return True

    def release(self) -> None:
        """Let the next one in."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _lock(file: int) -> None:
    """Lock without waiting; raises OSError when it is taken."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
