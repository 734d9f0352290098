# SPDX-License-Identifier: MIT
"""Who the owner knows: contacts, how to reach them, what they enjoy and what to avoid."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What somebody is to the owner; one contact may have several roles."""

    CLIENT = "client"
    PROSPECT = "prospect"
    BEST = "best"
    LEAN_ON = "lean-on"
    PERSONAL = "personal"


class ContactStatus(StrEnum):
    """Whether anything may be sent to a contact."""

    NORMAL = "normal"
    DO_NOT_CONTACT = "do-not-contact"
    DECEASED = "deceased"
    ORGANISATION_GONE = "organisation-gone"


class PointKind(StrEnum):
    """The kind of a contact point."""

    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"


class Attitude(StrEnum):
    """Whether somebody enjoys a thing or dislikes it."""

    LIKE = "like"
    DISLIKE = "dislike"


class ConstraintKind(StrEnum):
    """What a constraint is about; it says what to avoid, never why."""

    DIET = "diet"
    ALCOHOL = "alcohol"
    ALLERGY = "allergy"
    FRAGRANCE = "fragrance"
    OBSERVANCE = "observance"
    NO_GIFTS = "no-gifts"


class Contact(NamedTuple):
    """A person (or a firm without a named person).

    ``name`` is the name as shown and is never empty; the parts are kept where
    the address book gave them. ``about`` holds the owner's free words.
    ``status_note`` says how a status was asked for, ``status_channel`` (post, phone, e-mail; empty for
    every one) and ``status_scope`` what it covers.
    """

    name: str
    given: str = ""
    family: str = ""
    additional: str = ""
    honorific: str = ""
    suffix: str = ""
    nickname: str = ""
    organisation: str = ""
    job_title: str = ""
    roles: tuple[Role, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""
    customer_since: date | None = None
    about: str = ""
    status: ContactStatus = ContactStatus.NORMAL
    status_since: date | None = None
    status_note: str = ""
    uid: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    deleted_at: datetime | None = None
    status_channel: str = ""
    status_scope: str = ""
    id: int = 0


class ContactPoint(NamedTuple):
    """A phone number, an e-mail address or a web page of a contact."""

    kind: PointKind
    value: str
    label: str = ""
    position: int = 0
    contact: int = 0
    id: int = 0


class Address(NamedTuple):
    """A postal address, structured as in vCard's ADR (RFC 6350, 6.3.1).

    ``street`` may hold several lines. ``country`` is an ISO 3166-1 alpha-2
    code, or empty for the owner's own country; ``country_name`` keeps what an
    imported card said when it named no known country.
    """

    street: str = ""
    extended: str = ""
    po_box: str = ""
    locality: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    country_name: str = ""
    label: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    returned_on: date | None = None
    position: int = 0
    contact: int = 0
    id: int = 0


class ImportantDate(NamedTuple):
    """A birthday or anniversary; the year may be unknown. The true day is kept, 29 February too."""

    label: str
    month: int
    day: int
    year: int | None = None
    contact: int = 0
    id: int = 0


class Interest(NamedTuple):
    """A thing somebody told the owner they enjoy or dislike, with their own words."""

    label: str
    category: str = ""
    words: str = ""
    heard_on: date | None = None
    heard_where: str = ""
    attitude: Attitude = Attitude.LIKE
    still_true: bool = True
    certainty: int = 3
    position: int = 0
    contact: int = 0
    id: int = 0


class Constraint(NamedTuple):
    """Something to avoid for a contact; ``avoid`` names it (``nuts``, ``pork``), never the reason."""

    kind: ConstraintKind
    avoid: str = ""
    noted_on: date | None = None
    contact: int = 0
    id: int = 0


class Asked(NamedTuple):
    """A light question that was answered: ``answer`` is "asked", or "not-now" when it has to wait."""

    topic: str
    on: date
    answer: str = "asked"
    contact: int = 0
    id: int = 0
