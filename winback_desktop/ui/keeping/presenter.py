# SPDX-License-Identifier: MIT
"""Writes exports and backups and restores one, and says in words what happened."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDateTime, QLocale, QObject

from winback_desktop import __version__
from winback_desktop.application.export_data import export, export_person
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.people import Contact
from winback_desktop.ui.operations import Operations

Refusal = Callable[[str, str], None]

_REASONS = {
    "daily": "the day's backup",
    "quit": "on leaving",
    "manual": "by hand",
    "import": "before an import",
    "before-restore": "before a restore",
    "forgetting": "after forgetting somebody",
}


class Kind(NamedTuple):
    """A kind of file to write: its ending, what it is called, and what it is good for."""

    ending: str
    words: str
    use: str


KINDS = (
    Kind(".vcf", "Address book (vCard)", "for phones and other address books"),
    Kind(".csv", "Table (CSV)", "for a spreadsheet, with where each customer stands"),
    Kind(".ics", "Calendar (iCalendar)", "your follow-ups, without names"),
    Kind(".json", "Everything (archive)", "all that is stored; it can be rebuilt from this file"),
)


class BackupRow(NamedTuple):
    """A backup to choose: its path and when and why it was made."""

    path: str
    words: str


class KeepingPresenter(QObject):
    """What the sheet does with files."""

    def __init__(self, work: Workspace, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._operations = work, operations
        self.private = False
        """Whether what is only for the owner goes into a file too."""

    @property
    def kept_in(self) -> str:
        """Where the data is, for people."""
        path = self._work.store.path
        return str(path) if path else "only in memory, for this sample"

    @property
    def is_stored(self) -> bool:
        """False for the sample data, which has no file."""
        return self._work.store.path is not None

    def export_to(self, path: str, refused: Refusal) -> str:
        """Write a file by its ending; the result in words, or nothing when it was refused."""

        def write() -> str:
            from winback_desktop.exchange import formats
            from winback_desktop.exchange.safe_file import write_file

            target = Path(path)
            exported = export(self._work, target.suffix, formats, care=self.private, program=__version__)
            write_file(target, exported.data)
            counts = ", ".join(f"{name} {count:,}" for name, count in exported.counts.items() if count)
            return f"Wrote {target.name}: {counts or 'nothing is stored yet'}."

        return self._operations.run(write, refused) or ""

    def name_of(self, contact: int) -> str:
        """Whose data is to be exported; empty for nobody."""
        found = self._operations.run(lambda: self._work.store.get(Contact, contact)) if contact else None
        return found.name if found else ""

    def export_person_to(self, contact: int, path: str, refused: Refusal) -> str:
        """Write all that is kept about one person beside ``path``: card, calendar and archive."""

        def write() -> str:
            from winback_desktop.exchange import formats
            from winback_desktop.exchange.safe_file import write_file

            target = Path(path)
            made = export_person(self._work, contact, formats, program=__version__)
            for ending, exported in made.items():
                write_file(target.with_suffix(ending), exported.data)
            return "Wrote " + ", ".join(target.with_suffix(ending).name for ending in made) + "."

        return self._operations.run(write, refused) or ""

    def back_up(self, path: str, refused: Refusal) -> str:
        """Write a verified backup, to the backup folder when no path is given."""
        target = Path(path) if path else None
        written = self._operations.run(lambda: self._work.store.backup(target), refused)
        return f"Backed up and checked: {written.name}." if written else ""

    def backups(self) -> list[BackupRow]:
        """The backups of the data folder, newest first."""
        return [
            BackupRow(str(each.path), f"{_when(each.made_at)}, {_REASONS.get(each.reason, each.reason)}")
            for each in self._work.store.backups()
        ]

    def restore(self, path: str, refused: Refusal) -> str:
        """Put a backup in the place of what is stored; a safety copy comes first."""
        safety = self._operations.run(lambda: self._work.store.restore(Path(path)), refused)
        return f"Restored. What was there before is kept as {safety.name}." if safety else ""

    def check(self, refused: Refusal) -> str:
        """Check the data; one sentence."""
        found = self._operations.run(self._work.store.check, refused)
        if found is None:
            return ""
        return " ".join(finding.sentence for finding in found[:3]) or "Everything is sound."


def _when(moment) -> str:  # type: ignore[no-untyped-def]
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)
