# SPDX-License-Identifier: MIT
"""Takes vCard text apart into cards and their properties, in one pass and whatever its version."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from winback_desktop.exchange.reading import MAX_LINE, MAX_PROPERTIES
from winback_desktop.exchange.text_encoding import decode, guess

WANTED = frozenset(
    {
        "FN", "N", "NICKNAME", "ORG", "TITLE", "EMAIL", "TEL", "URL", "ADR", "BDAY", "ANNIVERSARY",
        "NOTE", "CATEGORIES", "LANG", "UID", "INTEREST", "HOBBY", "X-ABLABEL", "X-ABDATE",
        "X-ANNIVERSARY",
    }
)  # fmt: skip
_BEGIN = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE | re.MULTILINE)
_QUOTED_PRINTABLE = re.compile(
    rb"^[^:\n]{0,200}QUOTED-PRINTABLE[^:\n]{0,200}:(?:[^\n]*=\n)+", re.IGNORECASE | re.MULTILINE
)
_CHARSET = re.compile(rb"^[^:\n]{0,200};CHARSET=\"?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_MAX_HEADS = 10_000
_MAX_JOINED = 100_000
# Only real character sets: Python's others (punycode, idna, …) take their time on long hostile text.
_REAL_CHARSET = re.compile(
    r"(utf-?(7|8|16|32)|iso|windows|cp|us-ascii|ascii|shift|sjis|gb|big5|euc|koi8|latin|mac|ks_c|tis)[\w-]*\Z",
    re.I,
)


class Head(NamedTuple):
    """What stands before the colon: name in capitals, Apple's group, and the parameters that matter."""

    name: str
    group: str = ""
    types: tuple[str, ...] = ()
    encoding: str = ""
    charset: str = ""


Properties = dict[str, list[tuple[Head, str]]]


class RawCard(NamedTuple):
    """One card's wanted properties; ``begin`` counts its BEGIN line among all, ``faults`` are sentences."""

    properties: Properties
    begin: int
    faults: list[str]


class Text(NamedTuple):
    """Unfolded text, and whether a part of it was read in a guessed encoding."""

    text: str
    encoding: str
    guessed: bool


def count_cards(data: bytes) -> int:
    """How many cards begin in UTF-8 or 8-bit text."""
    return sum(1 for _ in _BEGIN.finditer(data))


def begin_lines(data: bytes) -> list[int]:
    """The line, counted from 1, on which each card begins."""
    lines, line, last = [], 1, 0
    for match in _BEGIN.finditer(data):
        line += data.count(b"\n", last, match.start())
        last = match.start()
        lines.append(line)
    return lines


def one_line_ends(data: bytes, encoding: str = "") -> tuple[bytes, str]:
    """The file as 8-bit text with plain line ends, and the encoding it was in when that is certain."""
    known = encoding
    if (
        encoding
        or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00", b"\xef\xbb\xbf"))
        or b"\x00" in data[:64]
    ):
        decoded = decode(data, encoding)
        if not decoded.guessed:
            data, known = decoded.text.encode("utf-8", "replace"), decoded.encoding
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data, known


def unfold(data: bytes, known: str = "") -> Text:
    """Join folded lines, before decoding: many writers fold in the middle of a character."""
    if b"quoted-printable" in data.lower():
        data = _QUOTED_PRINTABLE.sub(lambda match: match[0].replace(b"=\n", b""), data)
    data = data.replace(b"\n ", b"").replace(b"\n\t", b"")
    try:
        return Text(data.decode("utf-8"), known or "utf-8", False)
    except UnicodeDecodeError:
        lines = [_decode_line(line) for line in data.split(b"\n")]
        return Text("\n".join(text for text, _ in lines), "cp1252", any(guessed for _, guessed in lines))


def _decode_line(line: bytes) -> tuple[str, bool]:
    try:
        return line.decode("utf-8"), False
    except UnicodeDecodeError:
        if match := _CHARSET.match(line):
            text = _in_charset(line, match[1].decode("ascii"))
            if text is not None:
                return text, False
        return guess(line), True


def _in_charset(data: bytes, charset: str) -> str | None:
    """The text in a charset that the file names, or None when that cannot be."""
    if not _REAL_CHARSET.match(charset):
        return None
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return None


