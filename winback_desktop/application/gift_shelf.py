# SPDX-License-Identifier: MIT
"""Reads the gift shelf from the bundled resources, once and only when it is asked for."""

from functools import cache
from pathlib import Path

from winback_desktop.domain.gift_catalogue import Catalogue, read_catalogue


@cache
def catalogue() -> Catalogue:
    """All subjects and ideas that come with the program."""
    return read_catalogue(
        (path.name, path.read_text(encoding="utf-8"))
        for path in sorted(_folder().glob("*.txt"))
        if not path.name.startswith("LICENSE")
    )


def _folder() -> Path:
    """Inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources" / "gifts"
    return installed if installed.is_dir() else package.parent / "resources" / "gifts"
