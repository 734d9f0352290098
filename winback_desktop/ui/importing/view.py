# SPDX-License-Identifier: MIT
"""Draws the steps of an import: the table with its columns, the questions, the result."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from winback_desktop.ui.importing.presenter import DECISIONS, Question, Summary, Table
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.cards import Divider
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.fields import TextArea
from winback_desktop.ui.widgets.labels import PlainLabel

_COLUMN = 150


class TableView(QWidget):
    """The first rows of a table; above each column a list says what it holds."""

    def __init__(self, theme: Theme, table: Table) -> None:
        super().__init__()
        self._choices: list[Choice] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(
            PlainLabel(
                theme,
                "These are the first rows. Say what each column holds, where it was not recognised.",
                "secondary",
                wrap=True,
            )
        )
        if table.guessed:
            column.addWidget(
                PlainLabel(
                    theme, "Look at letters with accents: their coding was a guess.", "waiting", wrap=True
                )
            )
        inner = QWidget()
        inner.setObjectName("inner")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for at, header in enumerate(table.headers):
            choice = Choice(theme, f"What the column {header} holds", table.choices, table.fields[at])
            choice.setMinimumWidth(theme.em(_COLUMN))
            self._choices.append(choice)
            grid.addWidget(PlainLabel(theme, header or f"Column {at + 1}", "label"), 0, at)
            grid.addWidget(choice, 1, at)
            for line, row in enumerate(table.rows):
                cell = PlainLabel(theme, row[at] if at < len(row) else "", "hint")
                cell.setMaximumWidth(theme.em(_COLUMN) + 60)
                grid.addWidget(cell, 2 + line, at)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedHeight(inner.sizeHint().height() + 18)
        column.addWidget(scroll)

    def fields(self) -> list[str]:
        """The field chosen for each column."""
        return [choice.current() for choice in self._choices]


class SummaryView(QWidget):
    """What will happen, the people who seem known, and what could not be read."""

    def __init__(self, theme: Theme, summary: Summary, decided: Callable[[int, str], None]) -> None:
        super().__init__()
        self._theme, self._decided = theme, decided
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.sentence = PlainLabel(theme, summary.sentence, "item", wrap=True)
        column.addWidget(self.sentence)
        if summary.questions:
            column.addWidget(PlainLabel(theme, "Perhaps you know them already", "section"))
        for question in summary.questions:
            column.addWidget(self._question(question))
            column.addWidget(Divider(theme))
        if summary.more_questions:
            column.addWidget(
                PlainLabel(theme, f"{summary.more_questions:,} more are handled the same way.", "hint")
            )
        if summary.problems:
            column.addWidget(PlainLabel(theme, "What could not be taken over as it stood", "section"))
            text = "\n".join(summary.problems)
            if summary.more_problems:
                text += f"\n… and {summary.more_problems:,} more."
            area = TextArea("What could not be taken over", text, rows=4)
            area.setReadOnly(True)
            column.addWidget(area)

    def _question(self, question: Question) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(self._theme, question.new, "strong"))
        known = f"{question.known}: {question.because}" if question.known else question.because
        words.addWidget(PlainLabel(self._theme, known, "hint", wrap=True))
        row.addLayout(words, 1)
        choice = Choice(self._theme, f"What to do about {question.new}", DECISIONS, question.decision)
        choice.currentIndexChanged.connect(lambda _: self._decided(question.place, choice.current()))
        row.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        return holder
