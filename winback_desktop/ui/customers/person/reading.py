# SPDX-License-Identifier: MIT
"""Asks for everything on a person's page and turns it into rows."""

from datetime import date

from winback_desktop.application.ask_lightly import questions_for
from winback_desktop.application.choose_gift import buy_by, chosen_gift, ideas_for
from winback_desktop.application.gift_limits import gift_notes
from winback_desktop.application.keep_contacts import card
from winback_desktop.application.keep_interests import contradictions_of
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.gifts import Suggestion
from winback_desktop.domain.history_words import is_about_them
from winback_desktop.domain.lifetimes import Lifetime, lifetimes
from winback_desktop.domain.moves import LIVE, UNENDED, is_open, next_path_step, path_kind
from winback_desktop.domain.people import Attitude, Contact, ContactPoint, ContactStatus, PointKind
from winback_desktop.domain.practice import PATH, GiftState, Loss, LossKind, Plan, PlanState, Step, StepKind
from winback_desktop.ui.customers.person import wording
from winback_desktop.ui.customers.person.important_days import write_day
from winback_desktop.ui.customers.person.rows import (
    AddressRow,
    AskRow,
    AvoidRow,
    ColleagueRow,
    DayRow,
    Fields,
    GiftRow,
    IdeaRow,
    InterestRow,
    NextStep,
    PathCard,
    PointRow,
    Screen,
    StepLine,
)
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.path_stops import path_stops

MOST_IDEAS = 12
_FIRST_LINES = 12
_ACTIONS = {
    StepKind.NOTE: "Write the note",
    StepKind.INVITE_LUNCH: "Plan the invitation",
    StepKind.LUNCH: "Prepare the lunch",
}


def read(work: Workspace, contact: int, whole_timeline: bool) -> tuple[Screen, dict[str, Suggestion]]:
    """The page of a person, and the suggestions behind its gift ideas by key; raises Missing."""
    whole = card(work, contact)
    person, today = whole.contact, work.clock.today()
    losses = work.store.find(Loss, contact=contact, order="-id")
    plans = work.store.find(Plan, contact=contact, order="-id")
    periods = _periods(person, losses, plans)
    loss, plan = (losses or [None])[0], (plans or [None])[0]
    ideas = {one.idea: one for one in ideas_for(work, contact, limit=MOST_IDEAS)}
    limit = 400 if whole_timeline else 2 * _FIRST_LINES
    lines = [row for row in work.store.queries.timeline(contact, limit) if is_about_them(row.kind, row.title)]
    lines = wording.with_lifetimes(lines, periods, whole_timeline or len(lines) < limit)
    path = _path(work, plan, wording.short_name(person), today) if plan else None
    shade = (
        path.now.kind
        if path and path.now
        else ("pause" if plan and plan.state is PlanState.QUIET else "note")
    )
    screen = Screen(
        contact=contact,
        name=person.name,
        short=wording.short_name(person),
        line=wording.header_line(person, loss, plan, today, periods),
        shade=shade,
        notice=wording.notice_of(person),
        reachable=person.status is ContactStatus.NORMAL,
        deleted=person.deleted_at is not None,
        died=person.status is ContactStatus.DECEASED,
        firm_is_gone=person.status is ContactStatus.ORGANISATION_GONE,
        fields=_fields(whole),
        interests=tuple(
            InterestRow(
                one.id,
                one.label,
                one.attitude is Attitude.LIKE,
                one.still_true,
                one.words,
                one.heard_on,
                one.heard_where,
                one.certainty,
                one.category,
            )
            for one in whole.interests
        ),
        avoid=tuple(AvoidRow(one.id, wording.avoid_words(one)) for one in whole.constraints),
        gift=_gift(work, contact),
        ideas=tuple(
            IdeaRow(
                one.idea,
                one.title,
                one.because,
                one.price_band,
                one.question,
                one.warnings,
                one.why,
                one.gesture,
            )
            for one in ideas.values()
        ),
        path=path,
        timeline=tuple(
            wording.timeline_line(row, today) for row in (lines if whole_timeline else lines[:_FIRST_LINES])
        ),
        longer=not whole_timeline and len(lines) > _FIRST_LINES,
        gift_notes=gift_notes(work, person),
        contradiction=" ".join(contradictions_of(work, contact)[:1]),
        asking=tuple(AskRow(*one) for one in questions_for(work, contact)) if not person.deleted_at else (),
        colleagues=tuple(
            ColleagueRow(row.contact, row.name, wording.standing(row))
            for row in (work.store.queries.colleagues(contact) if person.organisation else ())
        ),
    )
    return screen, ideas


