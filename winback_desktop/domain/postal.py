# SPDX-License-Identifier: MIT
"""Writes a postal address in the order that the country it goes to expects.

Sources, read as facts and written down in our own table: the addressing
sheets of the Universal Postal Union (standard S42 and its country pages) and
the public addressing guides of USPS, Canada Post, Australia Post, Royal Mail,
Deutsche Post, Poczta Polska, La Poste, PostNL, PostNord, Poste Italiane,
Correos, Magyar Posta, Russian Post, India Post, Correios, Japan Post, Korea
Post and China Post. The UPU asks for the destination country alone on the
last line, in capitals and in a language the sending country knows; within the
country it is left out.

In the table below a line's letters stand for: L locality, R region, Z
postcode, ``!`` before a letter for capitals, and ``r`` for a region that is
written only where the postcode or the locality is missing. A part that is
empty takes its separator with it.
"""

import re
from typing import NamedTuple

from winback_desktop.domain.country_names import english_name
from winback_desktop.domain.people import Address
from winback_desktop.domain.postal_regions import short_region


class _Order(NamedTuple):
    """The lines under the street; ``town_first`` puts them above it, the postcode staying last."""

    below: tuple[str, ...]
    above: tuple[str, ...] = ()


_BY_COUNTRY = {
    "US": _Order(("!L !R Z",)),
    "CA": _Order(("!L !R  !Z",)),
    "AU": _Order(("!L !R Z",)),
    "NZ": _Order(("L Z",)),
    "GB": _Order(("!L", "r", "!Z")),
    "IE": _Order(("!L", "R", "!Z")),
    "DE": _Order(("Z L", "r")),
    "AT": _Order(("Z L", "r")),
    "CH": _Order(("Z L", "r")),
    "PL": _Order(("Z !L", "r")),
    "FR": _Order(("Z !L", "r")),
    "BE": _Order(("Z !L", "r")),
    "NL": _Order(("!Z  !L", "r")),
    "SE": _Order(("Z !L", "r")),
    "NO": _Order(("Z !L", "r")),
    "DK": _Order(("Z L", "r")),
    "FI": _Order(("Z !L", "r")),
    "IT": _Order(("Z !L !R",)),
    "ES": _Order(("Z !L", "R")),
    "PT": _Order(("Z !L", "r")),
    "HU": _Order(("Z",), ("!L", "r")),
    "RU": _Order(("L", "R", "Z")),
    "UA": _Order(("L", "R", "Z")),
    "IN": _Order(("!L Z", "R")),
    "BR": _Order(("L-!R", "Z")),
    "MX": _Order(("Z L, R",)),
    "AR": _Order(("Z !L", "R")),
    "JP": _Order(("!L, !R", "Z")),
    "KR": _Order(("!L, !R Z",)),
    "CN": _Order(("Z !L", "R")),
    "TW": _Order(("L, R Z",)),
    "HK": _Order(("L", "R")),
    "SG": _Order(("L Z",)),
    "ZA": _Order(("!L", "r", "Z")),
    "TR": _Order(("Z !L R",)),
    "IL": _Order(("L Z",)),
}
_USUAL = _Order(("Z L", "R"))

_BOX_WORD = {
    "DE": "Postfach",
    "AT": "Postfach",
    "CH": "Postfach",
    "FR": "BP",
    "BE": "BP",
    "NL": "Postbus",
    "SE": "Box",
    "NO": "Postboks",
    "DK": "Postboks",
    "FI": "PL",
    "IT": "Casella Postale",
    "ES": "Apartado",
    "PT": "Apartado",
    "BR": "Caixa Postal",
    "MX": "Apartado Postal",
    "PL": "Skr. poczt.",
    "HU": "Pf.",
}

# How a postcode typed without its gap is written: pattern, replacement.
_POSTCODES = {
    "CA": (r"([A-Za-z]\d[A-Za-z])[ -]?(\d[A-Za-z]\d)", r"\1 \2"),
    "GB": (r"([A-Za-z]{1,2}\d[A-Za-z\d]?) ?(\d[A-Za-z]{2})", r"\1 \2"),
    "NL": (r"(\d{4}) ?([A-Za-z]{2})", r"\1 \2"),
    "SE": (r"(\d{3}) ?(\d{2})", r"\1 \2"),
    "PL": (r"(\d{2})-?(\d{3})", r"\1-\2"),
    "BR": (r"(\d{5})-?(\d{3})", r"\1-\2"),
    "PT": (r"(\d{4})-?(\d{3})", r"\1-\2"),
    "JP": (r"〒?(\d{3})-?(\d{4})", r"\1-\2"),
}

