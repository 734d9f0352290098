# SPDX-License-Identifier: MIT
"""The customer list by number: who passes the filters, in which order, and the lines to show."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from winback_desktop.application.queries import ContactRow, DeletedRow, Sieve
from winback_desktop.domain.people import ContactStatus
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.customers import COLUMNS, contact_row
from winback_desktop.storage.reads.search import NUMBERS, match_of
from winback_desktop.storage.reads.steps import CARING, LIVE, OPEN
from winback_desktop.storage.records import sort_key

_STATUSES = frozenset(status.value for status in ContactStatus) - {ContactStatus.NORMAL.value}
_LOW = NUMBERS["contact"] << 40
_HIGH = _LOW + (1 << 40) - 1
_MOST_NAMES = 500
_MANY_FOUND = 400
_CHUNK = 5_000
_FOUND = "(SELECT rowid - ? FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?)"
_NEXT = (
    f"SELECT s.contact AS contact, min(s.due) AS day FROM step s INDEXED BY step_open_by_due"
    f" CROSS JOIN plan p ON p.id = s.plan WHERE s.state IN ({OPEN}) AND p.state IN ({LIVE})"
    f" AND s.kind NOT IN ({CARING}) GROUP BY s.contact"
)
_LAST = (
    "SELECT contact, max(day) AS day FROM (SELECT contact, max(posted_on) AS day FROM note GROUP BY contact"
    ' UNION ALL SELECT contact, max("on") FROM touch GROUP BY contact'
    " UNION ALL SELECT contact, max(\"on\") FROM gift WHERE state IN ('sent', 'received') GROUP BY contact)"
    " GROUP BY contact"
)
# Somebody without a next step comes last; somebody never spoken with comes first.
_ORDERS = {
    "name": ("", " ORDER BY c.sort_key, c.id"),
    "next": (
        f" LEFT JOIN ({_NEXT}) n ON n.contact = c.id",
        " ORDER BY n.day IS NULL, n.day, c.sort_key, c.id",
    ),
    "last": (f" LEFT JOIN ({_LAST}) n ON n.contact = c.id", " ORDER BY n.day, c.sort_key, c.id"),
}


class Listing:
    """Who passes a sieve, in its order.

    By name alone the indexes answer at once. Any other order and most filters look at everybody, which takes
    too long for a key press: that list is kept, without the words typed, until something is written.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: tuple[Sieve, int, int] | None = None

    def ids(self, sieve: Sieve, limit: int | None) -> list[int]:
        """The numbers of the contacts that pass, in the sieve's order."""
        most = -1 if limit is None else limit
        first_look = limit is not None and sieve.order == "name" and not sieve.text
        if sieve == Sieve(text=sieve.text, role=sieve.role) or (first_look and not self._keeps(sieve)):
            rows = _by_name(self._database, sieve, limit)
        else:
            self._keep(sieve._replace(text=""))
            where, values = "", tuple[Any, ...]()
            if match := match_of(sieve.text):
                # Where many are found, the first are met soon by going through the list in order.
                walk = "+" if limit is not None and _are_many(self._database, sieve.text) else ""
                where, values = f" WHERE {walk}contact IN {_FOUND}", (_LOW, match, _LOW, _HIGH)
            rows = self._database.rows(
                f"SELECT contact FROM temp.listed{where} ORDER BY place LIMIT ?", (*values, most)
            )
        return [row[0] for row in rows]

    def _keep(self, sieve: Sieve) -> None:
        if self._keeps(sieve):
            return
        database = self._database
        database.run(
            "CREATE TEMP TABLE IF NOT EXISTS listed (place INTEGER PRIMARY KEY, contact INTEGER UNIQUE)"
        )
        database.run("DELETE FROM temp.listed")
        where, values = _conditions(database, sieve)
        join, order = _ORDERS[sieve.order]
        database.run(
            f"INSERT INTO temp.listed (contact) SELECT c.id FROM contact c{join}"
            f" WHERE c.deleted_at IS NULL{where}{order}",
            values,
        )
        # Inside a transaction the list might be rolled back with it.
        self._kept = None if database.in_transaction else (sieve, *self._state())

    def _keeps(self, sieve: Sieve) -> bool:
        return self._kept == (sieve, *self._state())

    def _state(self) -> tuple[int, int]:
        """What changes with whatever is written, by this program or another."""
        return self._database.handle.total_changes, int(self._database.value("PRAGMA data_version"))


def _by_name(database: Database, sieve: Sieve, limit: int | None) -> list[tuple[Any, ...]]:
    where, values = _conditions(database, sieve)
    index = ""
    if limit is not None and _are_many(database, sieve.text):
        # Where many are found, the first of them are met soon by going through the names in order;
        # sorting all of them takes up to ten times as long. Where few are, that way would be the long one.
        index, where = " INDEXED BY contact_by_name", where.replace(f"c.id IN {_FOUND}", f"+c.id IN {_FOUND}")
    return database.rows(
        f"SELECT c.id FROM contact c{index} WHERE c.deleted_at IS NULL{where}"
        " ORDER BY c.sort_key, c.id LIMIT ?",
        (*values, -1 if limit is None else limit),
    )


