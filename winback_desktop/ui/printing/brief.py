# SPDX-License-Identifier: MIT
"""The lunch brief, one page: their news, three light questions, what I bring; no figures."""

from collections.abc import Callable
from typing import NamedTuple

from winback_desktop.domain import paper
from winback_desktop.domain.paper import Size
from winback_desktop.ui.printing.blocks import Column
from winback_desktop.ui.printing.marks import FAINT, INK, RULE, SOFT_INK, Document, Face, Page, Rule, Text

LIGHT_QUESTIONS = (
    "How are things with you?",
    "What are you enjoying most at the moment?",
    "What is coming up for you that you look forward to?",
)


def three(questions: tuple[str, ...]) -> tuple[str, ...]:
    """Three questions: those about what is not known yet, filled up with ones that always suit."""
    return (*questions, *(one for one in LIGHT_QUESTIONS if one not in questions))[:3]


class BriefJob(NamedTuple):
    """What is worth having in mind before a lunch; empty parts are left out.

    ``when`` and ``where`` are words ready to print. ``remembered`` are things
    they once said or enjoy, ``mind`` what to mind at the table (diet, alcohol).
    """

    name: str
    organisation: str = ""
    when: str = ""
    where: str = ""
    news: tuple[str, ...] = ()
    remembered: tuple[str, ...] = ()
    bring: tuple[str, ...] = ()
    mind: tuple[str, ...] = ()
    questions: tuple[str, ...] = LIGHT_QUESTIONS
    size: Size = paper.SHEETS[0]


def compose(job: BriefJob) -> Document:
    """Draw the brief on exactly one page: smaller letters first, then fewer items, never a second page."""
    for base in (4.4, 4.1, 3.8, 3.5):
        column = _written(job, base, _all)
        if not column.full:
            return _document(job, column)
    for most in (6, 4, 3, 2, 1):
        column = _written(job, 3.5, lambda items, most=most: tuple(_clipped(item) for item in items[:most]))
        if not column.full:
            break
    return _document(job, column)


def _document(job: BriefJob, column: Column) -> Document:
    page = Page(job.size.width, job.size.height, tuple(column.marks), "Lunch brief")
    return Document("Lunch brief", (page,))


def _all(items: tuple[str, ...]) -> tuple[str, ...]:
    return items


def _clipped(item: str) -> str:
    return item if len(item) <= 160 else item[:159].rstrip() + "…"


def _written(job: BriefJob, base: float, chosen: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Column:
    border = paper.margins(job.size)
    column = Column(
        border.left,
        border.top,
        job.size.width - border.left - border.right,
        job.size.height - border.bottom,
    )
    column.write("Lunch with", 0.95 * base, Face.PLAIN, SOFT_INK)
    column.write(_clipped(job.name), 1.9 * base, Face.BOLD, leading=1.3)
    about = [_clipped(part) for part in (job.organisation, job.when, job.where) if part]
    column.write("  ·  ".join(about), base, Face.PLAIN, SOFT_INK)
    column.space(0.8 * base)
    column.rule(RULE)
    _section(column, "Their news", chosen(job.news), base, "Ask, and listen.")
    _section(column, "What they once told me", chosen(job.remembered), base)
    _section(column, "Three light questions", job.questions[:3], base, numbered=True)
    _section(column, "What I bring", chosen(job.bring), base, "One idea or something useful. No pitch.")
    _section(column, "To mind at the table", chosen(job.mind), base)
    column.space(1.2 * base)
    _notes(column, base)
    return column


def _section(
    column: Column,
    title: str,
    items: tuple[str, ...],
    base: float,
    otherwise: str = "",
    numbered: bool = False,
) -> None:
    if not items and not otherwise:
        return
    column.space(1.5 * base)
    column.write(title, 1.15 * base, Face.BOLD, INK, leading=1.7)
    if not items:
        column.write(otherwise, base, Face.PLAIN, SOFT_INK)
    for number, item in enumerate(items, start=1):
        mark = f"{number}." if numbered else "•"
        column.marks.append(Text(column.x, column.y + base, mark, base, Face.PLAIN, SOFT_INK))
        column.write(item, base, Face.PLAIN, INK, indent=1.5 * base)
        column.space(0.25 * base)


def _notes(column: Column, base: float) -> None:
    """Lines for what they tell me, as far as the page has room."""
    pitch = 9.0
    if column.bottom - column.y < 3 * pitch:
        return
    column.write("What they told me", 1.15 * base, Face.BOLD, INK, leading=1.7)
    y = column.y + pitch
    while y <= column.bottom:
        column.marks.append(Rule(column.x, y, column.x + column.width, y, 0.25, FAINT))
        y += pitch
