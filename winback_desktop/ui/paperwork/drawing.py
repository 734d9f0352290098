# SPDX-License-Identifier: MIT
"""Composes what was chosen into pages: first sides, and second sides where a folded card has a cover."""

from collections.abc import Generator, Sequence
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.gather_customer import customer_on_paper
from winback_desktop.application.gather_lunch import lunch_on_paper
from winback_desktop.application.ports import Workspace
from winback_desktop.domain import paper
from winback_desktop.domain.paper import Fold, Size
from winback_desktop.domain.printer_habits import BothSides, Habits, back_upside_down
from winback_desktop.ui.day_words import long_day
from winback_desktop.ui.navigation import PrintWish
from winback_desktop.ui.paperwork import addressed, choices
from winback_desktop.ui.paperwork.choices import Chosen
from winback_desktop.ui.printing import brief, calibration, card, cover, customer_sheet, labels, tag
from winback_desktop.ui.printing.imposition import on_sheets
from winback_desktop.ui.printing.marks import Document

Drawing = Generator[int, None, "Drawn"]


class Drawn(NamedTuple):
    """What comes out. ``backs`` has a page for each of ``fronts``, or is None; ``remark`` says who lacks."""

    fronts: Document
    backs: Document | None = None
    remark: str = ""

    @property
    def whole(self) -> Document:
        """Every side in the order in which a PDF or a printer with two sides wants them."""
        if self.backs is None:
            return self.fronts
        pairs = zip(self.fronts.pages, self.backs.pages, strict=True)
        return Document(self.fronts.title, tuple(page for pair in pairs for page in pair))


def size_of(kind: str, chosen: Chosen) -> Size:
    """The paper that was chosen; raises `Refused` for a size of one's own that cannot be."""
    if chosen.size == choices.OWN_SIZE:
        wanted = paper.Kind.ENVELOPE if kind == choices.ENVELOPES else paper.Kind.CARD
        try:
            return paper.parse(chosen.own_size, wanted)
        except paper.UnknownSize as unknown:
            raise Refused(str(unknown), "size") from unknown
    if kind == choices.TAG_KIND:
        return tag.TAG
    return next(size for size in (*paper.CARDS, *paper.ENVELOPES, *paper.SHEETS) if size.key == chosen.size)


def draw(
    work: Workspace, wish: PrintWish, people: Sequence[int], text: str, chosen: Chosen, habits: Habits
) -> Drawing:
    """Compose step by step, yielding how many people or pages are done; raises `Refused` in words."""
    kind = wish.kind
    if kind in (choices.ENVELOPES, choices.LABELS):
        return (yield from _addressed(work, kind, people, chosen, habits))
    yield 0
    if kind == choices.NOTE:
        return _card(text, size_of(kind, chosen), chosen, habits)
    if kind == choices.TAG_KIND:
        return Drawn(_put(tag.compose(tag.TagJob(text)), chosen))
    if kind == choices.CUSTOMER:
        told = customer_on_paper(work, people[0])
        sections = tuple(customer_sheet.Section(*each) for each in told.sections)
        job = customer_sheet.CustomerJob(told.name, told.about, sections, size_of(kind, chosen))
        return Drawn(customer_sheet.compose(job))
    if kind == choices.BRIEF:
        return Drawn(brief.compose(_brief(work, wish.step, size_of(kind, chosen))))
    if wish.compose is not None:
        return Drawn(wish.compose(size_of(kind, chosen)))
    return Drawn(calibration.compose(size_of(kind, chosen)))


def _brief(work: Workspace, step: int, size: Size) -> brief.BriefJob:
    told = lunch_on_paper(work, step)
    when = ", ".join(filter(None, (long_day(told.on) if told.on else "", told.at)))
    return brief.BriefJob(
        told.name,
        told.organisation,
        when,
        told.venue,
        told.news,
        told.remembered,
        told.bring,
        told.mind,
        brief.three(told.questions),
        size,
    )


def _addressed(work: Workspace, kind: str, people: Sequence[int], chosen: Chosen, habits: Habits) -> Drawing:
    if kind == choices.ENVELOPES:
        steps = addressed.envelopes(work, people, size_of(kind, chosen), chosen.sender, habits.feed.turned)
    else:
        stock = next(stock for stock in labels.STOCKS if stock.key == chosen.size)
        steps = addressed.label_sheets(work, people, stock, chosen.used)
    document, left_out = yield from steps
    return Drawn(document, remark=left_out.sentence)


def _card(text: str, size: Size, chosen: Chosen, habits: Habits) -> Drawn:
    mode = card.Mode(chosen.mode)
    fronts = card.compose(card.CardJob(text, size, mode))
    if not (chosen.cover.strip() and cover.folds(size) and mode in choices.WITH_COVER):
        return Drawn(_put(fronts, chosen))
    outer = cover.compose(chosen.cover, size)
    put = _put(fronts, chosen)
    backs = _put(outer, chosen, size.fold)
    sheet = put.pages[0]
    lying = Size("", "", sheet.width, sheet.height)
    turned = back_upside_down(size.fold, lying, habits.both_sides)
    pages = tuple(page._replace(upside_down=turned) for page in backs.pages)
    return Drawn(put, Document(backs.title, pages))


def _put(document: Document, chosen: Chosen, turned_over: Fold | None = None) -> Document:
    if chosen.sheet == choices.OWN_PAPER:
        return document
    sheet = next(size for size in paper.SHEETS if size.key == chosen.sheet)
    return on_sheets(document, sheet, chosen.copies, turned_over)


def second_pass(drawn: Drawn, habits: Habits) -> Document:
    """The second sides in the order in which the sheets lie when they are put back by hand."""
    assert drawn.backs is not None
    pages = drawn.backs.pages
    # What comes out face down goes back as it lies, and then its last sheet is on top.
    turned = habits.both_sides is BothSides.BY_HAND and not habits.face_up
    return Document(drawn.backs.title, tuple(reversed(pages)) if turned else pages)