def lines(database: Database, contacts: Sequence[int]) -> list[ContactRow]:
    """The lines of contacts, in the order asked for."""
    found: dict[int, ContactRow] = {}
    for start in range(0, len(contacts), _CHUNK):
        part = tuple(contacts[start : start + _CHUNK])
        rows = database.rows(
            f"SELECT {COLUMNS} FROM contact c WHERE c.deleted_at IS NULL"
            f" AND c.id IN ({', '.join('?' * len(part))})",
            part,
        )
        found |= {row[0]: contact_row(row) for row in rows}
    return [found[contact] for contact in contacts if contact in found]


def last_contacts(database: Database, contacts: Sequence[int]) -> dict[int, date]:
    """The day of the last note, touch or gift of each contact that has any."""
    marks = ", ".join("?" * len(contacts))
    rows = database.rows(
        "SELECT contact, max(day) FROM ("
        f"SELECT contact, posted_on AS day FROM note WHERE contact IN ({marks})"
        f' UNION ALL SELECT contact, "on" FROM touch WHERE contact IN ({marks})'
        f' UNION ALL SELECT contact, "on" FROM gift WHERE contact IN ({marks})'
        " AND state IN ('sent', 'received')) WHERE day IS NOT NULL GROUP BY contact",
        (*contacts, *contacts, *contacts),
    )
    return {contact: date.fromisoformat(day) for contact, day in rows}


def tags(database: Database) -> list[str]:
    """Every tag in use, in order; an index of its own holds only those who have any."""
    rows = database.rows("SELECT DISTINCT tags FROM contact WHERE tags <> '' AND deleted_at IS NULL")
    return sorted({tag for row in rows for tag in row[0].split("\n")}, key=sort_key)


def organisations(database: Database, text: str, limit: int) -> list[str]:
    """Organisations whose name holds the text, accents and case ignored."""
    match, wanted = match_of(text), sort_key(text)
    if not match:
        return []
    rows = database.rows(
        "SELECT DISTINCT organisation FROM contact WHERE organisation <> '' AND deleted_at IS NULL AND id IN"
        f" {_FOUND} LIMIT ?",
        (_LOW, f"body : ({match})", _LOW, _HIGH, 4 * _MOST_NAMES),
    )
    return sorted((name for (name,) in rows if wanted in sort_key(name)), key=sort_key)[:limit]


def colleagues(database: Database, contact: int, limit: int) -> list[ContactRow]:
    """Others of the same organisation."""
    rows = database.rows(
        f"SELECT {COLUMNS} FROM contact c WHERE c.deleted_at IS NULL AND c.organisation <> ''"
        " AND c.organisation = (SELECT organisation FROM contact WHERE id = ?1) COLLATE NOCASE"
        " AND c.id <> ?1 ORDER BY c.sort_key, c.id LIMIT ?2",
        (contact, limit),
    )
    return [contact_row(row) for row in rows]


def deleted(database: Database, limit: int) -> list[DeletedRow]:
    """Deleted contacts, the latest first."""
    rows = database.rows(
        "SELECT id, name, organisation, deleted_at FROM contact INDEXED BY contact_deleted"
        " WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC LIMIT ?",
        (limit,),
    )
    return [DeletedRow._make((*row, datetime.fromisoformat(when))) for *row, when in rows]


def _are_many(database: Database, text: str) -> bool:
    match = match_of(text)
    if not match:
        return False
    found = (
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?)"
    )
    return bool(database.value(found, (match, _LOW, _HIGH, _MANY_FOUND)) >= _MANY_FOUND)


def _conditions(database: Database, sieve: Sieve) -> tuple[str, tuple[Any, ...]]:
    where = ""
    values: list[Any] = []
    match = match_of(sieve.text)
    if match:
        where += f" AND c.id IN {_FOUND}"
        values += (_LOW, match, _LOW, _HIGH)
    for column, wanted in (("roles", sieve.role), ("tags", sieve.tag)):
        if wanted:
            where += " AND c.tags <> ''" if column == "tags" else ""
            where += f" AND instr(char(10) || c.{column} || char(10), char(10) || ? || char(10))"
            values.append(wanted)
    if sieve.organisation:
        names = organisations(database, sieve.organisation, _MOST_NAMES)
        where += f" AND c.organisation IN ({', '.join('?' * len(names))})"
        values += names
    if sieve.silent_since:
        day = sieve.silent_since.isoformat()
        where += (
            " AND NOT EXISTS (SELECT 1 FROM note WHERE contact = c.id AND posted_on >= ?)"
            ' AND NOT EXISTS (SELECT 1 FROM touch WHERE contact = c.id AND "on" >= ?)'
            ' AND NOT EXISTS (SELECT 1 FROM gift WHERE contact = c.id AND "on" >= ?'
            " AND state IN ('sent', 'received'))"
        )
        values += (day, day, day)
    if sieve.state in _STATUSES:
        where += " AND c.status = ?"
        values.append(sieve.state)
    elif sieve.state == "none":
        where += " AND NOT EXISTS (SELECT 1 FROM plan WHERE contact = c.id)"
    elif sieve.state:
        where += (
            " AND c.id IN (SELECT contact FROM plan p WHERE state = ?"
            " AND NOT EXISTS (SELECT 1 FROM plan WHERE contact = p.contact AND id > p.id))"
        )
        values.append(sieve.state)
    return where, tuple(values)
