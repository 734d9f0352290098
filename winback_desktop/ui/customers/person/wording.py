# SPDX-License-Identifier: MIT
"""The sentences of a person's page."""

from collections.abc import Sequence
from datetime import date

from winback_desktop.application.queries import ContactRow, TimelineRow
from winback_desktop.domain.history_words import PLAN_WORDS, done_words, history_words
from winback_desktop.domain.lifetimes import Lifetime
from winback_desktop.domain.people import Constraint, ConstraintKind, Contact, ContactStatus, Role
from winback_desktop.domain.practice import (
    GiftState,
    Loss,
    LossKind,
    Plan,
    PlanState,
    Step,
    StepState,
)
from winback_desktop.domain.wording import smaller_version, step_title, step_word, whole_years
from winback_desktop.ui.customers.person.rows import TimelineLine
from winback_desktop.ui.day_words import short_day

ROLE_WORDS = {
    Role.CLIENT: "customer",
    Role.PROSPECT: "prospect",
    Role.BEST: "best customer",
    Role.LEAN_ON: "somebody to lean on",
    Role.PERSONAL: "personal",
}
GIFT_WORDS = {
    GiftState.IDEA: "an idea",
    GiftState.CHOSEN: "chosen",
    GiftState.BOUGHT: "bought",
    GiftState.SENT: "sent",
    GiftState.RECEIVED: "received",
    GiftState.REFUSED: "refused",
    GiftState.RETURNED: "returned",
}
GIFT_MOVES = {
    GiftState.CHOSEN: (GiftState.BOUGHT, GiftState.SENT, GiftState.IDEA),
    GiftState.BOUGHT: (GiftState.SENT, GiftState.RECEIVED, GiftState.CHOSEN),
    GiftState.SENT: (GiftState.RECEIVED, GiftState.REFUSED, GiftState.RETURNED, GiftState.BOUGHT),
}
_LEFT = {
    ContactStatus.DO_NOT_CONTACT: "They asked for no contact, so nothing is planned towards them.",
    ContactStatus.DECEASED: "They have died. Nothing more is planned; their page stays as it is.",
    ContactStatus.ORGANISATION_GONE: "Their organisation is gone, so nothing more is planned.",
}
_ICONS = {
    "loss": ("door-open", "text2"),
    "note": ("pen-line", "note.solid"),
    "touch": ("message-circle", "text2"),
    "gift": ("gift", "gift.solid"),
    "interest": ("tag", "gift.solid"),
    "lifetime": ("user", "accent"),
    "state": ("heart-handshake", "accent"),
    "referral": ("users", "accent"),
    "mail": ("mail", "text2"),
    "early": ("history", "text2"),
    "resumed": ("heart-handshake", "accent"),
}


def short_name(contact: Contact) -> str:
    """How somebody is called in a sentence: the given name, else the first word of a person's name.

    Without an organisation beside it the name may be a firm's own, so it stays whole.
    """
    if contact.given:
        return contact.given
    words = contact.name.split()
    person = contact.organisation and len(words) in (2, 3) and all(word[0].isalpha() for word in words)
    return words[0] if person and len(words[0]) > 2 else contact.name


def header_line(
    contact: Contact, loss: Loss | None, plan: Plan | None, today: date, periods: Sequence[Lifetime] = ()
) -> str:
    """ "Nair Interiors · customer for 6 years · came back 3 Jun 2026 · second lifetime"."""
    parts = [contact.organisation]
    years = whole_years(contact.customer_since, loss.learned_on if loss and not _back(plan) else today)
    if years:
        parts.append(f"customer for {years} {'year' if years == 1 else 'years'}")
    elif contact.roles:
        parts.append(", ".join(ROLE_WORDS[role] for role in contact.roles))
    if loss is not None:
        if _back(plan) and plan is not None and plan.state_since:
            parts.append(f"came back {_day(plan.state_since)}")
        elif loss.kind is LossKind.CLIENT:
            again = "again " if periods and periods[-1].number > 1 else ""
            parts.append(f"left {again}{_day(loss.happened_on or loss.learned_on)}")
        else:
            parts.append(f"chose somebody else {_day(loss.happened_on or loss.learned_on)}")
    if periods and periods[-1].number > 1 and periods[-1].last is None:
        parts.append(periods[-1].words.lower())
    return " · ".join(part for part in parts if part)


