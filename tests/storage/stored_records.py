# SPDX-License-Identifier: MIT
"""One record of every kind, with every field filled."""

from datetime import UTC, date, datetime
from typing import Any

from winback_desktop.application.own_records import Draft, Reminder
from winback_desktop.application.ports import Store
from winback_desktop.application.stored_holidays import HolidayYear, PublicHoliday
from winback_desktop.domain.care import (
    BestCustomer,
    CheckIn,
    GoodDeed,
    LeanOn,
    Mission,
    MissionPause,
    Referral,
    Walk,
    WalkAnswer,
)
from winback_desktop.domain.meetings import Meeting, MeetingForm, NewsItem, Return, ValueIdea, ValueUse
from winback_desktop.domain.people import (
    Address,
    Asked,
    Attitude,
    Constraint,
    ConstraintKind,
    Contact,
    ContactPoint,
    ContactStatus,
    ImportantDate,
    Interest,
    PointKind,
    Role,
)
from winback_desktop.domain.practice import (
    Cause,
    Gift,
    GiftPolicy,
    GiftState,
    Loss,
    LossKind,
    Mechanism,
    Note,
    NoteState,
    NoteVersion,
    Plan,
    PlanMove,
    PlanState,
    Step,
    StepKind,
    StepMove,
    StepState,
    Touch,
    TouchKind,
)
from winback_desktop.domain.working_days import DayOff

DAY = date(2026, 3, 2)
INSTANT = datetime(2026, 3, 2, 8, 15, 30, 250_000, tzinfo=UTC)


def add_one_of_each(store: Store, name: str = "Zoë Ångström") -> dict[type, Any]:
    """Store one record of every kind, in one change; returns them with their ids by type."""
    kept: dict[type, Any] = {}

    def keep(record: Any) -> Any:
        kept[type(record)] = store.add(record)
        return kept[type(record)]

    with store.change("fill everything"):
        contact = keep(
            Contact(
                name, "Zoë", "Ångström", "M.", "Dr", "MBA", "Zo", "Ångström Gärten", "Gardener",
                (Role.CLIENT, Role.BEST), ("garden", "north side"), "sv", date(2019, 4, 1),
                "Likes straight talk.", ContactStatus.DO_NOT_CONTACT, DAY, "by phone",
                "urn:uuid:1", INSTANT, INSTANT, None, "post", "offers",
            )
        ).id  # fmt: skip
        keep(ContactPoint(PointKind.EMAIL, "zoe@example.com", "work", 1, contact))
        keep(
            Address(
                "Storgatan 1\nFloor 2", "c/o", "77", "Umeå", "Västerbotten", "903 26", "SE", "Sverige",
                "home", DAY, DAY, DAY, 2, contact,
            )
        )  # fmt: skip
        keep(ImportantDate("birthday", 2, 29, 1980, contact))
        interest = keep(
            Interest("grilling", "food", "on the balcony", DAY, "lunch", Attitude.LIKE, True, 4, 1, contact)
        ).id
        keep(Constraint(ConstraintKind.ALLERGY, "nuts", DAY, contact))
        keep(Asked("music", DAY, "not-now", contact))
        loss = keep(
            Loss(
                contact, LossKind.CLIENT, DAY, DAY, 120_000, "SEK", Cause.NOTHING_WE_DID, Mechanism.PULLED,
                "A cousin does it now", "Fair enough", "Cousin AB", None, INSTANT,
            )
        ).id  # fmt: skip
        plan = keep(
            Plan(
                loss, contact, PlanState.PAUSED, date(2026, 3, 4), DAY, PlanState.ACTIVE, date(2026, 4, 1),
                "on holiday", DAY, "they wrote first",
            )
        ).id  # fmt: skip
        step = keep(
            Step(
                plan,
                contact,
                StepKind.NOTE,
                date(2026, 3, 5),
                DAY,
                StepState.POSTPONED,
                "no stamps",
                True,
                DAY,
            )
        ).id
        keep(PlanMove(plan, contact, PlanState.PAUSED, DAY, "a journey"))
        keep(
            StepMove(step, StepState.READY, StepState.POSTPONED, DAY, date(2026, 3, 5), INSTANT, "no stamps")
        )
        note = keep(
            Note(
                contact,
                "Dear Zoë,\nthank you.",
                plan,
                step,
                "thank-you",
                "warm",
                "en",
                NoteState.POSTED,
                DAY,
                INSTANT,
            )
        ).id
        keep(NoteVersion(note, "Dear Zoë,\nthanks.", INSTANT))
        touch = keep(Touch(contact, TouchKind.CALL, DAY, "short call", "a new greenhouse", plan, step)).id
        keep(
            Gift(
                contact,
                "Tongs",
                "you grill",
                "tongs",
                interest,
                GiftState.SENT,
                2_500,
                "SEK",
                DAY,
                plan,
                step,
                "They may take nothing",
                DAY,
                7,
            )
        )
        keep(GiftPolicy("Ångström Gärten", 30_000, 60_000, "SEK", "their web page", DAY, "No money"))
        keep(DayOff(DAY, date(2026, 3, 9), "ski week"))
        meeting = keep(
            Meeting(
                contact, MeetingForm.COFFEE, ("2026-06-02", "2026-06-04"), date(2026, 6, 4), "12:30",
                "The Olive", "Dear Zoë, a coffee?", "A new greenhouse", "ask about the roses", True,
                plan, step,
            )
        ).id  # fmt: skip
        idea = keep(ValueIdea("A checklist for frost", "one page", DAY)).id
        news = keep(NewsItem("Saturday delivery", "two customers use it", DAY)).id
        keep(ValueUse(contact, "A checklist for frost", DAY, idea, news, meeting))
        keep(Return(contact, plan, loss, DAY, "the note", 90_000, "SEK"))
        keep(CheckIn(DAY, "calm", 4, "slept well", INSTANT))
        keep(Walk(INSTANT, 20, plan, INSTANT, INSTANT, WalkAnswer.LET_GO, "the price"))
        keep(LeanOn(contact, "asks good questions"))
        keep(BestCustomer(contact, 480_000, "SEK", 30))
        keep(Referral(contact, "Åke Berg", DAY, "his roof", touch, note, DAY))
        mission = keep(Mission("Neighbours", 5, DAY, date(2026, 3, 8))).id
        keep(MissionPause(mission, date(2026, 3, 4), date(2026, 3, 5)))
        keep(GoodDeed(DAY, "a neighbour", "fixed the gate", mission, contact, INSTANT))
        keep(PublicHoliday("SE", "", date(2026, 6, 6), "Sveriges nationaldag"))
        keep(HolidayYear("SE", "", 2026))
        keep(Draft("loss", '{"name": "Zo"}'))
        keep(Reminder(step, DAY, INSTANT, "window", INSTANT, INSTANT, INSTANT))
    return kept


def everything(store: Any) -> dict[str, list[tuple[Any, ...]]]:
    """All stored rows of the tables that undo covers, and what the search index finds."""
    from winback_desktop.storage.journal import TABLES

    database = store._database
    rows = {table: database.rows(f"SELECT * FROM {table} ORDER BY id") for table in TABLES}
    rows["search"] = database.rows("SELECT rowid FROM search('a* OR b* OR z* OR t*') ORDER BY rowid")
    return rows
