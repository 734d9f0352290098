# SPDX-License-Identifier: MIT
"""What somebody enjoys, dislikes and avoids: noted, changed and taken away again."""

import re
from datetime import date
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.gift_shelf import shelf
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.gift_fit import contradictions
from winback_desktop.domain.gift_topics import guess_category
from winback_desktop.domain.listening import Proposal, listen
from winback_desktop.domain.people import Attitude, Constraint, ConstraintKind, Contact, Interest
from winback_desktop.domain.plain_words import fold, phrase
from winback_desktop.domain.practice import Note, Touch

LONGEST_LABEL = 80
_MOST_LABELS = 8
LONGEST_WORDS = 2_000
_BETWEEN = re.compile(r"[,;\n\t]+")


def split_labels(text: str) -> list[str]:
    """The single interests of a pasted line ("a, b; c"), trimmed, nothing twice."""
    labels = [" ".join(part.split()) for part in _BETWEEN.split(text)]
    return list(dict.fromkeys(label for label in labels if label))


class Label(NamedTuple):
    """A label to complete what is typed: how many people share it, or else its category."""

    label: str
    people: int
    category: str = ""


def suggest_labels(work: Workspace, text: str) -> list[Label]:
    """Labels that begin with the typed words: first those of other people, then the gift shelf's subjects."""
    found = [Label(label, people) for label, people in work.store.queries.interest_labels(text, _MOST_LABELS)]
    known = {one.label.casefold() for one in found}
    low = fold(text)
    if low:
        for topic in shelf(work).topics.values():
            for name in topic.names:
                if fold(name).startswith(low) and name.casefold() not in known:
                    known.add(name.casefold())
                    found.append(Label(name, 0, topic.category))
                    break
    return found[:_MOST_LABELS]


def add_interest(
    work: Workspace,
    contact: int,
    label: str,
    words: str = "",
    on: date | None = None,
    attitude: Attitude = Attitude.LIKE,
    where: str = "",
) -> Interest:
    """Note an interest; the same one noted again only gains the new words, day and place.

    Raises Refused for an empty or too long label, or a day after today.
    """
    label = _label(label)
    new = _checked(
        work,
        Interest(
            label,
            guess_category(shelf(work), label),
            words,
            on,
            where,
            attitude,
            position=0,
            contact=contact,
        ),
    )
    person = work.store.get(Contact, contact)
    known = work.store.find(Interest, contact=contact)
    same = next((one for one in known if phrase(one.label) == phrase(label) and phrase(label)), None)
    with work.store.change(f"note that {person.name} {_verb(attitude)} {label}"):
        if same is None:
            position = max((one.position for one in known), default=-1) + 1
            return work.store.add(new._replace(position=position))
        return work.store.save(
            same._replace(
                words=new.words or same.words,
                heard_on=on or same.heard_on,
                heard_where=new.heard_where or same.heard_where,
                attitude=attitude,
                still_true=True,
            )
        )


def add_interests(work: Workspace, contact: int, text: str) -> list[Interest]:
    """Note every interest of a pasted line in one change."""
    labels = split_labels(text)
    if not labels:
        raise Refused("Type what they enjoy, in a word or two.", field="interests")
    if len(labels) > 50:
        raise Refused("That is more than 50 interests at once; paste a few at a time.", field="interests")
    if len(labels) == 1:
        return [add_interest(work, contact, labels[0])]
    person = work.store.get(Contact, contact)
    with work.store.change(f"note what {person.name} enjoys"):
        return [add_interest(work, contact, label) for label in labels]


def edit_interest(work: Workspace, interest: Interest) -> Interest:
    """Write an interest's new values; raises Refused as for a new one."""
    old = work.store.get(Interest, interest.id)
    label = _label(interest.label)
    category = guess_category(shelf(work), label) if label != old.label else interest.category
    new = _checked(work, interest._replace(label=label, category=category, contact=old.contact))
    if new == old:
        return old
    with work.store.change(f"change what is noted about {label}"):
        return work.store.save(new)


def remove_interest(work: Workspace, interest: int) -> None:
    """Take an interest away; undo brings it back."""
    old = work.store.get(Interest, interest)
    with work.store.change(f"remove {old.label}"):
        work.store.remove(old)


