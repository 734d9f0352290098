# SPDX-License-Identifier: MIT
"""Writes contacts as vCard 4.0 (RFC 6350), folded at 75 octets without splitting a character."""

from collections.abc import Iterable

from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import Address, Attitude, Contact, PointKind
from winback_desktop.exchange import card_dates
from winback_desktop.exchange.countries import written

# Labels that have a TYPE of their own; every other label is written the way Apple and Google do.
_TYPES = {"home": "home", "work": "work", "mobile": "cell", "fax": "fax", "pager": "pager"}
_NAMES = {PointKind.PHONE: "TEL", PointKind.EMAIL: "EMAIL", PointKind.WEB: "URL"}
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})


def write_vcards(cards: Iterable[ContactCard]) -> bytes:
    """The cards as UTF-8 text. Interests go as INTEREST where liked; what to avoid stays out of it."""
    return "".join(_card(card) for card in cards).encode("utf-8", "replace")


def _card(card: ContactCard) -> str:
    contact = card.contact
    lines = ["BEGIN:VCARD", "VERSION:4.0", *_who(contact)]
    groups = 0
    for point in sorted(card.points, key=lambda point: point.position):
        groups += _labelled(lines, groups, _NAMES[point.kind], point.label, _escaped(point.value))
    for address in sorted(card.addresses, key=lambda address: address.position):
        groups += _labelled(lines, groups, "ADR", address.label, _structured(address))
    for day in card.dates:
        text = card_dates.written(card_dates.Day(day.month, day.day, day.year))
        if day.label == "birthday":
            lines.append(f"BDAY:{text}")
        elif day.label == "anniversary":
            lines.append(f"ANNIVERSARY:{text}")
        else:
            groups += _labelled(lines, groups, "X-ABDATE", day.label, text)
    for interest in card.interests:
        if interest.attitude is Attitude.LIKE and interest.still_true:
            lines.append(f"INTEREST:{_escaped(interest.label)}")
    lines.append("END:VCARD")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _who(contact: Contact) -> list[str]:
    lines = [f"FN:{_escaped(contact.name)}"]
    if contact.uid:
        lines.insert(0, f"UID:{_escaped(contact.uid)}")
    parts = (contact.family, contact.given, contact.additional, contact.honorific, contact.suffix)
    if any(parts):
        lines.append("N:" + ";".join(_escaped(part) for part in parts))
    for name, value in (
        ("NICKNAME", contact.nickname),
        ("ORG", contact.organisation),
        ("TITLE", contact.job_title),
        ("LANG", contact.language),
        ("NOTE", contact.about),
    ):
        if value:
            lines.append(f"{name}:{_escaped(value)}")
    if contact.tags:
        lines.append("CATEGORIES:" + ",".join(_escaped(tag) for tag in contact.tags))
    return lines


def _labelled(lines: list[str], groups: int, name: str, label: str, value: str) -> int:
    """Append a property with its label; returns how many groups that took."""
    words = label.split()
    if name != "X-ABDATE" and len(set(words)) == len(words) and all(word in _TYPES for word in words):
        types = ",".join(_TYPES[word] for word in words)
        # Several types need quotes in vCard 4.0.
        types = f'"{types}"' if len(words) > 1 else types
        lines.append(f"{name};TYPE={types}:{value}" if words else f"{name}:{value}")
        return 0
    group = f"item{groups + 1}"
    lines += [f"{group}.{name}:{value}", f"{group}.X-ABLabel:{_escaped(label)}"]
    return 1


def _structured(address: Address) -> str:
    parts = (
        address.po_box,
        address.extended,
        address.street,
        address.locality,
        address.region,
        address.postal_code,
        written(address.country, address.country_name),
    )
    return ";".join(_escaped(part) for part in parts)


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, each further one after a break and a blank."""
    if len(line) <= 75 and line.isascii():
        return line
    pieces, start, size = [], 0, 0
    for at, character in enumerate(line):
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > 75:
            pieces.append(line[start:at])
            # The blank before a continuation counts.
            start, size = at, 1
        size += octets
    pieces.append(line[start:])
    return "\r\n ".join(pieces)
