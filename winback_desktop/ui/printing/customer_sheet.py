# SPDX-License-Identifier: MIT
"""A customer's sheet: what the owner knows about somebody, in sections, on as many pages as it takes."""

from typing import NamedTuple

from winback_desktop.domain import paper
from winback_desktop.domain.paper import Size
from winback_desktop.ui.printing import faces
from winback_desktop.ui.printing.blocks import Column, shortened
from winback_desktop.ui.printing.marks import RULE, SOFT_INK, Document, Face, Page, Text

_BASE = 3.8


class Section(NamedTuple):
    """A heading and what stands under it; a section without lines is left out."""

    title: str
    lines: tuple[str, ...]


class CustomerJob(NamedTuple):
    """The name, a line about them (organisation, since when), and the sections in reading order."""

    name: str
    about: str
    sections: tuple[Section, ...]
    size: Size = paper.SHEETS[0]


def compose(job: CustomerJob) -> Document:
    """Draw the sheet; a heading never stands alone at the foot of a page."""
    columns = [_column(job)]
    width = columns[0].width
    columns[0].write(shortened(job.name, Face.BOLD, 2 * _BASE, width), 2 * _BASE, Face.BOLD)
    columns[0].write(shortened(job.about, Face.PLAIN, _BASE, width), _BASE, ink=SOFT_INK)
    columns[0].space(_BASE)
    columns[0].rule(RULE)
    for section in (each for each in job.sections if each.lines):
        if columns[-1].y + 6 * _BASE > columns[-1].bottom:
            columns.append(_column(job))
        columns[-1].space(1.4 * _BASE)
        columns[-1].write(section.title, 1.15 * _BASE, Face.BOLD, leading=1.7)
        for words in section.lines:
            _item(job, columns, words)
    pages = tuple(_page(job, columns, number) for number in range(len(columns)))
    return Document("Customer sheet", pages)


def _column(job: CustomerJob) -> Column:
    border = paper.margins(job.size)
    width = job.size.width - border.left - border.right
    return Column(border.left, border.top, width, job.size.height - border.bottom - 8)


def _item(job: CustomerJob, columns: list[Column], words: str) -> None:
    """Write one entry, line by line, going on to the next page where this one ends."""
    written = Column(columns[-1].x, 0, columns[-1].width, columns[-1].bottom)
    written.write(words, _BASE)
    for mark in (each for each in written.marks if isinstance(each, Text)):
        if columns[-1].y + 1.5 * _BASE > columns[-1].bottom:
            columns.append(_column(job))
        columns[-1].marks.append(mark._replace(baseline=columns[-1].y + _BASE))
        columns[-1].space(1.4 * _BASE)
    columns[-1].space(0.3 * _BASE)


def _page(job: CustomerJob, columns: list[Column], number: int) -> Page:
    column = columns[number]
    if len(columns) == 1:
        return Page(job.size.width, job.size.height, tuple(column.marks), "Customer sheet")
    words = f"Page {number + 1} of {len(columns)}"
    x = column.x + column.width - faces.width(words, Face.PLAIN, 3.2)
    foot = Text(x, column.bottom + 8, words, 3.2, Face.PLAIN, SOFT_INK)
    return Page(job.size.width, job.size.height, (*column.marks, foot), "Customer sheet")
