# SPDX-License-Identifier: MIT
"""Hears later starts through a socket of its own user: QtNetwork would take nearly 3 MB for this."""

import os
import socket
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier

_LONGEST = 65536


class SocketEar(QObject):
    """Answers each caller's line with "ok" and passes it to ``heard``."""

    def __init__(self, path: str, heard: Callable[[bytes], None], parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._heard = path, heard
        self._callers: dict[QSocketNotifier, tuple[socket.socket, bytes]] = {}
        self._door = socket.socket(socket.AF_UNIX)
        self.listening = self._open()

    def close(self) -> None:
        """Stop listening; the socket's file goes too."""
        for bell in list(self._callers):
            self._dismiss(bell)
        if self.listening:
            self.listening = False
            self._bell.setEnabled(False)
            with suppress(OSError):
                os.unlink(self._path)  # noqa: PTH108 - a socket's name
        self._door.close()

    def _open(self) -> bool:
        """False when the system gives no socket."""
        before = os.umask(0o077)
        try:
            with suppress(FileNotFoundError):
                os.unlink(self._path)  # noqa: PTH108 - one that a killed program left behind
            self._door.bind(self._path)
            self._door.listen()
        except OSError:
            return False
        finally:
            os.umask(before)
        self._door.setblocking(False)
        self._bell = self._ringing(self._door, self._greet)
        return True

    def _ringing(self, door: socket.socket, act: Callable[[], None]) -> QSocketNotifier:
        bell = QSocketNotifier(door.fileno(), QSocketNotifier.Type.Read, self)
        bell.activated.connect(lambda *_: act())
        return bell

    def _greet(self) -> None:
        with suppress(OSError):
            caller, _ = self._door.accept()
            caller.setblocking(False)
            bell = self._ringing(caller, lambda: self._read(bell))
            self._callers[bell] = caller, b""

    def _read(self, bell: QSocketNotifier) -> None:
        caller, before = self._callers[bell]
        try:
            new = caller.recv(_LONGEST)
        except BlockingIOError:
            return
        except OSError:
            new = b""
        line, ended, _ = (before + new).partition(b"\n")
        if new and not ended and len(line) <= _LONGEST:
            self._callers[bell] = caller, line
            return
        if ended:
            with suppress(OSError):
                caller.send(b"ok\n")
        self._dismiss(bell)
        if ended:
            self._heard(line)

    def _dismiss(self, bell: QSocketNotifier) -> None:
        caller, _ = self._callers.pop(bell)
        bell.setEnabled(False)
        bell.deleteLater()
        caller.close()
