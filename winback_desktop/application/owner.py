# SPDX-License-Identifier: MIT
"""The owner's own settings: name, place, working week and how the practice is paced."""

from typing import TYPE_CHECKING, NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace

if TYPE_CHECKING:
    from winback_desktop.domain.playbook import Playbook

_PREFIX = "owner."
_SUNDAY_WEEKS = {"AE": (0, 1, 2, 3, 4), "IL": (6, 0, 1, 2, 3), "SA": (6, 0, 1, 2, 3), "EG": (6, 0, 1, 2, 3)}
_CURRENCIES = {
    "US": "USD", "CA": "CAD", "GB": "GBP", "AU": "AUD", "NZ": "NZD", "CH": "CHF", "SE": "SEK", "NO": "NOK",
    "DK": "DKK", "PL": "PLN", "CZ": "CZK", "HU": "HUF", "JP": "JPY", "IN": "INR", "BR": "BRL", "MX": "MXN",
    "KR": "KRW", "CN": "CNY", "RU": "RUB", "IL": "ILS", "ZA": "ZAR", "AE": "AED", "SA": "SAR", "EG": "EGP",
}  # fmt: skip


class Owner(NamedTuple):
    """The owner. ``work_week`` uses Monday = 0; ``anchor`` is what lunch and gift count from: the day
    ``learned`` or the day the note was ``posted``; ``gift_budget`` (for one) and
    ``gift_year_budget`` (for all of a year, 0 for none) are in whole units of ``currency``;
    ``week_start`` is a weekday, or -1 for the locale's; ``invite_days``, ``choose_days`` and
    ``order_days`` are how many days ahead the lunch's invitation and the gift's tasks fall due."""

    name: str = ""
    country: str = "US"
    subdivision: str = ""
    work_week: tuple[int, ...] = (0, 1, 2, 3, 4)
    currency: str = "USD"
    quiet_days: int = 2
    lunch_months: int = 3
    gift_months: int = 6
    invite_days: int = 21
    choose_days: int = 21
    order_days: int = 10
    anchor: str = "learned"
    week_start: int = -1
    gift_budget: int = 30
    gift_year_budget: int = 0
    return_address: str = ""
    confirmed: bool = False


def owner(work: Workspace) -> Owner:
    """The owner as stored, with the defaults for what was never said."""
    stored = {key.removeprefix(_PREFIX): value for key, value in work.store.settings(_PREFIX).items()}
    known = {name: value for name, value in stored.items() if name in Owner._fields and value is not None}
    if "work_week" in known:
        known["work_week"] = tuple(known["work_week"])
    return Owner(**known)


def save_owner(work: Workspace, new: Owner) -> Owner:
    """Check and store the owner; raises Refused naming the field that can't be right."""
    country = new.country.strip().upper()
    new = new._replace(
        name=new.name.strip(), country=country, subdivision=new.subdivision.strip().upper(), confirmed=True
    )
    _check(work, new)
    old = owner(work)
    with work.store.change("change your settings"):
        for name, value in new._asdict().items():
            if value != getattr(old, name):
                work.store.set_setting(_PREFIX + name, list(value) if isinstance(value, tuple) else value)
    return new


def playbook_of(settings: Owner) -> "Playbook":
    """The practice paced as the owner set it."""
    from winback_desktop.domain.plan_states import StepKind
    from winback_desktop.domain.playbook import LeadTask, Playbook

    return Playbook(
        quiet_days=settings.quiet_days,
        lunch_months=settings.lunch_months,
        gift_months=settings.gift_months,
        lead_tasks=(
            LeadTask(StepKind.INVITE_LUNCH, StepKind.LUNCH, settings.invite_days),
            LeadTask(StepKind.CHOOSE_GIFT, StepKind.GIFT, settings.choose_days),
            LeadTask(StepKind.ORDER_GIFT, StepKind.GIFT, settings.order_days),
        ),
    )


def guess_owner(locale_name: str) -> Owner:
    """A first guess from a locale's name such as ``de_DE`` or ``en-US``; shown, and the owner's to change."""
    parts = locale_name.replace("-", "_").split(".")[0].split("_")
    country = next((part for part in parts[1:] if len(part) == 2 and part.isalpha()), "US").upper()
    return Owner(
        country=country,
        work_week=_SUNDAY_WEEKS.get(country, (0, 1, 2, 3, 4)),
        currency=_CURRENCIES.get(country, "EUR"),
    )


def _check(work: Workspace, new: Owner) -> None:
    if new.country not in work.holidays.countries():
        raise Refused(
            f"“{new.country}” is no country code we have holidays for. "
            "Use its two letters, such as US, GB or DE.",
            field="country",
        )
    if new.subdivision and new.subdivision not in work.holidays.subdivisions(new.country):
        known = ", ".join(work.holidays.subdivisions(new.country)[:8])
        raise Refused(
            f"“{new.subdivision}” is no region of {new.country} we know. "
            + (f"Known ones are {known} and so on." if known else "Leave the region empty."),
            field="subdivision",
        )
    if not new.work_week or not set(new.work_week) <= set(range(7)):
        raise Refused("Choose at least one working day of the week.", field="work_week")
    if not 2 <= new.quiet_days <= 30:
        raise Refused("Quiet time takes between 2 and 30 working days.", field="quiet_days")
    if not 1 <= new.lunch_months < new.gift_months <= 24:
        raise Refused(
            "The lunch comes after 1 to 23 months and the gift after that, at most 24.", field="lunch_months"
        )
    for name in ("invite_days", "choose_days", "order_days"):
        if not 1 <= getattr(new, name) <= 60:
            raise Refused("Choose from 1 to 60 days ahead.", field=name)
    if new.order_days > new.choose_days:
        raise Refused("A gift is chosen before it is ordered; choose fewer days.", field="order_days")
    if new.anchor not in ("learned", "posted"):
        raise Refused(
            "Count from the day you learned of the loss, or from the day the note was posted.", field="anchor"
        )
    if not 0 <= new.gift_budget <= 1_000_000:
        raise Refused("The budget for a gift is a number from 0 up.", field="gift_budget")
    if not 0 <= new.gift_year_budget <= 100_000_000:
        raise Refused("The budget for a year is a number from 0 up.", field="gift_year_budget")
