# SPDX-License-Identifier: MIT
"""The card with others of the same firm, each a step away."""

from PySide6.QtWidgets import QVBoxLayout

from winback_desktop.ui.customers.person.presenter import Person
from winback_desktop.ui.customers.person.rows import Screen
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.cards import Card, ListRow
from winback_desktop.ui.widgets.emptying import empty_layout
from winback_desktop.ui.widgets.labels import PlainLabel


class Colleagues(Card):
    """Hidden where there is nobody else."""

    def __init__(self, person: Person, theme: Theme) -> None:
        super().__init__(theme, gap=2)
        self._person = person
        self._shown: object = ()
        self._title = PlainLabel(theme, "", "card")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addWidget(self._title)
        self.body.addLayout(self._lines)
        self.hide()

    def show_screen(self, screen: Screen) -> None:
        """Show a person's colleagues; drawn anew only when they changed."""
        wanted = (screen.colleagues, screen.fields.organisation)
        if wanted == self._shown:
            return
        self._shown = wanted
        empty_layout(self._lines)
        self._title.setText(f"Also at {screen.fields.organisation}")
        for row in screen.colleagues:
            line = ListRow(self._theme, row.name, row.note, icon="user", active=True)
            line.activated.connect(lambda contact=row.contact: self._person.open(contact))
            self._lines.addWidget(line)
        self.setVisible(bool(screen.colleagues))
