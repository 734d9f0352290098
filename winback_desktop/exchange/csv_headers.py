# SPDX-License-Identifier: MIT
"""Tells what the columns of a contact table hold, from the headings that programs and people give them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from winback_desktop.application.failures import Refused

_FIELDS = {
    "name": "name fullname displayname anzeigename contactname nom nomcomplet nomaffiche nombre "
    "nombrecompleto nombremostrar vollernname fileas contact kontakt client customer kunde "
    "kundenname cliente",
    "given": "firstname givenname given forename vorname rufname prenom nombrepila primernombre",
    "additional": "middlename additionalname middle zweitervorname weiterevornamen weiterervorname "
    "deuxiemeprenom autresprenoms segundonombre",
    "family": "lastname familyname surname family nachname familienname nomfamille apellido apellidos",
    "honorific": "nameprefix prefix honorific honorificprefix salutation anrede civilite tratamiento "
    "namensprafix",
    "suffix": "suffix namesuffix honorificsuffix suffixe sufijo namenssuffix",
    "nickname": "nickname nick spitzname surnom pseudo apodo alias",
    "organisation": "company companyname organization organisation organizationname organisationname "
    "organizacion firma firmenname unternehmen societe entreprise empresa compania employer business",
    "department": "department organizationdepartment organisationdepartment abteilung service departement "
    "departamento",
    "job_title": "jobtitle organizationtitle organisationtitle position funktion role fonction poste cargo "
    "puesto profession occupation beruf stellung",
    "title": "title titel titre titulo",
    "email": "email emailaddress emails mail mailadresse mailaddress emailadresse courriel adressemail "
    "adresseemail adressemessagerie adresseelectronique correo correoelectronico "
    "direccioncorreoelectronico direccioncorreo emailvalue",
    "phone": "phone phones telephone telefon telefonnummer tel phonenumber telephonenumber telefono "
    "telefonos rufnummer companyphone organizationphone phonevalue numerotelephone numerotelefono",
    "web": "web website webpage url homepage webseite webadresse internet siteweb site pageweb paginaweb "
    "sitioweb websitevalue",
    "street": "street streetaddress address addressstreet strasse adresse anschrift rue calle direccion "
    "domicilio strassehausnummer addressline",
    "extended": "extendedaddress addressextended adresszusatz complementadresse",
    "po_box": "pobox addresspobox postfach boitepostale bp apartadopostal apartadocorreos",
    "locality": "city town locality suburb ort stadt wohnort ville localite ciudad poblacion localidad",
    "region": "state region province county stateprovince bundesland kanton depregion departementregion "
    "provincia provinciaestado estado etat canton",
    "postal_code": "postalcode postcode zip zipcode zippostalcode plz postleitzahl codepostal cp "
    "codigopostal",
    "country": "country countryregion land landregion pays paysregion pais paisregion nation",
    "birthday": "birthday birthdate dateofbirth dob geburtstag geburtsdatum geb anniversaire datenaissance "
    "naissance cumpleanos fechanacimiento nacimiento",
    "anniversary": "anniversary weddinganniversary jahrestag hochzeitstag anniversairemariage "
    "anniversairemariagefete aniversario",
    "event": "event eventvalue",
    "birth_year": "birthyear geburtsjahr",
    "birth_month": "birthmonth geburtsmonat",
    "birth_day": "",
    "about": "notes note comments comment notizen notiz bemerkung bemerkungen kommentar remarques remarque "
    "commentaire commentaires notas nota comentarios description beschreibung",
    "tags": "labels groupmembership categories category tags groups group kategorien kategorie gruppen "
    "gruppe schlagworte etiquettes groupes groupe categorias categoria etiquetas grupos",
    "language": "language sprache langue idioma",
    "uid": "uid",
}
UNUSED = "unused"
FIELDS: tuple[str, ...] = tuple(field for field in _FIELDS if field not in ("title", "event"))
"""The fields that a column may be mapped to."""

_MEANING = {word: field for field, words in _FIELDS.items() for word in words.split()}
_PLACES = {
    "work": "business work office geschaftlich dienstlich arbeit buro bureau professionnel professionnelle "
    "travail pro trabajo oficina laboral",
    "home": "home private privat personal domicile personnel personnelle casa particular",
    "mobile": "mobile cell cellphone mobiltelefon handy mobil mobilnummer portable movil celular mobilephone",
    "fax": "fax telefax faxnummer faxnumber",
    "pager": "pager",
}
_PLACE = {word: place for place, words in _PLACES.items() for word in words.split()}
_LABELS = frozenset({"type", "label", "typ", "tipo", "etiqueta"})
_SAID_BY_ITSELF = frozenset({"mobile", "fax", "pager"})
_CONNECTING = frozenset(
    {
        "value", "wert", "valeur", "valor", "primary", "secondary", "main", "other", "weitere", "autre",
        "otro", "de", "del", "la", "le", "du", "des", "der", "of", "the", "or", "o", "ou", "d", "s",
        "y", "und", "and", "et", "para", "no", "nr", "number", "nummer", "numero",
    }
)  # fmt: skip
_IGNORED = frozenset(
    {
        "assistant", "assistants", "manager", "managers", "spouse", "children", "account", "phonetic",
        "yomi", "formatted", "callback", "tty", "telex", "relation", "custom", "screen", "im",
        "instant", "messenger", "photo", "hobby", "gender", "radio", "isdn", "referred", "sensitivity",
        "priority", "initials",
    }
)  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_MANY = frozenset({"email", "phone", "web", "tags"})


class Column(NamedTuple):
    """One column: its field (empty when it is not used), the label its values get, the number that ties
    columns together, and whether it holds the label of its neighbour instead of a value."""

    header: str
    field: str = ""
    label: str = ""
    number: int = 1
    is_label: bool = False


def recognise(headers: Sequence[str], mapping: Mapping[str, str] | None = None) -> list[Column]:
    """A column for each heading. ``mapping`` is the owner's FIELD → COLUMN (heading or number from 1).

    What is not mapped is recognised by its heading; ``unused`` (``unused:2`` …) leaves a column out.
    Raises Refused for a field or column that does not exist.
    """
    columns = [_column(header) for header in headers]
    fields = {column.field for column in columns}
    for at, column in enumerate(columns):
        columns[at] = _settled(column, fields)
    for wanted, chosen in (mapping or {}).items():
        field, _, label = wanted.strip().lower().replace("-", "_").partition(":")
        if field == UNUSED:
            at = _position(chosen, headers)
            columns[at] = Column(headers[at])
            continue
        if field not in FIELDS:
            raise Refused(
                f"“{wanted}” is no field of a contact. Use one of: {', '.join(FIELDS)}.", field="map"
            )
        at = _position(chosen, headers)
        if field not in _MANY:
            columns = [column._replace(field="") if column.field == field else column for column in columns]
        columns[at] = Column(headers[at], field, label)
    return columns


def _column(header: str) -> Column:
    plain = unicodedata.normalize("NFKD", header.casefold())
    words = _WORDS.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))[:12]
    if not words or _IGNORED.intersection(words):
        return Column(header)
    if words == ["birth", "day"]:
        return Column(header, "birth_day")
    exact = _MEANING.get("".join(words))
    if exact:
        return Column(header, exact)
    number = next((int(word) for word in words if word.isdecimal() and len(word) < 4), 1)
    trailing = words[-1].isdecimal()
    words = [word for word in words if not word.isdecimal()]
    is_label = len(words) > 1 and words[-1] in _LABELS
    places = list(dict.fromkeys(_PLACE[word] for word in words if word in _PLACE))
    said = [word for word in words if word not in _PLACE and word not in _CONNECTING]
    key = "".join(said[:-1] if is_label else said)
    field = _MEANING.get(key) or _MEANING.get(key.removeprefix("address")) or ""
    if not key and _SAID_BY_ITSELF.intersection(places):
        field = "phone"
    if field == "street" and trailing:
        # "Street 2" is a further line of the same address; "Address 2 - Street" is another address.
        number = 1
    return Column(header, field, " ".join(places) if field else "", number, is_label)


def _settled(column: Column, fields: set[str]) -> Column:
    """Settle headings that mean one thing alone and another beside their neighbours."""
    if column.field == "title":
        return column._replace(field="honorific" if "job_title" in fields else "job_title")
    if column.field == "name":
        if "given" in fields and "family" not in fields:
            return column._replace(field="family")
        if "family" in fields and "given" not in fields:
            return column._replace(field="given")
    return column


def _position(chosen: str, headers: Sequence[str]) -> int:
    wanted = chosen.strip().casefold()
    for at, header in enumerate(headers):
        if header.strip().casefold() == wanted:
            return at
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 and 1 <= int(wanted) <= len(headers):
        return int(wanted) - 1
    known = ", ".join(f"“{header.strip()[:40]}”" for header in headers[:20])
    raise Refused(f"The file has no column “{chosen}”. Its columns are {known}.", field="map")
