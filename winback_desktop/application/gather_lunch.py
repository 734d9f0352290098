# SPDX-License-Identifier: MIT
"""Gathers what is worth having in mind before a lunch, for one page on paper; no figures."""

from datetime import date
from typing import NamedTuple

from winback_desktop.application.ask_lightly import questions_for
from winback_desktop.application.plan_lunch import lunch_plan
from winback_desktop.application.ports import Workspace
from winback_desktop.application.value_ideas import brought_to
from winback_desktop.domain.people import Attitude, Interest
from winback_desktop.domain.practice import StepKind


class LunchOnPaper(NamedTuple):
    """One lunch. ``on`` and ``at`` are empty until a day is agreed on."""

    name: str
    organisation: str
    on: date | None
    at: str
    venue: str
    news: tuple[str, ...]
    remembered: tuple[str, ...]
    bring: tuple[str, ...]
    mind: tuple[str, ...]
    questions: tuple[str, ...]


def lunch_on_paper(work: Workspace, step: int) -> LunchOnPaper:
    """The lunch that an invite or lunch step is about; raises Refused when it is closed already."""
    plan = lunch_plan(work, step)
    meeting, contact = plan.meeting, plan.contact
    return LunchOnPaper(
        contact.name,
        contact.organisation,
        meeting.on,
        meeting.at,
        meeting.venue,
        tuple(line for line in meeting.news.splitlines() if line.strip()),
        _told(work, contact.id),
        tuple(use.title for use in brought_to(work, contact.id, meeting.id)) if meeting.id else (),
        plan.mind,
        tuple(question.words for question in questions_for(work, contact.id)),
    )


def lunches_ahead(work: Workspace, most: int = 12) -> list[tuple[int, str, date]]:
    """(step, name, day) of the next lunches that are still to be, the nearest first."""
    rows = [row for row in work.store.queries.open_steps() if row.kind == StepKind.LUNCH]
    return [(row.step, row.name, row.due) for row in sorted(rows, key=lambda row: row.due)[:most]]


def _told(work: Workspace, contact: int) -> tuple[str, ...]:
    """What they once told, in their own words where those are known."""
    return tuple(
        f"{one.label}: “{one.words}”" if one.words else one.label
        for one in work.store.find(Interest, contact=contact, order="position")
        if one.attitude is Attitude.LIKE and one.still_true
    )
