# SPDX-License-Identifier: MIT
"""Asks the program that is already running to come to the front, before anything large is imported."""

import os
import sys
from collections.abc import Mapping, Sequence

_PATIENCE = 2.0  # seconds; a running program answers within some milliseconds
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


def call_running(
    socket_name: str, arguments: Sequence[str], environ: Mapping[str, str] | None = None
) -> bool:
    """Hand the arguments over; False when nobody answers at this socket."""
    env = os.environ if environ is None else environ
    token = next((env[name] for name in _TOKENS if env.get(name)), "")
    line = encode(token, arguments)
    try:
        return (
            _through_pipe(socket_name, line)
            if sys.platform == "win32"
            else _through_socket(socket_name, line)
        )
    except OSError:
        return False


def encode(token: str, arguments: Sequence[str]) -> bytes:
    """One line: the desktop's token for raising a window, then the arguments."""
    fields = [field.replace("\0", "").replace("\n", " ") for field in (token, *arguments)]
    return "\0".join(fields).encode("utf-8", "surrogateescape") + b"\n"


def decode(line: bytes) -> tuple[str, list[str]]:
    """The token and the arguments of such a line."""
    token, *arguments = line.rstrip(b"\n").decode("utf-8", "surrogateescape").split("\0")
    return token, arguments


def _through_socket(name: str, line: bytes) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(_PATIENCE)
        connection.connect(name)
        connection.sendall(line)
        return connection.recv(16).startswith(b"ok")


def _through_pipe(name: str, line: bytes) -> bool:
    with open(name, "r+b", buffering=0) as pipe:  # noqa: PTH123 - a pipe's name is no path
        pipe.write(line)
        return pipe.read(16).startswith(b"ok")