_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


def lines(
    address: Address,
    name: str = "",
    organisation: str = "",
    from_country: str = "",
) -> tuple[str, ...]:
    """The address as it is written on an envelope, top line first, without empty lines.

    ``from_country`` is where it is posted (ISO 3166-1 alpha-2); the country's
    own line appears when that is another country. Nothing is checked against a
    directory: what is missing is left out. Empty when there is nothing at all.
    """
    country = (address.country or ("" if address.country_name else from_country)).upper()
    parts = _parts(address, country)
    people = tuple(dict.fromkeys(line for line in (_tidy(name), _tidy(organisation)) if line))
    if country in ("JP", "KR", "CN", "TW") and _IDEOGRAPH.search(address.locality + address.street):
        written = _largest_first(parts, people, country)
    else:
        order = _BY_COUNTRY.get(country, _USUAL)
        above = tuple(_filled(line, parts) for line in order.above)
        below = tuple(_filled(line, parts) for line in order.below)
        written = (*people, *above, *parts.street, *below)
    written = tuple(line for line in written if line)
    abroad = _abroad(address, country, from_country)
    return (*written, abroad) if abroad and written else written


def is_complete(address: Address) -> bool:
    """Whether a letter could be expected to arrive: somewhere to go, in some town."""
    somewhere = address.street.strip() or address.po_box.strip() or address.extended.strip()
    return bool(somewhere and (address.locality.strip() or address.postal_code.strip()))


class _Parts(NamedTuple):
    street: tuple[str, ...]
    locality: str
    region: str
    postcode: str


def _parts(address: Address, country: str) -> _Parts:
    box = _tidy(address.po_box)
    if box and not re.search(r"[^\W\d]", box):
        box = f"{_BOX_WORD.get(country, 'PO Box')} {box}"
    inside = [_tidy(line) for line in address.extended.splitlines()]
    street = [_tidy(line) for line in address.street.splitlines()]
    postcode = _tidy(address.postal_code)
    if rule := _POSTCODES.get(country):
        pattern, replacement = rule
        if re.fullmatch(pattern, postcode):
            postcode = re.sub(pattern, replacement, postcode)
    locality, region = _tidy(address.locality), _tidy(address.region)
    if region.casefold() == locality.casefold() and country not in ("US", "CA", "AU", "BR", "IT", "MX"):
        region = ""
    region = short_region(country, region)
    above_town = tuple(line for line in (*inside, *street, box) if line)
    return _Parts(above_town, locality, region, postcode)


def _filled(line: str, parts: _Parts) -> str:
    """Put the parts into one line of the table, dropping a separator with an empty part."""
    written = ""
    for separator, capitals, letter in re.findall(r"([^\w!]*)(!?)([LRZr])", line):
        value = {
            "L": parts.locality,
            "R": parts.region,
            "Z": parts.postcode,
            "r": "" if parts.postcode and parts.locality else parts.region,
        }[letter]
        if value:
            value = value.upper() if capitals else value
            written = f"{written}{separator}{value}" if written else value
    return written


def _largest_first(parts: _Parts, people: tuple[str, ...], country: str) -> tuple[str, ...]:
    """The East Asian order: from the postcode and the province down to the person."""
    mark = "〒" if country == "JP" and parts.postcode else ""
    place = f"{parts.region}{'' if country != 'KR' else ' '}{parts.locality}".strip()
    return (f"{mark}{parts.postcode}", place, *parts.street, *reversed(people))


def _abroad(address: Address, country: str, from_country: str) -> str:
    if country and country == from_country.upper():
        return ""
    named = english_name(country) if country else ""
    said = _tidy(address.country_name)
    if not named and said and said.casefold() == english_name(from_country).casefold():
        return ""
    return (named or said).upper()


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;")
