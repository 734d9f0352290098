# SPDX-License-Identifier: MIT
"""Erases a person everywhere that the program controls: data, search index, undo history, local backups."""

import shutil
from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from winback_desktop.application.failures import DamagedStore, Missing, StoreFault
from winback_desktop.application.long_work import Progress
from winback_desktop.storage import backups, files, index_care, tombstones
from winback_desktop.storage.connection import Database
from winback_desktop.storage.faults import told_plainly
from winback_desktop.storage.removal import remove_rows
from winback_desktop.storage.tombstones import Tombstones

_OWN = "data"
"""Stands among the unfinished backups for the data file itself."""
_SHORTEST = 4
_CHUNK = 1 << 22


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


Tidy = Callable[[], Generator[Progress, None, None]]
"""Writes the search index of the open data anew, step by step in one transaction."""


def forget(database: Database, contact: int, tidy: Tidy) -> Generator[Progress, None, Forgotten]:
    """Erase a contact with all that hangs on it; raises Missing. It can't be undone.

    The person is gone from the data before the first pause; then the backups are rewritten, on a thread of
    its own because they are files that nobody else has open. Leaving off there leaves the rest for
    ``finish``; a backup restored meanwhile is cleaned by its tombstone.
    """
    found = database.row("SELECT name FROM contact WHERE id = ?", (contact,))
    if found is None:
        raise Missing(f"There is no contact with the number {contact}.")
    name: str = found[0]
    path = database.path
    if path is None:
        erase(database, [(contact, name)])
        yield from tidy()
        return Forgotten(name, (), (), ())
    before = tombstones.read(path)
    waiting = [backup.path.name for backup in backups.list_backups(backups.folder_of(path))]
    tombstones.write(
        path, tombstones.with_person(before, database, contact)._replace(unfinished=(_OWN, *waiting))
    )
    try:
        erase(database, [(contact, name)])
    except BaseException:
        tombstones.write(path, before)
        raise
    rewritten, unreadable = yield from finish(path, tidy)
    found_in: list[Path] = []
    if len(name) >= _SHORTEST:
        yield from _beside(lambda _: found_in.extend(_files_holding(path.parent, name)), [path])
    return Forgotten(name, tuple(rewritten), tuple(unreadable), tuple(found_in))


def finish(path: Path, tidy: Tidy) -> Generator[Progress, None, tuple[list[Path], list[Path]]]:
    """Erase what may still be left of those who were forgotten: in the search index, and in the backups.

    Answers the backups that were rewritten and those that can't be read.
    """
    rewritten: list[Path] = []
    unreadable: list[Path] = []
    folder = backups.folder_of(path)
    waiting = tombstones.read(path).unfinished
    if _OWN in waiting:
        yield from tidy()
        _finished(path, _OWN)

    def clean(name: str) -> None:
        try:
            if (folder / name).exists() and _rewrite(folder / name, tombstones.read(path)):
                rewritten.append(folder / name)
        except DamagedStore:
            unreadable.append(folder / name)
        _finished(path, name)

    yield from _beside(clean, [name for name in waiting if name != _OWN])
    return rewritten, unreadable


def _finished(path: Path, name: str) -> None:
    stones = tombstones.read(path)
    left = tuple(other for other in stones.unfinished if other != name)
    tombstones.write(path, stones._replace(unfinished=left))


def cleaned_copy(source: Path, path: Path) -> Path:
    """``source`` itself, or a copy beside the data at ``path`` without those who were forgotten there."""
    stones = tombstones.read(path)
    if not stones.gone:
        return source
    part = path.with_name(path.name + ".restoring")
    return part if _copy_without(source, part, stones) else source


def erase(database: Database, people: Sequence[tuple[int, str]]) -> None:
    """Erase people, given by number and name, from one database. The undo history goes as a whole: its
    labels and images name people."""
    database.begin()
    try:
        remove_rows(database, "contact", sorted({contact for contact, _ in people}))
        database.run("DELETE FROM journal")
        database.run("DELETE FROM change")
        for _, name in people:
            database.run("DELETE FROM draft WHERE instr(lower(content), lower(?))", (name,))
        database.commit()
    except BaseException:
        database.rollback()
        raise


def _rewrite(path: Path, stones: Tombstones) -> bool:
    """Erase who was forgotten from one backup by way of a copy; False when it holds none of them."""
    part = path.with_name(path.name + ".part")
    if not _copy_without(path, part, stones):
        return False
    facts = backups.verify(part)
    with told_plainly():
        files.sync(part)
        files.put_in_place(part, path)
        backups.rewrite_manifest(path, facts)
    return True


def _copy_without(source: Path, part: Path, stones: Tombstones) -> bool:
    """Make a copy of a database without those who were forgotten; False, and no copy, when it holds none."""
    files.header_of(source)
    with told_plainly():
        part.unlink(missing_ok=True)
        files.make_private(part)
        shutil.copyfile(source, part)
    copy = Database(part)
    try:
        found = stones.matches(copy)
        if found:
            erase(copy, found)
            copy.begin()
            for _ in index_care.rewrite(copy):
                pass
            copy.commit()
    finally:
        copy.close()
    with told_plainly():
        part.with_name(part.name + "-journal").unlink(missing_ok=True)
        if not found:
            part.unlink()
    return bool(found)


def _beside(work: Callable[[str], None], items: Iterable[object]) -> Generator[Progress, None, None]:
    """Do something with each item on a thread, so that the window stays awake; a failure is raised here.

    Leaving off waits for the item at hand.
    """
    from threading import Event, Thread

    todo = [str(item) for item in items]
    done: list[str] = []
    faults: list[StoreFault | OSError] = []
    stop = Event()

    def go() -> None:
        for item in todo:
            if stop.is_set():
                return
            try:
                work(item)
            except (StoreFault, OSError) as fault:
                faults.append(fault)
                return
            done.append(item)

    if not todo:
        return
    thread = Thread(target=go, name="forgetting")
    thread.start()
    try:
        while thread.is_alive():
            thread.join(0.02)
            yield Progress(len(done), len(todo))
    finally:
        stop.set()
        thread.join()
    if faults:
        with told_plainly():
            raise faults[0]


def _files_holding(folder: Path, name: str) -> list[Path]:
    """The files of the data folder in which the name still stands."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and _holds(path, name.encode())]


def _holds(path: Path, wanted: bytes) -> bool:
    with path.open("rb") as file:
        tail = b""
        while chunk := file.read(_CHUNK):
            if wanted in tail + chunk:
                return True
            tail = chunk[-len(wanted) :]
    return False
