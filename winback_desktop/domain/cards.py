# SPDX-License-Identifier: MIT
"""A contact with everything that belongs on its card, as one value."""

from typing import NamedTuple

from winback_desktop.domain.people import Address, Constraint, Contact, ContactPoint, ImportantDate, Interest


class ContactCard(NamedTuple):
    """One person as read from a file, typed into a form or gathered from the store.

    The records in the tuples need no ids and no ``contact`` while the card has not been stored.
    """

    contact: Contact
    points: tuple[ContactPoint, ...] = ()
    addresses: tuple[Address, ...] = ()
    dates: tuple[ImportantDate, ...] = ()
    interests: tuple[Interest, ...] = ()
    constraints: tuple[Constraint, ...] = ()


class Problem(NamedTuple):
    """What could not be taken over as it stood: ``where`` in the file, and ``why`` as a whole sentence."""

    where: str
    why: str
