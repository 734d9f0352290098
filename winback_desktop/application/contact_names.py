# SPDX-License-Identifier: MIT
"""Checking a contact's name and finding a contact by it."""

from winback_desktop.application.failures import Missing, Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.people import Contact

LONGEST_NAME = 200
_NEAR = 3


def check_name(name: str) -> str:
    """The name trimmed, with inner white space and control characters made single blanks.

    Raises Refused when nothing readable is left or it is longer than a name can be.
    """
    clean = " ".join("".join(c if c.isprintable() or c in "\u200d\u200c" else " " for c in name).split())
    if not clean.strip("\u200d\u200c "):
        raise Refused("Please say who it is: a name is all that's needed.", field="name")
    if len(clean) > LONGEST_NAME:
        raise Refused(
            f"That name has {len(clean):,} characters; {LONGEST_NAME} is the most. "
            "Shorten it and keep the rest in the notes about them.",
            field="name",
        )
    return clean


def find_by_name(work: Workspace, name: str) -> Contact | None:
    """The contact with just this name, case ignored; None when there is none.

    Raises Refused when several people share it.
    """
    wanted = check_name(name)
    rows = work.store.queries.contacts(text=wanted, limit=200)
    same = [row.contact for row in rows if row.name.casefold() == wanted.casefold()]
    if len(same) > 1:
        numbers = ", ".join(str(number) for number in same[:5])
        raise Refused(
            f"Several people are called {wanted} (numbers {numbers}). Choose one of them.", field="name"
        )
    return work.store.get(Contact, same[0]) if same else None


def contact_for(work: Workspace, who: str) -> Contact:
    """A contact by number or name; raises Missing when there is none."""
    if who.isascii() and who.isdigit() and len(who) < 18:
        return work.store.get(Contact, int(who))
    found = find_by_name(work, who)
    if found is None:
        wanted = check_name(who)
        near = work.store.queries.contacts(text=wanted, limit=_NEAR)
        meant = " or ".join(f"{row.name} (number {row.contact})" for row in near)
        raise Missing(
            f"There is no customer called {wanted}. "
            + (f"Did you mean {meant}?" if meant else "Add them first, or check the spelling.")
        )
    return found
