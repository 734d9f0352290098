# SPDX-License-Identifier: MIT
"""Puts a backup back: through SQLite into the open file, or beside a file that is too damaged to open."""

import shutil
from collections.abc import Callable
from pathlib import Path

from winback_desktop.application.failures import Refused
from winback_desktop.storage import backups, files, migrations
from winback_desktop.storage.connection import Database
from winback_desktop.storage.faults import told_plainly
from winback_desktop.storage.forgetting import cleaned_copy


def restore(database: Database, source: Path, keep_safe: Callable[[], Path]) -> Path:
    """Copy a verified backup into the open file, wholly or not at all; returns the safety copy.

    Whoever was forgotten since it was made is erased from it first, and stays away.
    """
    source = source.absolute()
    if database.path is not None and files.is_same(source, database.path):
        raise Refused(
            f"{source.name} is the file that your data is in now, so there is nothing to restore. "
            "Choose one of the backups."
        )
    backups.verify(source)
    safety = keep_safe()
    clean = cleaned_copy(source, database.path) if database.path is not None else source
    copy = Database(clean, read_only=True)
    try:
        with told_plainly():
            copy.handle.backup(database.handle)
    finally:
        copy.close()
        if clean != source:
            clean.unlink(missing_ok=True)
    if migrations.stored_schema(database) < migrations.SCHEMA:
        migrations.migrate(database, lambda: "")
    return safety


def replace_damaged(path: Path, source: Path) -> Path:
    """Give a damaged data file another name and put a backup in its place; returns where it went.

    For a file that can't be opened; nobody may have it open.
    """
    source = source.absolute()
    backups.verify(source)
    part = path.with_name(path.name + ".part")
    clean = cleaned_copy(source, path)
    with told_plainly():
        part.unlink(missing_ok=True)
        files.make_private(part)
        shutil.copyfile(clean, part)
        files.sync(part)
        if clean != source:
            clean.unlink(missing_ok=True)
        kept = _free_name(path)
        # The journal goes first: it must never meet a file that it does not belong to.
        for suffix in ("-journal", ""):
            old = path.with_name(path.name + suffix)
            if old.exists():
                old.rename(kept.with_name(kept.name + suffix))
        files.put_in_place(part, path)
    return kept


def _free_name(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    return kept
