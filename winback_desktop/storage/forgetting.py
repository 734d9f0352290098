# SPDX-License-Identifier: MIT
"""Erases a person everywhere that the program controls: data, search index, undo history, local backups.

A tombstone that erases again after an older backup from elsewhere was restored is still to come.
"""

from pathlib import Path
from typing import NamedTuple

from winback_desktop.application.failures import DamagedStore, Missing
from winback_desktop.storage import backups, files
from winback_desktop.storage.connection import Database
from winback_desktop.storage.faults import told_plainly
from winback_desktop.storage.removal import remove_rows

_SHORTEST = 4


class Forgotten(NamedTuple):
    """What was erased, and what could not be.

    ``backups`` were rewritten; ``unreadable`` ones could not be and should be deleted by hand;
    ``still_found`` are files of the data folder in which the name still stands, because somebody else
    bears it or the owner wrote it elsewhere.
    """

    name: str
    backups: tuple[Path, ...]
    unreadable: tuple[Path, ...]
    still_found: tuple[Path, ...]


def forget(database: Database, contact: int) -> Forgotten:
    """Erase a contact with all that hangs on it; raises Missing. It can't be undone."""
    row = database.row("SELECT name, uid, created_at FROM contact WHERE id = ?", (contact,))
    if row is None:
        raise Missing(f"There is no contact with the number {contact}.")
    name, uid, created_at = row
    _erase(database, contact, name)
    rewritten: list[Path] = []
    unreadable: list[Path] = []
    still_found: list[Path] = []
    if database.path is not None:
        for backup in backups.list_backups(backups.folder_of(database.path)):
            try:
                if _rewrite(backup.path, contact, name, uid, created_at):
                    rewritten.append(backup.path)
            except DamagedStore:
                unreadable.append(backup.path)
        if len(name) >= _SHORTEST:
            still_found = _files_holding(database.path.parent, name)
    return Forgotten(name, tuple(rewritten), tuple(unreadable), tuple(still_found))


def _erase(database: Database, contact: int, name: str) -> None:
    """The undo history goes as a whole: its labels and images name people."""
    database.begin()
    try:
        remove_rows(database, "contact", [contact])
        database.run("DELETE FROM journal")
        database.run("DELETE FROM change")
        database.run("DELETE FROM draft WHERE instr(lower(content), lower(?))", (name,))
        database.run("INSERT INTO search (search) VALUES ('optimize')")
        database.commit()
    except BaseException:
        database.rollback()
        raise


def _rewrite(path: Path, contact: int, name: str, uid: str, created_at: str | None) -> bool:
    """Erase the person from one backup by way of a copy; False when it does not hold them."""
    files.header_of(path)
    part = path.with_name(path.name + ".part")
    with told_plainly():
        part.unlink(missing_ok=True)
        files.make_private(part)
        part.write_bytes(path.read_bytes())
    copy = Database(part)
    try:
        # A number may mean somebody else in a backup from before a restore; the rest must fit too.
        found = copy.row(
            "SELECT id, name FROM contact WHERE (uid <> '' AND uid = ?)"
            " OR (id = ? AND created_at IS ? AND (created_at IS NOT NULL OR name = ?))",
            (uid, contact, created_at, name),
        )
        if found is not None:
            _erase(copy, found[0], found[1])
            copy.run("VACUUM")
    finally:
        copy.close()
    if found is None:
        part.unlink()
        return False
    facts = backups.verify(part)
    with told_plainly():
        files.sync(part)
        files.put_in_place(part, path)
        part.with_name(part.name + "-journal").unlink(missing_ok=True)
        backups.rewrite_manifest(path, facts)
    return True


def _files_holding(folder: Path, name: str) -> list[Path]:
    """The files of the data folder in which the name still stands."""
    wanted = name.encode()
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and wanted in path.read_bytes()]
