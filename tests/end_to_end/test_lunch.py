# SPDX-License-Identifier: MIT
"""The lunch, through the real window: days, invitation, something of value, brief, and the log."""

from datetime import date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar

from tests.end_to_end.desktop import Program
from tests.end_to_end.owner import Owner
from winback_desktop.application.keep_contacts import add_contact
from winback_desktop.application.move_steps import complete, postpone
from winback_desktop.application.owner import Owner as Settings
from winback_desktop.application.owner import save_owner
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.value_ideas import add_news, bring
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.meetings import Meeting, MeetingForm
from winback_desktop.domain.people import (
    Constraint,
    ConstraintKind,
    Contact,
    ContactPoint,
    Interest,
    PointKind,
)
from winback_desktop.domain.practice import CARE, Step, StepKind, StepState, Touch, TouchKind

LOST = date(2026, 11, 20)
INVITE_DAY = date(2027, 2, 1)  # three weeks ahead of the lunch
LATER = date(2027, 2, 16)
LUNCH_DAY = date(2027, 2, 22)
NEWS = "Evening appointments on Thursdays"
GIVEN = "A checklist of mine that saves an afternoon"


@pytest.fixture
def rosa(owner: Owner) -> Owner:
    """Rosa Marin was lost in November and thanked; her lunch comes up in February."""
    with owner.on(LOST) as work:
        save_owner(work, Settings(name="Dana", country="US"))
        add_contact(
            work,
            ContactCard(
                Contact("Rosa Marin"),
                points=(ContactPoint(PointKind.EMAIL, "rosa@example.com"),),
                interests=(Interest("grilling", words="I could live on the terrace"),),
                constraints=(Constraint(ConstraintKind.DIET, "no meat"),),
            ),
        )
        record_loss(work, LossDraft("Rosa Marin", value=123_456, reason_given="Too dear"))
        add_news(work, NEWS)
        bring(work, 1, "starter:1")
    with owner.on(date(2026, 11, 25)) as work:
        for step in work.store.find(Step):
            if step.kind in (*CARE, StepKind.NOTE):
                complete(work, step.id)
    return owner


def lunch(owner: Owner) -> Step:
    """The lunch's step as it is stored."""
    step: Step = owner.kept(Step, kind=StepKind.LUNCH)[0]
    return step


def days_in(app: Program) -> list[str]:
    """The three days as they stand in their fields."""
    return [app.node(name, ["text"])["text"] for name in ("First", "Second", "Third")]


def test_an_invitation_with_days_a_place_and_something_of_value(rosa: Owner, tmp_path: Path) -> None:
    desktop = rosa.desktop
    app = rosa.start(INVITE_DAY)
    app.press("Plan the invitation: Invite Rosa Marin to lunch")
    app.reads("Three days to propose", "To mind at the table: no meat.")
    proposed = days_in(app)
    assert proposed == ["2/22/2027", "2/24/2027", "2/26/2027"]
    desktop.picture("the-plan")
    app.write("First", "2/15/2027")
    app.reads("Mon 15 Feb 2027 is not a working day for you (")
    app.write("Second", "1/29/2027")
    app.reads("That day is over; choose today or a later one.")
    desktop.picture("days-that-do-not-suit")
    app.press("Propose three days that suit you")
    app.wait(lambda: days_in(app) == proposed, "three days that suit")

    app.write("Where", "Olive & Vine")
    app.press(f"{NEWS}, new for our customers")
    app.node(f"Don't bring: {NEWS}")
    app.press("Show 1 more")
    assert not app.says(GIVEN), "she was given it before"
    app.press("Open in mail")
    link = urlsplit(rosa.opens("mailto:rosa@example.com"))
    asked = {name: values[0] for name, values in parse_qs(link.query).items()}
    assert asked["subject"] == "Lunch one of these days?"
    assert asked["body"].startswith("Dear Rosa,\r\n\r\nit has been a while")
    assert "  Mon 22 Feb\r\n  Wed 24 Feb\r\n  Fri 26 Feb\r\n\r\nI thought of Olive & Vine;" in asked["body"]
    desktop.picture("the-invitation")

    app.press("Calendar file…")
    events = Calendar.from_ical(rosa.save_as(app, tmp_path / "proposed.ics").read_bytes()).walk("VEVENT")
    assert [(event["dtstart"].dt, event["status"]) for event in events] == [
        (date(2027, 2, day), "TENTATIVE") for day in (22, 24, 26)
    ]
    app.write("The day you agreed on", "2/24/2027")
    app.write("At", "25:00")
    app.press("They said yes")
    app.reads("This is no time of day. Write it like 12:30.")
    app.write("At", "12:30")
    app.press("They said yes")
    app.reads("How was it?")
    assert lunch(rosa).due == date(2027, 2, 24)
    assert rosa.kept(Step, kind=StepKind.INVITE_LUNCH)[0].state is StepState.DONE
    app.press("Calendar file…")
    (event,) = Calendar.from_ical(rosa.save_as(app, tmp_path / "agreed.ics").read_bytes()).walk("VEVENT")
    assert (event["dtstart"].dt, str(event["location"])) == (datetime(2027, 2, 24, 12, 30), "Olive & Vine")
    assert (event["status"], str(event["summary"])) == ("CONFIRMED", "Lunch: Dana and Rosa Marin")

    app.write("What is new with them", "Her daughter began to study")
    app.choose("Brief on one page", "Down", "Return")
    app.press("Save as PDF…")
    pdf = rosa.save_as(app, tmp_path / "brief.pdf")
    brief = rosa.text_of(pdf)
    for words in (
        "Rosa Marin", "Her daughter began to study", NEWS, "Olive & Vine", "12:30",
        "I could live on the terrace", "no meat",
    ):  # fmt: skip
        assert words in brief
    assert brief.count("?") == 3, "three light questions"
    assert not any(figure in brief for figure in ("1,234", "1234", "dear"))
    assert "Pages:           1" in desktop.run("pdfinfo", str(pdf))


