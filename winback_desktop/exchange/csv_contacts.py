# SPDX-License-Identifier: MIT
"""Reads contact tables (CSV) from Google, Outlook, Thunderbird, LibreOffice and people's own hands."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.domain.cards import ContactCard, Problem
from winback_desktop.exchange.card_dates import month_comes_first
from winback_desktop.exchange.csv_headers import Column, recognise
from winback_desktop.exchange.csv_rows import card_of
from winback_desktop.exchange.reading import MAX_CARDS, Reading, too_many
from winback_desktop.exchange.text_encoding import decode

_DELIMITERS = ",;\t|"
_PREVIEW_ROWS = 5
_MAX_COLUMNS = 500
# A quotation mark that is never closed swallows the rows after it: such a row is read as a line of its own.
_MAX_ROW_LINES = 200
_MAX_RESTARTS = 1000
_RUNAWAY = "The row is too long or has a quotation mark that is never closed; please look at what was read."


class Preview(NamedTuple):
    """What a table looks like before it is imported: headings, the field of each, and the first rows."""

    headers: Sequence[str]
    fields: Sequence[str]
    rows: Sequence[Sequence[str]]
    delimiter: str
    encoding: str
    guessed: bool


class _Row(NamedTuple):
    line: int
    cells: list[str]
    fault: str = ""


class _Table(NamedTuple):
    headers: list[str]
    rows: Iterator[_Row]
    delimiter: str
    encoding: str
    guessed: bool


def looks_like_table(data: bytes) -> bool:
    """Whether the first lines make a table with at least one heading that is known."""
    try:
        table = _open(data[:65536], "", "")
        return any(column.field for column in recognise(table.headers))
    except Refused:
        return False


def preview(
    data: bytes, mapping: Mapping[str, str] | None = None, *, encoding: str = "", delimiter: str = ""
) -> Preview:
    """Headings, their fields and five rows, for the owner to look at and to change."""
    table = _open(data, encoding, delimiter)
    columns = recognise(table.headers, mapping)
    rows = [row.cells for row in islice(table.rows, _PREVIEW_ROWS)]
    fields = ["" if column.is_label else column.field for column in columns]
    return Preview(table.headers, fields, rows, table.delimiter, table.encoding, table.guessed)


def read_table(
    data: bytes,
    mapping: Mapping[str, str] | None = None,
    name: str = "The file",
    *,
    encoding: str = "",
    delimiter: str = "",
) -> Reading:
    """All contacts of a table; rows that say nobody's name are collected with line and reason.

    Raises Refused when no column is recognised, for a wrong mapping, and above 50,000 rows.
    """
    table = _open(data, encoding, delimiter)
    columns = recognise(table.headers, mapping)
    if not any(column.field for column in columns):
        raise Refused(
            f"None of the columns of {name} could be recognised. Say which one holds the name, "
            "for example with --map name=COLUMN."
        )
    rows = list(islice(table.rows, MAX_CARDS + 1))
    if len(rows) > MAX_CARDS:
        raise too_many(name)
    month_first = _month_first(columns, rows, table)
    cards: list[ContactCard] = []
    problems: list[Problem] = []
    skipped = 0
    for row in rows:
        faults = [row.fault] if row.fault else []
        card = card_of(columns, row.cells, month_first, faults)
        if card is not None:
            cards.append(card)
        elif any(cell.strip() for cell in row.cells):
            skipped += 1
            if not row.fault:
                faults.append(
                    "The row has no name, organisation, e-mail or phone number, so it was left out."
                )
        problems += (Problem(f"line {row.line}", fault) for fault in faults)
    return Reading(cards, problems, skipped, "csv", table.encoding, table.guessed)


def _month_first(columns: Sequence[Column], rows: Sequence[_Row], table: _Table) -> bool:
    """American tables write the month first; their commas and English headings are the hint."""
    dated = [at for at, column in enumerate(columns) if column.field in ("birthday", "anniversary", "event")]
    cells = [row.cells[at] for row in rows for at in dated if at < len(row.cells)]
    english = any("birthday" in header.lower() or "name" in header.lower() for header in table.headers)
    return month_comes_first(cells, otherwise=english and table.delimiter == ",")


def _open(data: bytes, encoding: str, delimiter: str) -> _Table:
    decoded = decode(data, encoding)
    text = decoded.text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), None)
    if start is None:
        raise Refused("The file is empty: there is no contact in it.")
    if lines[start].lower().startswith("sep=") and len(lines[start].strip()) == 5:
        # Excel's own way to say the delimiter.
        delimiter = delimiter or lines[start].strip()[4]
        start += 1
    delimiter = delimiter or _delimiter(lines[start : start + 20])
    rows = _rows(lines, start, delimiter)
    first = next(rows, None)
    if first is None:
        raise Refused("The file is empty: there is no contact in it.")
    headers = [header.strip() for header in first.cells[:_MAX_COLUMNS]]
    return _Table(headers, rows, delimiter, decoded.encoding, decoded.guessed)


def _delimiter(lines: Sequence[str]) -> str:
    """The character that parts the heading into most known columns, or else into most."""

    def worth(delimiter: str) -> tuple[int, int]:
        try:
            headers = next(csv.reader([lines[0]], delimiter=delimiter), [])
        except csv.Error:
            return 0, 0
        return sum(1 for column in recognise(headers[:_MAX_COLUMNS]) if column.field), len(headers)

    return max(_DELIMITERS, key=worth) if lines else ","


def _rows(lines: Sequence[str], start: int, delimiter: str) -> Iterator[_Row]:
    """The rows with the line each begins on; a row that runs away costs its own line only."""
    restarts = 0
    while start < len(lines):
        reader = csv.reader((f"{line}\n" for line in islice(lines, start, None)), delimiter=delimiter)
        origin, used = start, 0
        start = len(lines)
        while True:
            try:
                cells = next(reader, None)
            except csv.Error:
                cells = []
            if cells is None:
                break
            first, used = origin + used, reader.line_num
            lost = not cells and lines[first].strip() != ""
            runaway = (
                lost or used - (first - origin) > _MAX_ROW_LINES or _unclosed(cells, lines, origin + used)
            )
            if not runaway:
                if any(cells):
                    yield _Row(first + 1, cells)
                continue
            restarts += 1
            if restarts > _MAX_RESTARTS:
                yield _Row(first + 1, [], "Too many rows are never closed by a quotation mark; stopped here.")
                return
            yield _Row(first + 1, _alone(lines[first], delimiter), _RUNAWAY)
            start = first + 1
            break


def _alone(line: str, delimiter: str) -> list[str]:
    """A line read without its quotation marks; nothing when it is far too long."""
    try:
        return next(csv.reader([line.replace('"', "")], delimiter=delimiter), [])
    except csv.Error:
        return []


def _unclosed(cells: Sequence[str], lines: Sequence[str], end: int) -> bool:
    """Whether the last row ran to the end of the file inside quotation marks."""
    if end < len(lines) or not cells or not cells[-1].endswith("\n"):
        return False
    return "\n" in cells[-1].rstrip("\n") and not any(line.endswith('"') for line in lines[-2:])
