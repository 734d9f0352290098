# SPDX-License-Identifier: MIT
"""A letter on one sheet: the year, and paragraphs with air between them."""

from typing import NamedTuple

from winback_desktop.domain import paper
from winback_desktop.domain.paper import Size
from winback_desktop.ui.printing.blocks import Column
from winback_desktop.ui.printing.marks import RULE, SOFT_INK, Document, Face, Page


class LetterJob(NamedTuple):
    """``heading`` stands above; ``paragraphs`` begin with the greeting and end with the name."""

    heading: str
    paragraphs: tuple[str, ...]
    size: Size = paper.SHEETS[0]


def compose(job: LetterJob) -> Document:
    """Draw the letter on exactly one page, in smaller letters where it is long."""
    for base in (5.2, 4.7, 4.2, 3.8, 3.4):
        column = _written(job, base)
        if not column.full:
            break
    page = Page(job.size.width, job.size.height, tuple(column.marks), "Letter")
    return Document("Letter", (page,))


def _written(job: LetterJob, base: float) -> Column:
    border = paper.margins(job.size)
    side = border.left + 12
    column = Column(side, border.top + 16, job.size.width - 2 * side, job.size.height - border.bottom)
    column.write(job.heading, 2.2 * base, Face.BOLD, SOFT_INK)
    column.space(base)
    column.rule(RULE)
    column.space(1.6 * base)
    for paragraph in job.paragraphs:
        column.write(paragraph, base, leading=1.6)
        column.space(1.1 * base)
    return column
