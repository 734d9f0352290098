# SPDX-License-Identifier: MIT
"""Reminders, each announced at most once and never lost: claim, announce, confirm; snooze and pause."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from winback_desktop.application.due import due_steps
from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Announcement, Notifier, Reminder, Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.application.reminder_hours import (
    ReminderHours,
    allowed,
    following_moment,
    reminder_hours,
)
from winback_desktop.application.take_walk import walking_until
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.moves import is_open
from winback_desktop.domain.practice import CARE, LossKind, Step, StepKind
from winback_desktop.domain.wording import count_word, step_reason, step_title

DIGEST = "digest"
"""The key of an announcement that stands for several steps."""
CARE_KEY = "care"
"""The key of the one that stands for all steps for the owner."""
_SINGLE_AT_MOST = 2
_NAMED_IN_DIGEST = 4
_BUTTONS = (("open", "Open"), ("later", "Later"), ("done", "Done"))
_CLOCK_WAS_AHEAD = timedelta(days=366)
_LAST_SNOOZE = "reminders.last_snooze"


class SnoozeChoice(NamedTuple):
    """One way to be reminded later; ``until`` is local and aware."""

    key: str
    label: str
    until: datetime


def remind(
    work: Workspace, notifier: Notifier, pressed: Callable[[str, str], None] | None = None, by: str = ""
) -> list[Announcement]:
    """Announce what is due now, exactly once however many programs ask, and return what was announced."""
    claimed = claim(work, by)
    announced = announcements(work, claimed)
    for announcement in announced:
        notifier.announce(announcement, pressed)
    confirm(work, claimed)
    return announced


def due_now(work: Workspace) -> list[StepRow]:
    """The steps to announce at this moment, oldest first; nothing outside the hours for reminders."""
    if _paused(work):
        return []
    local = work.clock.local_now()
    hours = reminder_hours(work)
    if not allowed(local, hours, working_days(work, local.date(), local.date())):
        return []
    return _unannounced(work, due_steps(work), local, hours)


def claim(work: Workspace, by: str = "") -> list[StepRow]:
    """Take the steps to announce now for this program; what another one took is not among them."""
    if work.store.read_only or not due_now(work):
        return []
    with work.store.transaction():
        # Asked again inside the transaction: another program may have been faster.
        rows = due_now(work)
        known = _reminders(work, rows)
        for row in rows:
            old = known.get((row.step, row.due))
            new = (old or Reminder(row.step, row.due))._replace(
                claimed_at=work.clock.now(), claimed_by=by, shown_at=None, snoozed_until=None
            )
            if old is None:
                work.store.add(new)
            else:
                work.store.save(new)
    return rows


def confirm(work: Workspace, claimed: Sequence[StepRow]) -> None:
    """Note that claimed steps were handed to the desktop."""
    if not claimed:
        return
    with work.store.transaction():
        for reminder in _reminders(work, claimed).values():
            work.store.save(reminder._replace(shown_at=work.clock.now()))


def missed(work: Workspace) -> list[StepRow]:
    """Steps claimed but never shown, because a program ended in between. They stay due; no second pop-up."""
    rows = due_steps(work)
    known = _reminders(work, rows)
    lost = [known.get((row.step, row.due)) for row in rows]
    return [
        row
        for row, reminder in zip(rows, lost, strict=True)
        if reminder and reminder.claimed_at and not reminder.shown_at and not reminder.snoozed_until
    ]


def announcements(work: Workspace, rows: Sequence[StepRow]) -> list[Announcement]:
    """The texts for some steps: one each for one or two, one digest for more; no names in private mode.

    What the owner does for themselves counts as one thing, however many steps it has.
    """
    private = reminder_hours(work).private
    people, care = _parted(rows)
    if len(people) + bool(care) > _SINGLE_AT_MOST:
        return [_digest(people, care, private)]
    return [_single(work, row, private) for row in people] + ([_care(care, private)] if care else [])


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


def snooze_choices(work: Workspace) -> list[SnoozeChoice]:
    """The ways to be reminded later, the last choice first; never in quiet hours or on a closed day."""
    local = work.clock.local_now()
    hours = reminder_hours(work)
    days = working_days(work, local.date(), local.date() + timedelta(days=31))
    today, tomorrow = local.date(), local.date() + timedelta(days=1)
    monday = today + timedelta(days=7 - today.weekday())
    wanted = (
        ("hour", "In one hour", local + timedelta(hours=1)),
        ("afternoon", "This afternoon", _at(local, today, time(14))),
        ("tomorrow", "Tomorrow morning", _at(local, tomorrow, hours.hour)),
        ("working-day", "Next working day", _at(local, days.next_open(today), hours.hour)),
        ("week", "Next week", _at(local, days.on_or_after(monday), hours.hour)),
    )
    choices: list[SnoozeChoice] = []
    for key, label, until in wanted:
        lands = following_moment(until, hours, days)
        kept = lands == until or key in ("working-day", "week")
        if kept and lands > local and all(lands != choice.until for choice in choices):
            choices.append(SnoozeChoice(key, label, lands))
    last = work.store.setting(_LAST_SNOOZE, "")
    return sorted(choices, key=lambda choice: choice.key != last)


def snooze(work: Workspace, step_id: int, until: datetime, choice: str = "") -> datetime:
    """Announce a step again later and return when: never in quiet hours or on a closed day.

    ``until`` is aware; raises Refused for a moment that is over and for a step that is closed.
    """
    step = work.store.get(Step, step_id)
    if not is_open(step):
        raise Refused("This step is closed already. Undo brings it back.")
    local = work.clock.local_now()
    wanted = until.astimezone(local.tzinfo)
    if wanted <= local:
        raise Refused("That moment is over; choose a later one.", field="until")
    days = working_days(work, wanted.date(), wanted.date())
    lands = following_moment(wanted, reminder_hours(work), days)
    found = work.store.find(Reminder, step=step.id, due=step.due)
    reminder = (found[0] if found else Reminder(step.id, step.due))._replace(
        snoozed_until=lands.astimezone(UTC)
    )
    with work.store.transaction():
        if found:
            work.store.save(reminder)
        else:
            work.store.add(reminder)
        if choice:
            work.store.set_setting(_LAST_SNOOZE, choice)
    return lands


def snoozed(work: Workspace) -> list[tuple[StepRow, datetime]]:
    """The steps that wait for a later reminder, with its local time, the next first."""
    local = work.clock.local_now()
    rows = due_steps(work)
    known = _reminders(work, rows)
    waiting = [
        (row, reminder.snoozed_until.astimezone(local.tzinfo))
        for row in rows
        if (reminder := known.get((row.step, row.due))) and reminder.snoozed_until
    ]
    return sorted(((row, until) for row, until in waiting if until > local), key=lambda pair: pair[1])


def next_moment(work: Workspace) -> datetime:
    """The earliest local moment at which something new may be announced if nothing is changed before."""
    local = work.clock.local_now()
    hours = reminder_hours(work)
    tomorrow = local.date() + timedelta(days=1)
    moments = [_at(local, tomorrow, time(0))]
    moments += [_at(local, local.date(), t) for t in (hours.hour, hours.quiet_from, hours.quiet_to)]
    moments += [until for _, until in snoozed(work)]
    moments += [until for until in (paused_until(work), walking_until(work)) if until is not None]
    return min(moment for moment in moments if moment > local)


def pause_reminders(work: Workspace, until: datetime) -> None:
    """Announce nothing before an aware moment; what is due stays on the Today page."""
    with work.store.change("pause reminders"):
        work.store.set_setting("reminders.paused_until", until.astimezone(UTC).isoformat())


def resume_reminders(work: Workspace) -> None:
    """Announce again from now on."""
    with work.store.change("resume reminders"):
        work.store.set_setting("reminders.paused_until", None)


def paused_until(work: Workspace) -> datetime | None:
    """The local moment until which reminders are paused, or None."""
    stored = work.store.setting("reminders.paused_until")
    if not stored:
        return None
    local = work.clock.local_now()
    until = datetime.fromisoformat(stored).astimezone(local.tzinfo)
    return until if until > local else None


def _paused(work: Workspace) -> bool:
    return paused_until(work) is not None or walking_until(work) is not None


def _unannounced(
    work: Workspace, rows: Sequence[StepRow], local: datetime, hours: ReminderHours
) -> list[StepRow]:
    known = _reminders(work, rows)
    by_day = local.time() >= hours.hour
    now = work.clock.now()
    return [row for row in rows if _fires(known.get((row.step, row.due)), local, by_day, now)]


def _fires(reminder: Reminder | None, local: datetime, by_day: bool, now: datetime) -> bool:
    if reminder is None:
        return by_day
    if reminder.snoozed_until is not None:
        return reminder.snoozed_until <= local
    if reminder.claimed_at is None:
        return by_day
    # A claim from far in the future was written under a wrong clock and must not silence the step for ever.
    return by_day and reminder.claimed_at - now > _CLOCK_WAS_AHEAD


def _reminders(work: Workspace, rows: Sequence[StepRow]) -> dict[tuple[int, date], Reminder]:
    if not rows:
        return {}
    dues = {row.step: row.due for row in rows}
    found = work.store.find(Reminder, step=tuple(dues))
    return {(each.step, each.due): each for each in found if dues[each.step] == each.due}


def _at(local: datetime, day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=local.tzinfo)


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
    return Announcement(key_of(row.step), step_title(kind, row.name, row.smaller), why, _BUTTONS)


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
