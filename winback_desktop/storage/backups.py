# SPDX-License-Identifier: MIT
"""Verified backups: written beside, checked, synced and only then given their name; kept by a fixed rule."""

import os
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from winback_desktop.application.failures import DamagedStore, NewerStore, Refused, StoreFault
from winback_desktop.storage import files
from winback_desktop.storage.connection import Database, sqlite_version
from winback_desktop.storage.faults import told_plainly
from winback_desktop.storage.migrations import NEWER, SCHEMA, stored_schema

_COUNTED = ("contact", "loss", "plan", "step", "note", "gift", "touch", "interest")
DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many daily, weekly and monthly backups are kept behind those of the two newest days."""


class Backup(NamedTuple):
    """One backup in the folder. ``made_at`` is aware UTC."""

    path: Path
    number: int
    made_at: datetime
    reason: str


def folder_of(path: Path) -> Path:
    """Where the backups of a data file are kept."""
    return path.parent / "backups"


def list_backups(folder: Path) -> list[Backup]:
    """The backups of a folder, newest first, by the number in their names."""
    found = []
    for path in folder.glob("winback-*.db"):
        parts = path.stem.split("-", 3)
        try:
            made_at = datetime.strptime(parts[2] + "+0000", "%Y%m%dT%H%M%SZ%z")
            found.append(Backup(path, int(parts[1]), made_at, parts[3]))
        except (ValueError, IndexError):
            # A file that somebody else put here.
            continue
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def manifest_of(path: Path) -> Path:
    """Where a backup's sum, counts and versions are written down."""
    return path.with_name(path.name + ".json")


def write_to_folder(database: Database, *, reason: str, now: datetime, program_version: str) -> Path:
    """Write a numbered backup to the folder beside the data file, then let go of what is too old."""
    if database.path is None:
        raise StoreFault("What is only in memory can't be backed up. Please name a file to write to.")
    folder = folder_of(database.path)
    with told_plainly():
        folder.mkdir(mode=0o700, exist_ok=True)
        for part in folder.glob("*.part"):
            part.unlink()
    newest = list_backups(folder)[:1]
    number = newest[0].number + 1 if newest else 1
    word = "".join(letter if letter.isalnum() else "-" for letter in reason)
    target = folder / f"winback-{number:06}-{now:%Y%m%dT%H%M%SZ}-{word}.db"
    write_backup(database, target, reason=reason, now=now, program_version=program_version)
    rotate(folder)
    return target


def write_backup(
    database: Database, target: Path, *, reason: str, now: datetime, program_version: str
) -> Path:
    """Write one backup and its manifest; raises DamagedStore when the data itself is unsound."""
    import json

    if database.path is not None and files.is_same(target, database.path):
        raise Refused(
            f"{target.name} is the file that your data is in now. Choose another name for the backup."
        )
    if database.rows("PRAGMA quick_check(1)") != [("ok",)]:
        raise DamagedStore(
            "The data file is damaged, so no backup was written and the earlier ones are kept. "
            "Please restore one of them."
        )
    part = target.with_name(target.name + ".part")
    with told_plainly():
        part.unlink(missing_ok=True)
        # An empty private file first, so that no byte is ever readable by others.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        database.run("VACUUM INTO ?", (str(part),))
        facts = {
            "made_at": now.isoformat(),
            "reason": reason,
            "schema": SCHEMA,
            "program": program_version,
            "sqlite": sqlite_version(),
            "commits": _commits(database),
            **verify(part),
            "sha256": sha256(part),
        }
        with told_plainly():
            files.sync(part)
            files.put_in_place(part, target)
            files.write_whole(manifest_of(target), json.dumps(facts, indent=1).encode())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return target


def changed_since_backup(database: Database) -> bool:
    """Whether anything was saved since the newest backup; raises DamagedStore. Between changes only."""
    import json

    if database.path is None:
        return False
    newest = list_backups(folder_of(database.path))[:1]
    try:
        facts = json.loads(manifest_of(newest[0].path).read_text("utf-8"))
    except (IndexError, OSError, ValueError):
        return True
    return bool(facts.get("commits") != _commits(database))


def _commits(database: Database) -> int:
    return files.header_of(database.path).commits if database.path else 0


def verify(path: Path) -> dict[str, Any]:
    """Open a backup, check every page and reference, and count; raises DamagedStore or NewerStore."""
    header = files.header_of(path)
    if header.schema > SCHEMA:
        raise NewerStore(NEWER)
    copy = Database(path, read_only=True)
    try:
        sound = copy.rows("PRAGMA integrity_check(1)") == [("ok",)]
        if not sound or not stored_schema(copy) or copy.rows("PRAGMA foreign_key_check"):
            raise DamagedStore(f"The backup {path.name} is damaged. Please choose another one.")
        counts = {table: copy.value(f"SELECT count(*) FROM {table}") for table in _COUNTED}
    finally:
        copy.close()
    return {"size": path.stat().st_size, "counts": counts}


def rewrite_manifest(path: Path, facts: dict[str, Any]) -> None:
    """Bring the manifest of a backup that was rewritten up to date."""
    import json

    manifest = manifest_of(path)
    if manifest.exists():
        old = json.loads(manifest.read_text("utf-8"))
        files.write_whole(manifest, json.dumps(old | facts | {"sha256": sha256(path)}, indent=1).encode())


def sha256(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def rotate(folder: Path) -> list[Path]:
    """Delete what is too old and return it.

    Kept are all of the two newest days, then one a day, a week and a month. What is newest is told by
    number, and only days that have backups count, so a clock set wrongly never costs a good one.
    """
    days: list[str] = []
    weeks: list[str] = []
    months: list[str] = []
    gone = []
    for backup in list_backups(folder):
        day, week, month = (f"{backup.made_at:{form}}" for form in ("%Y-%m-%d", "%G-%V", "%Y-%m"))
        if day in days[:2]:
            continue
        if day not in days and len(days) < 2 + DAYS:
            days.append(day)
        elif day not in days and week not in weeks and len(weeks) < WEEKS:
            weeks.append(week)
        elif day not in days and week not in weeks and month not in months and len(months) < MONTHS:
            months.append(month)
        else:
            gone.append(backup.path)
    with told_plainly():
        for path in gone:
            path.unlink(missing_ok=True)
            manifest_of(path).unlink(missing_ok=True)
    return gone
