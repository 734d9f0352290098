# SPDX-License-Identifier: MIT
"""Looks for anything wrong with the data: pages, references, index, schema and the practice's order."""

from typing import NamedTuple

from winback_desktop.application.failures import Refused, StoreFault
from winback_desktop.storage import migrations
from winback_desktop.storage.connection import Database
from winback_desktop.storage.reads.steps import ON_PATH, OPEN


class Finding(NamedTuple):
    """One thing that is wrong. ``area`` is file, references, index, schema, plan or journal."""

    area: str
    sentence: str


_ORDER = (
    (
        "plan",
        "The plan {} is active, but none of its steps is next.",
        "SELECT id FROM plan p WHERE state = 'active' AND NOT EXISTS"
        f" (SELECT 1 FROM step WHERE plan = p.id AND kind IN ({ON_PATH}) AND state IN ({OPEN}))",
    ),
    (
        "plan",
        "The plan {} has the same step to do twice.",
        f"SELECT DISTINCT plan FROM step WHERE kind IN ({ON_PATH}) AND state IN ({OPEN})"
        " GROUP BY plan, kind HAVING count(*) > 1",
    ),
    (
        "plan",
        "The plan {} and its loss name different people.",
        "SELECT p.id FROM plan p JOIN loss l ON l.id = p.loss WHERE l.contact <> p.contact",
    ),
    (
        "plan",
        "The step {} and its plan name different people.",
        "SELECT s.id FROM step s JOIN plan p ON p.id = s.plan WHERE s.contact <> p.contact",
    ),
    (
        "journal",
        "The change {} can't be taken back completely.",
        "SELECT id FROM change c WHERE (SELECT count(*) FROM journal WHERE id BETWEEN c.first AND c.last)"
        " <> c.last - c.first + 1",
    ),
    ("index", "New entries are not found by searching ({}).", "SELECT 'paused' FROM indexing WHERE paused"),
)
_SHOWN = 20


def findings(database: Database) -> list[Finding]:
    """All that is wrong, the gravest first; empty when the file is sound."""
    try:
        found = [
            Finding("file", f"The data file is damaged: {line}.")
            for (line,) in database.rows(f"PRAGMA integrity_check({_SHOWN})")
            if line != "ok"
        ]
        if found:
            return found
        found += [
            Finding("references", f"An entry in {table} points to one in {parent} that is not there.")
            for table, _, parent, _ in database.rows("PRAGMA foreign_key_check")[:_SHOWN]
        ]
        found += _index(database)
        if migrations.stored_schema(database) > migrations.SCHEMA:
            found.append(Finding("schema", migrations.NEWER))
        elif _schema_text(database) != _expected_schema():
            found.append(Finding("schema", "The tables are not as this version makes them."))
        for area, sentence, sql in _ORDER:
            found += [
                Finding(area, sentence.format(row[0])) for row in database.rows(sql + f" LIMIT {_SHOWN}")
            ]
    except StoreFault as fault:
        return [Finding("file", str(fault))]
    return found


def _index(database: Database) -> list[Finding]:
    if database.read_only:
        # The index checks itself by a statement that counts as writing.
        return []
    try:
        database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except (Refused, StoreFault):
        return [Finding("index", "The search index does not match what is stored.")]
    return []


def _schema_text(database: Database) -> list[tuple[str, ...]]:
    return database.rows("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name")


def _expected_schema() -> list[tuple[str, ...]]:
    fresh = Database(None)
    try:
        migrations.migrate(fresh, lambda: "")
        return _schema_text(fresh)
    finally:
        fresh.close()