def add_constraint(work: Workspace, contact: int, kind: ConstraintKind, avoid: str = "") -> Constraint:
    """Note something to avoid; noted twice, it stays one. Raises Refused when it says nothing."""
    avoid = " ".join(avoid.split())
    needs_words = kind in (ConstraintKind.DIET, ConstraintKind.ALLERGY, ConstraintKind.OBSERVANCE)
    if needs_words and not avoid:
        raise Refused("Say what to avoid, such as nuts or pork.", field="avoid")
    if len(avoid) > LONGEST_LABEL:
        raise Refused(
            f"What to avoid takes at most {LONGEST_LABEL} characters; a word or two is enough.", field="avoid"
        )
    person = work.store.get(Contact, contact)
    for known in work.store.find(Constraint, contact=contact):
        if known.kind is kind and phrase(known.avoid) == phrase(avoid):
            return known
    with work.store.change(f"note what to avoid for {person.name}"):
        return work.store.add(Constraint(kind, avoid, work.clock.today(), contact))


def remove_constraint(work: Workspace, constraint: int) -> None:
    """Take away something to avoid; undo brings it back."""
    old = work.store.get(Constraint, constraint)
    with work.store.change("remove what to avoid"):
        work.store.remove(old)


def contradictions_of(work: Workspace, contact: int) -> tuple[str, ...]:
    """What is noted of somebody that does not go together, as sentences."""
    constraints = work.store.find(Constraint, contact=contact)
    if not constraints:
        return ()
    return contradictions(shelf(work), constraints, work.store.find(Interest, contact=contact))


def hear(work: Workspace, contact: int, text: str) -> list[Proposal]:
    """What a free text says that is not noted yet: proposals to accept."""
    known = {phrase(one.label) for one in work.store.find(Interest, contact=contact)}
    avoided = {(one.kind, phrase(one.avoid)) for one in work.store.find(Constraint, contact=contact)}
    fresh = []
    for one in listen(shelf(work), text):
        if isinstance(one.record, Interest):
            if phrase(one.record.label) not in known:
                fresh.append(one)
        elif (one.record.kind, phrase(one.record.avoid)) not in avoided:
            fresh.append(one)
    return fresh


def words_of(work: Workspace, kind: str, number: int) -> str:
    """What a talk or a note says, to listen to; raises Missing."""
    if kind == "note":
        return work.store.get(Note, number).text
    touch = work.store.get(Touch, number)
    return "\n".join(part for part in (touch.summary, touch.heard) if part)


def accept(work: Workspace, contact: int, proposal: Proposal) -> Interest | Constraint:
    """Note what was heard."""
    record = proposal.record
    if isinstance(record, Interest):
        return add_interest(
            work, contact, record.label, record.words, None, record.attitude, record.heard_where
        )
    return add_constraint(work, contact, record.kind, record.avoid)


def _label(label: str) -> str:
    label = " ".join(label.split())
    if not label:
        raise Refused("Type what they enjoy, in a word or two.", field="label")
    if len(label) > LONGEST_LABEL:
        raise Refused(
            f"An interest takes at most {LONGEST_LABEL} characters and this has {len(label):,}. "
            "Name it in a word or two and put the rest into their words.",
            field="label",
        )
    return label


def _checked(work: Workspace, interest: Interest) -> Interest:
    words = interest.words.strip()
    if len(words) > LONGEST_WORDS:
        raise Refused(
            f"Their words take at most {LONGEST_WORDS:,} characters; keep the rest in what they told you.",
            field="words",
        )
    if interest.heard_on is not None and interest.heard_on > work.clock.today():
        raise Refused("You can't have heard it after today; check the day.", field="heard_on")
    if not 1 <= interest.certainty <= 5:
        raise Refused("How sure you are runs from 1 to 5.", field="certainty")
    where = " ".join(interest.heard_where.split())[:200]
    return interest._replace(words=words, heard_where=where)


def _verb(attitude: Attitude) -> str:
    return "enjoys" if attitude is Attitude.LIKE else "dislikes"
