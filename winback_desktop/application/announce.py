# SPDX-License-Identifier: MIT
"""What a reminder says: who, what and why, the last talk, a gift idea; nothing of it in private mode."""

from collections.abc import Sequence

from winback_desktop.application.own_records import Announcement
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.application.reminder_hours import reminder_hours
from winback_desktop.domain.plan_states import CARE, LossKind, StepKind
from winback_desktop.domain.wording import count_word, step_reason, step_title

DIGEST = "digest"
"""The key of an announcement that stands for several steps."""
CARE_KEY = "care"
"""The key of the one that stands for all steps for the owner."""
_SINGLE_AT_MOST = 2
_NAMED_IN_DIGEST = 4
_LONGEST_TALK = 80
_GIFTS = (StepKind.CHOOSE_GIFT, StepKind.ORDER_GIFT, StepKind.GIFT)
_BUTTONS = (("open", "Open"), ("later", "Later"), ("done", "Done"))


def announcements(work: Workspace, rows: Sequence[StepRow]) -> list[Announcement]:
    """The texts for some steps: one each for one or two, one digest for more; no names in private mode.

    What the owner does for themselves counts as one thing, however many steps it has.
    """
    hours = reminder_hours(work)
    private = hours.private
    people, care = _parted(rows)
    if len(people) + bool(care) > _SINGLE_AT_MOST:
        found = [_digest(people, care, private)]
    else:
        found = [_single(work, row, private) for row in people]
        found += [_care(care, private)] if care else []
    return [each._replace(sound=hours.sound) for each in found]


def steps_behind(key: str, rows: Sequence[StepRow]) -> tuple[int, ...]:
    """The steps among ``rows`` that the announcement with this key stands for."""
    step = step_of(key)
    if step is not None:
        return (step,)
    return tuple(row.step for row in (_parted(rows)[1] if key == CARE_KEY else rows))


def step_of(key: str) -> int | None:
    """The step that an announcement's key names; None for a digest."""
    head, _, number = key.partition("-")
    return int(number) if head == "step" and number.isdigit() else None


def key_of(step: int) -> str:
    """The key of a single step's announcement."""
    return f"step-{step}"


def _single(work: Workspace, row: StepRow, private: bool) -> Announcement:
    if private:
        return Announcement(
            key_of(row.step), "One small thing to do", "It waits on your Today page.", _BUTTONS
        )
    kind = StepKind(row.kind)
    interests = work.store.queries.interests_of((row.contact,)).get(row.contact, ())
    why = step_reason(
        kind, LossKind(row.loss_kind), row.learned_on, row.customer_since, work.clock.today(), interests
    )
    lines = (why, _last_talk(work, row), _gift_idea(work, row) if kind in _GIFTS else "")
    body = "\n".join(line for line in lines if line)
    return Announcement(key_of(row.step), step_title(kind, row.name, row.smaller), body, _BUTTONS)


def _last_talk(work: Workspace, row: StepRow) -> str:
    from winback_desktop.domain.practice import Touch
    from winback_desktop.domain.touch_rhythm import since_words

    talks = work.store.find(Touch, contact=row.contact, order="-on", limit=1)
    if not talks:
        return ""
    about = " ".join((talks[0].heard or talks[0].summary).split())
    about = about if len(about) <= _LONGEST_TALK else about[: _LONGEST_TALK - 1].rstrip() + "…"
    when = f"You last talked {since_words(talks[0].on, work.clock.today())}"
    return f"{when}: {about}" if about else f"{when}."


def _gift_idea(work: Workspace, row: StepRow) -> str:
    # The gift shelf is read only when a gift is the matter.
    from winback_desktop.application.choose_gift import chosen_gift, ideas_for

    chosen = chosen_gift(work, row.contact)
    if chosen is not None:
        return f"You chose: {chosen.title}."
    ideas = ideas_for(work, row.contact, limit=1)
    return f"An idea: {ideas[0].title}." if ideas else ""


def _digest(people: Sequence[StepRow], care: Sequence[StepRow], private: bool) -> Announcement:
    title = f"{count_word(len(people) + bool(care)).capitalize()} things to do"
    if private:
        body = "They wait on your Today page, the oldest first."
    else:
        lines = [step_title(StepKind(row.kind), row.name, row.smaller) for row in people[:_NAMED_IN_DIGEST]]
        if len(people) > _NAMED_IN_DIGEST:
            lines.append(f"and {count_word(len(people) - _NAMED_IN_DIGEST)} more")
        body = "\n".join([*lines, "and something for you"] if care else lines)
    return Announcement(DIGEST, title, body, _BUTTONS[:2])


def _care(rows: Sequence[StepRow], private: bool) -> Announcement:
    titles = dict.fromkeys(step_title(StepKind(row.kind), "", row.smaller) for row in rows)
    body = "It waits on your Today page." if private else "\n".join(titles)
    return Announcement(CARE_KEY, "Something for you", body, _BUTTONS[:2])


def _parted(rows: Sequence[StepRow]) -> tuple[list[StepRow], list[StepRow]]:
    """The steps towards customers, and those for the owner."""
    return [row for row in rows if row.kind not in CARE], [row for row in rows if row.kind in CARE]
