# SPDX-License-Identifier: MIT
"""The note on its card: to be copied by hand, traced on pale lines, or printed in a handwriting face."""

from enum import StrEnum
from typing import NamedTuple

from winback_desktop.application.failures import Refused
from winback_desktop.domain.paper import Fold, Size
from winback_desktop.ui.printing import faces, layout
from winback_desktop.ui.printing.layout import Fit, Ruling
from winback_desktop.ui.printing.marks import INK, PALE_INK, RULE, Document, Face, Mark, Page, Rule, Text


class Mode(StrEnum):
    """How a note is put on paper."""

    COPY = "copy"
    RULED = "ruled"
    HAND = "hand"
    PLAIN = "plain"
    UNDERLAY = "underlay"


MODE_WORDS = {
    Mode.COPY: "Large text to copy by hand, and a ruled sheet to slip under the card",
    Mode.RULED: "Pale lines and letters to write over",
    Mode.HAND: "Printed in a handwriting face",
    Mode.PLAIN: "Printed in plain letters",
    Mode.UNDERLAY: "Only the ruled sheet to slip under the card",
}


class CardJob(NamedTuple):
    """A note to draw on ``size``. ``text`` is plain text with its own line ends."""

    text: str
    size: Size
    mode: Mode = Mode.COPY


def compose(job: CardJob) -> Document:
    """Draw the note for printing; raises `Refused` with a sentence when it would not come out whole."""
    note = layout.clean(job.text)
    if job.mode is not Mode.UNDERLAY:
        if not note.strip():
            raise Refused("The note is still empty. Write a few words first, then print it.", "text")
        if len(note) > layout.LONGEST_NOTE:
            raise Refused(
                f"The note has {len(note):,} characters, far more than any card holds. "
                "Shorten it to the few sentences that matter, then print it.",
                "text",
            )
        face = Face.HAND if job.mode in (Mode.HAND, Mode.RULED) else Face.PLAIN
        if missing := faces.uncovered(note, face):
            raise Refused(faces.uncovered_sentence(missing, face), "text")
    fitted = layout.fit(note, job.size)
    if job.mode is not Mode.UNDERLAY and not fitted.fits:
        raise Refused(fitted.advice, "text")
    return Document("Note card", pages(job, fitted))


def preview(job: CardJob) -> tuple[Document, Fit]:
    """Draw as much of the note as the card takes, whatever it is like; for the screen while typing."""
    fitted = layout.fit(job.text, job.size)
    return Document("Note card", pages(job, fitted)), fitted


def pages(job: CardJob, fitted: Fit) -> tuple[Page, ...]:
    """The sides that ``job`` puts through the printer, first the one to look at."""
    size, ruled = job.size, fitted.ruling
    fold = _fold(size)
    if job.mode is Mode.COPY:
        return (
            _page(size, "To copy by hand", fold + _to_copy(size, fitted)),
            _page(size, "To slip under the card", fold + _lines(ruled, INK, 0.35)),
        )
    if job.mode is Mode.UNDERLAY:
        return (_page(size, "To slip under the card", fold + _lines(ruled, INK, 0.35)),)
    if job.mode is Mode.RULED:
        marks = fold + _lines(ruled, RULE, 0.18) + _writing(fitted, Face.HAND, PALE_INK)
        return (_page(size, "To write over", marks),)
    if job.mode is Mode.PLAIN:
        return (_page(size, "Plain letters", fold + _to_copy(size, fitted)),)
    return (_page(size, "Handwriting", fold + _writing(fitted, Face.HAND, INK)),)


def _page(size: Size, title: str, marks: tuple[Mark, ...]) -> Page:
    return Page(size.width, size.height, marks, title)


def _writing(fitted: Fit, face: Face, ink: str) -> tuple[Mark, ...]:
    ruled = fitted.ruling
    left, right = ruled.x, ruled.x + ruled.width
    return tuple(
        Text(right if line.rtl else left, baseline, line.words, ruled.em, face, ink, line.rtl)
        for line, baseline in zip(fitted.lines, ruled.baselines, strict=False)
        if line.words
    )


def _lines(ruled: Ruling, ink: str, width: float) -> tuple[Mark, ...]:
    below = 0.09 * ruled.em
    return tuple(
        Rule(ruled.x, baseline + below, ruled.x + ruled.width, baseline + below, width, ink)
        for baseline in ruled.baselines
    )


def _to_copy(size: Size, fitted: Fit) -> tuple[Mark, ...]:
    """The same lines as on the card, as large as plain letters can stand on the same paper."""
    panel, edge = size.panel, 7.0
    lines = fitted.lines[: fitted.room]
    widest = max((faces.width(line.words, Face.PLAIN, 10.0) / 10.0 for line in lines), default=1.0)
    em = min(
        (panel.width - 2 * edge) / max(widest, 0.1), (panel.height - 2 * edge) / (1.45 * len(lines) or 1)
    )
    # In steps, so that typing does not ask for another size of the font with every letter.
    em = min(int(em * 20) / 20, 6.5)
    pitch = min((panel.height - 2 * edge) / max(1, len(lines)), 1.7 * em)
    left = panel.x + edge
    top = panel.y + edge + em
    return tuple(
        Text(
            panel.x + panel.width - edge if line.rtl else left,
            top + number * pitch,
            line.words,
            em,
            Face.PLAIN,
            INK,
            line.rtl,
        )
        for number, line in enumerate(lines)
        if line.words
    )


def _fold(size: Size) -> tuple[Mark, ...]:
    """Short ticks at both ends of the fold, where they do not show on the finished card."""
    if size.fold is Fold.SIDE:
        middle = size.width / 2
        return (
            Rule(middle, 5, middle, 8, 0.15, RULE, True),
            Rule(middle, size.height - 8, middle, size.height - 5, 0.15, RULE, True),
        )
    if size.fold is Fold.TOP:
        middle = size.height / 2
        return (
            Rule(5, middle, 8, middle, 0.15, RULE, True),
            Rule(size.width - 8, middle, size.width - 5, middle, 0.15, RULE, True),
        )
    return ()
