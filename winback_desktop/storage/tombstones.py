# SPDX-License-Identifier: MIT
"""Remembers beside the data who was forgotten, so that no restored backup brings anybody back.

Nothing readable is kept: a salted digest of the row's number and the instant it was made, neither of which
says who it was. The file lies outside the database, because a restore replaces all that is inside.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from winback_desktop.storage import files
from winback_desktop.storage.connection import Database
from winback_desktop.storage.faults import told_plainly

_EVERYBODY = """
SELECT id, uid, created_at, name FROM contact
UNION SELECT row_id, image ->> '$.uid', image ->> '$.created_at', image ->> '$.name' FROM journal
    WHERE table_name = 'contact' AND op <> 'range' AND image ->> '$.name' IS NOT NULL
"""


class Tombstones(NamedTuple):
    """``gone`` are digests; ``unfinished`` are names of backups that may still hold somebody."""

    salt: str = ""
    gone: frozenset[str] = frozenset()
    unfinished: tuple[str, ...] = ()

    def matches(self, database: Database) -> list[tuple[int, str]]:
        """(number, name) of the contacts in a database who were forgotten, also of those that only its undo
        history knows; somebody who was renamed stands there by each name."""
        if not self.gone:
            return []
        home = _home(database)
        return [
            (row[0], row[3])
            for row in database.rows(_EVERYBODY)
            if not self.gone.isdisjoint(_digests(self.salt, home, row))
        ]


def file_of(path: Path) -> Path:
    """Where the tombstones of a data file are."""
    return path.with_suffix(".forgotten")


def read(path: Path) -> Tombstones:
    """What is remembered beside a data file; nothing where there is no such file or it can't be read."""
    import json

    try:
        kept = json.loads(file_of(path).read_text("ascii"))
        return Tombstones(str(kept["salt"]), frozenset(kept["gone"]), tuple(kept["unfinished"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Tombstones()


def write(path: Path, stones: Tombstones) -> None:
    """Keep them, wholly or as they were."""
    import json

    kept = stones._asdict() | {"gone": sorted(stones.gone)}
    with told_plainly():
        files.write_whole(file_of(path), json.dumps(kept, indent=1).encode("ascii"))


def with_person(stones: Tombstones, database: Database, contact: int) -> Tombstones:
    """The tombstones with one person more."""
    salt = stones.salt or os.urandom(16).hex()
    row = database.row("SELECT id, uid, created_at, name FROM contact WHERE id = ?", (contact,)) or ()
    return stones._replace(salt=salt, gone=stones.gone.union(_digests(salt, _home(database), row)))


def _home(database: Database) -> str:
    return str(database.value("SELECT value FROM meta WHERE key = 'database_id'"))


def _digests(salt: str, home: str, row: tuple[Any, ...]) -> Iterable[str]:
    """By number within this data, and by the card's own id where it came from an address book. Somebody
    added again later was made at another instant and is somebody new."""
    from hashlib import blake2b

    number, uid, created_at, name = row
    traits = [f"{home} {number} {created_at or name}"]
    if uid:
        traits.append(f"{uid} {created_at or name}")
    return [blake2b(f"{salt} {trait}".encode(), digest_size=16).hexdigest() for trait in traits]