def _periods(person: Contact, losses: list[Loss], plans: list[Plan]) -> tuple[Lifetime, ...]:
    ended = {plan.loss: plan for plan in plans}
    counted = [
        loss
        for loss in losses
        if loss.kind is LossKind.CLIENT
        and (loss.id not in ended or ended[loss.id].state is not PlanState.WITHDRAWN)
    ]
    back = [plan.state_since for plan in plans if plan.state is PlanState.REHIRED and plan.state_since]
    return lifetimes(person.customer_since, [loss.happened_on or loss.learned_on for loss in counted], back)


def _fields(whole: ContactCard) -> Fields:
    person = whole.contact
    return Fields(
        name=person.name,
        organisation=person.organisation,
        emails=_points(whole.points, PointKind.EMAIL),
        phones=_points(whole.points, PointKind.PHONE),
        about=person.about,
        addresses=tuple(
            AddressRow(
                one.id,
                one.street,
                one.postal_code,
                one.locality,
                one.region,
                one.country,
                one.valid_from,
                one.valid_to,
                one.returned_on,
            )
            for one in whole.addresses
        ),
        days=tuple(DayRow(one.id, one.label, write_day(one.month, one.day, one.year)) for one in whole.dates),
        roles=tuple(role.value for role in person.roles),
        language=person.language,
        customer_since=person.customer_since,
        tags=person.tags,
    )


def _points(points: tuple[ContactPoint, ...], kind: PointKind) -> tuple[PointRow, ...]:
    return tuple(PointRow(one.id, one.value, one.label) for one in points if one.kind is kind)


def _gift(work: Workspace, contact: int) -> GiftRow | None:
    gift = chosen_gift(work, contact)
    if gift is None:
        return None
    moves = tuple((state.value, _move_words(state)) for state in wording.GIFT_MOVES.get(gift.state, ()))
    whole, cents = divmod(gift.cost or 0, 100)
    cost = "" if gift.cost is None else f"{whole}.{cents:02}" if cents else str(whole)
    words, by = wording.GIFT_WORDS[gift.state], buy_by(work, gift)
    if by is not None:
        verb = "buy" if gift.state is GiftState.CHOSEN else "post"
        words += f", {verb} it by {short_day(by, work.clock.today())}"
    return GiftRow(gift.id, gift.title, gift.because, words, moves, cost)


def _move_words(state: GiftState) -> str:
    return "Choose another" if state is GiftState.IDEA else f"Mark as {wording.GIFT_WORDS[state]}"


def _path(work: Workspace, plan: Plan, name: str, today: date) -> PathCard:
    steps = work.store.find(Step, plan=plan.id, order="due")
    nodes = work.store.queries.paths((plan.id,)).get(plan.id, ())
    current = next_path_step(steps)
    # What prepares the current step stands with it; care steps are for the owner and stand on Today.
    shown = [
        step
        for step in steps
        if step.kind in PATH
        or (is_open(step) and current is not None and path_kind(step.kind) is current.kind)
    ]
    ordered = sorted(shown, key=lambda step: (PATH.index(path_kind(step.kind)), step.due))
    note = next((step for step in steps if step.kind is StepKind.NOTE), None)
    now = None
    if plan.state is PlanState.ACTIVE:
        waiting = [step for step in ordered if is_open(step)]
        now = _next(waiting[0], name) if waiting else None
    return PathCard(
        plan=plan.id,
        stops=path_stops(nodes, live=plan.state in LIVE),
        lines=tuple(_line(step, name, today) for step in ordered),
        sentence=wording.plan_sentence(plan, short_day(note.due, today) if note else "", today),
        now=now,
        can_return=plan.state in UNENDED,
        can_rest=plan.state in UNENDED and plan.state is not PlanState.RESTING,
    )


def _line(step: Step, name: str, today: date) -> StepLine:
    if is_open(step):
        until = "until" if step.kind is StepKind.PAUSE else "due"
        day = f"{until} {short_day(step.due, today)}"
        return StepLine(step.id, step.kind, wording.step_words(step, name), day, False)
    day = short_day(step.done_on, today) if step.done_on else ""
    muted = step.state not in ("done",)
    return StepLine(step.id, step.kind, wording.step_words(step, name), day, muted)


def _next(step: Step, name: str) -> NextStep:
    return NextStep(
        step.id,
        step.kind,
        wording.step_words(step, name),
        wording.smaller_words(step, name),
        _ACTIONS.get(step.kind, ""),
    )
