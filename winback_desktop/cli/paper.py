# SPDX-License-Identifier: MIT
"""Paper on the command line: the note, the envelope and the month, as a PDF or through a printer."""

from argparse import Namespace
from datetime import date

from winback_desktop.application.change_plans import current_plan, unlock_early
from winback_desktop.application.contact_names import contact_for
from winback_desktop.application.failures import Refused
from winback_desktop.application.gather_paper import envelope_lines, month_on_paper, sender_lines
from winback_desktop.application.ports import Workspace
from winback_desktop.application.preview_plan import EARLIEST, LATEST
from winback_desktop.application.write_notes import mark_note, may_print, note_for
from winback_desktop.cli.answers import Answer
from winback_desktop.cli.workspaces import own_file_refused, workspace
from winback_desktop.domain import paper
from winback_desktop.domain.practice import NoteState, StepKind
from winback_desktop.domain.wording import step_word


def run_note(arguments: Namespace) -> Answer:
    """Draw a plan's note; refused in quiet time unless it is unlocked with a reason."""
    from winback_desktop.ui.printing import card

    size = _size(arguments.card, paper.Kind.CARD)
    with workspace(arguments) as work:
        _unlock(work, arguments.plan, arguments.unlock)
        may_print(work, arguments.plan)
        note = note_for(work, arguments.plan)
        answer = _put_out(
            arguments, lambda: card.compose(card.CardJob(note.text, size, card.Mode(arguments.mode)))
        )
        if arguments.printer:
            mark_note(work, note, NoteState.PRINTED)
    return answer


def run_envelope(arguments: Namespace) -> Answer:
    """Draw a customer's envelope; refused in quiet time like the note."""
    from winback_desktop.ui.printing import envelope

    size = _size(arguments.size, paper.Kind.ENVELOPE)
    with workspace(arguments) as work:
        contact = contact_for(work, arguments.contact)
        plan = current_plan(work, contact.id)
        if plan is not None:
            _unlock(work, plan.id, arguments.unlock)
            may_print(work, plan.id)
        job = envelope.EnvelopeJob(envelope_lines(work, contact.id), size, sender_lines(work))
        return _put_out(arguments, lambda: envelope.compose(job))


def run_agenda(arguments: Namespace) -> Answer:
    """Draw a month's follow-ups."""
    from winback_desktop.ui.printing.agenda import Entry, locale_of
    from winback_desktop.ui.printing.month import MonthJob, compose

    with workspace(arguments) as work:
        month = month_on_paper(work, _month(arguments.month) or work.clock.today())
    entries = tuple(
        Entry(row.due, row.name, step_word(StepKind(row.kind)), row.organisation) for row in month.rows
    )
    size, locale = paper.usual_sheet(month.country), locale_of(month.country)
    job = MonthJob(month.first, entries, month.closed, month.week_start, size, locale)
    return _put_out(arguments, lambda: compose(job))


def _put_out(arguments: Namespace, compose) -> Answer:  # type: ignore[no-untyped-def]
    from winback_desktop.ui.printing.output import print_to, save_pdf
    from winback_desktop.ui.printing.screenless import application

    if not getattr(arguments, "printer", None):
        own_file_refused(arguments, arguments.pdf)
    keep = application()
    document = compose()
    printer = getattr(arguments, "printer", None)
    printed = print_to(document, printer) if printer else save_pdf(document, arguments.pdf)
    del keep
    data = {name: value for name, value in printed._asdict().items() if value != ""}
    where = f"Sent to {printed.printer}" if printer else f"Wrote {printed.file}"
    pages = "1 page" if printed.pages == 1 else f"{printed.pages} pages"
    return Answer(data, (f"{where}: {pages}, {printed.width_mm:g} × {printed.height_mm:g} mm.",))


def _unlock(work: Workspace, plan: int, reason: str | None) -> None:
    if reason is not None:
        unlock_early(work, plan, reason)


def _size(text: str, kind: paper.Kind) -> paper.Size:
    try:
        return paper.parse(text, kind)
    except paper.UnknownSize as unknown:
        raise Refused(str(unknown)) from unknown


def _month(text: str | None) -> date | None:
    try:
        month = date.fromisoformat(f"{text}-01") if text else None
    except ValueError:
        raise Refused(f"“{text}” is no month; write it as 2026-11.") from None
    if month is not None and not EARLIEST <= month <= LATEST:
        raise Refused(f"{text} is out of range; use a month from {EARLIEST.year} to {LATEST.year}.")
    return month
