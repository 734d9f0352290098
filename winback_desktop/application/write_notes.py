# SPDX-License-Identifier: MIT
"""Drafting, keeping, checking and posting the note of a plan; nothing leaves in quiet time."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.change_plans import current_plan
from winback_desktop.application.failures import Refused
from winback_desktop.application.move_steps import complete
from winback_desktop.application.note_versions import keep_version
from winback_desktop.application.note_words import language_for, lexicon, wording
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.care import Referral
from winback_desktop.domain.moves import is_open, plan_state_on
from winback_desktop.domain.note_blocks import Block, Facts, Tone, Wording, choices, compose, values
from winback_desktop.domain.note_check import Finding, check
from winback_desktop.domain.note_occasions import (
    ALLOWED_IN_QUIET_TIME,
    Occasion,
    most_words,
    occasion_of,
)
from winback_desktop.domain.people import Attitude, Contact, ContactStatus, Interest
from winback_desktop.domain.practice import (
    Gift,
    GiftState,
    Loss,
    LossKind,
    Note,
    NoteState,
    Plan,
    PlanState,
    Step,
    StepKind,
    Touch,
)
from winback_desktop.domain.quoting import can_be_quoted
from winback_desktop.domain.wording import count_word, short_day, whole_years

_LONGEST = 20_000
_OUTBOUND = (NoteState.PRINTED, NoteState.POSTED)


class Remembered(NamedTuple):
    """Something known about somebody. ``title`` says it in a list, ``sentence`` in a note."""

    title: str
    detail: str
    sentence: str


def note_for(work: Workspace, plan_id: int) -> Note:
    """The plan's note: the stored one, or a guided draft that is not stored yet (its ``id`` is 0)."""
    plan = work.store.get(Plan, plan_id)
    stored = work.store.find(Note, plan=plan.id, order="-id", limit=1)
    if stored:
        return stored[0]
    contact = work.store.get(Contact, plan.contact)
    step = note_step(work, plan_id)
    tone = Tone.BRIEF if step and step.smaller else Tone.WARM
    draft = Note(
        contact.id,
        "",
        plan=plan.id,
        step=step.id if step else None,
        tone=tone,
        language=language_for(contact.language),
    )
    return draft._replace(text=reword(work, draft, tone))


def note_step(work: Workspace, plan_id: int) -> Step | None:
    """The plan's note step, or None where the plan has none."""
    steps = work.store.find(Step, plan=plan_id, order="-id")
    return next((step for step in steps if step.kind is StepKind.NOTE), None)


def reword(work: Workspace, note: Note, tone: str, turn: int = 0) -> str:
    """A guided draft in a tone; each ``turn`` gives other words for the same thing."""
    words = _words(note)
    known = values(words, facts(work, note))
    return compose(words, note_kind(work, note), Tone(tone), known, note.contact, turn)


def building_blocks(work: Workspace, note: Note, tone: str) -> list[tuple[Block, list[str]]]:
    """Every block with all the ways to say it to this person; blocks that cannot be said are left out."""
    words = _words(note)
    known = values(words, facts(work, note))
    kind = note_kind(work, note)
    said = {block: choices(words, block, kind, Tone(tone), known) for block in Block}
    if signed := known.get("owner_name"):
        said[Block.SIGN_OFF] = [f"{way}\n{signed}" for way in said[Block.SIGN_OFF]]
    return [(block, ways) for block, ways in said.items() if ways]


def check_note(work: Workspace, note: Note, text: str, capacity: int | None = None) -> list[Finding]:
    """The gentle check of a text for this note's person, in the note's language."""
    contact = work.store.get(Contact, note.contact)
    occasion = occasion_of(note.occasion)
    rules = lexicon(language_for(note.language), occasion)
    return check(text, note_kind(work, note), called(contact), rules, capacity or most_words(occasion))


def facts(work: Workspace, note: Note) -> Facts:
    """What the building blocks may say about the person and the owner."""
    contact = work.store.get(Contact, note.contact)
    if _is_to_the_family(note, contact):
        return Facts(mourned=contact.name, owner_name=owner(work).name)
    heard = _told(work, note)
    quoted = next((interest for interest in heard if can_be_quoted(interest.words)), None)
    plain = next((interest for interest in heard if not can_be_quoted(interest.words)), None)
    return Facts(
        first_name=called(contact),
        honorific=contact.honorific,
        family_name=contact.family,
        organisation=contact.organisation if contact.organisation != contact.name else "",
        owner_name=owner(work).name,
        years=whole_years(contact.customer_since, _learned_on(work, note)),
        since=contact.customer_since.year if contact.customer_since else 0,
        their_words=quoted.words if quoted else "",
        interest=plain.label if plain and not quoted else "",
        referred=_referred(work, note),
    )


