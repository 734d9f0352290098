# SPDX-License-Identifier: MIT
"""The running program's ear: later starts ask it to come to the front and hand their arguments over."""

import os
import sys

from PySide6.QtCore import QObject, Signal

from winback_desktop.system.instance_call import decode

if sys.platform == "win32":
    from winback_desktop.ui.instance_pipe import PipeEar as Ear
else:
    from winback_desktop.ui.instance_socket import SocketEar as Ear


class SingleInstance(QObject):
    """Listens only; the instance lock has already decided who is first.

    ``called(arguments)`` is emitted for each later start, with what stood on its command line.
    """

    called = Signal(list)

    def __init__(self, socket_name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ear = Ear(socket_name, self._heard, self)

    @property
    def listening(self) -> bool:
        """False when the system gave no socket; later starts then say that the program runs already."""
        return self._ear.listening

    def close(self) -> None:
        """Stop listening."""
        self._ear.close()

    def _heard(self, line: bytes) -> None:
        token, arguments = decode(line)
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt shows it to the desktop when it raises a window
        self.called.emit(arguments)
