# SPDX-License-Identifier: MIT
"""The print sheet: the paper as it will come out, the choices under it, and the two ways out."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QWidget,
)

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.navigation import Navigator, PrintWish
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.paperwork.batch import Batch
from winback_desktop.ui.paperwork.fields import PaperFields
from winback_desktop.ui.paperwork.presenter import PrintDesk, pages_in_words
from winback_desktop.ui.paperwork.printer_fields import PrinterFields
from winback_desktop.ui.paperwork.second_side import SecondSide
from winback_desktop.ui.printing.paper_preview import PaperPreview
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import ErrorLine, FormField
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_WIDTH, _TALL = 700, 290
MOST_COPIES = 50


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object,
) -> "PrintSheet | None":
    """Open the print sheet over ``window`` for a `PrintWish`."""
    if not isinstance(target, PrintWish):
        return None
    sheet = PrintSheet(theme, window, PrintDesk(workspace, operations, target))
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()
    return sheet


class PrintSheet(Sheet):
    """One thing to print. Everything that goes wrong is said in the sheet, and nothing is lost."""

    def __init__(self, theme: Theme, host: QWidget, desk: PrintDesk) -> None:
        super().__init__(theme, host, desk.title, width=_WIDTH)
        desk.setParent(self)
        self.desk = desk
        self._batch: Batch | None = None
        self.paper = PaperPreview()
        self.paper.setFixedHeight(theme.em(_TALL))
        self.paper.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.content.addWidget(self.paper)
        self.content.addLayout(self._pages())
        self._hint = PlainLabel(theme, "", "secondary", wrap=True)
        self.content.addWidget(self._hint)
        self.fields = PaperFields(theme, desk)
        self.content.addWidget(self.fields)
        self.content.addLayout(self._printer_row())
        self.printer_fields = PrinterFields(theme, desk.kind)
        self.printer_fields.changed.connect(desk.set_habits)
        self.printer_fields.hide()
        self.content.addWidget(self.printer_fields)
        self._progress = QProgressBar()
        self._progress.setAccessibleName("How far the printing is")
        self._progress.setTextVisible(False)
        self._progress.hide()
        self.content.addWidget(self._progress)
        self.error = ErrorLine(theme)
        self.content.addWidget(self.error)
        self._fill_buttons()
        self.paper.page_turned.connect(lambda _number: self._turn_words())
        desk.drawn.connect(self._refresh)
        self.closed.connect(self.cancel)
        if desk.lost_printer:
            self.error.set_text(
                f"The printer used last, “{desk.lost_printer}”, is not there now. "
                "Switch it on and open this again, or choose another; saving a PDF always works."
            )
        self._refresh()

    def cancel(self) -> None:
        """Leave off what is being drawn or sent."""
        if self._batch is not None:
            self._batch.cancel()

    def save_to(self, path: str) -> None:
        """Save everything as a PDF at ``path``."""
        self._run(self.desk.saving(path), lambda _drawn: self.finish())

    def print_out(self) -> None:
        """Send everything to the chosen printer."""
        two = self.desk.two_passes
        self._run(self.desk.printing(), self._other_sides if two else self._printed)

    def _pages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._back = IconButton(self._theme, "chevron-left", "The side before")
        self._on = IconButton(self._theme, "chevron-right", "The next side")
        self._side = PlainLabel(self._theme, "", "secondary")
        self._back.clicked.connect(lambda: self.paper.set_page_number(self.paper.page_number - 1))
        self._on.clicked.connect(lambda: self.paper.set_page_number(self.paper.page_number + 1))
        row.addStretch(1)
        for widget in (self._back, self._side, self._on):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _printer_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        desk = self.desk
        names = [(name, name) for name in desk.printers] or [("", "No printer is there now")]
        self.printer = Choice(self._theme, "Printer", names, desk.printer)
        self.printer.setEnabled(bool(desk.printers))
        self.printer.currentIndexChanged.connect(self._other_printer)
        row.addWidget(FormField(self._theme, "Printer", self.printer), 1)
        numbers = [(str(number), str(number)) for number in range(1, MOST_COPIES + 1)]
        self.copies = Choice(self._theme, "Copies", numbers, str(desk.chosen.copies))
        self.copies.setMinimumContentsLength(3)
        self.copies.currentIndexChanged.connect(lambda: desk.choose(copies=int(self.copies.current())))
        row.addWidget(FormField(self._theme, "Copies", self.copies))
        self._more = QuietButton(self._theme, "This printer…", "settings")
        self._more.clicked.connect(lambda: self.printer_fields.setVisible(self.printer_fields.isHidden()))
        self._more.setVisible(bool(desk.printers))
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _fill_buttons(self) -> None:
        some = bool(self.desk.printers)
        self.later = QuietButton(self._theme, "Not now")
        self.later.clicked.connect(self._leave)
        self.pdf = (SecondaryButton if some else PrimaryButton)(self._theme, "Save as PDF…", "download")
        self.pdf.clicked.connect(self._ask_for_file)
        self.go = PrimaryButton(self._theme, "Print", "printer")
        self.go.setVisible(some)
        self.go.clicked.connect(self.print_out)
        self.buttons.addWidget(self.later)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.pdf)
        self.buttons.addWidget(self.go)

    def _refresh(self) -> None:
        desk = self.desk
        self.paper.set_document(desk.document)
        self.paper.setVisible(bool(desk.document.pages))
        self._hint.setText(desk.problem or desk.remark)
        self._hint.setVisible(bool(desk.problem or desk.remark))
        self.fields.refresh()
        self.printer_fields.show_habits(desk.habits)
        self._turn_words()

    def _turn_words(self) -> None:
        pages = self.desk.document.pages
        number = self.paper.page_number
        several = len(pages) > 1
        for button in (self._back, self._on):
            button.setVisible(several)
        self._side.setVisible(bool(pages))
        if pages:
            self._side.setText(pages_in_words(pages[number], number, len(pages)))
            self._back.setEnabled(number > 0)
            self._on.setEnabled(number < len(pages) - 1)

    def _other_printer(self) -> None:
        self.error.set_text("")
        self.desk.choose_printer(self.printer.current())

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self.window(), "Save as PDF")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.desk.file_name())
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _leave(self) -> None:
        if self._batch is not None and self._batch.running:
            self.cancel()
        else:
            self.dismiss()

    def _run(self, steps, then) -> None:  # type: ignore[no-untyped-def]
        self.error.set_text("")
        self._batch = Batch(steps, self)
        self._batch.progressed.connect(self._progress.setValue)
        self._batch.finished.connect(lambda result: (self._busy(False), then(result)))
        self._batch.refused.connect(self._refused)
        self._batch.cancelled.connect(self._stopped)
        self._busy(True)
        self._bring_to_view(self._progress)
        self._batch.start()

    def _busy(self, busy: bool) -> None:
        total = self.desk.total()
        self._progress.setRange(0, total)
        self._progress.setVisible(busy and total > 40)
        self.later.set_words("Cancel" if busy else "Not now")
        for widget in (self.fields, self.printer, self.copies, self.printer_fields, self.pdf, self.go):
            widget.setEnabled(not busy)
        self.printer.setEnabled(not busy and bool(self.desk.printers))

    def _refused(self, sentence: str, _field: str) -> None:
        self._busy(False)
        self._say(sentence)

    def _stopped(self) -> None:
        self._busy(False)
        self._say(self.desk.left_off())

    def _say(self, sentence: str) -> None:
        self.error.set_text(sentence)
        self._bring_to_view(self.error)

    def _bring_to_view(self, widget: QWidget) -> None:
        """Scroll to what stands below the choices; in a small window it would not be seen."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(widget))

    def _printed(self, _drawn: object) -> None:
        self.desk.printed()
        self.finish()

    def _other_sides(self, drawn) -> None:  # type: ignore[no-untyped-def]
        """The first sides are out: show how to put them back."""
        self.hide()
        second = SecondSide(self._theme, self.parentWidget(), self.desk.habits.face_up)
        second.wanted.connect(lambda: self._second_pass(second, drawn))
        second.dismissed.connect(lambda: self._printed(drawn))
        second.closed.connect(second.deleteLater)
        second.open()

    def _second_pass(self, second: SecondSide, drawn) -> None:  # type: ignore[no-untyped-def]
        batch = Batch(self.desk.printing(drawn), self)
        batch.finished.connect(lambda _done: (second.finish(), self._printed(_done)))
        batch.refused.connect(lambda sentence, _field: second.refused(sentence))
        second.go.setEnabled(False)
        batch.start()
