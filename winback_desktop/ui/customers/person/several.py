# SPDX-License-Identifier: MIT
"""Editors for what a person may have several of: phones, e-mail addresses, important days."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.person.rows import DayRow, PointRow
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton, QuietButton
from winback_desktop.ui.widgets.fields import TextLine


class Several(QWidget):
    """One line each and a quiet way to add another. ``make(row)`` builds the editors of a row."""

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str, another: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column.addLayout(self._rows)
        self._more = QuietButton(theme, another, "plus")
        self._more.clicked.connect(self.add_empty)
        column.addWidget(self._more)
        self.lines: list[tuple[int, QWidget, tuple[TextLine, ...]]] = []
        self.setAccessibleName(name)

    def add_empty(self) -> None:
        """Offer another empty line and give it the keyboard."""
        self._add(0, ())
        self.lines[-1][2][0].setFocus()
        self._show_more()

    def texts(self) -> list[tuple[int, tuple[str, ...]]]:
        """(number, what was typed) of each line."""
        return [(key, tuple(line.text().strip() for line in lines)) for key, _, lines in self.lines]

    def show_texts(self, rows: Sequence[tuple[int, tuple[str, ...]]], least: int) -> None:
        """Show other values; lines that are the same stay untouched, with the keyboard in them."""
        wanted = list(rows) + [(0, ())] * max(0, least - len(rows))
        if len(wanted) != len(self.lines):
            for _, holder, _ in self.lines:
                holder.hide()
                holder.deleteLater()
            self.lines = []
            for key, texts in wanted:
                self._add(key, texts)
        for at, (key, texts) in enumerate(wanted):
            _, holder, lines = self.lines[at]
            self.lines[at] = (key, holder, lines)
            for line, text in zip(lines, texts or ("",) * len(lines), strict=True):
                if line.text() != text:
                    line.setText(text)
        self._show_more()

    def _names(self) -> tuple[tuple[str, str, int], ...]:
        """(accessible name, placeholder, share of the width) of each editor of a line."""
        return ((self._name, "", 1),)

    def _add(self, key: int, texts: tuple[str, ...]) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        number = f" {len(self.lines) + 1}" if self.lines else ""
        lines = []
        for at, (name, hint, share) in enumerate(self._names()):
            line = TextLine(name + number, texts[at] if texts else "", hint)
            line.textEdited.connect(self._typed)
            line.left.connect(self.left)
            row.addWidget(line, share)
            lines.append(line)
        if self.lines:
            drop = IconButton(self._theme, "x", f"Remove {self._name.lower()}{number}")
            drop.clicked.connect(lambda: self._drop(holder))
            row.addWidget(drop)
        self._rows.addWidget(holder)
        self.lines.append((key, holder, tuple(lines)))

    def _drop(self, holder: QWidget) -> None:
        self.lines = [one for one in self.lines if one[1] is not holder]
        holder.hide()
        holder.deleteLater()
        self._show_more()
        self.edited.emit()
        self.left.emit()

    def _typed(self) -> None:
        self._show_more()
        self.edited.emit()

    def _show_more(self) -> None:
        # Offered only once the last line holds something.
        self._more.setVisible(
            bool(self.lines) and all(line.text().strip() for line in self.lines[-1][2][-1:])
        )


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
        self.show_texts([(row.id, (row.value,)) for row in rows], least=1)

    def _names(self) -> tuple[tuple[str, str, int], ...]:
        return ((self._name, self._example, 1),)


class Days(Several):
    """Birthdays and anniversaries: what, and when."""

    def rows(self) -> list[DayRow]:
        """What is typed."""
        return [DayRow(key, texts[0], texts[1]) for key, texts in self.texts() if texts[1]]

    def show_rows(self, rows: Sequence[DayRow]) -> None:
        """Show other values."""
        self.show_texts([(row.id, (row.label, row.text)) for row in rows], least=1)

    def _names(self) -> tuple[tuple[str, str, int], ...]:
        return (("What day", "Birthday", 3), ("Date", "29 Feb 1980", 2))
