# SPDX-License-Identifier: MIT
"""Reminders that a crash kept from being shown: found once, told on Today, and then put away by the owner."""

from datetime import timedelta

from winback_desktop.application.own_records import Reminder
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.application.remind import reminders_of
from winback_desktop.application.snooze import sleeping

_TO_TELL = "reminders.missed"
_IN_HAND = timedelta(minutes=2)
"""So long another program may be about to show what it has claimed."""


def missed(work: Workspace) -> list[StepRow]:
    """Steps claimed but never shown, because a program ended in between, and not noted as missed yet.

    They stay due; there is no second pop-up.
    """
    # Seldom anything: most starts are content with this one question.
    unshown = work.store.find(Reminder, order="step", shown_at=None, acknowledged_at=None)
    if not unshown:
        return []
    rows = work.store.queries.due_steps(
        work.clock.today(), len(unshown), among=tuple({each.step for each in unshown})
    )
    known, asleep = reminders_of(work, rows), sleeping(work)
    before = work.clock.now() - _IN_HAND
    return [
        row
        for row in rows
        if (reminder := known.get((row.step, row.due)))
        and (row.step, row.due) not in asleep
        and reminder.claimed_at
        and reminder.claimed_at <= before
        and not (reminder.shown_at or reminder.acknowledged_at)
    ]


def note_missed(work: Workspace) -> list[StepRow]:
    """Look for what was missed and keep it to be told on Today; outside of undo."""
    rows = missed(work)
    if rows and not work.store.read_only:
        with work.store.transaction():
            for reminder in reminders_of(work, rows).values():
                work.store.save(reminder._replace(acknowledged_at=work.clock.now()))
            kept = [number for number in missed_steps(work) if all(number != row.step for row in rows)]
            work.store.set_setting(_TO_TELL, [*kept, *(row.step for row in rows)])
    return rows


def missed_steps(work: Workspace) -> list[int]:
    """The steps whose reminder was missed, until the owner puts that away."""
    return [int(number) for number in work.store.setting(_TO_TELL) or []]


def put_missed_away(work: Workspace) -> None:
    """The owner has read it."""
    with work.store.transaction():
        work.store.set_setting(_TO_TELL, None)
