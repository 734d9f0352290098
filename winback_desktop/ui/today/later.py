# SPDX-License-Identifier: MIT
"""Later: moments of today and days to choose from, what sleeps, and what a crash kept from being shown."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QLocale, QTime

from winback_desktop.application import snooze
from winback_desktop.application.missed_reminders import missed_steps
from winback_desktop.application.move_steps import postpone, warnings_for
from winback_desktop.application.ports import Workspace
from winback_desktop.application.queries import StepRow
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.practice import StepKind
from winback_desktop.domain.wording import step_title
from winback_desktop.ui.day_words import short_day
from winback_desktop.ui.today.rows import AsleepRow, LaterChoice

_NAMED = 3


def later_choices(work: Workspace) -> list[LaterChoice]:
    """Moments later today, then days to move a step to, each once; the last choice first."""
    today = work.clock.today()
    choices = [each for each in remind_choices(work) if each.day == today]
    days = working_days(work, today, today + timedelta(days=31))
    tomorrow = today + timedelta(days=1)
    monday = today + timedelta(days=7 - today.weekday())
    wanted = (
        ("tomorrow", "Tomorrow", tomorrow if days.is_open(tomorrow) else None),
        ("working-day", "Next working day", days.next_open(today)),
        ("week", "Next week", days.on_or_after(monday)),
        ("two-weeks", "In two weeks", days.on_or_after(today + timedelta(days=14))),
    )
    for key, words, day in wanted:
        if day is not None and all(day != choice.day for choice in choices):
            choices.append(LaterChoice(f"{words}, {short_day(day, today)}", day, key))
    last = snooze.last_choice(work)
    return sorted(choices, key=lambda choice: choice.key != last)


def remind_choices(work: Workspace) -> list[LaterChoice]:
    """Moments at which to be reminded, the last choice first."""
    return [
        LaterChoice(f"{each.label}, {_moment(work, each.until)}", each.until.date(), each.key, each.until)
        for each in snooze.snooze_choices(work)
    ]


def put_off(work: Workspace, step: int, choice: LaterChoice) -> str:
    """Do as chosen; returns what the owner should know about that day, or nothing."""
    if choice.until is not None:
        be_reminded(work, step, choice)
        return ""
    warnings = warnings_for(work, step, choice.day)
    postpone(work, step, choice.day)
    if choice.key:
        snooze.remember_choice(work, choice.key)
    return " ".join(warnings)


def be_reminded(work: Workspace, step: int, choice: LaterChoice) -> datetime:
    """Be reminded of a step at the moment chosen, or on the morning of the day."""
    if choice.until is None:
        return snooze.snooze_until_day(work, step, choice.day)
    return snooze.snooze(work, step, choice.until, choice.key)


def put_off_rows(work: Workspace) -> list[StepRow]:
    """What is due among the steps that sleep or whose reminder was missed, oldest first."""
    steps = {step for step, _ in snooze.sleeping(work)} | set(missed_steps(work))
    return work.store.queries.due_steps(work.clock.today(), len(steps), among=tuple(steps))


def asleep_rows(work: Workspace, rows: Sequence[StepRow]) -> tuple[AsleepRow, ...]:
    """Those of the rows that sleep, the next to wake first."""
    until = snooze.sleeping(work)
    found = [row for row in rows if (row.step, row.due) in until]
    found.sort(key=lambda row: until[row.step, row.due])
    return tuple(
        AsleepRow(row.step, row.kind, _title(row), f"Comes back {_moment(work, until[row.step, row.due])}.")
        for row in found
    )


def missed_words(work: Workspace, rows: Sequence[StepRow]) -> str:
    """Which reminders were missed and are still to do; empty for none."""
    numbers = set(missed_steps(work))
    titles = [_title(row) for row in rows if row.step in numbers]
    if not titles:
        return ""
    named = ", ".join(f"“{title}”" for title in titles[:_NAMED])
    more = f" and {len(titles) - _NAMED} more" if len(titles) > _NAMED else ""
    what = "a reminder" if len(titles) == 1 else "some reminders"
    return f"Winback ended before it could show {what}: {named}{more}. Nothing is lost; see below."


def _title(row: StepRow) -> str:
    return step_title(StepKind(row.kind), row.name, row.smaller)


def _moment(work: Workspace, until: datetime) -> str:
    at = QLocale().toString(QTime(until.hour, until.minute), QLocale.FormatType.ShortFormat)
    today = work.clock.today()
    if until.date() == today:
        return f"at {at}"
    if until.date() == today + timedelta(days=1):
        return f"tomorrow at {at}"
    return f"{short_day(until.date(), today)} at {at}"
