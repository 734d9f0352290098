# SPDX-License-Identifier: MIT
"""The sheet of the owner's templates: choose, edit, see the note they make, keep, share."""

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from winback_desktop.ui.notes.templates import Templates
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconMenuButton, PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import ErrorLine, FormField, TextArea, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_NEW = ""
_WORDS = (
    "A heading such as [thanks] or [door], and below it one way to say it a line. What stands in braces, "
    "such as {first_name} or {their_words}, is filled in. Parts you leave out stay out; only their name and "
    "your closing are added."
)


class TemplateSheet(Sheet):
    """Nothing is kept until it is saved, and no template runs anything: it is text."""

    def __init__(self, theme: Theme, host: QWidget, templates: Templates) -> None:
        super().__init__(theme, host, "Your templates", width=720)
        self._templates = templates
        self.which = Choice(theme, "Template")
        self.which.currentIndexChanged.connect(self._open)
        self.name = TextLine("Name")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(FormField(theme, "Template", self.which), 1)
        self._name_field = FormField(theme, "Name", self.name)
        row.addWidget(self._name_field, 1)
        self.content.addLayout(row)
        self.content.addWidget(PlainLabel(theme, _WORDS, "secondary", wrap=True))
        self.text = TextArea("The template", rows=9)
        self.text.textChanged.connect(self._try)
        self.content.addWidget(self.text)
        self._trial = TextArea("The note it makes", rows=7)
        self._trial.setReadOnly(True)
        self.content.addWidget(FormField(theme, "The note it makes", self._trial))
        self.error = ErrorLine(theme)
        self.content.addWidget(self.error)
        self.buttons.addWidget(IconMenuButton(theme, "ellipsis", "More for this template", self._fill_more))
        self.buttons.addStretch(1)
        self.keep = SecondaryButton(theme, "Save the template", "save")
        self.keep.clicked.connect(self._save)
        self.go = PrimaryButton(theme, "Use it for this note", "pen-line")
        self.go.clicked.connect(self._use)
        self.buttons.addWidget(self.keep)
        self.buttons.addWidget(self.go)
        self._list(next(iter(templates.names()), _NEW))

    def bring(self, path: str) -> None:
        """Take over a shared file."""
        name = self._templates.bring(path, self._refused)
        if name:
            self._list(name)

    def share(self, path: str) -> None:
        """Write the template into a file."""
        self._templates.share(path, self.text.toPlainText(), self._refused)

    def delete(self) -> None:
        """Delete the template that is shown; its text stays in the field until another is chosen."""
        name, text = self.which.current(), self.text.toPlainText()
        self._templates.remove(name, self._refused)
        self._list(_NEW)
        self.name.setText(name)
        self.text.setPlainText(text)

    def _list(self, chosen: str) -> None:
        names = self._templates.names()
        choices = [(name, name) for name in names] + [(_NEW, "A new one, from the usual words")]
        self.which.set_choices(choices, chosen)
        self.which.setCurrentIndex(self.which.findData(chosen))
        self._open()

    def _open(self) -> None:
        self.error.set_text("")
        name = self.which.current()
        text = self._templates.text(name, self._refused) if name else self._templates.beginning()
        self.name.setText(name or "My words")
        self.text.setPlainText(text)

    def _try(self) -> None:
        note, mend = self._templates.trial(self.text.toPlainText())
        self._trial.setPlainText(note)
        self.error.set_text(mend)
        self.go.setEnabled(bool(note))

    def _save(self) -> None:
        name = self._templates.save(self.name.text(), self.text.toPlainText(), self._refused)
        if name:
            self._list(name)

    def _use(self) -> None:
        if self._templates.use(self.text.toPlainText(), self._refused):
            self.finish()

    def _refused(self, sentence: str, _field: str) -> None:
        self.error.set_text(sentence)

    def _fill_more(self, menu: QMenu) -> None:
        menu.addAction("Take one from a file…", self._ask_to_bring)
        menu.addAction("Save it as a file to share…", self._ask_to_share)
        if self.which.current():
            menu.addAction("Delete this template", self.delete)

    def _ask_to_bring(self) -> None:
        self._dialog(QFileDialog.AcceptMode.AcceptOpen, "Take a template from a file", self.bring)

    def _ask_to_share(self) -> None:
        self._dialog(QFileDialog.AcceptMode.AcceptSave, "Save the template as a file", self.share)

    def _dialog(self, mode: QFileDialog.AcceptMode, title: str, chosen) -> None:  # type: ignore[no-untyped-def]
        dialog = QFileDialog(self.window(), title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter("Text (*.txt)")
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()
