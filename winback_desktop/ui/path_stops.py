# SPDX-License-Identifier: MIT
"""Turns a plan's path, as the store tells it, into the nodes that are drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from winback_desktop.application.queries import PathNode

DONE, CURRENT, FUTURE, SKIPPED = "done", "current", "future", "skipped"
_CAPTIONS = {"pause": "Pause", "note": "Note", "lunch": "Lunch", "gift": "Gift"}


class PathStop(NamedTuple):
    """One node: ``kind`` gives colour and icon, ``caption`` its word, ``progress`` one of the four above."""

    kind: str
    caption: str
    progress: str


def path_stops(nodes: Sequence[PathNode], live: bool = True) -> tuple[PathStop, ...]:
    """Pause, note, lunch and gift; the first open one is the current one while the plan is ``live``."""
    stops = []
    current_seen = not live
    for node in nodes:
        if node.state == "done":
            progress = DONE
        elif node.state in ("skipped", "dropped"):
            progress = SKIPPED
        elif not current_seen:
            progress, current_seen = CURRENT, True
        else:
            progress = FUTURE
        stops.append(PathStop(node.kind, _CAPTIONS.get(node.kind, node.kind.capitalize()), progress))
    return tuple(stops)
