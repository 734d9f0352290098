# SPDX-License-Identifier: MIT
"""The best customers, through the real window: whom one is losing touch with, a touch, a referral, thanks."""

from datetime import date, timedelta
from urllib.parse import unquote

from tests.end_to_end.owner import Owner
from winback_desktop.application.best_customers import keep_best, log_touch
from winback_desktop.application.keep_contacts import add_contact
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.care import BestCustomer, Referral
from winback_desktop.domain.people import Contact, ContactPoint, Interest, PointKind, Role
from winback_desktop.domain.practice import Note, NoteState, Step, StepKind, StepState, Touch, TouchKind

LOST = date(2026, 11, 20)  # a Friday
BEST = (Role.CLIENT, Role.BEST)
FIRM = "Harbour Dental"
FOR_BEST = date(2026, 11, 24)  # the second working day after it, still in quiet time


def live_until_then(owner: Owner) -> None:
    """Three best customers, one of them of the firm that was lost."""
    phone, mail = (
        ContactPoint(PointKind.PHONE, "+33 1 5550 101"),
        ContactPoint(PointKind.EMAIL, "ines@example.com"),
    )
    with owner.on(LOST - timedelta(days=51)) as work:
        ines = add_contact(
            work,
            ContactCard(
                Contact("Ines Moreau", roles=BEST, customer_since=date(2019, 3, 1)),
                points=(phone, mail),
                interests=(Interest("old maps", words="I could look at them for hours"),),
            ),
        )
        gus = add_contact(work, ContactCard(Contact("Gus Petersen", organisation=FIRM, roles=BEST)))
        add_contact(work, ContactCard(Contact("Tom Ellery", roles=BEST)))
        add_contact(work, ContactCard(Contact("Ada Lind", organisation=FIRM)))
        keep_best(work, ines.id, 960_000, "USD", 30)
        keep_best(work, gus.id, 400_000, "EUR", 60)
        for one in (ines, gus):
            log_touch(work, one.id, TouchKind.CALL)
    with owner.on(LOST - timedelta(days=3)) as work:
        log_touch(work, 3, TouchKind.MEETING)
    with owner.on(LOST) as work:
        record_loss(work, LossDraft("Ada Lind"))


def test_a_best_customer_is_proposed_touched_and_thanked_for_a_referral(owner: Owner) -> None:
    desktop = owner.desktop
    live_until_then(owner)
    app = owner.start(FOR_BEST)
    desktop.key("ctrl+5")
    app.press("Best customers")
    app.reads(
        "After Ada Lind, people who are glad of you",
        "You were last in touch seven weeks ago, and wanted to be every month.",
        "seven years · 9,600 USD a year · every month",
        "4,000 EUR a year · every two months · Harbour Dental",
    )
    app.node(
        "Ada Lind, of the same firm, is in quiet time. It will be offered again afterwards.", exact=False
    )
    offered = [node["name"] for node in app.nodes() if node["name"].startswith(("Call: ", "Kindness: "))]
    assert offered == ["Call: Ines Moreau", "Kindness: Ines Moreau"], "one is held back, one was just seen"
    desktop.picture("the-board")

    app.press("Kindness: Ines Moreau")
    app.reads("Send something small about old maps: an article, a picture, a tip you came across.")
    desktop.picture("a-kindness")
    app.press("Not now")
    app.press("Hello: Ines Moreau")
    app.reads("“Is there anything more I can do for you?”")
    app.press("Write to Ines Moreau: ines@example.com")
    link = unquote(owner.opens("mailto:ines@example.com?body="))
    assert "Hello Ines,\r\n\r\njust a hello from me." in link
    app.write("How it was", "She laughed")
    app.write("What I heard from them", "Her son starts school")
    app.press("It took place")
    app.node("Ines Moreau, seven years · 9,600 USD a year · every month, a hello, today", exact=False)
    (hello,) = owner.kept(Touch, kind=TouchKind.HELLO)
    assert (hello.summary, hello.heard) == ("She laughed", "Her son starts school")
    assert owner.kept(Step, kind=StepKind.BEST_CUSTOMER)[0].state is StepState.DONE

    app.press("Gus Petersen, ", exact=False)
    app.write("Currency", "EURO")
    app.press("Keep it")
    app.reads("A currency has three letters, such as USD, EUR or GBP.")
    desktop.picture("how-they-stand")
    app.write("Currency", "CHF")
    app.press("Keep it")
    app.reads("4,000 CHF a year")
    assert owner.kept(BestCustomer, contact=2)[0].value == 400_000

    app.press("Ines Moreau, seven years", exact=False)
    app.press("They sent me somebody…")
    app.write("Who was sent", "Petra Holm")
    app.press("Keep it")
    app.press("Ines Moreau, sent you Petra Holm", exact=False)
    app.reads("For Petra Holm, after a hello on Tue 24 Nov", "Thank you for telling Petra Holm about me.")
    desktop.picture("thanks-for-a-referral")
    app.press("It is on its way")
    app.wait(lambda: not app.says("To thank"), "the thanks to be gone")
    (referral,) = owner.kept(Referral)
    assert (referral.touch, referral.thanked_on) == (hello.id, FOR_BEST)
    assert owner.kept(Note)[0].state is NoteState.POSTED
    app.reads("sent you one", "a note, today")
