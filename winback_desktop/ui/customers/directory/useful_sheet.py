# SPDX-License-Identifier: MIT
"""The log of what is new for customers and the library of useful ideas, with where each was used."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from winback_desktop.ui.customers.directory.rows import UsefulRow
from winback_desktop.ui.customers.directory.useful import Useful
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from winback_desktop.ui.widgets.cards import Glyph
from winback_desktop.ui.widgets.choices import Choice
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.fields import FormField, TextLine
from winback_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from winback_desktop.ui.widgets.sheet import Sheet

_KINDS = (("news", "It is new"), ("idea", "An idea"))


class UsefulSheet(Sheet):
    """Whoever meets a customer picks from these; nobody is given the same thing twice."""

    def __init__(self, host: QWidget, useful: Useful, theme: Theme) -> None:
        super().__init__(theme, host, "What is new and useful for customers", width=620)
        useful.setParent(self)
        self._useful = useful
        self._line = TextLine("Something new or useful", placeholder="A tool, a checklist, a new service…")
        self._kind = Choice(theme, "What it is", _KINDS, "news")
        self._field = FormField(theme, "Something new or useful", self._line)
        add = PrimaryButton(theme, "Add", "plus")
        add.clicked.connect(self._add)
        self._line.returnPressed.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._kind)
        row.addWidget(add)
        row.addStretch(1)
        self.content.addWidget(self._field)
        self.content.addLayout(row)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.content.addLayout(self._rows)
        self.content.addStretch(1)
        close = SecondaryButton(theme, "Close")
        close.clicked.connect(self.dismiss)
        self.buttons.addStretch(1)
        self.buttons.addWidget(close)
        useful.refreshed.connect(self._fill)
        useful.refused.connect(self._field.set_error)
        self.closed.connect(self.deleteLater)
        self._fill()
        self.open()

    def _add(self) -> None:
        self._field.set_error("")
        if self._useful.add(self._line.text(), self._kind.current() == "news"):
            self._line.clear()
            self._line.setFocus()

    def _fill(self) -> None:
        empty_layout(self._rows)
        rows = self._useful.rows()
        for title, news in (("New for our customers", True), ("Ideas for anybody", False)):
            these = [row for row in rows if row.is_news is news]
            if these:
                self._rows.addWidget(SectionLabel(self._theme, title))
                for row in these:
                    self._rows.addWidget(self._shown(row))
        if not rows:
            words = "Nothing is here yet. What do your customers enjoy that others could use too?"
            self._rows.addWidget(PlainLabel(self._theme, words, "secondary", wrap=True))

    def _shown(self, one: UsefulRow) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(self._theme, one.title, "body", wrap=True))
        words.addWidget(PlainLabel(self._theme, one.used, "hint", wrap=True))
        drop = IconButton(self._theme, "x", f"Take “{one.title}” away")
        drop.clicked.connect(lambda: self._useful.remove(one.key))
        row.addWidget(Glyph(self._theme, "sun" if one.is_news else "hand-helping", "text2", 17))
        row.addLayout(words, 1)
        row.addWidget(drop)
        return holder