def split_cards(text: str) -> Iterator[RawCard]:
    """The cards of unfolded text, outermost ones only; a card without an end ends where the next begins."""
    heads: dict[str, Head | None] = {}
    properties: Properties = {}
    faults: list[str] = []
    inside = agent = False
    nested = begins = begin = count = 0
    note: list[tuple[Head, str]] | None = None
    for line in text.split("\n"):
        colon = line.find(":")
        if colon < 0:
            # A note's line break that was neither escaped nor folded.
            if (
                note
                and line.strip()
                and len(note[-1][1]) + len(line) < _MAX_JOINED
                and count < MAX_PROPERTIES
            ):
                count += 1
                note[-1] = (note[-1][0], f"{note[-1][1]}\\n{line}")
            continue
        key = line[:colon]
        try:
            head = heads[key]
        except KeyError:
            head, colon = _find_head(line, colon)
            if len(heads) < _MAX_HEADS and len(key) < 200 and '"' not in key:
                heads[key] = head
        if head is None:
            note = None
            continue
        name = head.name
        if name == "BEGIN":
            if line[colon + 1 :].strip().upper() != "VCARD":
                continue
            begins += 1
            if inside and (agent or nested):
                nested += 1
                agent = False
                continue
            if inside:
                faults.append("The card has no end; it was read up to the next one.")
                yield RawCard(properties, begin, faults)
            properties, faults, inside, begin, count, note = {}, [], True, begins, 0, None
        elif not inside:
            continue
        elif name == "END":
            if line[colon + 1 :].strip().upper() != "VCARD":
                continue
            if nested:
                nested -= 1
                continue
            yield RawCard(properties, begin, faults)
            inside = agent = False
        elif name == "AGENT":
            agent = not line[colon + 1 :].strip()
        elif not nested:
            count += 1
            if count > MAX_PROPERTIES:
                if count == MAX_PROPERTIES + 1:
                    faults.append(f"The card has more than {MAX_PROPERTIES} entries; the rest was left out.")
                continue
            if len(line) > MAX_LINE:
                faults.append(f"An entry ({name}) is longer than 8 MB and was left out.")
                continue
            value = line[colon + 1 :]
            if head.encoding:
                value = _decoded_value(head, value)
            known = properties.get(name)
            if known is None:
                known = properties[name] = [(head, value)]
            else:
                known.append((head, value))
            note = known if name == "NOTE" else None
    if inside:
        faults.append("The card has no end; the file stops in the middle of it.")
        yield RawCard(properties, begin, faults)


def _find_head(line: str, colon: int) -> tuple[Head | None, int]:
    """The head of a line, None when it is not wanted, and its colon: one inside quotes does not count."""
    if '"' in line[:colon]:
        quoted = False
        for at, character in enumerate(line[:2000]):
            if character == '"':
                quoted = not quoted
            elif character == ":" and not quoted:
                colon = at
                break
    return parse_head(line[:colon]), colon


def parse_head(text: str) -> Head | None:
    """Name, group and parameters of a property; None for one that is not wanted."""
    first, *parameters = _split_parameters(text) if '"' in text else text.split(";")
    group, _, name = first.strip().rpartition(".")
    name = name.upper()
    if name not in WANTED and name not in ("BEGIN", "END", "AGENT"):
        return None
    types: list[str] = []
    encoding = charset = ""
    for parameter in parameters[:50]:
        key, equals, value = parameter.partition("=")
        key, value = key.strip().upper(), value.strip().strip('"')
        if not equals:
            # vCard 2.1 gives bare words: TEL;CELL;PREF and NOTE;QUOTED-PRINTABLE.
            key, value = ("ENCODING" if key in ("QUOTED-PRINTABLE", "BASE64") else "TYPE"), key
        if key == "TYPE":
            types += [part.strip().strip('"').lower() for part in value.split(",")]
        elif key == "PREF":
            types.append("pref")
        elif key == "ENCODING":
            encoding = {"QUOTED-PRINTABLE": "q", "Q": "q", "B": "b", "BASE64": "b"}.get(value.upper(), "")
        elif key == "CHARSET":
            charset = value
        elif key == "LEVEL":
            types.append(f"level={value.lower()}")
    return Head(name, group.lower(), tuple(types), encoding, charset)


def _split_parameters(text: str) -> list[str]:
    parts, quoted, start = [], False, 0
    for at, character in enumerate(text):
        if character == '"':
            quoted = not quoted
        elif character == ";" and not quoted:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


def _decoded_value(head: Head, value: str) -> str:
    import binascii

    raw = value.encode("utf-8", "replace")
    try:
        raw = binascii.a2b_qp(raw) if head.encoding == "q" else binascii.a2b_base64(raw)
    except binascii.Error:
        return value
    text = _in_charset(raw, head.charset)
    if text is None:
        text = _in_charset(raw, "utf-8")
    if text is None:
        text = guess(raw)
    # A line break that was encoded is meant: the separators' escaping must not swallow it.
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