def remembered(work: Workspace, note: Note) -> list[Remembered]:
    """What the owner knows about the person: time together, what they said, enjoy and told."""
    contact = work.store.get(Contact, note.contact)
    words = _words(note)
    found = []
    known = facts(work, note)
    if known.years:
        span = f"{count_word(known.years)} {'year' if known.years == 1 else 'years'} together"
        thanks = _said(work, note, Block.THANKS, known._replace(their_words="", interest=""))
        found.append(Remembered(span.capitalize(), f"since {known.since}", thanks))
    for interest in _liked(work, contact.id):
        own = interest.words.strip() if can_be_quoted(interest.words) else ""
        about = Facts(their_words=own, interest="" if own else interest.label)
        where = " · ".join(filter(None, (interest.heard_where, _day(interest.heard_on))))
        title = f"“{own}”" if own else interest.label
        detail = f"{interest.label} · {where}" if own and where else (interest.label if own else where)
        ways = choices(words, Block.SPECIFIC, note_kind(work, note), Tone(note.tone), values(words, about))
        found.append(Remembered(title, detail, ways[0] if ways else title))
    for touch in work.store.find(Touch, contact=contact.id, order="-on", limit=20):
        if touch.heard.strip():
            about = Facts(their_words=touch.heard)
            ways = choices(
                words, Block.SPECIFIC, note_kind(work, note), Tone(note.tone), values(words, about)
            )
            title = f"“{touch.heard.strip()}”"
            found.append(Remembered(title, f"heard {_day(touch.on)}", ways[0] if ways else title))
    return found


def save_text(work: Workspace, note: Note, text: str, *, undoable: bool = True) -> Note:
    """Keep a note's text as it is; an unstored draft is stored. Raises Refused for far too much text.

    With ``undoable=False`` the text joins the change made before: many autosaves, one undo.
    """
    if len(text) > _LONGEST:
        raise Refused(f"This note has {len(text):,} characters; {_LONGEST:,} are the most that can be kept.")
    if note.id and note.text == text:
        return note
    kept = note._replace(text=text, updated_at=work.clock.now())
    label = f"write the note to {_name(work, note)}"
    with work.store.change(label) if undoable or not note.id else work.store.transaction():
        keep_version(work, note, at_once=False)
        return _store(work, kept)


def set_tone(work: Workspace, note: Note, tone: str, text: str) -> Note:
    """Keep a note's new tone together with the text reworded for it."""
    kept = note._replace(tone=Tone(tone), text=text, updated_at=work.clock.now())
    with work.store.change(f"reword the note to {_name(work, note)}"):
        keep_version(work, note, at_once=True)
        return _store(work, kept)


def mark_note(work: Workspace, note: Note, state: NoteState, on: date | None = None) -> Note:
    """Say how far the note is: copied, printed, posted (which does the plan's note step) or returned.

    Raises Refused in quiet time for what leaves the house, and for a day after today.
    """
    if state in _OUTBOUND:
        may_send(work, note)
    today = work.clock.today()
    if on is not None and on > today:
        raise Refused("It can't have been posted on a day that is still to come.", field="on")
    posted_on = (on or today) if state is NoteState.POSTED else note.posted_on
    with work.store.change(f"mark the note to {_name(work, note)} as {state}"):
        kept = _store(work, note._replace(state=state, posted_on=posted_on, updated_at=work.clock.now()))
        step = work.store.get(Step, note.step) if note.step else None
        if state is NoteState.RETURNED:
            _mark_address(work, note.contact)
        if state is NoteState.POSTED:
            for referral in work.store.find(Referral, note=kept.id, thanked_on=None):
                work.store.save(referral._replace(thanked_on=posted_on))
        if state is NoteState.POSTED and step is not None and is_open(step):
            complete(work, step.id, posted_on)
    return kept


def may_print(work: Workspace, plan_id: int) -> None:
    """Raise Refused, saying from when on, while nothing may be printed or posted for a plan."""
    plan = work.store.get(Plan, plan_id)
    _check_reachable(work.store.get(Contact, plan.contact))
    last = quiet_until(work, plan)
    if last is not None:
        first = working_days(work, last, last).next_open(last)
        raise Refused(
            f"Quiet time lasts until {short_day(last)}. "
            f"You can draft the note now and print it on {short_day(first)}."
        )


def may_send(work: Workspace, note: Note) -> None:
    """Raise Refused, saying from when on, while a note may not be printed or posted."""
    if occasion_of(note.occasion) in ALLOWED_IN_QUIET_TIME:
        contact = work.store.get(Contact, note.contact)
        if not _is_to_the_family(note, contact):
            _check_reachable(contact)
    elif note.plan is not None:
        may_print(work, note.plan)
    else:
        may_write_to(work, note.contact)