def test_two_minutes_afterwards_leave_interests_and_a_next_step(rosa: Owner) -> None:
    app = rosa.start(LUNCH_DAY)
    app.press("Done: Invite Rosa Marin to lunch")
    app.press(": Lunch with Rosa Marin", exact=False)
    app.press("We met" if app.says("We met") else "How was it?")
    app.write("How they are", "Well, and busy")
    app.write("What I heard", "She loves pottery. She is allergic to nuts.")
    app.node("Note that they enjoy pottery", ["check box"])
    app.press("Note to avoid nuts")
    app.write("What comes next", "send the glaze recipe")
    rosa.desktop.picture("two-minutes")
    app.press("Keep it")
    app.wait(lambda: not app.says("Lunch with Rosa Marin"), "the lunch to be done")
    (touch,) = rosa.kept(Touch)
    assert touch.summary == "Well, and busy\nNext: send the glaze recipe"
    assert [one.label for one in rosa.kept(Interest)] == ["grilling", "pottery"]
    assert [one.avoid for one in rosa.kept(Constraint)] == ["no meat"], "what was unticked is not kept"
    assert lunch(rosa).state is StepState.DONE


def test_postponed_twice_offers_a_coffee_and_a_remote_lunch_counts_too(rosa: Owner) -> None:
    with rosa.on(INVITE_DAY) as work:
        for day in (date(2027, 3, 1), date(2027, 3, 8)):
            postpone(work, lunch(rosa).id, day)
    app = rosa.start(LATER)
    app.press("Plan the invitation: Invite Rosa Marin to lunch")
    app.reads("Moved twice already. A coffee or a call may be easier for both of you.")
    rosa.desktop.picture("moved-twice")
    app.press("Make it a coffee")
    app.wait(lambda: "a coffee with me?" in app.node("Invitation", ["text"])["text"], "another invitation")
    assert lunch(rosa).smaller
    app.press("Online")
    app.wait(lambda: "a lunch online" in app.node("Invitation", ["text"])["text"], "another invitation")
    app.press("Open in mail")
    assert "subject=Lunch%2C%20each%20at%20our%20own%20table%3F" in rosa.opens("mailto:")
    app.press("We met")
    app.write("How they are", "Glad of it")
    app.press("Keep it")
    app.wait(lambda: lunch(rosa).state is StepState.DONE, "the lunch to be done")
    assert rosa.kept(Touch)[0].kind is TouchKind.MEETING
    assert rosa.kept(Meeting)[0].form is MeetingForm.ONLINE


def test_a_lunch_on_a_holiday_is_said_and_one_in_quiet_time_held_back(owner: Owner) -> None:
    desktop = owner.desktop
    with owner.on(LOST) as work:
        save_owner(work, Settings(name="Dana", country="US"))
        record_loss(work, LossDraft("Ben Okafor"))
    app = owner.start(LOST)
    desktop.key("ctrl+2")
    app.reads("November 2026")
    desktop.key("Next", "Next", "Next")
    select_step_on(app, "Monday 22 February 2027")
    desktop.key("alt+Up")
    app.reads("Mon 15 Feb 2027 is not a working day for you (")
    assert lunch(owner).due == date(2027, 2, 15)
    app.kill()

    with owner.on(LOST) as work:
        postpone(work, lunch(owner).id, date(2026, 12, 1))
    app = owner.start(LOST)
    desktop.key("ctrl+2")
    select_step_on(app, "Tuesday 1 December 2026")
    desktop.key("alt+Up")
    app.reads("Tuesday 24 November is still quiet time", "Why it can’t wait")
    desktop.picture("still-quiet-time")
    assert lunch(owner).due == date(2026, 12, 1)


def select_step_on(app: Program, day: str) -> None:
    """Click the only step of a day in the calendar."""
    x, y, _, _ = app.node(day, ["table cell"], exact=False)["box"]
    app.desktop.click([x + 20, y + 30, 20, 20])
