# SPDX-License-Identifier: MIT
"""The running program's ear: later starts ask it to come to the front and hand their arguments over."""

import os

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from winback_desktop.system.instance_call import decode

_LONGEST = 65536


class SingleInstance(QObject):
    """Listens only; the instance lock has already decided who is first.

    ``called(arguments)`` is emitted for each later start, with what stood on its command line.
    """

    called = Signal(list)

    def __init__(self, socket_name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(socket_name)  # one that a killed program left behind
        self._listening = self._server.listen(socket_name)

    @property
    def listening(self) -> bool:
        """False when the system gave no socket; later starts then say that the program runs already."""
        return self._listening

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
        token, arguments = decode(bytes(connection.readLine(_LONGEST).data()))
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt shows it to the desktop when it raises a window
        connection.write(b"ok\n")
        connection.flush()
        connection.disconnectFromServer()
        self.called.emit(arguments)
