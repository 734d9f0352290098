# SPDX-License-Identifier: MIT
"""From a sentence that was heard to a gift on its way, and an idea of one's own, in the real window."""

from datetime import date, timedelta

from tests.end_to_end.desktop import Program
from tests.end_to_end.owner import Owner
from winback_desktop.application.gift_limits import year_notes
from winback_desktop.application.keep_interests import add_interest
from winback_desktop.application.move_steps import complete
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.people import Constraint, Contact, Interest
from winback_desktop.domain.practice import Gift, GiftState, Step, StepKind, StepState

LOST = date(2026, 5, 18)
TODAY = date(2026, 11, 2)
HEARD = "told me at the fair that he grills every Sunday with his brother, allergic to nuts"
TONGS = "Long tongs and a sturdy grill brush"
APRON = "A linen apron with his initials"


def live_through(owner: Owner) -> None:
    """Ben was lost in May; note and lunch are done, and the gift is due on 18 November."""
    with owner.on(LOST) as work:
        steps = record_loss(work, LossDraft("Ben Okafor")).steps
        with work.store.change("know somebody else"):
            other = work.store.add(Contact("Ines Moreau"))
        add_interest(work, other.id, "grilling")
    for kind in (StepKind.NOTE, StepKind.INVITE_LUNCH, StepKind.LUNCH):
        step = next(step for step in steps if step.kind is kind)
        with owner.on(step.due) as work:
            complete(work, step.id)


def open_ben(app: Program) -> None:
    """Go to the person's page by the search."""
    app.desktop.key("ctrl+k")
    app.wait(lambda: app.says("Search customers"), "the search")
    app.desktop.type("ben ok")
    app.node("Ben Okafor", ["list item"], exact=False)
    app.desktop.key("Return")
    app.reads("About Ben Okafor")


def test_a_heard_sentence_leads_to_a_gift_that_is_bought_and_sent(owner: Owner) -> None:
    live_through(owner)
    desktop, app = owner.desktop, owner.start(TODAY)
    open_ben(app)

    app.write("What they told you", HEARD)
    app.reads("Note: grilling", "Note: avoid nuts")
    desktop.key("ctrl+space")
    app.wait(lambda: owner.kept(Constraint), "what to avoid")
    desktop.key("ctrl+space")
    app.reads("because of “grilling”")
    desktop.key("ctrl+j")
    desktop.type("trou")
    app.reads("Outdoors and travel")
    desktop.key("Down", "Return")
    app.wait(lambda: len(owner.kept(Interest, contact=1)) == 2, "the second interest")
    desktop.picture("heard")
    grilling = owner.kept(Interest, contact=1)[0]
    assert (grilling.label, grilling.heard_where, grilling.words) == ("grilling", "the fair", HEARD)
    assert [one.avoid for one in owner.kept(Constraint)] == ["nuts"]

    app.press(f"Why this? {TONGS}")
    app.reads("heard at the fair")
    app.press(f"Choose: {TONGS}")
    app.reads("chosen, buy it by")
    desktop.picture("chosen")
    for moves, state in ((1, GiftState.BOUGHT), (1, GiftState.SENT)):
        app.press("Next")
        desktop.key(*["Down"] * moves, "Return")
        app.reads("What did it cost? (optional)")
        if state is GiftState.BOUGHT:
            app.write("What did it cost? (optional)", "19.90")
            desktop.picture("bought")
            desktop.key("Return")
            app.reads("bought, post it by")
            desktop.key("ctrl+2")
            app.reads(f"Last day to post: {TONGS}, for Ben Okafor")
            desktop.picture("calendar")
            desktop.key("alt+Left")
            app.reads("bought, post it by")
        else:
            desktop.key("Return")
            app.reads("sent · because of “grilling”")
    (gift,) = owner.kept(Gift)
    assert (gift.state, gift.cost, gift.paid_on) == (GiftState.SENT, 1990, TODAY)
    kinds = (StepKind.CHOOSE_GIFT, StepKind.ORDER_GIFT, StepKind.GIFT)
    assert {step.state for step in owner.kept(Step, kind=kinds)} == {StepState.DONE}
    with owner.on(TODAY + timedelta(days=20)) as work:
        assert year_notes(work) == ("Gifts to everybody this year: $19.90.",)


def test_an_idea_of_ones_own_and_who_shares_an_interest(owner: Owner) -> None:
    live_through(owner)
    with owner.on(TODAY) as work:
        add_interest(work, 1, "grilling")
    desktop, app = owner.desktop, owner.start(TODAY)
    open_ben(app)
    app.press("Add an idea of your own…")
    app.reads("A gift idea of your own")
    desktop.key("Return")
    app.reads("Say in a few words what the idea is.")
    app.write("The idea", APRON)
    desktop.picture("own-idea")
    desktop.key("Return")
    app.reads("1 of your own.", APRON)
    desktop.picture("own-ideas")
    desktop.key("Escape")
    app.wait(lambda: not app.says("1 of your own."), "the sheet to close")
    app.press("More ideas")
    app.node(f"Choose: {APRON}")

    desktop.key("ctrl+shift+j")
    app.reads("Who shares an interest?", "grilling, 2 people")
    desktop.key("Tab", "Return")
    app.reads("2 people enjoy grilling.", "Ines Moreau")
    desktop.picture("shared")
    desktop.key("Escape")
    app.press("Not now: Where would you go if you had a free week?")
    app.reads("Leave a question for later")
    desktop.key("ctrl+z")
    app.reads("Taken back: ")
