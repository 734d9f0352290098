# SPDX-License-Identifier: MIT
"""Reminders, each announced at most once and never lost: claim, announce, confirm."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from winback_desktop.application.announce import announcements
from winback_desktop.application.own_records import Announcement, Reminder
from winback_desktop.application.pause_reminders import paused_until
from winback_desktop.application.ports import Notifier, Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.application.reminder_hours import allowed, later_than, reminder_hours
from winback_desktop.application.snooze import sleeping, wake_times
from winback_desktop.application.take_walk import walking_until
from winback_desktop.application.working_calendar import working_days

_CLOCK_WAS_AHEAD = timedelta(days=366)


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
    if paused_until(work) is not None or walking_until(work) is not None:
        return []
    local = work.clock.local_now()
    hours = reminder_hours(work)
    if not allowed(local, hours, working_days(work, local.date(), local.date())):
        return []
    asleep = wake_times(work)
    rows = work.store.queries.unannounced(
        local.date(), work.clock.now() + _CLOCK_WAS_AHEAD, [step for step, _ in asleep]
    )
    known = reminders_of(work, rows)
    by_day = local.time() >= hours.hour

    def fires(row: StepRow) -> bool:
        which = row.step, row.due
        return _fires(known.get(which), asleep.get(which), local, by_day)

    return [row for row in rows if fires(row)]


def claim(work: Workspace, by: str = "") -> list[StepRow]:
    """Take the steps to announce now for this program; what another one took is not among them."""
    if work.store.read_only or not due_now(work):
        return []
    with work.store.transaction():
        # Asked again inside the transaction: another program may have been faster.
        rows = due_now(work)
        known = reminders_of(work, rows)
        claims = [
            known.get((row.step, row.due), Reminder(row.step, row.due))._replace(
                claimed_at=work.clock.now(), claimed_by=by, shown_at=None, acknowledged_at=None
            )
            for row in rows
        ]
        work.store.add_all([each for each in claims if not each.id])
        work.store.save_all([each for each in claims if each.id])
    return rows


def confirm(work: Workspace, claimed: Sequence[StepRow]) -> None:
    """Note that claimed steps were handed to the desktop."""
    if not claimed:
        return
    with work.store.transaction():
        now = work.clock.now()
        work.store.save_all([each._replace(shown_at=now) for each in reminders_of(work, claimed).values()])


def next_moment(work: Workspace) -> datetime:
    """The earliest local moment at which something new may be announced if nothing is changed before."""
    local = work.clock.local_now()
    hours = reminder_hours(work)
    tomorrow = local.date() + timedelta(days=1)
    moments = [_at(local, tomorrow, time(0))]
    moments += [_at(local, local.date(), t) for t in (hours.hour, hours.quiet_from, hours.quiet_to)]
    moments += sleeping(work).values()
    moments += [until for until in (paused_until(work), walking_until(work)) if until is not None]
    return min((each for each in moments if later_than(each, local)), key=lambda each: each.astimezone(UTC))


def reminders_of(work: Workspace, rows: Sequence[StepRow]) -> dict[tuple[int, date], Reminder]:
    """What was announced of each (step, due day); nothing for what never was."""
    if not rows:
        return {}
    dues = {row.step: row.due for row in rows}
    found = work.store.find(Reminder, step=tuple(dues))
    return {(each.step, each.due): each for each in found if dues[each.step] == each.due}


def _fires(reminder: Reminder | None, wakes: datetime | None, local: datetime, by_day: bool) -> bool:
    claimed = reminder.claimed_at if reminder else None
    if wakes is not None and later_than(wakes, local):
        return False
    if claimed is None:
        return by_day or wakes is not None
    if wakes is not None and claimed < wakes:
        return True
    # A claim from far in the future was written under a wrong clock and must not silence the step for ever.
    return by_day and claimed - local > _CLOCK_WAS_AHEAD


def _at(local: datetime, day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=local.tzinfo)
