# SPDX-License-Identifier: MIT
"""The small sheets over the studio: print, envelope, posted on a day, and ending quiet time early."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from winback_desktop.ui.notes.paper_desk import PaperDesk
from winback_desktop.ui.notes.presenter import Studio
from winback_desktop.ui.printing.paper_preview import PaperPreview
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import ErrorLine, FormField, TextArea
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


class OutSheet(Sheet):
    """Shows a document and sends it to a printer or into a PDF; what goes wrong is said in the sheet."""

    printed = Signal()

    def __init__(self, theme: Theme, host: QWidget, title: str, desk: PaperDesk, what: str) -> None:
        super().__init__(theme, host, title)
        self._desk, self._what = desk, what
        self.paper = PaperPreview()
        self.paper.setFixedHeight(theme.em(280))
        self.paper.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.content.addWidget(self.paper)
        printers = desk.printers()
        self._printer = Choice(theme, "Printer", [(name, name) for name in printers], desk.printer)
        self._field = FormField(theme, "Printer", self._printer)
        self.content.addWidget(self._field)
        if not printers:
            self._field.hide()
            nothing = "This computer knows no printer now. Saving a PDF always works."
            self.content.addWidget(PlainLabel(theme, nothing, "secondary", wrap=True))
        self.error = ErrorLine(theme)
        self.content.addWidget(self.error)
        later = QuietButton(theme, "Not now")
        later.clicked.connect(self.dismiss)
        self.pdf = (SecondaryButton if printers else PrimaryButton)(theme, "Save as PDF…", "download")
        self.pdf.clicked.connect(self._save)
        self.buttons.addWidget(later)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.pdf)
        self.go = PrimaryButton(theme, "Print", "printer")
        self.go.setVisible(bool(printers))
        self.go.clicked.connect(self._print)
        self.buttons.addWidget(self.go)

    def documents(self) -> tuple[object, Callable]:
        """(what to show, function that composes what goes out)."""
        return self._desk.document, self._desk.card_document

    def show_paper(self) -> None:
        """Show what would come out."""
        shown, _ = self.documents()
        if shown is not None:
            self.paper.set_document(shown)

    def _refused(self, sentence: str, _field: str) -> None:
        self.error.set_text(sentence)

    def _print(self) -> None:
        self.error.set_text("")
        document = self.documents()[1](self._refused)
        if document is not None and self._desk.print(document, self._printer.current(), self._refused):
            self.printed.emit()
            self.finish()

    def _save(self) -> None:
        self.error.set_text("")
        document = self.documents()[1](self._refused)
        if document is not None:
            save_as(self, self._desk, self._what, document, self._refused, self.finish)


class EnvelopeSheet(OutSheet):
    """The envelope that goes with the card."""

    def __init__(self, theme: Theme, host: QWidget, desk: PaperDesk) -> None:
        super().__init__(theme, host, "Envelope", desk, "Envelope")
        self._sizes = Choice(theme, "Envelope", desk.envelope_sizes(), desk.envelope)
        self._sizes.currentIndexChanged.connect(self._resize)
        self.content.insertWidget(0, FormField(theme, "Envelope", self._sizes))

    def documents(self) -> tuple[object, Callable]:
        return self._desk.envelope_preview(), self._desk.envelope_document

    def _resize(self) -> None:
        self._desk.choose_envelope(self._sizes.current())
        self.show_paper()


class PostedSheet(Sheet):
    """Asks on which day the note was posted."""

    def __init__(self, theme: Theme, host: QWidget, studio: Studio) -> None:
        super().__init__(theme, host, "Posted")
        self._studio = studio
        words = "Then the note is on its way. The lunch and a small gift follow in their time."
        self.content.addWidget(PlainLabel(theme, words, "body", wrap=True))
        self.day = DateField(theme, "Posted on", studio.today(), studio.today)
        self._field = FormField(theme, "Posted on", self.day)
        self.content.addWidget(self._field)
        cancel = QuietButton(theme, "Not yet")
        cancel.clicked.connect(self.dismiss)
        self.go = PrimaryButton(theme, "Mark as posted", "mail")
        self.go.clicked.connect(self._done)
        self.buttons.addStretch(1)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go)

    def _done(self) -> None:
        if self.day.error:
            self._field.set_error(self.day.error)
        elif self._studio.posted(self.day.day(), lambda sentence, _: self._field.set_error(sentence)):
            self.finish()
            return


class UnlockSheet(Sheet):
    """Asks why it can't wait; the reason is kept with the plan."""

    def __init__(self, theme: Theme, host: QWidget, studio: Studio) -> None:
        super().__init__(theme, host, "End quiet time early")
        self._studio = studio
        self.content.addWidget(PlainLabel(theme, studio.why_wait, "body", wrap=True))
        self.reason = TextArea("Why it can't wait", rows=3)
        self._field = FormField(theme, "Why it can't wait", self.reason, "The reason stays with the plan.")
        self.content.addWidget(self._field)
        self.go = SecondaryButton(theme, "End it now", "door-open")
        self.go.clicked.connect(self._done)
        keep = PrimaryButton(theme, "Keep the quiet days")
        keep.clicked.connect(self.dismiss)
        self.buttons.addWidget(self.go)
        self.buttons.addStretch(1)
        self.buttons.addWidget(keep)

    def _done(self) -> None:
        if self._studio.unlock(self.reason.toPlainText(), lambda said, _: self._field.set_error(said)):
            self.finish()
            return


def save_as(host: QWidget, desk: PaperDesk, what: str, document, refused, done=None) -> QFileDialog:  # type: ignore[no-untyped-def]
    """Ask for a place without stopping anything else, and write the PDF there."""
    dialog = QFileDialog(host.window(), "Save as PDF")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(desk.file_name(what))

    def chosen(path: str) -> None:
        if desk.save_pdf(document, path, refused) and done is not None:
            done()

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
    return dialog
