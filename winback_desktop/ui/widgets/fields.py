# SPDX-License-Identifier: MIT
"""Form fields: a label, an editor, and errors in words with an icon under it."""

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.labels import PlainLabel

_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


class TextLine(QLineEdit):
    """A line edit that always has an accessible name."""

    left = Signal()
    """The owner went to another field."""

    def __init__(
        self, name: str, text: str = "", placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def setCompleter(self, completer: QCompleter | None) -> None:
        super().setCompleter(completer)
        if completer is not None:
            offered = completer.popup()
            offered.setObjectName("offered")
            # The completer's own delegate takes no padding from the style sheet.
            offered.setItemDelegate(QStyledItemDelegate(offered))

    def event(self, event: QEvent) -> bool:
        if _is_for_the_window(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._marks_an_offer():
            event.ignore()  # the completer takes the marked line; only the next Return sends the form
            return
        super().keyPressEvent(event)

    def _marks_an_offer(self) -> bool:
        completer = self.completer()
        if completer is None or not completer.popup().isVisible():
            return False
        return bool(completer.popup().selectionModel().hasSelection())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextArea(QPlainTextEdit):
    """Several lines of plain text; Tab goes to the next field."""

    left = Signal()

    def __init__(self, name: str, text: str = "", rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlainText(text)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._rows = rows
        self._fit()

    def set_rows(self, rows: int) -> None:
        """Change how many lines are visible without scrolling."""
        self._rows = rows
        self._fit()

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if _is_for_the_window(event, document.isUndoAvailable(), document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange and hasattr(self, "_rows"):
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def sizeHint(self) -> QSize:
        # The style sheet sets a least height of its own, which takes the place of the fixed one.
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._rows + 26)


class ErrorLine(QWidget):
    """One sentence on what to mend, with a warning sign; takes no room while there is nothing wrong."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(7)
        row.addWidget(Glyph(theme, "triangle-alert", "danger.solid", 15), 0, Qt.AlignmentFlag.AlignTop)
        self._words = PlainLabel(theme, "", "error", wrap=True)
        row.addWidget(self._words, 1)
        self.hide()

    def text(self) -> str:
        """The sentence shown, or nothing."""
        return self._words.whole_text()

    def set_text(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the line."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))


class FormField(QWidget):
    """A label above an editor, an optional hint, and the error line. Naming the editor is done here."""

    def __init__(
        self, theme: Theme, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self.label = PlainLabel(theme, label, "label")
        self.label.setBuddy(editor)
        self.editor = editor
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        column.addWidget(self.label)
        column.addWidget(editor)
        if hint:
            column.addWidget(PlainLabel(theme, hint, "hint", wrap=True))
            editor.setAccessibleDescription(hint)
        self._hint = hint
        self._error = ErrorLine(theme)
        column.addWidget(self._error)

    @property
    def error(self) -> str:
        """The sentence under the field."""
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong, in words; an empty sentence clears it."""
        self._error.set_text(sentence)
        self.editor.setProperty("invalid", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.setAccessibleDescription(sentence or self._hint)


def _is_for_the_window(event: QEvent, may_undo: bool, may_redo: bool) -> bool:
    """Whether a key that Qt would keep for the field means the window's command: undo where nothing
    typed can be undone, and Ctrl+E, which on Linux would only go to the end of the line."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return (
        (event.matches(QKeySequence.StandardKey.Undo) and not may_undo)
        or (event.matches(QKeySequence.StandardKey.Redo) and not may_redo)
        or event.keyCombination() == _EXPORT
    )


def is_submit(event: QKeyEvent) -> bool:
    """True for Ctrl+Enter, which saves a form from any of its fields."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(control) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