def may_write_to(work: Workspace, contact_id: int) -> None:
    """Raise Refused while nothing may be sent to somebody: by their wish, or in quiet time."""
    plan = current_plan(work, contact_id)
    if plan is not None:
        may_print(work, plan.id)
    else:
        _check_reachable(work.store.get(Contact, contact_id))


def quiet_until(work: Workspace, plan: Plan) -> date | None:
    """The last quiet day while quiet time lasts today, else None; a paused plan stays as quiet as it was."""
    today = work.clock.today()
    if plan.state is PlanState.PAUSED and plan.paused_from is PlanState.QUIET:
        quiet = today <= plan.quiet_until and plan.unlocked_on is None
    else:
        quiet = plan_state_on(plan, today) is PlanState.QUIET
    return plan.quiet_until if quiet else None


def called(contact: Contact) -> str:
    """What one calls a person; empty for a firm without a named person."""
    if contact.nickname or contact.given:
        return (contact.nickname or contact.given).strip()
    if contact.name == contact.organisation:
        return ""
    words = [word for word in contact.name.split() if word.rstrip(".").casefold() not in _TITLES]
    # "Dear <img," greets nobody: a first word that is no word leaves the name whole.
    return words[0] if words and words[0].replace("-", "").replace("’", "").isalpha() else contact.name


_TITLES = {"mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "m", "mlle", "sr", "sra", "sir"}


def _words(note: Note) -> Wording:
    return wording(language_for(note.language), occasion_of(note.occasion))


def _referred(work: Workspace, note: Note) -> str:
    if note.occasion != Occasion.REFERRAL:
        return ""
    of_this_note = work.store.find(Referral, note=note.id, limit=1) if note.id else []
    sent = of_this_note or work.store.find(Referral, contact=note.contact, order="-on", limit=1)
    return sent[0].name if sent else ""


def _said(work: Workspace, note: Note, block: Block, known: Facts) -> str:
    words = _words(note)
    ways = choices(words, block, note_kind(work, note), Tone(note.tone), values(words, known))
    return ways[0] if ways else ""


def _mark_address(work: Workspace, contact: int) -> None:
    """Mail came back from where it went: the next letter goes to another address, if there is one."""
    from winback_desktop.application.gather_paper import current_address

    address = current_address(work, contact)
    if address is not None:
        work.store.save(address._replace(returned_on=work.clock.today()))


def _is_to_the_family(note: Note, contact: Contact) -> bool:
    """Sympathy for somebody who has died goes to those they leave behind."""
    return contact.status is ContactStatus.DECEASED and occasion_of(note.occasion) is Occasion.CONDOLENCE


def _check_reachable(contact: Contact) -> None:
    if contact.status in (ContactStatus.DO_NOT_CONTACT, ContactStatus.DECEASED):
        raise Refused(
            f"{contact.name} is marked “{contact.status}”, so nothing is sent to them. "
            "You can change that on their page."
        )


def _store(work: Workspace, note: Note) -> Note:
    return work.store.save(note) if note.id else work.store.add(note)


def note_kind(work: Workspace, note: Note) -> LossKind:
    """Whether the note goes to a client lost or to a prospect; a client's where it answers no loss."""
    return _loss(work, note).kind if note.plan is not None else LossKind.CLIENT


def _learned_on(work: Workspace, note: Note) -> date:
    return _loss(work, note).learned_on if note.plan is not None else work.clock.today()


def _loss(work: Workspace, note: Note) -> Loss:
    assert note.plan is not None
    return work.store.get(Loss, work.store.get(Plan, note.plan).loss)


def _liked(work: Workspace, contact_id: int) -> list[Interest]:
    found = work.store.find(Interest, contact=contact_id, order="position")
    return [interest for interest in found if interest.still_true and interest.attitude is Attitude.LIKE]


def _told(work: Workspace, note: Note) -> list[Interest]:
    """What they enjoy; for the card with a gift only what it was chosen because of."""
    liked = _liked(work, note.contact)
    if occasion_of(note.occasion) is not Occasion.GIFT:
        return liked
    under_way = (GiftState.CHOSEN, GiftState.BOUGHT, GiftState.SENT)
    gifts = work.store.find(Gift, contact=note.contact, state=under_way, order="-id", limit=1)
    return [one for one in liked if gifts and one.id == gifts[0].interest] or liked


def _name(work: Workspace, note: Note) -> str:
    return work.store.get(Contact, note.contact).name


def _day(day: date | None) -> str:
    return short_day(day) if day else ""
