# SPDX-License-Identifier: MIT
"""Turns what the driver raises into failures that a person can understand."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC

from winback_desktop.application.failures import (
    DamagedStore,
    DiskFull,
    LockedStore,
    ReadOnlyStore,
    Refused,
    StoreFault,
)

# SQLite's primary result codes (sqlite.org/rescode.html); extended ones carry them in the low byte.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN = 5, 6, 8, 10, 11, 13, 14
_CONSTRAINT, _NOTADB = 19, 26

_SENTENCES: dict[int, tuple[type[Exception], str]] = {
    _FULL: (
        DiskFull,
        "There is no room left on the disk, so nothing was saved. Free some space and save again.",
    ),
    _BUSY: (LockedStore, "Another program is writing to your data. Nothing was saved; please try again."),
    _LOCKED: (LockedStore, "Another program is writing to your data. Nothing was saved; please try again."),
    _READONLY: (ReadOnlyStore, "Your data is open for reading only, so nothing was saved."),
    _CORRUPT: (DamagedStore, "The data file is damaged. Please restore one of the backups."),
    _NOTADB: (
        DamagedStore,
        "The data file is no database that this program can read. Please restore a backup.",
    ),
    _IOERR: (
        StoreFault,
        "The disk reported a fault while reading or writing your data. "
        "Nothing was saved; check the disk and try again.",
    ),
    _CANTOPEN: (
        StoreFault,
        "The file could not be opened or written. Check that its folder exists and is yours.",
    ),
    _CONSTRAINT: (Refused, "This does not fit what is stored already, so nothing was changed."),
}

# The order in which causes count: "disk full" hides behind later, vaguer failures.
_WEIGHT = (_FULL, _IOERR, _CORRUPT, _NOTADB, _READONLY, _BUSY, _LOCKED, _CANTOPEN, _CONSTRAINT)


def fault_of(error: BaseException) -> Exception | None:
    """The failure for people behind a driver's or Peewee's error, or None for one of our own mistakes."""
    found: set[int] = set()
    link: BaseException | None = error
    seen: set[int] = set()
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        code = getattr(link, "sqlite_errorcode", None)
        if isinstance(code, int):
            found.add(code & 0xFF)
        if isinstance(link, OSError):
            found.add(_FULL if link.errno == ENOSPC else _CANTOPEN)
        link = link.__cause__ or link.__context__
    for code in _WEIGHT:
        if code in found:
            kind, sentence = _SENTENCES[code]
            return kind(sentence)
    return None


@contextmanager
def told_plainly() -> Iterator[None]:
    """Raise the failure for people in place of what the driver raised inside the block."""
    try:
        yield
    except (Refused, StoreFault):
        raise
    except Exception as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error
