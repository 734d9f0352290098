# SPDX-License-Identifier: MIT
"""Opens an address book of any known kind; the content decides what it is, never the file's name."""

import re
import stat
from collections.abc import Mapping
from pathlib import Path

from winback_desktop.application.failures import Refused
from winback_desktop.exchange.csv_contacts import looks_like_table, read_table
from winback_desktop.exchange.reading import MAX_BYTES, Reading
from winback_desktop.exchange.vcard import read_vcards
from winback_desktop.exchange.vcard_properties import count_cards, one_line_ends

_EXPECTED = (
    "is neither a vCard nor a contact table. Export your contacts as vCard (.vcf) or as CSV (.csv) "
    "from your address book, and import that file."
)
_OTHER_KINDS = (
    (b"PK\x03\x04", "a spreadsheet or zip file; save it as CSV first"),
    (b"%PDF", "a PDF"),
    (b"SQLite format 3", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as CSV first"),
    (b"BEGIN:VCALENDAR", "a calendar"),
    (b"{", "JSON"),
    (b"<", "a web page or XML"),
)
_NUMBER_OF_BINARY = 0.1


def read_bytes(path: Path) -> bytes:
    """The file's content; its size is looked at first. Raises Refused when that cannot be."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Refused(f"{path.name} is no file that can be read. Choose a vCard or CSV file.")
        if status.st_size > MAX_BYTES:
            raise Refused(
                f"{path.name} is larger than 64 MB. "
                "Please export it without pictures, or in parts, and try again."
            )
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Refused(f"There is no file {path.name} at that place. Please choose it again.") from None
    except PermissionError:
        raise Refused(f"{path.name} may not be read. Give yourself permission, or copy it first.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{path.name} could not be read ({reason}). Copy it and try the copy.") from error
    if len(data) > MAX_BYTES:
        raise Refused(f"{path.name} is larger than 64 MB. Please export it in parts and try again.")
    return data


def kind_of(data: bytes, name: str = "The file", *, mapped: bool = False) -> str:
    """``vcard`` or ``csv``; raises Refused for what is neither. With ``mapped`` any table will do."""
    if not data.strip():
        raise Refused(f"{name} is empty: there is no contact in it.")
    plain, _ = one_line_ends(data)
    if count_cards(plain):
        return "vcard"
    start = plain[:200].lstrip()
    for mark, kind in _OTHER_KINDS:
        if start.startswith(mark):
            raise Refused(f"{name} looks like {kind}. It {_EXPECTED}")
    sample = plain[:65536]
    binary = sum(sample.count(bytes([code])) for code in (*range(9), *range(14, 27), *range(28, 32)))
    if binary <= len(sample) * _NUMBER_OF_BINARY and (mapped or looks_like_table(data)):
        return "csv"
    raise Refused(f"{name} {_EXPECTED}")


def read_contacts(
    data: bytes, name: str = "The file", mapping: Mapping[str, str] | None = None, *, encoding: str = ""
) -> Reading:
    """All contacts in the bytes of a vCard file or table; raises Refused, and nothing else."""
    if len(data) > MAX_BYTES:
        raise Refused(f"{name} is larger than 64 MB. Please export it in parts and try again.")
    if encoding and not _known_encoding(encoding):
        raise Refused(f"“{encoding}” is no encoding that is known. Use utf-8, cp1252 or another one's name.")
    if kind_of(data, name, mapped=bool(mapping)) == "vcard":
        return read_vcards(data, name, encoding)
    return read_table(data, mapping, name, encoding=encoding)


def read_file(path: Path, mapping: Mapping[str, str] | None = None, *, encoding: str = "") -> Reading:
    """All contacts of a file on disk; raises Refused, and nothing else."""
    return read_contacts(read_bytes(path), path.name, mapping, encoding=encoding)


def _known_encoding(name: str) -> bool:
    try:
        b"".decode(name)
    except (LookupError, ValueError):
        return False
    return re.match(r"(punycode|idna|unicode.escape|raw)", name, re.IGNORECASE) is None
