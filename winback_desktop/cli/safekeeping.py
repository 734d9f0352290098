# SPDX-License-Identifier: MIT
"""Keeping the data safe from the command line: check, backup, restore and forget."""

from argparse import Namespace
from pathlib import Path

from winback_desktop.application.contact_names import contact_for
from winback_desktop.application.failures import DamagedStore, Refused
from winback_desktop.cli.answers import Answer
from winback_desktop.cli.workspaces import workspace, workspace_to_ask
from winback_desktop.system.paths import paths_for

_ARCHIVE_STARTS_WITH = b"{"


def run_check(arguments: Namespace) -> Answer:
    """All that is wrong with the stored data; code 1 when there is anything."""
    with workspace_to_ask(arguments) as work:
        findings = work.store.check()
        counts = work.store.queries.counts()
    data = {"sound": not findings, "findings": findings, **counts._asdict()}
    lines = [f"{finding.area}: {finding.sentence}" for finding in findings]
    sound = f"All is well: {counts.contacts:,} contacts, {counts.losses:,} losses."
    return Answer(data, tuple(lines) or (sound,), 1 if findings else 0)


def run_backup(arguments: Namespace) -> Answer:
    """Write a verified backup and say where it is."""
    with workspace(arguments) as work:
        written = work.store.backup(arguments.file)
    return Answer({"file": written, "bytes": written.stat().st_size}, (f"Backed up to {written}.",))


def run_restore(arguments: Namespace) -> Answer:
    """Put a backup, or a complete JSON archive, in the place of what is stored."""
    source: Path = arguments.file
    if not source.is_file():
        raise Refused(f"There is no file {source}. “winback backup” writes one.")
    with source.open("rb") as file:
        if file.read(1) == _ARCHIVE_STARTS_WITH:
            return _rebuild(arguments, source)
    try:
        with workspace(arguments) as work:
            safety = work.store.restore(source)
    except DamagedStore:
        safety = _replace(arguments, source)
    # Where the data file had gone missing there was nothing to keep.
    kept = safety if safety.exists() else None
    lines = [f"Restored {source}.", *([f"What was there before is kept as {kept}."] if kept else [])]
    return Answer({"restored": source, "safety_copy": kept}, tuple(lines))


def _replace(arguments: Namespace, source: Path) -> Path:
    """For a data file that can't even be opened: it is kept under another name."""
    from winback_desktop.storage.restoring import replace_damaged

    return replace_damaged(paths_for(arguments.data).database, source)


def _rebuild(arguments: Namespace, source: Path) -> Answer:
    from winback_desktop.application.rebuild import rebuild
    from winback_desktop.exchange.archive import read_archive

    archive = read_archive(source.read_bytes(), source.name)
    with workspace(arguments) as work:
        counts = rebuild(work, archive)
    return Answer({"restored": source, "counts": counts}, (f"Everything was rebuilt from {source}.",))


def run_forget(arguments: Namespace) -> Answer:
    """Erase a person for good."""
    with workspace(arguments) as work:
        contact = contact_for(work, arguments.contact)
        if not arguments.yes:
            raise Refused(
                f"This erases {contact.name} from your data and its backups for good and cannot be undone. "
                "Add --yes if that is what you want."
            )
        forgotten = work.store.forget(contact.id)
    count = len(forgotten.backups)
    lines = [f"{contact.name} was erased here and from {count} backup{'' if count == 1 else 's'}."]
    lines += [f"This backup could not be read; delete it by hand: {path}" for path in forgotten.unreadable]
    lines += [f"The name still stands in {path}." for path in forgotten.still_found]
    lines.append("Copies that you made yourself, and what a disk keeps by itself, are out of reach.")
    return Answer(forgotten, tuple(lines))
