# SPDX-License-Identifier: MIT
"""Reads vCard 2.1, 3.0 and 4.0 as programs really write them; one bad card never stops the rest."""

import re
from functools import lru_cache
from typing import Any

from winback_desktop.domain.cards import ContactCard, Problem
from winback_desktop.domain.many_records import many_records
from winback_desktop.domain.people import (
    Address,
    Attitude,
    Contact,
    ContactPoint,
    ImportantDate,
    Interest,
    PointKind,
)
from winback_desktop.exchange import card_dates
from winback_desktop.exchange.countries import country
from winback_desktop.exchange.plain_text import full_name, line, lines
from winback_desktop.exchange.reading import MAX_CARDS, Reading, too_many
from winback_desktop.exchange.vcard_properties import (
    Head,
    Properties,
    Text,
    begin_lines,
    count_cards,
    one_line_ends,
    split_cards,
    unfold,
)

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_\Z")
_PLACES = {"cell": "mobile", "iphone": "mobile", "fax": "fax", "pager": "pager", "car": "car"}
# Kinds of address that say nothing to a person.
_UNSAID = frozenset(
    {
        "internet", "pref", "voice", "msg", "text", "video", "modem", "isdn", "bbs", "pcs", "x400",
        "aol", "applelink", "attmail", "cis", "eworld", "ibmmail", "mcimail", "powershare", "prodigy",
        "tlx", "dom", "intl", "postal", "parcel", "type", "other",
    }
)  # fmt: skip


def read_vcards(data: bytes, name: str = "The file", encoding: str = "") -> Reading:
    """All contacts of a vCard file. Raises Refused only when there are more than 50,000."""
    data, known = one_line_ends(data, encoding)
    if count_cards(data) > MAX_CARDS:
        raise too_many(name)
    text = unfold(data, known)
    with many_records():
        return _read(data, text)


def _read(data: bytes, text: Text) -> Reading:
    cards: list[ContactCard] = []
    faults: list[tuple[int, str]] = []
    skipped = 0
    for raw in split_cards(text.text):
        card = _card(raw.properties, raw.faults)
        if card is None:
            skipped += 1
            raw.faults.append(
                "The card has no name, organisation, e-mail or phone number, so it was left out."
            )
        else:
            cards.append(card)
        for fault in raw.faults:
            faults.append((raw.begin, fault))
    begins = begin_lines(data) if faults else []
    problems = [Problem(f"card {begin} (line {begins[begin - 1]})", why) for begin, why in faults]
    return Reading(cards, problems, skipped, "vcard", text.encoding, text.guessed)


def _card(properties: Properties, faults: list[str]) -> ContactCard | None:
    fields = _name(properties)
    points = _points(properties)
    if not fields["name"]:
        fields["name"] = next((p.value for p in points if p.kind is not PointKind.WEB), "")
        if not fields["name"]:
            return None
    if "NICKNAME" in properties:
        fields["nickname"] = _first(properties, "NICKNAME", ",")
    if "TITLE" in properties:
        fields["job_title"] = _first(properties, "TITLE")
    if "UID" in properties:
        fields["uid"] = _first(properties, "UID")
    if "LANG" in properties:
        fields["language"] = _first(properties, "LANG")
    if "NOTE" in properties:
        notes = (lines(_unescaped(value)) for _, value in properties["NOTE"])
        fields["about"] = "\n\n".join(note for note in notes if note)
    if "CATEGORIES" in properties:
        tags = (line(part) for _, value in properties["CATEGORIES"] for part in split_value(value, ","))
        fields["tags"] = tuple(dict.fromkeys(tag for tag in tags if tag))
    return ContactCard(
        Contact(**fields),
        points,
        _addresses(properties) if "ADR" in properties else (),
        _dates(properties, faults),
        _interests(properties),
    )


def _name(properties: Properties) -> dict[str, Any]:
    fields: dict[str, Any] = {"name": _first(properties, "FN") if "FN" in properties else ""}
    if "N" in properties:
        parts = [line(part) for part in split_value(properties["N"][0][1], ";")]
        parts += [""] * (5 - len(parts))
        fields.update(zip(("family", "given", "additional", "honorific", "suffix"), parts, strict=False))
        if not fields["name"]:
            family, given, additional, honorific, suffix = parts[:5]
            fields["name"] = full_name(given, additional, family, honorific, suffix)
    if "ORG" in properties:
        units = (line(part) for part in split_value(properties["ORG"][0][1], ";"))
        fields["organisation"] = ", ".join(unit for unit in units if unit)
        fields["name"] = fields["name"] or fields["organisation"]
    if not fields["name"] and "NICKNAME" in properties:
        fields["name"] = _first(properties, "NICKNAME", ",")
    return fields


