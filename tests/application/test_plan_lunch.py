# SPDX-License-Identifier: MIT
"""The lunch from the first proposal to the log, what is brought along, and the day somebody comes back."""

from datetime import date, timedelta

import pytest

from winback_desktop.application import plan_lunch, value_ideas
from winback_desktop.application.failures import Refused
from winback_desktop.application.keep_interests import hear
from winback_desktop.application.log_meeting import MeetingLog, log_meeting
from winback_desktop.application.move_steps import complete, postpone
from winback_desktop.application.owner import Owner, save_owner
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.welcome_back import return_of, welcome_back
from winback_desktop.domain.meetings import Meeting, MeetingForm, Return, ValueIdea, ValueUse
from winback_desktop.domain.people import Constraint, ConstraintKind, ContactPoint, Interest, PointKind
from winback_desktop.domain.practice import (
    Loss,
    Plan,
    PlanState,
    Step,
    StepKind,
    StepState,
    Touch,
    TouchKind,
)


@pytest.fixture
def lost(work, clock):
    """Rosa, lost today; her steps by kind."""
    save_owner(work, Owner(name="Dana", country="US"))
    recorded = record_loss(work, LossDraft("Rosa Delgado", value=120_000, currency="USD"))
    return recorded, {step.kind: step.id for step in recorded.steps}


@pytest.fixture
def due(work, clock, lost):
    """The lunch as it stands three weeks ahead, the note written."""
    _, steps = lost
    clock.move(days=7)
    complete(work, steps[StepKind.NOTE])
    clock.move(days=66)
    return plan_lunch.lunch_plan(work, steps[StepKind.INVITE_LUNCH])


def test_the_invitation_and_the_lunch_open_the_same_lunch(work, lost):
    _, steps = lost
    for kind in (StepKind.INVITE_LUNCH, StepKind.LUNCH):
        assert plan_lunch.lunch_plan(work, steps[kind]).step.kind is StepKind.LUNCH
    with pytest.raises(Refused, match="something else"):
        plan_lunch.lunch_plan(work, steps[StepKind.GIFT])


def test_three_days_are_proposed_and_the_text_names_them(work, due):
    days = plan_lunch.days_for(work, due)
    assert len(days) == 3
    assert all(plan_lunch.doubt_about(work, due, day) == "" for day in days)
    assert min(days) >= due.step.due
    text = plan_lunch.text_for(work, due, ["Tue 23 Feb"])
    assert text.startswith("Dear Rosa,")
    assert text.endswith("Dana")
    own = plan_lunch.save_meeting(work, due, invitation="Lunch, Rosa?")
    assert plan_lunch.text_for(work, own, ["Tue 23 Feb"]) == "Lunch, Rosa?"


def test_a_day_with_another_meeting_is_full(work, due):
    first = plan_lunch.days_for(work, due)[0]
    other = record_loss(work, LossDraft("Tom Okafor"))
    step = next(step for step in other.steps if step.kind is StepKind.LUNCH)
    with work.store.change("other"):
        work.store.add(Meeting(other.contact.id, on=first, plan=step.plan, step=step.id))
    assert first not in plan_lunch.days_for(work, due)
    assert "full already" in plan_lunch.doubt_about(work, due, first)


def test_a_holiday_gets_a_sentence_and_quiet_time_refuses(work, lost):
    _, steps = lost
    plan = plan_lunch.lunch_plan(work, steps[StepKind.LUNCH])
    with pytest.raises(Refused, match="Quiet time lasts through"):
        plan_lunch.doubt_about(work, plan, date(2026, 11, 25))
    with pytest.raises(Refused, match="Quiet time lasts through"):
        plan_lunch.agree(work, plan, date(2026, 11, 25))
    with pytest.raises(Refused, match="Quiet time lasts through"):
        plan_lunch.mark_invited(work, plan)
    assert work.store.find(Meeting) == []
    assert "Christmas Day" in plan_lunch.doubt_about(work, plan, date(2026, 12, 25))


def test_agreeing_moves_the_lunch_and_closes_the_invitation_in_one_change(work, due):
    day = plan_lunch.days_for(work, due)[1]
    agreed = plan_lunch.agree(work, due, day, "12.30")
    assert (agreed.step.due, agreed.meeting.at, agreed.invited) == (day, "12:30", True)
    steps = {step.kind: step for step in work.store.find(Step, plan=due.plan.id)}
    assert steps[StepKind.INVITE_LUNCH].state is StepState.DONE
    work.store.undo()
    again = {step.kind: step for step in work.store.find(Step, plan=due.plan.id)}
    assert again[StepKind.INVITE_LUNCH].state is not StepState.DONE
    assert again[StepKind.LUNCH].due == due.step.due
    assert work.store.find(Meeting) == []


@pytest.mark.parametrize("typed", ["25:00", "noon", "12:75", "-1"])
def test_a_time_that_is_none_is_refused(work, due, typed):
    with pytest.raises(Refused, match="12:30") as refused:
        plan_lunch.agree(work, due, plan_lunch.days_for(work, due)[0], typed)
    assert refused.value.field == "at"


def test_postponed_twice_is_counted_and_a_coffee_is_the_lunch_made_smaller(work, due):
    for weeks in (3, 5):
        postpone(work, due.step.id, due.step.due + timedelta(weeks=weeks))
    plan = plan_lunch.lunch_plan(work, due.step.id)
    assert plan.postponed == 2
    smaller = plan_lunch.change_form(work, plan, MeetingForm.COFFEE)
    assert smaller.step.smaller
    assert smaller.meeting.form is MeetingForm.COFFEE
    assert "a coffee" in plan_lunch.text_for(work, smaller, [])
    online = plan_lunch.change_form(work, smaller, MeetingForm.ONLINE)
    assert online.meeting.form is MeetingForm.ONLINE


