# SPDX-License-Identifier: MIT
"""Editors for what a person may have several of: phones, e-mail addresses, important days."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.person.rows import DayRow, PointRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton
from winback_desktop.ui.widgets.fields import TextLine


class Several(QWidget):
    """One line each; a small plus at the last one adds another, a cross takes one away."""

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str, another: str) -> None:
        super().__init__()
        self._theme, self._name, self._another = theme, name, another
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.lines: list[_Entry] = []
        self.setAccessibleName(name)

    def add_empty(self) -> None:
        """Offer another empty line and give it the keyboard."""
        self._add().editors[0].setFocus()
        self._offer_more()

    def texts(self) -> list[tuple[int, tuple[str, ...]]]:
        """(number, what was typed) of each line."""
        return [(line.key, line.texts()) for line in self.lines]

    def show_texts(self, rows: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        """Show other values; an empty line that has the keyboard stays, and so does text that is equal."""
        waiting = self.lines and self.lines[-1].has_keyboard() and not any(self.lines[-1].texts())
        least = len(rows) + (1 if waiting else 0)
        wanted = [*rows, *[(0, ())] * (max(1, least) - len(rows))]
        while len(self.lines) > len(wanted):
            self.lines.pop().discard()
        while len(self.lines) < len(wanted):
            self._add()
        for line, (key, texts) in zip(self.lines, wanted, strict=True):
            line.show_texts(key, texts)
        self._offer_more()

    def _names(self) -> tuple[tuple[str, str, int], ...]:
        """(accessible name, placeholder, share of the width) of each editor of a line."""
        return ((self._name, "", 1),)

    def _add(self) -> "_Entry":
        number = f" {len(self.lines) + 1}" if self.lines else ""
        line = _Entry(self._theme, self._names(), number, self._another)
        line.edited.connect(self._typed)
        line.left.connect(self.left)
        line.more.clicked.connect(self.add_empty)
        line.drop.clicked.connect(lambda: self._drop(line))
        self._column.addWidget(line)
        self.lines.append(line)
        return line

    def _drop(self, line: "_Entry") -> None:
        self.lines.remove(line)
        line.discard()
        self._offer_more()
        self.edited.emit()
        self.left.emit()

    def _typed(self) -> None:
        self._offer_more()
        self.edited.emit()

    def _offer_more(self) -> None:
        for line in self.lines:
            # Another is offered only once the last line holds something.
            line.more.setVisible(line is self.lines[-1] and bool(line.texts()[-1]))
            line.drop.setVisible(len(self.lines) > 1)


class _Entry(QWidget):
    """One line: its editors, the plus and the cross."""

    edited = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, names: Sequence[tuple[str, str, int]], number: str, another: str
    ) -> None:
        super().__init__()
        self.key = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.editors = []
        for name, hint, share in names:
            editor = TextLine(name + number, "", hint)
            editor.textEdited.connect(self.edited)
            editor.left.connect(self.left)
            row.addWidget(editor, share)
            self.editors.append(editor)
        self.more = IconButton(theme, "plus", another)
        self.drop = IconButton(theme, "x", f"Remove {names[0][0].lower()}{number}")
        for button in (self.more, self.drop):
            button.setFixedWidth(max(32, theme.em(32)))
        row.addWidget(self.drop)
        row.addWidget(self.more)

    def texts(self) -> tuple[str, ...]:
        """What is typed."""
        return tuple(editor.text().strip() for editor in self.editors)

    def show_texts(self, key: int, texts: tuple[str, ...]) -> None:
        """Show other values; equal ones leave the caret where it is."""
        self.key = key
        for editor, text in zip(self.editors, texts or ("",) * len(self.editors), strict=True):
            if editor.text().strip() != text:
                editor.setText(text)

    def has_keyboard(self) -> bool:
        """Whether one of the editors has the keyboard."""
        return any(editor.hasFocus() for editor in self.editors)

    def discard(self) -> None:
        """Leave the page."""
        self.hide()
        self.deleteLater()


class Points(Several):
    """Phones or e-mail addresses."""

    def __init__(self, theme: Theme, name: str, another: str, example: str) -> None:
        self._example = example
        super().__init__(theme, name, another)

    def rows(self) -> list[PointRow]:
        """What is typed, empty lines left out; labels stay as they were."""
        return [PointRow(key, texts[0], self._labels.get(key, "")) for key, texts in self.texts() if texts[0]]

    def show_rows(self, rows: Sequence[PointRow]) -> None:
        """Show other values."""
        self._labels = {row.id: row.label for row in rows}
        self.show_texts([(row.id, (row.value,)) for row in rows])

    def _names(self) -> tuple[tuple[str, str, int], ...]:
        return ((self._name, self._example, 1),)


class Days(Several):
    """Birthdays and anniversaries: what, and when."""

    def rows(self) -> list[DayRow]:
        """What is typed."""
        return [DayRow(key, texts[0], texts[1]) for key, texts in self.texts() if texts[1]]

    def show_rows(self, rows: Sequence[DayRow]) -> None:
        """Show other values."""
        self.show_texts([(row.id, (row.label, row.text)) for row in rows])

    def _names(self) -> tuple[tuple[str, str, int], ...]:
        return (("What day", "Birthday", 3), ("Date", "29 Feb 1980", 2))
