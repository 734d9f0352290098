# SPDX-License-Identifier: MIT
"""The import over the window: file, columns, summary, result; each step can be left without a trace."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.importing.presenter import ImportPresenter
from winback_desktop.ui.importing.view import SummaryView, TableView
from winback_desktop.ui.navigation import CUSTOMERS, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import ErrorLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_FILES = "Address books (*.vcf *.vcard *.csv *.tsv *.txt);;All files (*)"


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> "ImportSheet":
    """Open the import, or keep the open one; ``target`` may be the path of a file."""
    for open_one in window.findChildren(ImportSheet):
        if open_one.isVisible():
            return open_one
    sheet = ImportSheet(theme, window, ImportPresenter(workspace, operations), navigator)
    sheet.open()
    if isinstance(target, str) and target:
        sheet.take(target)
    return sheet


class ImportSheet(Sheet):
    """One import. Nothing is stored before its last button."""

    def __init__(self, theme: Theme, host: QWidget, presenter: ImportPresenter, navigator: Navigator) -> None:
        super().__init__(theme, host, "Bring customers in", width=760)
        self.setObjectName("import-sheet")
        self._presenter, self._navigator = presenter, navigator
        presenter.setParent(self)
        self.closed.connect(self.deleteLater)
        self._start()

    def take(self, path: str) -> None:
        """Go on with a file."""
        kind = self._presenter.choose(path, self._refuse)
        if kind == "csv":
            self._show_table()
        elif kind:
            self._read()

    def _start(self) -> None:
        self._clear()
        self.content.addWidget(
            PlainLabel(
                self._theme,
                "Choose a file that your address book wrote: vCard (.vcf) or a table (.csv). "
                "Nothing is stored before you have seen what would happen.",
                "body",
                wrap=True,
            )
        )
        self._finish_content()
        self._button(PrimaryButton(self._theme, "Choose a file…", "upload"), self._choose)

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), "Bring customers in", "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def _show_table(self) -> None:
        table = self._presenter.table(self._refuse)
        if table is None:
            return
        self._clear()
        self.set_title(self._presenter.name)
        view = TableView(self._theme, table)
        self.content.addWidget(view)
        self._finish_content()
        self._button(QuietButton(self._theme, "Another file"), self._start)

        def go_on() -> None:
            self._presenter.set_columns(view.fields())
            self._read()

        self._button(PrimaryButton(self._theme, "Go on", "chevron-right"), go_on)

    def _read(self) -> None:
        self._clear()
        self.set_title(self._presenter.name)
        self.content.addWidget(PlainLabel(self._theme, "Reading…", "body"))
        self._finish_content()
        # Painted first: a large file takes a few seconds.
        QTimer.singleShot(30, self, self._read_now)

    def _read_now(self) -> None:
        if self._presenter.read(self._refuse_and_start):
            self._summarise()

    def _summarise(self) -> None:
        summary = self._presenter.summary(self._refuse_and_start)
        if summary is None:
            return
        self._clear()
        view = SummaryView(self._theme, summary, self._decide)
        self.content.addWidget(view)
        self._finish_content()
        self._button(QuietButton(self._theme, "Another file"), self._start)
        people = "1 customer" if summary.count == 1 else f"{summary.count:,} customers"
        do = PrimaryButton(self._theme, f"Bring in {people}", "check")
        do.setEnabled(summary.count > 0)
        self._button(do, self._import)

    def _decide(self, place: int, decision: str) -> None:
        self._presenter.decide(place, decision)
        QTimer.singleShot(0, self, self._summarise)

    def _import(self) -> None:
        sentence = self._presenter.run(self._refuse)
        if not sentence:
            return
        self._clear()
        self.set_title("Your customers are here")
        self.content.addWidget(PlainLabel(self._theme, sentence, "item", wrap=True))
        self._finish_content()
        self._button(SecondaryButton(self._theme, "Undo the import", "undo-2"), self._undo)
        self._button(PrimaryButton(self._theme, "See them", "users"), self._see)

    def _undo(self) -> None:
        self._presenter.undo()
        self._start()

    def _see(self) -> None:
        self.finish()
        self._navigator.go(CUSTOMERS)

    def _refuse_and_start(self, sentence: str, field: str) -> None:
        self._start()
        self._refuse(sentence, field)

    def _refuse(self, sentence: str, _field: str) -> None:
        self._error.set_text(sentence)

    def _button(self, button, pressed) -> None:  # type: ignore[no-untyped-def]
        button.clicked.connect(lambda _checked=False: pressed())
        self.buttons.addWidget(button)
        if isinstance(button, PrimaryButton):
            # Shown by the next round of events, and only then ready for the keyboard.
            QTimer.singleShot(0, button, button.setFocus)

    def _finish_content(self) -> None:
        self._error = ErrorLine(self._theme)
        self.content.addWidget(self._error)
        self.content.addStretch(1)
        self.buttons.addStretch(1)

    def _clear(self) -> None:
        for layout in (self.content, self.buttons):
            empty_layout(layout)
