# SPDX-License-Identifier: MIT
"""Reads and writes the file of an owner's own gift ideas: small plain text, in whatever encoding."""

import stat
from pathlib import Path

from winback_desktop.application.failures import Refused
from winback_desktop.exchange.safe_file import write_file
from winback_desktop.exchange.text_encoding import decode

_LARGEST = 1024 * 1024
_BINARY = 0.02


def read_ideas(path: Path) -> str:
    """The file's text; raises Refused for what is no small text file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Refused(f"{path.name} is no file that can be read. Choose a text file with gift ideas.")
        if status.st_size > _LARGEST:
            raise Refused(f"{path.name} is larger than 1 MB, so it is hardly a list of gift ideas.")
        text = decode(path.read_bytes()).text
    except FileNotFoundError:
        raise Refused(f"There is no file {path.name} at that place. Please choose it again.") from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise Refused(f"{path.name} could not be read ({reason}). Copy it to another place first.") from None
    unseen = sum(letter < " " and letter not in "\t\n\r" for letter in text)
    if unseen > _BINARY * len(text):
        raise Refused(f"{path.name} is no text. Choose a text file with gift ideas, one a line.")
    return text


def write_ideas(path: Path, text: str) -> Path:
    """Write the text whole or not at all; raises Refused when the place can't be written to."""
    return write_file(path, text.encode("utf-8"))
