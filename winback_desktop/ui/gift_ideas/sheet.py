# SPDX-License-Identifier: MIT
"""The sheet of gift ideas: the owner's own, hidden ones, and on a subject all that come with the program."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.gift_ideas.form_sheet import IdeaSheet
from winback_desktop.ui.gift_ideas.presenter import Form, IdeaRow, Ideas
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import (
    Button,
    IconButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import ErrorLine, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_REST = 120
_FILES = "Gift ideas (*.txt);;All files (*)"


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> "IdeasSheet":
    """Open the sheet; ``target`` may be the subject for which an idea is to be added at once."""
    sheet = IdeasSheet(theme, window, Ideas(workspace, operations))
    sheet.open()
    if isinstance(target, str):
        sheet.add(target)
    return sheet


class IdeasSheet(Sheet):
    """Every change is undoable; a file that can't be read is said in the line below."""

    def __init__(self, theme: Theme, host: QWidget, ideas: Ideas) -> None:
        super().__init__(theme, host, "Gift ideas", width=640)
        self.setObjectName("ideas-sheet")
        self._ideas = ideas
        ideas.setParent(self)
        self.line = TextLine("Look for a subject", placeholder="Grilling, roses, chess…")
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(lambda: ideas.look_for(self.line.text()))
        self.line.textEdited.connect(lambda _: self._rest.start())
        self._sentence = PlainLabel(theme, "", "secondary", wrap=True)
        self.said = PlainLabel(theme, "", "strong", wrap=True)
        self.error = ErrorLine(theme)
        self.problems = QVBoxLayout()
        self.problems.setSpacing(2)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        for part in (self.line, self.said, self.error):
            self.content.addWidget(part)
        self.content.addLayout(self.problems)
        self.content.addWidget(self._sentence)
        self.content.addLayout(self._rows)
        self.content.addStretch(1)
        take = QuietButton(theme, "From a file…", "upload")
        take.clicked.connect(self.ask_file)
        save = QuietButton(theme, "To a file…", "download")
        save.clicked.connect(self.ask_place)
        close = SecondaryButton(theme, "Close")
        close.clicked.connect(self.dismiss)
        add = PrimaryButton(theme, "Add an idea", "plus")
        add.clicked.connect(lambda: self.add(self.line.text().strip()))
        self.buttons.addWidget(take)
        self.buttons.addWidget(save)
        self.buttons.addStretch(1)
        self.buttons.addWidget(close)
        self.buttons.addWidget(add)
        ideas.refreshed.connect(self._draw)
        self.closed.connect(self.deleteLater)
        self.said.hide()
        ideas.read()

    def add(self, subject: str = "") -> IdeaSheet:
        """Open the form for a new idea."""
        return self._open(Form(subject=subject))

    def ask_file(self) -> QFileDialog:
        """Ask which file to take ideas from."""
        dialog = QFileDialog(self.window(), "Gift ideas from a file", "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        return _shown(dialog)

    def ask_place(self) -> QFileDialog:
        """Ask where the owner's own ideas are to be written."""
        dialog = QFileDialog(self.window(), "Gift ideas to a file", "", _FILES)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("gift-ideas.txt")
        dialog.fileSelected.connect(lambda path: self._tell(self._ideas.save_file(path, self._refuse)))
        return _shown(dialog)

    def take_file(self, path: str) -> None:
        """Add the ideas of a file, and say which lines were left out."""
        self._tell(*self._ideas.take_file(path, self._refuse))

    def _open(self, form: Form) -> IdeaSheet:
        return IdeaSheet(self._theme, self.window(), self._ideas, form)

    def _tell(self, sentence: str, problems: tuple[str, ...] = ()) -> None:
        if not sentence:
            return
        self.error.set_text("")
        self.said.setText(sentence)
        self.said.show()
        empty_layout(self.problems)
        for problem in problems:
            self.problems.addWidget(PlainLabel(self._theme, problem, "hint", wrap=True))

    def _refuse(self, sentence: str, _field: str) -> None:
        self.said.hide()
        empty_layout(self.problems)
        self.error.set_text(sentence)

    def _draw(self) -> None:
        self._sentence.setText(self._ideas.sentence)
        self._sentence.setVisible(bool(self._ideas.sentence))
        empty_layout(self._rows)
        before: QWidget = self.line
        for row in self._ideas.rows:
            holder = self._line_of(row)
            self._rows.addWidget(holder)
            for button in holder.findChildren(Button):
                QWidget.setTabOrder(before, button)
                before = button
        for button in self.foot.findChildren(Button):
            QWidget.setTabOrder(before, button)
            before = button

    def _line_of(self, row: IdeaRow) -> QWidget:
        theme = self._theme
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        line.addWidget(Glyph(theme, "ban" if row.hidden else "gift", "text2" if row.hidden else "gift.solid"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, row.title, "secondary" if row.hidden else "strong", wrap=True))
        marks = (("your own", row.mine), ("hidden", row.hidden))
        detail = " · ".join([row.detail, *(mark for mark, said in marks if said)])
        words.addWidget(PlainLabel(theme, detail, "hint", wrap=True))
        line.addLayout(words, 1)
        hide = QuietButton(theme, "Show again" if row.hidden else "Hide")
        hide.setAccessibleName(f"{hide.words()}: {row.title}")
        hide.clicked.connect(lambda: self._ideas.set_hidden(row.key, not row.hidden))
        line.addWidget(hide, 0, Qt.AlignmentFlag.AlignTop)
        if row.mine:
            change = IconButton(theme, "pen-line", f"Change {row.title}")
            change.clicked.connect(lambda: self._open(self._ideas.form_of(row.key)))
            remove = IconButton(theme, "trash-2", f"Remove {row.title}")
            remove.clicked.connect(lambda: self._ideas.remove(row.key))
            line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _shown(dialog: QFileDialog) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