def test_the_mail_link_needs_an_address(work, due):
    with pytest.raises(Refused, match="No e-mail address"):
        plan_lunch.mail_link(due, "Hello")
    with work.store.change("address"):
        work.store.add(ContactPoint(PointKind.EMAIL, "rosa@example.com", contact=due.contact.id))
        work.store.add(Constraint(ConstraintKind.DIET, "vegan", contact=due.contact.id))
    plan = plan_lunch.lunch_plan(work, due.step.id)
    assert plan_lunch.mail_link(plan, "Hello").startswith("mailto:rosa@example.com?subject=Lunch%20one")
    assert plan.mind == ("vegan",)


def test_the_log_leaves_a_touch_interests_and_a_finished_lunch(work, due, clock):
    kept = plan_lunch.agree(work, due, plan_lunch.days_for(work, due)[0])
    clock.move(days=(kept.step.due - clock.today()).days)
    plan = plan_lunch.lunch_plan(work, kept.step.id)
    heard = "She loves orchids and is allergic to nuts."
    accepted = tuple(hear(work, plan.contact.id, heard))
    log_meeting(
        work,
        plan,
        MeetingLog(clock.today(), how="Well.", heard=heard, next_words="send the book", accepted=accepted),
    )
    touch = work.store.find(Touch, contact=plan.contact.id)[0]
    assert (touch.kind, touch.summary, touch.heard) == (TouchKind.LUNCH, "Well.\nNext: send the book", heard)
    assert [one.label for one in work.store.find(Interest, contact=plan.contact.id)] == ["orchids"]
    assert work.store.find(Constraint, contact=plan.contact.id)[0].avoid == "nuts"
    assert work.store.get(Step, plan.step.id).state is StepState.DONE
    assert work.store.find(Meeting)[0].held
    work.store.undo()
    assert work.store.find(Touch) == []
    assert work.store.find(Interest) == []


def test_a_meeting_that_does_not_count_leaves_the_lunch_open(work, due, clock):
    log_meeting(work, due, MeetingLog(clock.today(), MeetingForm.CALL, how="By chance", counts=False))
    assert work.store.find(Touch)[0].kind is TouchKind.CALL
    assert work.store.get(Step, due.step.id).state is not StepState.DONE
    with pytest.raises(Refused, match="still to come"):
        log_meeting(work, due, MeetingLog(clock.today() + timedelta(days=1)))


def test_what_was_brought_once_is_not_offered_again(work, due):
    idea = value_ideas.add_idea(work, "  A   checklist ")
    assert value_ideas.add_idea(work, "a CHECKLIST").id == idea.id
    news = value_ideas.add_news(work, "Saturday delivery")
    kept = plan_lunch.save_meeting(work, due, venue="Olive")
    use = value_ideas.bring(work, due.contact.id, f"idea:{idea.id}", kept.meeting.id)
    value_ideas.bring(work, due.contact.id, "starter:0", kept.meeting.id)
    titles = [offer.title for offer in value_ideas.offers_for(work, due.contact.id)]
    assert "A checklist" not in titles
    assert titles[0] == "Saturday delivery"
    assert len(work.store.find(ValueIdea)) == 2
    with pytest.raises(Refused, match="given this before"):
        value_ideas.bring(work, due.contact.id, f"idea:{idea.id}")
    value_ideas.leave(work, use.id)
    assert "A checklist" in [offer.title for offer in value_ideas.offers_for(work, due.contact.id)]
    value_ideas.remove_offer(work, f"news:{news.id}")
    with pytest.raises(Refused, match="come"):
        value_ideas.remove_offer(work, "starter:1")
    assert [use.title for use in work.store.find(ValueUse)] == [value_ideas.STARTERS[0]]


@pytest.mark.parametrize("title", ["", "   ", "x" * 161])
def test_an_idea_needs_a_few_words(work, title):
    with pytest.raises(Refused) as refused:
        value_ideas.add_idea(work, title)
    assert refused.value.field == "title"


def test_a_return_is_kept_with_what_helped_and_undone_as_one(work, lost, clock):
    recorded, _ = lost
    clock.move(days=40)
    fresh = return_of(work, recorded.plan.id)
    assert (fresh.value, fresh.currency) == (120_000, "USD")
    kept = welcome_back(work, fresh._replace(helped=" the note "))
    assert kept.helped == "the note"
    assert work.store.get(Plan, recorded.plan.id).state is PlanState.REHIRED
    assert return_of(work, recorded.plan.id) == kept
    work.store.undo()
    assert work.store.find(Return) == []
    assert work.store.get(Plan, recorded.plan.id).state is not PlanState.REHIRED


def test_a_return_before_its_loss_or_after_today_gets_a_sentence(work, lost, clock):
    recorded, _ = lost
    fresh = return_of(work, recorded.plan.id)
    learned = work.store.get(Loss, recorded.loss.id).learned_on
    for day, words in (
        (learned - timedelta(days=1), "before that"),
        (learned + timedelta(days=1), "to come"),
    ):
        with pytest.raises(Refused, match=words) as refused:
            welcome_back(work, fresh._replace(on=day))
        assert refused.value.field == "on"
    with pytest.raises(Refused, match="from 0 up"):
        welcome_back(work, fresh._replace(value=-1))
    assert work.store.find(Return) == []
