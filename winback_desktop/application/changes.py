# SPDX-License-Identifier: MIT
"""What a committed change touched; the one thing that is broadcast to every screen."""

from typing import NamedTuple


class Changes(NamedTuple):
    """``label`` names the change for undo (empty when it cannot be undone); ``kinds`` are the record
    types touched, by lower-case class name (``"step"``, ``"contact"``, ``"setting"``)."""

    label: str
    kinds: frozenset[str]
    undoable: bool = True
