# SPDX-License-Identifier: MIT
"""What a person's firm lets them accept, and what was spent this year: warnings, never advice."""

from datetime import date

from winback_desktop.application.failures import Refused
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.gift_prices import money
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Gift, GiftPolicy, GiftState

PAID = (GiftState.BOUGHT, GiftState.SENT, GiftState.RECEIVED, GiftState.REFUSED, GiftState.RETURNED)
LONGEST = 500


def policy_of(work: Workspace, organisation: str) -> GiftPolicy | None:
    """What is noted of a firm, case ignored; None where nothing is."""
    found = work.store.find(GiftPolicy, organisation=organisation) if organisation else []
    return found[0] if found else None


def save_policy(work: Workspace, policy: GiftPolicy) -> GiftPolicy:
    """Note what a firm lets its people accept. Raises Refused for a limit below zero or a day to come."""
    name = " ".join(policy.organisation.split())
    if not name:
        raise Refused("Say first which organisation they belong to.", field="policy")
    for limit in (policy.per_gift, policy.per_year):
        if limit is not None and not 0 <= limit < 10**12:
            raise Refused("A limit is a sum from 0 up.", field="policy")
    if policy.checked_on is not None and policy.checked_on > work.clock.today():
        raise Refused("You can't have checked it after today; check the day.", field="checked_on")
    if policy.currency and not (
        len(policy.currency) == 3 and policy.currency.isascii() and policy.currency.isalpha()
    ):
        raise Refused("Write the currency in three letters, such as USD or EUR.", field="policy")
    if max(len(policy.source), len(policy.words)) > LONGEST:
        raise Refused(f"That is too long; {LONGEST} characters are enough.", field="policy")
    known = policy_of(work, name)
    new = policy._replace(
        organisation=known.organisation if known else name,
        currency=policy.currency or owner(work).currency,
        id=known.id if known else 0,
    )
    with work.store.change(f"note the gift policy of {name}"):
        return work.store.save(new) if known else work.store.add(new)


def spent_this_year(work: Workspace, contact: int) -> dict[str, int]:
    """What was paid for gifts to somebody since 1 January, in minor units by currency."""
    first = date(work.clock.today().year, 1, 1)
    sums: dict[str, int] = {}
    for gift in work.store.find(Gift, contact=contact, state=PAID):
        paid = gift.paid_on or gift.on
        if gift.cost and paid and paid >= first:
            sums[gift.currency] = sums.get(gift.currency, 0) + gift.cost
    return sums


def spent_on_all(work: Workspace) -> dict[str, int]:
    """What was paid for gifts to everybody since 1 January, in minor units by currency."""
    year = work.clock.today().year
    return work.store.queries.gifts_paid(date(year, 1, 1), date(year, 12, 31))


def year_notes(work: Workspace, more: int = 0) -> tuple[str, ...]:
    """What all gifts of this year cost beside the budget for it; ``more`` is about to be spent, in minor
    units of the owner's currency. Currencies are never added up; a budget warns and holds nothing back."""
    settings = owner(work)
    spent = spent_on_all(work)
    own = spent.pop(settings.currency, 0) + more
    others = " and ".join(_sum(amount, currency) for currency, amount in spent.items() if amount)
    limit = settings.gift_year_budget * 100
    notes = []
    if limit and own:
        so_far = "With this, gifts to everybody come to" if more else "Gifts to everybody this year:"
        notes.append(f"{so_far} {_sum(own, settings.currency)} of {_sum(limit, settings.currency)}.")
    elif own:
        notes.append(f"Gifts to everybody this year: {_sum(own, settings.currency)}.")
    if others:
        notes.append(f"In other currencies {others}, counted by themselves.")
    if limit and own > limit:
        over = _sum(own - limit, settings.currency)
        notes.append(f"That is {over} above what you set for the year. It is a reminder; you decide.")
    return tuple(notes)


def gift_notes(work: Workspace, person: Contact) -> tuple[str, ...]:
    """What is worth knowing before a gift: what was spent this year, and what their firm lets them accept."""
    spent = spent_this_year(work, person.id)
    notes = [
        f"{_sum(amount, currency)} spent on gifts for them this year." for currency, amount in spent.items()
    ]
    policy = policy_of(work, person.organisation)
    if policy is not None:
        notes += _policy_notes(
            policy, spent.get(policy.currency, 0), owner(work).gift_budget, owner(work).currency
        )
    return (*notes, *year_notes(work))


def _policy_notes(policy: GiftPolicy, spent: int, budget: int, currency: str) -> list[str]:
    limits = [
        f"{_sum(limit, policy.currency)} {each}"
        for limit, each in ((policy.per_gift, "a gift"), (policy.per_year, "a year"))
        if limit is not None
    ]
    known = ", ".join(
        part
        for part in (policy.source, f"checked {policy.checked_on:%-d %b %Y}" if policy.checked_on else "")
        if part
    )
    said = (
        f"{policy.organisation} lets its people accept {' and '.join(limits)}"
        if limits
        else policy.organisation
    )
    notes = [said + (f": {policy.words}" if policy.words else "") + (f" ({known})." if known else ".")]
    if policy.per_gift is not None and currency == policy.currency and budget * 100 > policy.per_gift:
        notes.append("Your budget for a gift is above that. This is a reminder and no advice.")
    if policy.per_year is not None and spent > policy.per_year:
        notes.append("What was spent this year is above that already.")
    return notes


def _sum(amount: int, currency: str) -> str:
    """Minor units as they are written; cents only where there are any."""
    whole, cents = divmod(amount, 100)
    return (
        money(whole, currency)
        if not cents
        else money(whole, currency).replace(f"{whole:,}", f"{whole:,}.{cents:02}")
    )