def _points(properties: Properties) -> tuple[ContactPoint, ...]:
    found: list[tuple[int, PointKind, str, str]] = []
    for name, kind, scheme in (
        ("TEL", PointKind.PHONE, "tel:"),
        ("EMAIL", PointKind.EMAIL, "mailto:"),
        ("URL", PointKind.WEB, ""),
    ):
        if name in properties:
            at = len(found)
            for head, value in properties[name]:
                value = line(_unescaped(value))
                if scheme and value[: len(scheme)].lower() == scheme:
                    value = value[len(scheme) :]
                if value:
                    found.append((0 if "pref" in head.types else 1, kind, value, _label(properties, head)))
            if len(found) > at + 1:
                found[at:] = sorted(dict.fromkeys(found[at:]), key=lambda point: point[0])
    return tuple(
        ContactPoint(kind, value, label, position) for position, (_, kind, value, label) in enumerate(found)
    )


def _addresses(properties: Properties) -> tuple[Address, ...]:
    found: list[Address] = []
    for head, value in properties["ADR"]:
        parts = [lines(part) for part in split_value(value, ";")]
        if any(parts):
            parts += [""] * (7 - len(parts))
            po_box, extended, street, locality, region, postal_code, land = parts[:7]
            code, named = country(land)
            label = _label(properties, head)
            found.append(
                Address(
                    street,
                    extended,
                    po_box,
                    locality,
                    region,
                    postal_code,
                    code,
                    named,
                    label,
                    position=len(found),
                )
            )
    return tuple(found)


def _dates(properties: Properties, faults: list[str]) -> tuple[ImportantDate, ...]:
    found: dict[str, ImportantDate] = {}
    for name, label in (
        ("BDAY", "birthday"),
        ("ANNIVERSARY", "anniversary"),
        ("X-ANNIVERSARY", "anniversary"),
        ("X-ABDATE", ""),
    ):
        for head, value in properties.get(name, ()):
            if not value.strip():
                continue
            day = card_dates.from_card(value)
            if day is None:
                faults.append(f"“{line(value)[:40]}” is no complete date, so it was left out.")
                continue
            said = label or _label(properties, head) or "anniversary"
            found.setdefault(said, ImportantDate(said, day.month, day.day, day.year))
    return tuple(found.values())


def _interests(properties: Properties) -> tuple[Interest, ...]:
    found: dict[str, Interest] = {}
    for name in ("INTEREST", "HOBBY"):
        for _, value in properties.get(name, ()):
            label = line(_unescaped(value))
            if label:
                found.setdefault(label, Interest(label, attitude=Attitude.LIKE, position=len(found)))
    return tuple(found.values())


def _first(properties: Properties, name: str, separator: str = "") -> str:
    """The first value that says anything."""
    for _, value in properties[name]:
        for part in split_value(value, separator) if separator else (_unescaped(value),):
            if part := line(part):
                return part
    return ""


def _label(properties: Properties, head: Head) -> str:
    if head.group and "X-ABLABEL" in properties:
        for other, value in properties["X-ABLABEL"]:
            if other.group == head.group:
                value = line(_unescaped(value))
                apple = _APPLE_LABEL.match(value)
                return apple[1].lower() if apple else value
    return _type_label(head.types) if head.types else ""


@lru_cache(maxsize=1000)
def _type_label(types: tuple[str, ...]) -> str:
    said = dict.fromkeys(_PLACES.get(kind, kind.removeprefix("x-")) for kind in types if kind not in _UNSAID)
    return line(" ".join(kind for kind in said if kind))


def split_value(value: str, separator: str) -> list[str]:
    """The parts of a structured value, unescaped; an escaped separator does not split."""
    if "\\" not in value:
        return value.split(separator)
    parts: list[str] = []
    start = at = 0
    while (at := _next(value, separator, at)) >= 0:
        parts.append(_unescaped(value[start:at]))
        at += 1
        start = at
    return [*parts, _unescaped(value[start:])]


def _next(value: str, separator: str, at: int) -> int:
    """Where the next separator stands that no backslash takes away; -1 when there is none."""
    while True:
        at = value.find(separator, at)
        if at < 0:
            return -1
        slashes = at
        while slashes > 0 and value[slashes - 1] == "\\":
            slashes -= 1
        if (at - slashes) % 2 == 0:
            return at
        at += 1


def _unescaped(value: str) -> str:
    """Take RFC 6350's escapes back (``\\n``, ``\\,``, ``\\;``, ``\\\\``)."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)
