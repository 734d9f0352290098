# SPDX-License-Identifier: MIT
"""The small sheets over the studio: posted on a day, ending quiet time early, earlier versions."""

from PySide6.QtWidgets import QFileDialog, QWidget

from winback_desktop.ui.notes.paper_desk import PaperDesk
from winback_desktop.ui.notes.presenter import Studio
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.dates import DateField
from winback_desktop.ui.widgets.fields import FormField, TextArea
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet


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


class EarlierSheet(Sheet):
    """What the note said before: one to read, and a button that takes it back."""

    def __init__(self, theme: Theme, host: QWidget, studio: Studio) -> None:
        super().__init__(theme, host, "Earlier versions")
        self._studio = studio
        self._kept = studio.earlier()
        self.text = TextArea("The earlier text", rows=11)
        self.text.setReadOnly(True)
        cancel = QuietButton(theme, "Keep it as it is")
        cancel.clicked.connect(self.dismiss)
        self.buttons.addStretch(1)
        self.buttons.addWidget(cancel)
        if not self._kept:
            words = "Nothing yet. When you write on or reword this note, what it said before is kept here."
            self.content.addWidget(PlainLabel(theme, words, "body", wrap=True))
            return
        self.when = Choice(theme, "Version", [(str(n), when) for n, (when, _) in enumerate(self._kept)], "0")
        self.when.currentIndexChanged.connect(self._show)
        self.content.addWidget(FormField(theme, "It said until", self.when))
        self.content.addWidget(self.text)
        self.go = PrimaryButton(theme, "Take this text", "history")
        self.go.clicked.connect(self._take)
        self.buttons.addWidget(self.go)
        self._show()

    def _show(self) -> None:
        self.text.setPlainText(self._kept[int(self.when.current())][1])

    def _take(self) -> None:
        self._studio.take_back(self.text.toPlainText())
        self.finish()


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
