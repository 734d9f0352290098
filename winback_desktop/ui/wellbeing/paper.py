# SPDX-License-Identifier: MIT
"""The finish card on paper: a PDF always, a printer where there is one."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from winback_desktop.ui.operations import Operations
from winback_desktop.ui.printing import mission_card, output
from winback_desktop.ui.printing.marks import Document
from winback_desktop.ui.wellbeing.game import Game

Compose = Callable[[], Document]


class Press:
    """Puts documents out; what goes wrong is said as everywhere else."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def offer(self, beside: QWidget, compose: Compose, name: str) -> QMenu:
        """Open a menu with "Save as PDF…" and the printers that the system knows."""
        menu = QMenu(beside)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("Save as PDF…", lambda: self.ask_for_file(beside.window(), compose, name))
        for printer in output.printers():
            menu.addAction(
                f"Print on {printer}".replace("&", "&&"),
                lambda printer=printer: self._operations.run(lambda: output.print_to(compose(), printer)),
            )
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))
        return menu

    def ask_for_file(self, window: QWidget, compose: Compose, name: str) -> QFileDialog:
        """Ask where the PDF goes, without stopping the window."""
        dialog = QFileDialog(window, "Save as PDF")
        dialog.finished.connect(dialog.deleteLater)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{name}.pdf")
        dialog.fileSelected.connect(lambda path: self.save(compose, path))
        dialog.open()
        return dialog

    def save(self, compose: Compose, path: str) -> None:
        """Write the PDF."""
        self._operations.run(lambda: output.save_pdf(compose(), path))


def finish_card(game: Game) -> Document:
    """The card for the latest mission."""
    row = game.mission()
    assert row is not None
    return mission_card.compose(
        mission_card.MissionJob(
            row.name, game.finished_dates(), row.helped, row.target, game.finished_lines(), row.best
        )
    )
