# SPDX-License-Identifier: MIT
"""The sheet of the unsent letter: an editor that lets nothing out, and the shredder."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.ui.day_words import long_day
from winback_desktop.ui.navigation import Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.vent.letter import TERMS, UnsentLetter
from winback_desktop.ui.widgets.buttons import DangerButton, PrimaryButton
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import FormField, TextArea
from winback_desktop.ui.widgets.labels import PlainLabel
from winback_desktop.ui.widgets.sheet import Sheet

_WORDS = (
    "Write what you would never send. It stays in this computer's memory while the program runs: it is in no "
    "file, no backup, no undo and no search, and it cannot be copied or printed. Then it is gone."
)
_OUT = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Print,
)


def open_sheet(
    window: QWidget,
    workspace: Workspace,
    operations: Operations,
    navigator: Navigator,
    theme: Theme,
    target: object = None,
) -> Sheet:
    """Open the unsent letter over ``window``, which keeps it until it is shredded."""
    letter = window.findChild(UnsentLetter) or UnsentLetter(workspace.clock, window)
    sheet = VentSheet(theme, window, letter)
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()
    return sheet


class VentSheet(Sheet):
    """Closing it keeps the letter for later; the shredder takes it away at once."""

    def __init__(self, theme: Theme, host: QWidget, letter: UnsentLetter) -> None:
        super().__init__(theme, host, "A letter that is not sent")
        self._letter = letter
        letter.look()
        self.content.addWidget(PlainLabel(theme, _WORDS, "secondary", wrap=True))
        self.editor = SealedEditor("The letter that is not sent", letter.text, rows=12)
        self.editor.textChanged.connect(self._write)
        self.content.addWidget(self.editor)
        self.term = Choice(theme, "Shred it", TERMS, letter.term)
        self.term.currentIndexChanged.connect(self._keep)
        self.content.addWidget(FormField(theme, "Shred it", self.term))
        self._when = PlainLabel(theme, "", "secondary", wrap=True)
        self.content.addWidget(self._when)
        letter.shredded.connect(self._gone)
        self.shred = DangerButton(theme, "Shred it now", "trash-2")
        self.shred.clicked.connect(letter.shred)
        keep = PrimaryButton(theme, "Close")
        keep.clicked.connect(self.dismiss)
        self.buttons.addWidget(self.shred)
        self.buttons.addStretch(1)
        self.buttons.addWidget(keep)
        self._say_when()

    def _write(self) -> None:
        self._letter.write(self.editor.toPlainText())
        self._say_when()

    def _keep(self) -> None:
        self._letter.keep_until(self.term.current())
        self._say_when()

    def _say_when(self) -> None:
        day = self._letter.gone_on
        self._when.setText(
            f"Gone when {long_day(day)} begins, or when the program ends before." if day else ""
        )
        self._when.setVisible(day is not None)

    def _gone(self) -> None:
        # Another document: the old one would keep the words in its own undo.
        self.editor.blockSignals(True)
        self.editor.setPlainText("")
        self.editor.document().clearUndoRedoStacks()
        self.editor.blockSignals(False)


class SealedEditor(TextArea):
    """Plain text that can be typed and pasted, but neither copied, cut, dragged, printed nor learned from."""

    def __init__(self, name: str, text: str, rows: int) -> None:
        super().__init__(name, text, rows)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhMultiLine | hints.ImhSensitiveData | hints.ImhNoPredictiveText)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copying, dragging and the selection clipboard all ask here, and get nothing."""
        return QMimeData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(key) for key in _OUT):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.accept()
            return
        super().keyPressEvent(event)
