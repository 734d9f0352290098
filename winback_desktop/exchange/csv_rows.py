# SPDX-License-Identifier: MIT
"""Makes a contact of one row of a table."""

from collections import defaultdict
from collections.abc import Sequence

from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Address, Contact, ContactPoint, ImportantDate, PointKind
from winback_desktop.exchange.card_dates import Day, from_table
from winback_desktop.exchange.countries import country
from winback_desktop.exchange.csv_headers import Column
from winback_desktop.exchange.plain_text import full_name, line, lines

_GOOGLE_MANY = " ::: "
_KINDS = {"phone": PointKind.PHONE, "email": PointKind.EMAIL, "web": PointKind.WEB}
_POSTAL = frozenset({"street", "extended", "po_box", "locality", "region", "postal_code", "country"})
_DATED = frozenset({"birthday", "anniversary", "event"})
# What Outlook writes where there is no date.
_NO_DATE = frozenset({"0/0/00", "00.00.00", "0.0.00", "0-0-0", "00/00/00", "0/0/0000", "00/00/0000"})
_LABELS = {
    "cell": "mobile",
    "mobiltelefon": "mobile",
    "geschäftlich": "work",
    "arbeit": "work",
    "privat": "home",
}


def card_of(
    columns: Sequence[Column], cells: Sequence[str], month_first: bool, faults: list[str]
) -> ContactCard | None:
    """The contact of a row, or None when it names nobody; what had to be left out is added to ``faults``."""
    single: dict[str, str] = {}
    labels: dict[tuple[str, int], str] = {}
    points: list[tuple[PointKind, str, Column]] = []
    postal: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    dates: list[tuple[Column, str]] = []
    tags: list[str] = []
    for column, cell in zip(columns, cells, strict=False):
        field, cell = column.field, _plain(cell)
        if not field or not cell:
            continue
        if column.is_label:
            labels[_group(field), column.number] = _label(cell)
        elif field in _KINDS:
            points += [
                (_KINDS[field], part, column) for value in cell.split(_GOOGLE_MANY) if (part := line(value))
            ]
        elif field in _POSTAL:
            parts = postal[column.label, column.number]
            parts[field] = f"{parts[field]}\n{lines(cell)}" if field in parts else lines(cell)
        elif field in _DATED:
            dates.append((column, cell))
        elif field == "tags":
            tags += _tags(cell)
        elif field == "about":
            single["about"] = "\n\n".join(text for text in (single.get("about", ""), lines(cell)) if text)
        else:
            single.setdefault(field, line(cell))
    contact = _contact(single, [value for kind, value, _ in points if kind is not PointKind.WEB], tags)
    if contact is None:
        return None
    return ContactCard(
        contact,
        tuple(
            ContactPoint(kind, value, _label_of(column, labels), position)
            for position, (kind, value, column) in enumerate(points)
        ),
        _addresses(postal, labels),
        _dates(dates, labels, single, month_first, faults),
    )


def _contact(single: dict[str, str], reachable: Sequence[str], tags: Sequence[str]) -> Contact | None:
    department = single.pop("department", "")
    if department:
        single["organisation"] = ", ".join(
            part for part in (single.get("organisation", ""), department) if part
        )
    parts = (single.get(part, "") for part in ("given", "additional", "family", "honorific", "suffix"))
    name = single.get("name") or full_name(*parts)
    name = name or single.get("organisation") or single.get("nickname") or next(iter(reachable), "")
    if not name:
        return None
    fields = {field: value for field, value in single.items() if field in Contact._fields}
    fields["name"] = name
    return Contact(**fields, tags=tuple(dict.fromkeys(tags)))  # type: ignore[arg-type]


def _addresses(
    postal: dict[tuple[str, int], dict[str, str]], labels: dict[tuple[str, int], str]
) -> tuple[Address, ...]:
    found: list[Address] = []
    for (place, number), parts in postal.items():
        code, named = country(parts.pop("country", ""))
        label = place or labels.get(("address", number), "")
        if parts or code or named:
            found.append(Address(**parts, country=code, country_name=named, label=label, position=len(found)))  # type: ignore[arg-type]
    return tuple(found)


def _dates(
    dates: Sequence[tuple[Column, str]],
    labels: dict[tuple[str, int], str],
    single: dict[str, str],
    month_first: bool,
    faults: list[str],
) -> tuple[ImportantDate, ...]:
    found: dict[str, Day] = {}
    for column, cell in dates:
        if cell in _NO_DATE:
            continue
        day = from_table(cell, month_first=month_first)
        if day is None:
            faults.append(f"“{line(cell)[:40]}” is no complete date, so it was left out.")
            continue
        label = column.field
        if label == "event":
            label = labels.get(("event", column.number), "") or "anniversary"
        found.setdefault(label, day)
    parts = [single.get(part, "") for part in ("birth_year", "birth_month", "birth_day")]
    if parts[1].isdecimal() and parts[2].isdecimal():
        year = f"{int(parts[0]):04d}" if parts[0].isdecimal() and len(parts[0]) == 4 else "-"
        day = from_table(f"{year}-{int(parts[1]):02d}-{int(parts[2]):02d}", month_first=False)
        if day is not None:
            found.setdefault("birthday", day)
    return tuple(ImportantDate(label, day.month, day.day, day.year) for label, day in found.items())


def _plain(cell: str) -> str:
    """The cell without the apostrophe that spreadsheets put before what would be a formula."""
    cell = cell.strip()
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@" else cell


def _tags(cell: str) -> list[str]:
    """Groups of a cell; Google marks its own with an asterisk, which is no tag of the owner's."""
    separator = _GOOGLE_MANY if ":::" in cell or cell.startswith("*") else ";" if ";" in cell else ","
    parts = (part.strip() for part in cell.split(separator.strip()))
    return [line(part) for part in parts if part and not part.startswith("*")]


def _group(field: str) -> str:
    return "address" if field in _POSTAL else field


def _label_of(column: Column, labels: dict[tuple[str, int], str]) -> str:
    return column.label or labels.get((column.field, column.number), "")


def _label(cell: str) -> str:
    """A label as said in a cell: ``* Work`` is Google's, and means preferred."""
    text = line(cell.replace("*", " ").split(":::")[0]).lower()
    return "" if text in ("other", "andere", "autre", "otro") else _LABELS.get(text, text)
