# SPDX-License-Identifier: MIT
"""Failures that a person can meet. Each message is a whole sentence that says what to do next."""


class Refused(Exception):
    """The data or the practice did not allow it; nothing was changed. ``str(error)`` is for people.

    ``field`` names the form field concerned, where there is one.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class Missing(Refused):
    """A record that was asked for does not exist (any more)."""


class StoreFault(Exception):
    """The store could not be opened, read or written. ``str(error)`` is for people."""


class NewerStore(StoreFault):
    """The file was written by a newer version; it was not touched."""


class DamagedStore(StoreFault):
    """The file is damaged, empty although it was not before, or no database at all."""


class LockedStore(StoreFault):
    """Another program holds the file."""


class ReadOnlyStore(StoreFault):
    """The store is open for reading only; nothing was written."""


class DiskFull(StoreFault):
    """There is no room left; nothing was written."""
