# SPDX-License-Identifier: MIT
"""Draws every page with sample data to pictures, and every kind of paper to PDFs, without a screen."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from winback_desktop.application.failures import Refused
from winback_desktop.application.gather_paper import envelope_lines, month_on_paper, sender_lines
from winback_desktop.application.ports import Workspace
from winback_desktop.application.write_notes import note_for
from winback_desktop.domain import paper
from winback_desktop.domain.people import Contact, Interest
from winback_desktop.domain.practice import Plan, StepKind
from winback_desktop.domain.wording import short_day, step_word
from winback_desktop.ui import navigation
from winback_desktop.ui.main_window import MainWindow
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.printing import agenda, brief, card, envelope, month, output
from winback_desktop.ui.theme import Theme

SIZE = (1240, 800)

OpenWindow = Callable[[Workspace, Theme], tuple[MainWindow, Navigator]]
"""Opens a window on a workspace; passed in, because only the composition root knows how."""


def screenless() -> QApplication:
    """The running application, or one that needs no screen."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication(["winback"])


def draw_tour(folder: Path, sample: Workspace, empty: Workspace, open_window: OpenWindow) -> list[Path]:
    """Draw pages in light and dark and paper as PDF into ``folder``; raises Refused when it can't."""
    application = screenless()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"The folder {folder} cannot be made: {error.strerror}. Choose another one.") from error
    files: list[Path] = []
    for appearance in ("light", "dark"):
        theme = Theme(application, appearance)
        files += _pictures(folder, appearance, theme, sample, empty, open_window)
    return files + [_written(document, folder / f"{name}.pdf") for name, document in _paper(sample)]


def _pictures(
    folder: Path, appearance: str, theme: Theme, sample: Workspace, empty: Workspace, open_window: OpenWindow
) -> Iterator[Path]:
    window, _ = open_window(empty, theme)
    yield _grabbed(window, folder / f"empty-{appearance}.png")
    window.deleteLater()
    window, navigator = open_window(sample, theme)
    rosa = _person(sample, "Rosa Delgado")
    priya = _person(sample, "Priya Nair")
    for name, page, target in (
        ("today", navigation.TODAY, None),
        ("calendar", navigation.CALENDAR, None),
        ("customers", navigation.CUSTOMERS, None),
        ("customer", navigation.CUSTOMERS, priya.id),
        ("note", navigation.NOTES, _plan(sample, rosa).id),
        ("wellbeing", navigation.WELLBEING, None),
        ("insights", navigation.INSIGHTS, None),
        ("settings", navigation.SETTINGS, None),
    ):
        navigator.go(page, target)
        yield _grabbed(window, folder / f"{name}-{appearance}.png")
    navigator.go(navigation.TODAY)
    navigator.ask(navigation.RECORD_LOSS)
    yield _grabbed(window, folder / f"loss-{appearance}.png")
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _grabbed(window: QWidget, file: Path) -> Path:
    window.resize(*SIZE)
    window.show()
    for _ in range(5):  # layouts settle over several rounds: sizes first, then wrapped text
        QCoreApplication.processEvents()
    if not window.grab().save(str(file)):
        raise Refused(f"The picture {file} cannot be written. Make room or choose another folder.")
    return file


def _paper(work: Workspace) -> Iterator[tuple[str, output.Document]]:
    rosa = _person(work, "Rosa Delgado")
    text = note_for(work, _plan(work, rosa).id).text
    for mode in (card.Mode.COPY, card.Mode.RULED, card.Mode.HAND):
        yield f"note-{mode}", card.compose(card.CardJob(text, paper.parse("A6"), mode))
    lines = envelope_lines(work, rosa.id)
    c6 = paper.parse("C6", paper.Kind.ENVELOPE)
    yield "envelope", envelope.compose(envelope.EnvelopeJob(lines, c6, sender_lines(work)))
    marcus = _person(work, "Marcus Lindqvist")
    liked = work.store.find(Interest, contact=marcus.id, order="position")
    yield (
        "lunch-brief",
        brief.compose(
            brief.BriefJob(
                marcus.name,
                marcus.organisation,
                remembered=tuple(f"{each.label}: “{each.words}”" for each in liked),
            )
        ),
    )
    found = month_on_paper(work, work.clock.today())
    entries = tuple(
        agenda.Entry(row.due, row.name, step_word(StepKind(row.kind)), row.organisation) for row in found.rows
    )
    size, locale = paper.usual_sheet(found.country), agenda.locale_of(found.country)
    yield (
        "month",
        month.compose(month.MonthJob(found.first, entries, found.closed, found.week_start, size, locale)),
    )
    heading = f"From {short_day(found.first)}"
    yield "agenda", agenda.compose(agenda.AgendaJob(heading, entries, found.closed, size, locale))


def _written(document: output.Document, file: Path) -> Path:
    output.save_pdf(document, file)
    return file


def _person(work: Workspace, name: str) -> Contact:
    return work.store.find(Contact, name=name)[0]


def _plan(work: Workspace, contact: Contact) -> Plan:
    return work.store.find(Plan, contact=contact.id, order="-id", limit=1)[0]