def with_lifetimes(
    rows: Sequence[TimelineRow], periods: Sequence[Lifetime], complete: bool
) -> list[TimelineRow]:
    """The history with a line where each lifetime began; older ones only where nothing older is left out."""
    begun = [
        TimelineRow(period.first, "lifetime", f"{period.words} begins", "", period.number)
        for period in periods
        if period.first is not None and (complete or (rows and period.first >= rows[-1].on))
    ]
    return sorted([*rows, *begun], key=lambda row: row.on, reverse=True)


def standing(row: ContactRow) -> str:
    """Where somebody stands, in a word or two."""
    status = {"do-not-contact": "asked for no contact", "deceased": "has died"}.get(row.status, "")
    return status or (PLAN_WORDS[PlanState(row.plan_state)].lower() if row.plan_state else "")


def notice_of(contact: Contact) -> str:
    """Why nothing is sent to somebody; empty where all is well."""
    sentence = _LEFT.get(contact.status, "")
    if contact.status is ContactStatus.DO_NOT_CONTACT:
        way = f" by {contact.status_channel}" if contact.status_channel else ""
        about = f" about {contact.status_scope}" if contact.status_scope else ""
        since = f" on {_day(contact.status_since)}" if contact.status_since else ""
        sentence = f"They asked for no contact{way}{about}{since}, so nothing is planned towards them."
    return f"{sentence} “{contact.status_note}”" if sentence and contact.status_note else sentence


def avoid_words(constraint: Constraint) -> str:
    """What to avoid, as short as a chip."""
    match constraint.kind:
        case ConstraintKind.NO_GIFTS:
            return "prefers no gifts"
        case ConstraintKind.ALLERGY:
            return f"allergy: {constraint.avoid}"
        case ConstraintKind.DIET:
            return f"diet: {constraint.avoid}"
        case ConstraintKind.OBSERVANCE:
            return f"keeps: {constraint.avoid}"
        case ConstraintKind.ALCOHOL:
            return "no alcohol" if constraint.avoid in ("", "alcohol") else f"no {constraint.avoid}"
    return "no fragrance" if constraint.avoid in ("", "fragrance") else f"no {constraint.avoid}"


def step_words(step: Step, name: str) -> str:
    """One line of the path: what was done, what is to come, or that it was left out."""
    if step.state is StepState.DONE:
        return done_words(step.kind)
    if step.state is StepState.SKIPPED:
        return f"{step_word(step.kind)} left out: {step.reason}" if step.reason else step_word(step.kind)
    if step.state is StepState.DROPPED:
        return f"{step_word(step.kind)}, no longer planned"
    return step_title(step.kind, name, step.smaller)


def smaller_words(step: Step, name: str) -> str:
    """What the step would become when made smaller; empty where it cannot."""
    return "" if step.smaller else smaller_version(step.kind, name)


def plan_sentence(plan: Plan, note_due: str, today: date) -> str:
    """Where a plan stands."""
    if plan.state is PlanState.QUIET:
        return f"Nothing to do yet. Returns {note_due}." if note_due else "Nothing to do yet."
    words = PLAN_WORDS[plan.state]
    if plan.state is PlanState.PAUSED and plan.paused_until:
        return f"{words} until {short_day(plan.paused_until, today)}."
    if plan.state is PlanState.REHIRED and plan.state_since:
        return f"They came back on {short_day(plan.state_since, today)}."
    return "" if plan.state is PlanState.ACTIVE else f"{words}."


def timeline_line(row: TimelineRow, today: date) -> TimelineLine:
    """A line of the history in words."""
    icon, token = _ICONS.get(row.kind, ("history", "text2"))
    if row.kind == "step":
        icon, token = "", row.title.partition(" ")[0]
    detail = "" if row.kind == "note" else row.detail
    says = row.kind == "note" or (row.kind == "touch" and bool(row.detail))
    words, day = history_words(row.kind, row.title), short_day(row.on, today)
    return TimelineLine(icon, token, words, detail, day, row.kind if says else "", row.ref)


def _back(plan: Plan | None) -> bool:
    return plan is not None and plan.state is PlanState.REHIRED


def _day(day: date) -> str:
    from PySide6.QtCore import QDate, QLocale

    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
