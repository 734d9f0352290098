# SPDX-License-Identifier: MIT
"""Somebody works elsewhere now: the path goes on with the person, and no letter goes to the old firm."""

from datetime import date, timedelta
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_contacts import edit_contact, set_addresses, set_status
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.people import Address, Contact, ContactStatus
from winback_desktop.domain.wording import short_day

_HOME = "home"


class NewFirm(NamedTuple):
    """Where they work ``since`` that day; an empty ``organisation`` says that nobody knows yet."""

    organisation: str
    since: date
    job_title: str = ""


def change_firm(work: Workspace, contact: int, new: NewFirm) -> Contact:
    """Write down the new firm as one change; what was planned towards the person stays as it is.

    Addresses that are not marked as home end the day before, so that no note or gift goes there; the old
    firm stays readable in what is known about them. Whose old firm was gone can be written to again.
    Raises Refused for a day after today and for the same firm.
    """
    person = work.store.get(Contact, contact)
    organisation = " ".join(new.organisation.split())
    if new.since > work.clock.today():
        raise Refused("That day is still to come; write it down once they have changed.", field="since")
    if organisation.casefold() == person.organisation.casefold():
        raise Refused(
            f"They are at {person.organisation} already; write the new firm, or leave it empty."
            if person.organisation
            else "Write the new firm; none is known so far.",
            field="organisation",
        )
    about = person.about
    if person.organisation:
        line = f"Until {short_day(new.since)} at {person.organisation}."
        about = f"{about}\n{line}" if about else line
    where = f" to {organisation}" if organisation else ""
    with work.store.change(f"note that {person.name} changed{where or ' the firm'}"):
        if person.status is ContactStatus.ORGANISATION_GONE and organisation:
            person = set_status(work, contact, ContactStatus.NORMAL)
        edited = edit_contact(
            work, person._replace(organisation=organisation, job_title=new.job_title, about=about)
        )
        addresses = work.store.find(Address, contact=contact, order="position")
        set_addresses(work, contact, [_ended(one, new.since) for one in addresses])
    return edited


def _ended(address: Address, since: date) -> Address:
    """An address of the firm as it holds until the day before."""
    last = since - timedelta(days=1)
    runs_on = address.valid_to is None or address.valid_to > last
    began = address.valid_from is None or address.valid_from <= last
    if address.label.casefold() == _HOME or not runs_on or not began:
        return address
    return address._replace(valid_to=last)
