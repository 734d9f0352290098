# SPDX-License-Identifier: MIT
"""The month or the agenda on paper: a PDF always, a printer where there is one."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from winback_desktop.ui.calendar.presenter import MONTH, CalendarPresenter
from winback_desktop.ui.printing import agenda, month, output
from winback_desktop.ui.printing.marks import Document


def document_of(presenter: CalendarPresenter) -> Document:
    """What is on screen as a document: a month as one wide sheet, a week or an agenda as a list."""
    cells = presenter.printable()
    entries = tuple(
        agenda.Entry(cell.day, chip.name, chip.detail, chip.mark, "" if chip.care else chip.short)
        for cell in cells
        for chip in cell.chips
    )
    closed = tuple((cell.day, cell.closed) for cell in cells if cell.closed or cell.weekend)
    if presenter.mode == MONTH:
        first = next(cell.day for cell in cells if cell.inside)
        return month.compose(
            month.MonthJob(first, entries, closed, week_start=presenter.week_start, locale=QLocale())
        )
    return agenda.compose(agenda.AgendaJob(presenter.title(), entries, closed, locale=QLocale()))


def offer_paper(presenter: CalendarPresenter, beside: QWidget) -> QMenu:
    """Open a menu with "Save as PDF…" and the printers that the system knows."""
    menu = QMenu(beside)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.addAction("Save as PDF…", lambda: ask_for_file(presenter, beside.window()))
    for name in output.printers():
        menu.addAction(
            f"Print on {name}".replace("&", "&&"),
            lambda name=name: presenter.put_out(lambda: output.print_to(document_of(presenter), name)),
        )
    menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))
    return menu


def ask_for_file(presenter: CalendarPresenter, window: QWidget) -> QFileDialog:
    """Ask where the PDF goes, without stopping the window."""
    dialog = QFileDialog(window, "Save as PDF")
    dialog.finished.connect(dialog.deleteLater)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(f"{presenter.title()}.pdf")
    dialog.fileSelected.connect(
        lambda path: presenter.put_out(lambda: output.save_pdf(document_of(presenter), path))
    )
    dialog.open()
    return dialog
