# SPDX-License-Identifier: MIT
"""What the use cases need from the outside: a store, a clock, holidays and a way to announce."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

# A start imports this module: what only types name is left to the type checker.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from pathlib import Path
    from typing import Protocol

    from winback_desktop.application.changes import Changes
    from winback_desktop.application.long_work import Steps
    from winback_desktop.application.own_records import Announcement, Holiday
    from winback_desktop.application.questions import Queries
else:
    Protocol = object  # listing a protocol's members takes 1 ms of a start, and nobody asks for them

R = TypeVar("R")


class Clock(Protocol):
    """Tells the time; pretended in tests and with ``--today``."""

    def today(self) -> date:
        """The owner's local date."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""

    def local_now(self) -> datetime:
        """The owner's local date and time, aware."""


class HolidaySource(Protocol):
    """Public holidays by country and region."""

    def holidays(self, country: str, subdivision: str, year: int) -> list[Holiday]:
        """All public holidays of one year, in order; raises Refused for an unknown place."""

    def subdivisions(self, country: str) -> list[str]:
        """The codes of a country's regions; raises Refused for an unknown country."""

    def countries(self) -> list[str]:
        """The ISO 3166-1 alpha-2 codes that are known."""


class Store(Protocol):
    """Keeps records: the NamedTuples of the domain, told apart by their type, each with an ``id``.

    All writes happen inside ``change`` (journalled: undoable by name) or ``transaction`` (not
    undoable: reminder claims). Both open one immediate transaction, commit at the end and roll back
    when an exception leaves the block; both may be nested, the outermost one counts.
    Raises StoreFault or one of its kinds when the file cannot be read or written.
    """

    listener: Callable[[Changes], None] | None
    """Called once after each commit, undo and redo."""

    held: bool
    """Set by whoever drives a long change, while it rests between two steps: writing raises LockedStore."""

    @property
    def queries(self) -> Queries:
        """Read-only rows for screens and lists."""

    @property
    def read_only(self) -> bool:
        """True when the file may only be read (newer schema, read-only folder, damage)."""

    @property
    def path(self) -> Path | None:
        """The data file; None for a store in memory, such as the sample data's."""

    def change(self, label: str, *, joins: str = "") -> AbstractContextManager[None]:
        """A journalled transaction; ``label`` completes "Undo …" (``postpone lunch with Rosa``).

        One that ``joins`` the latest change, named by its label, is taken back together with it.
        """

    def transaction(self) -> AbstractContextManager[None]:
        """A transaction that is not journalled."""

    def add(self, record: R) -> R:
        """Store a new record and return it with its id."""

    def add_all(self, records: Iterable[R]) -> list[R]:
        """Store many new records of one type fast, and return them with their ids."""

    def get(self, kind: type[R], id: int) -> R:
        """One record; raises Missing."""

    def find(self, kind: type[R], /, *, order: str = "id", limit: int | None = None, **equal: Any) -> list[R]:
        """Records whose fields equal the given values (a tuple of values means any of them; None means
        none stored). ``order`` is a field name, ``-name`` for descending."""

    def save(self, record: R) -> R:
        """Write a stored record's new values; raises Missing."""

    def save_all(self, records: Iterable[R]) -> None:
        """Write the new values of many stored records of one type fast; unknown ones change nothing."""

    def pick(self, kind: type[Any], fields: Sequence[str], ids: Sequence[int]) -> list[tuple[Any, ...]]:
        """Some fields of some records, the id first, in no order; unknown ids are left out."""

    def set_fields(
        self, kind: type[Any], fields: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> Steps[None]:
        """Write some fields of many stored records step by step, each row the id and the new values. Not
        for a field that records are sorted by."""

    def remove(self, record: Any) -> None:
        """Delete a record with what hangs on it (undoable inside ``change``)."""

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting's value (anything JSON can hold)."""

    def settings(self, prefix: str = "") -> dict[str, Any]:
        """All stored settings whose keys begin with ``prefix``."""

    def set_setting(self, key: str, value: Any) -> None:
        """Store a setting; None removes it."""

    def undo(self) -> str | None:
        """Take back the latest change, also one of an earlier session; its label, or None."""

    def redo(self) -> str | None:
        """Do again what was undone last; its label, or None."""

    def undo_in_steps(self) -> Steps[str | None]:
        """``undo`` in short steps; leaving it off changes nothing."""

    def redo_in_steps(self) -> Steps[str | None]:
        """``redo`` in short steps; leaving it off changes nothing."""

    def undo_label(self) -> str | None:
        """What ``undo`` would take back."""

    def redo_label(self) -> str | None:
        """What ``redo`` would do again."""

    def backup(self, target: Path | None = None, *, reason: str = "manual") -> Path:
        """Write a verified backup (to the backup folder when no target is given) and return its path."""

    def backup_if_changed(self, *, reason: str = "daily") -> Path | None:
        """Write a backup unless nothing was saved since the newest one; its path, or None."""

    def changed_elsewhere(self) -> bool:
        """True once after another program wrote to the file."""

    def close(self) -> None:
        """Close the file; what hangs unfinished is rolled back."""


class Notifier(Protocol):
    """Shows native notifications; never blocks and never raises."""

    def announce(self, announcement: Announcement, pressed: Callable[[str, str], None] | None = None) -> None:
        """Show it; ``pressed(key, button_id)`` is called from any thread when a button is used."""

    def withdraw(self, key: str) -> None:
        """Take a shown notification back, where the desktop can."""


class Workspace(NamedTuple):
    """What every use case gets: the store, the clock and the holidays."""

    store: Store
    clock: Clock
    holidays: HolidaySource
