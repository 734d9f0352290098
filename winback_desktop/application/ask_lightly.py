# SPDX-License-Identifier: MIT
"""What the owner could ask somebody when they next meet, and what became of each question."""

from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_shelf import shelf
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.gift_topics import guess_category
from winback_desktop.domain.light_questions import ASKED, NOT_NOW, LightQuestion, light_questions
from winback_desktop.domain.people import Asked, Constraint, Contact, ContactStatus, Interest


def questions_for(work: Workspace, contact: int) -> tuple[LightQuestion, ...]:
    """Up to three light questions; none for somebody who is not to be contacted."""
    if work.store.get(Contact, contact).status is not ContactStatus.NORMAL:
        return ()
    interests = work.store.find(Interest, contact=contact, order="position")
    if any(not one.category for one in interests):
        known = shelf(work)
        interests = [
            one if one.category else one._replace(category=guess_category(known, one.label))
            for one in interests
        ]
    return light_questions(
        interests,
        work.store.find(Constraint, contact=contact),
        work.store.find(Asked, contact=contact),
        work.clock.today(),
    )


def answer_question(work: Workspace, contact: int, topic: str, answer: str) -> Asked:
    """Note that it was asked, or is not for now: it rests for a year, or for two months."""
    if answer not in (ASKED, NOT_NOW):
        raise Refused("A question was asked, or is not for now.")
    person = work.store.get(Contact, contact)
    label = "note what you asked" if answer == ASKED else "leave a question for later"
    known = work.store.find(Asked, contact=contact, topic=topic[:200])
    new = Asked(topic[:200], work.clock.today(), answer, contact)
    with work.store.change(f"{label} {person.name}" if answer == ASKED else label):
        return work.store.save(new._replace(id=known[0].id)) if known else work.store.add(new)
