# SPDX-License-Identifier: MIT
"""Hears later starts through a named pipe, on Windows."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LONGEST = 65536


class PipeEar(QObject):
    """Answers each caller's line with "ok" and passes it to ``heard``."""

    def __init__(self, name: str, heard: Callable[[bytes], None], parent: QObject) -> None:
        super().__init__(parent)
        self._heard = heard
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self.listening = self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.readyRead.connect(lambda one=connection: self._read(one))
            connection.disconnected.connect(connection.deleteLater)
            if connection.canReadLine():
                self._read(connection)

    def _read(self, connection: QLocalSocket) -> None:
        if not connection.canReadLine():
            if connection.bytesAvailable() > _LONGEST:
                connection.abort()
            return
        line = bytes(connection.readLine(_LONGEST).data())
        connection.write(b"ok\n")
        connection.flush()
        connection.disconnectFromServer()
        self._heard(line)
