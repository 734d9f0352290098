# SPDX-License-Identifier: MIT
"""Composes envelopes and labels for many people, and says who is left out and why."""

from collections.abc import Generator, Sequence
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.application.gather_paper import envelope_lines, sender_lines
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_notes import may_write_to
from winback_desktop.domain.paper import Size
from winback_desktop.domain.people import Contact
from winback_desktop.ui.printing import envelope, faces, labels
from winback_desktop.ui.printing.marks import Document, Face, Page
from winback_desktop.ui.printing.output import after

_NAMED = 3


class LeftOut(NamedTuple):
    """Who gets nothing: no address known, nothing sent to them now, or an address that can't be printed."""

    unknown: list[str]
    waiting: list[str]
    unprintable: list[str]

    @property
    def sentence(self) -> str:
        """All of it in words; empty when nobody is left out."""
        sentences = []
        if self.unknown:
            has = "has no postal address yet and is" if len(self.unknown) == 1 else _NO_ADDRESSES
            sentences.append(f"{_named(self.unknown)} {has} left out.")
        if self.waiting:
            who = "One person is" if len(self.waiting) == 1 else f"{len(self.waiting)} people are"
            sentences.append(f"{who} left out because nothing is sent to them now, mostly for quiet time.")
        if self.unprintable:
            are = "is" if len(self.unprintable) == 1 else "are"
            sentences.append(
                f"{_named(self.unprintable)} {are} left out: the address is too long for this paper, "
                "or this computer has no letters for it."
            )
        return " ".join(sentences)


_NO_ADDRESSES = "have no postal address yet and are"
Composed = Generator[int, None, tuple[Document, LeftOut]]


def envelopes(work: Workspace, people: Sequence[int], size: Size, sender: bool, turned: bool) -> Composed:
    """One envelope for each, yielding how many are done; raises `Refused` when there is none to print."""
    if not people:
        raise Refused("Nobody is chosen yet. Tick the people whose envelopes you want to print.", "people")
    pages: list[Page] = []
    left_out = LeftOut([], [], [])
    for number, contact in enumerate(people, start=1):
        lines = _lines_to(work, contact, left_out, alone=len(people) == 1)
        if lines:
            back = sender_lines(work, contact) if sender else ()
            try:
                (page,) = envelope.compose(envelope.EnvelopeJob(lines, size, back)).pages
            except Refused:
                if len(people) == 1:
                    raise
                left_out.unprintable.append(work.store.get(Contact, contact).name)
            else:
                pages.append(page._replace(upside_down=turned))
        yield number
    if not pages:
        raise Refused(left_out.sentence)
    return Document("Envelope" if len(pages) == 1 else "Envelopes", tuple(pages)), left_out


def label_sheets(work: Workspace, people: Sequence[int], stock: labels.Stock, used: int) -> Composed:
    """One label for each, yielding how many are done, twice over; raises `Refused` when there is none."""
    if not people:
        raise Refused("Nobody is chosen yet. Tick the people whose labels you want to print.", "people")
    found: list[tuple[str, ...]] = []
    left_out = LeftOut([], [], [])
    for number, contact in enumerate(people, start=1):
        lines = _lines_to(work, contact, left_out, alone=len(people) == 1)
        if len(lines) < 2:
            left_out.unknown.extend(lines)
        elif missing := faces.uncovered("".join(lines), Face.PLAIN):
            if len(people) == 1:
                raise Refused(faces.uncovered_sentence(missing, Face.PLAIN), "address")
            left_out.unprintable.append(work.store.get(Contact, contact).name)
        else:
            found.append(lines)
        yield number
    if not found:
        raise Refused(left_out.sentence)
    document = yield from after(len(people), labels.compose(found, stock, used))
    return document, left_out


def _lines_to(work: Workspace, contact: int, left_out: LeftOut, *, alone: bool) -> tuple[str, ...]:
    """The lines of somebody's address; none where several go out and this one is left out.

    Somebody alone is refused with the reason instead.
    """
    try:
        may_write_to(work, contact)
    except Refused:
        if alone:
            raise
        left_out.waiting.append(work.store.get(Contact, contact).name)
        return ()
    lines = envelope_lines(work, contact)
    if len(lines) < 2 and not alone:
        left_out.unknown.append(work.store.get(Contact, contact).name)
        return ()
    return lines


def _named(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
